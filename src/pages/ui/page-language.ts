import type { MessageKey } from "../../core/message.ts";
import { textLanguage } from "../../platform/i18n.ts";
import { text } from "./text.tsx";

/**
 * Gives the document the language, direction and title that its markup cannot know. The title stays as it is: the browser's
 * own history keeps it, so that it names no site, least of all one asked about from a private window.
 */
export function setPageLanguage(title: MessageKey): void {
  const { lang, dir } = textLanguage();
  document.documentElement.lang = lang;
  document.documentElement.dir = dir;
  document.title = text(title);
}
