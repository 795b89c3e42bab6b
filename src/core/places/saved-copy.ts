import * as v from "valibot";
import { lazily } from "../lazily.ts";
import { parseJson } from "../parse-json.ts";

/** The Internet Archive answers here whether it has a copy of an address, and links to one by the moment it was made. */
const AVAILABLE = "https://archive.org/wayback/available";
const COPIES = "https://web.archive.org/web/";
/** Stands for the newest copy there is, in place of a moment. */
const NEWEST = "2";

/** A copy, or null for none, as the archive says. */
interface SavedCopy {
  /** When it was made, milliseconds since the Unix epoch. */
  readonly at: number;
  /** The same in the archive's own writing, UTC: `20261112093015`. */
  readonly timestamp: string;
}

/** What came of the question: `failed` where nobody answered in a way that can be read. */
export type CopyAnswer =
  | { readonly state: "found"; readonly copy: SavedCopy }
  | { readonly state: "none" }
  | { readonly state: "failed" };

/** The request that asks for a copy of an address. */
export function availabilityRequest(address: string): string {
  const request = new URL(AVAILABLE);
  request.searchParams.set("url", address);
  return request.href;
}

/** Where a copy is read; null leads to the newest one, if there is any. */
export const copyLink = (address: string, copy: SavedCopy | null): string =>
  `${COPIES}${copy?.timestamp ?? NEWEST}/${address}`;

const MOMENT = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})$/;

const answerSchema = lazily(() =>
  v.object({
    archived_snapshots: v.object({
      closest: v.optional(
        v.object({
          available: v.boolean(),
          /** HTTP status of the page when it was saved. */
          status: v.pipe(v.string(), v.maxLength(3)),
          timestamp: v.pipe(v.string(), v.regex(MOMENT)),
        }),
      ),
    }),
  }),
);

/** The moment of a copy; null for one that no calendar has, or that lies ahead of `now`. */
function momentOf(timestamp: string, now: number): number | null {
  const [, year, month, day, hour, minute, second] = MOMENT.exec(timestamp) ?? [];
  const at = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(at) || at > now + 86_400_000 ? null : at;
}

/**
 * Reads the archive's answer (Wayback Availability JSON API). The link in it is not used: only the moment counts, from
 * which the link is made here. A copy of an error page is none. Anything that is no such answer is `failed`.
 */
export function parseAvailability(body: string, now: number): CopyAnswer {
  const answer = parseJson(answerSchema, body);
  if (!answer) return { state: "failed" };
  const { closest } = answer.archived_snapshots;
  if (!closest?.available || closest.status !== "200") return { state: "none" };
  const at = momentOf(closest.timestamp, now);
  return at === null ? { state: "failed" } : { state: "found", copy: { at, timestamp: closest.timestamp } };
}

/** What is shown of a question to the archive, as it lies in session storage. */
export interface ShownCopy {
  readonly incidentId: string;
  /** Null while it is being asked. */
  readonly answer: CopyAnswer | null;
}

/** Where that of a tab lies. */
export const copyKey = (tabId: number): `saved-copy:${number}` => `saved-copy:${tabId}`;
