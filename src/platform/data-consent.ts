import { type Question, SENT_DATA } from "../core/places/sent-data.ts";
import { browser, isFirefox } from "./browser.ts";

/**
 * Firefox keeps a consent of its own for what an extension sends to others. The first half is known when the extension is
 * built, so that nothing of this is in the build for Chrome.
 */
const ASKS_CONSENT = import.meta.env.MODE !== "chrome" && isFirefox;

const dataOf = (question: Question) => ({ data_collection: [...SENT_DATA[question]] });

/**
 * Asks whether what a question hands to others may be sent; the browser asks the user the first time alone. Call it first
 * thing in a click handler: any wait before it loses the user's gesture. Where the browser will not ask, what the user has
 * agreed to before still counts.
 */
export const requestToSend = (question: Question): Promise<boolean> =>
  ASKS_CONSENT ? browser.permissions.request(dataOf(question)).catch(() => mayBeSent(question)) : Promise.resolve(true);

/** Whether the user has agreed to that, and has not taken it back. */
export const mayBeSent = (question: Question): Promise<boolean> =>
  ASKS_CONSENT ? browser.permissions.contains(dataOf(question)) : Promise.resolve(true);
