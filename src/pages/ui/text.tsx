import { type Message, type MessageKey, message } from "../../core/message.ts";
import { translate } from "../../platform/i18n.ts";

/** A message in the user's language, as plain text. */
export function Text({ of }: { readonly of: Message }) {
  return <>{translate(of)}</>;
}

/** A text of our own by its key, for the places that take a string. */
export const text = (key: MessageKey, ...args: string[]): string => translate(message(key, ...args));
