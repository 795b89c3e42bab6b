import { foreignText } from "../foreign-text.ts";

/** No provider's name is longer. */
export const LONGEST_PROVIDER = 60;

/**
 * The name of a provider as a user typed it, as it may be sent: letters, figures and what names are parted by. Null for
 * none. A plus parts conditions in the words of the API, so it is a space.
 */
export function providerName(typed: unknown): string | null {
  if (typeof typed !== "string") return null;
  const name = foreignText(
    typed.slice(0, 4 * LONGEST_PROVIDER).replace(/[^\p{L}\p{M}\p{N}.&'’-]/gu, " "),
    LONGEST_PROVIDER,
  );
  return /[\p{L}\p{N}]/u.test(name) ? name : null;
}
