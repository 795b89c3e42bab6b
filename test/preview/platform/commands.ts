import type { Command } from "../../../src/platform/commands.ts";

export const commands = async (): Promise<Command[]> => [
  { name: "_execute_action", description: "", shortcut: "Alt+Shift+G" },
  { name: "retry-now", description: "Try the failing page in this tab again now", shortcut: "" },
];
export const openKeySettings = async (): Promise<void> => undefined;
