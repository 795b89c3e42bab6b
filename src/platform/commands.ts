import { browser, isFirefox } from "./browser.ts";

/** A key command as the user has set it; `shortcut` is "" where it has no keys. */
export interface Command {
  readonly name: string;
  readonly description: string;
  readonly shortcut: string;
}

/** Registers for key commands, which come with the tab in front. Call it synchronously at start. */
export function onCommand(listener: (name: string, tabId: number | null) => void): void {
  browser.commands.onCommand.addListener((name, tab) => listener(name, tab?.id ?? null));
}

/** All of them, with the keys that they have now. */
export async function commands(): Promise<Command[]> {
  return (await browser.commands.getAll()).flatMap(({ name, description, shortcut }) =>
    name === undefined ? [] : [{ name, description: description ?? "", shortcut: shortcut ?? "" }],
  );
}

/** Firefox has it since 137; the polyfill's types do not know it yet. */
interface WithSettings {
  openShortcutSettings?(): Promise<void>;
}

/** Opens the browser's own page on which the keys are set. */
export async function openKeySettings(): Promise<void> {
  const { openShortcutSettings }: WithSettings = browser.commands;
  if (isFirefox && openShortcutSettings) await openShortcutSettings();
  else await browser.tabs.create({ url: "chrome://extensions/shortcuts" });
}
