import type english from "../../public/_locales/en/messages.json";

/** Key of a text in `_locales`; a key without a text does not compile. */
export type MessageKey = keyof typeof english;

/**
 * A sentence for people as data, so that pure code can choose it and the page can speak the
 * user's language. Arguments are inserted as plain text, never as markup; an argument that is
 * itself a message is translated first, so that a frame ("It's not you. ...") fits every sentence.
 */
export interface Message {
  readonly key: MessageKey;
  readonly args?: readonly (string | Message)[];
}

type Underscored<Id extends string> = Id extends `${infer Head}-${infer Rest}` ? `${Head}_${Underscored<Rest>}` : Id;

/** An id as it stands in the keys of its texts; the type is what lets a key without a text not compile. */
export const underscored = <Id extends string>(id: Id) => id.replaceAll("-", "_") as Underscored<Id>;

/** A text with its arguments, in the order of its placeholders. */
export const message = (key: MessageKey, ...args: (string | Message)[]): Message =>
  args.length > 0 ? { key, args } : { key };
