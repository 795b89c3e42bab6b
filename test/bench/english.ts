import english from "../../public/_locales/en/messages.json" with { type: "json" };
import type { Message } from "../../src/core/message.ts";

interface Entry {
  readonly message: string;
  readonly placeholders?: Readonly<Record<string, { readonly content: string }>>;
}

/** The sentence in English, with its arguments in place. Pure. */
export function inEnglish({ key, args = [] }: Message): string {
  const entry: Entry = english[key];
  const words = args.map((arg) => (typeof arg === "string" ? arg : inEnglish(arg)));
  return entry.message.replace(/\$([A-Za-z_]+)\$/g, (_, name: string) => {
    const content = entry.placeholders?.[name.toLowerCase()]?.content ?? "";
    return words[Number(content.slice(1)) - 1] ?? "";
  });
}
