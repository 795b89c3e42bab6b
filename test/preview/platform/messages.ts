import { current, view } from "../current.ts";

/** Answers as the worker would; a silent one rejects, as the browser does when nobody listens. */
export async function send(type: string, request: unknown): Promise<unknown> {
  console.info("send", type, request);
  if (current.tab === "silent") throw new Error("Could not establish connection.");
  if (type.startsWith("retry/")) return current.clicks;
  if (type === "history/line") return { marks: current.history?.at(-1)?.marks ?? [], earlier: current.history ?? [] };
  return type === "tab/open" || type === "check/again" ? view(current.tab) : undefined;
}
