import type { Message } from "../texts/message.ts";
import { browser } from "./browser.ts";

/** The sentence in the user's language. Arguments stay plain text; nested messages are translated first. */
export function translate(message: Message): string {
  const args = message.args?.map((arg) => (typeof arg === "string" ? arg : translate(arg)));
  return browser.i18n.getMessage(message.key, args) || message.key;
}

/** Language and direction for `<html lang dir>`. */
export function uiLanguage(): { lang: string; dir: "ltr" | "rtl" } {
  return {
    lang: browser.i18n.getUILanguage(),
    dir: browser.i18n.getMessage("@@bidi_dir") === "rtl" ? "rtl" : "ltr",
  };
}
