import { foreignText, isolated } from "../core/foreign-text.ts";
import { lazily } from "../core/lazily.ts";
import { type Message, message } from "../core/message.ts";
import { browser } from "./browser.ts";
import { packagedJson } from "./packaged-file.ts";

interface Entry {
  readonly message: string;
  readonly placeholders?: Readonly<Record<string, { readonly content: string }>>;
}

let packaged: Readonly<Record<string, Entry>> | null = null;

/**
 * Makes sure that there are texts to speak. Chromium was seen to give an extension's pages no text at all
 * for the life of their process, after its first page was closed while loading; then the packaged texts are
 * read as a file. Costs nothing otherwise. Call it before the first render.
 */
export async function readyTexts(): Promise<void> {
  if (browser.i18n.getMessage("name")) return;
  const { default_locale } = browser.runtime.getManifest();
  // The build has written this file: whatever is not as it should be would fail its own tests.
  packaged = (await packagedJson(`_locales/${default_locale ?? "en"}/messages.json`)) as typeof packaged;
}

/** What i18n.getMessage does with the placeholders of a packaged text. */
function fromPackage(key: string, args: readonly string[]): string | undefined {
  const entry = packaged?.[key];
  return entry?.message.replace(/\$([A-Za-z_]+)\$/g, (_, name: string) => {
    const content = entry.placeholders?.[name.toLowerCase()]?.content ?? "";
    return args[Number(content.slice(1)) - 1] ?? "";
  });
}

/** No sentence has more to insert. */
const MOST_INSERTED = 10_000;

const isRightToLeft = (): boolean => translate(message("text_direction")) === "rtl";

/** Stands before a text of ours that is inserted into another; no text has it, and none is shown with it. */
const INSERTED = "\u{f0000}";
/** The same before what others call themselves: a host keeps its small letters. */
const FOREIGN = "\u{f0001}";
const atBeginning = lazily(
  () =>
    /(?:^|[.!?\u3002]\s+)(?:\u{f0000}+(?:["(\u201c\u201e\u00ab]\u{f0000}+)?|["(\u201c\u201e\u00ab]\u{f0000}+)\p{Ll}/gu,
);

/** No break is lost that a time of ours keeps out. */
const readable = (text: string): string =>
  text
    .split("\u00a0")
    .map((part) => foreignText(part, MOST_INSERTED))
    .join("\u00a0");

function inserting(said: Message): string {
  const args = (said.args ?? []).map((arg) =>
    typeof arg === "string" ? FOREIGN + isolated(readable(arg), isRightToLeft()) : INSERTED + inserting(arg),
  );
  return browser.i18n.getMessage(said.key, args) || fromPackage(said.key, args) || said.key;
}

/**
 * The sentence in the user's language. Arguments stay plain text on one line, whoever wrote them, and reorder nothing
 * around them; nested messages are translated first, and begin with a capital letter where a sentence begins with them.
 */
export const translate = (said: Message): string =>
  inserting(said)
    .replace(atBeginning(), (beginning) => beginning.toLocaleUpperCase())
    .replace(/[\u{f0000}\u{f0001}]/gu, "");

/**
 * Language and direction of our texts, for an element's `lang` and `dir`. The browser's own language may be one that they do
 * not speak: English from right to left has its full stops at the wrong end, and is read aloud by the wrong voice.
 */
export const textLanguage = (): { lang: string; dir: "ltr" | "rtl" } => ({
  lang: translate(message("text_language")),
  dir: isRightToLeft() ? "rtl" : "ltr",
});

/** The user's own language, by which times and numbers are written. */
export const uiLanguage = (): string => browser.i18n.getUILanguage();
