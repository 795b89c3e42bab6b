import { type BareItem, type Item, isInnerList, parseList, Token } from "structured-headers";

export type HeaderList = ReadonlyArray<readonly [name: string, value: string]>;

/** Nobody means well with more. */
const LONGEST_FIELD = 8_000;
const MOST_MEMBERS = 20;

/** All occurrences of a field as one value (RFC 9110 section 5.3), at most 8,000 characters; "" when it is absent. Names are lower case. */
export const combined = (headers: HeaderList, name: string): string =>
  headers
    .filter(([field]) => field === name)
    .map(([, value]) => value)
    .join(", ")
    .slice(0, LONGEST_FIELD + 1);

/** A name from outside made fit to be shown: printable ASCII without quotes and angle brackets, at most 60 characters. */
export const shown = (raw: string): string =>
  raw
    .slice(0, 200)
    .replace(/[^ !#-;=?-~]/g, " ")
    .replace(/ +/g, " ")
    .trim()
    .slice(0, 60)
    .trim();

/** A bare item as text: tokens and strings as they are; undefined for the other types. */
export function textOf(item: BareItem | undefined): string | undefined {
  if (typeof item === "string") return item;
  return item instanceof Token ? item.toString() : undefined;
}

/** The first 20 members of a list of items (RFC 9651); none when it is malformed, as the RFC demands. Never throws. */
export function itemsOf(value: string): Item[] {
  if (value === "" || value.length > LONGEST_FIELD) return [];
  try {
    return parseList(value)
      .slice(0, MOST_MEMBERS)
      .filter((member): member is Item => !isInnerList(member));
  } catch {
    return [];
  }
}
