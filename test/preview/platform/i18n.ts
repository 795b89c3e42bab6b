import english from "../../../public/_locales/en/messages.json" with { type: "json" };
import { foreignText } from "../../../src/core/foreign-text.ts";
import type { Message } from "../../../src/core/message.ts";
import { current } from "../current.ts";

interface Entry {
  readonly message: string;
  readonly placeholders?: Readonly<Record<string, { readonly content: string }>>;
}

/** About as long as German: a third more, in longer words. */
const lengthen = (sentence: string): string =>
  sentence.replace(/\p{L}{4,}/gu, (word) => `${word}${word.slice(0, Math.ceil(word.length / 2)).toLowerCase()}`);

/** Longer than any sentence's word from outside. */
const MOST_INSERTED = 10_000;

const readable = (text: string): string =>
  text
    .split("\u00a0")
    .map((part) => foreignText(part, MOST_INSERTED))
    .join("\u00a0");

/**
 * Does what the browsers' i18n.getMessage does with placeholders, so that the pictures show real sentences; what others
 * wrote steers no more text in them than in the product.
 */
export function translate(message: Message): string {
  const entry: Entry = english[message.key];
  const args = (message.args ?? []).map((arg) => (typeof arg === "string" ? readable(arg) : translate(arg)));
  const sentence = current.long ? lengthenAround(entry.message) : entry.message;
  return sentence.replace(/\$([A-Za-z_]+)\$/g, (_, name: string) => {
    const content = entry.placeholders?.[name.toLowerCase()]?.content ?? "";
    return args[Number(content.slice(1)) - 1] ?? "";
  });
}

/** Placeholders keep their names. */
const lengthenAround = (sentence: string): string =>
  sentence
    .split(/(\$[A-Za-z_]+\$)/)
    .map((part, index) => (index % 2 ? part : lengthen(part)))
    .join("");

export const textLanguage = (): { lang: string; dir: "ltr" | "rtl" } => ({ lang: "en", dir: current.dir ?? "ltr" });
export const uiLanguage = (): string => "en";

export const readyTexts = async (): Promise<void> => undefined;
