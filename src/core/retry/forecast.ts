import type { Cause } from "../evidence/causes.ts";
import { isRetried } from "../incident/status.ts";
import type { MessageKey } from "../message.ts";
import { type Knowledge, lastingKindsOf, type OutageTable, outlookAt, publishedKinds } from "./outage-model.ts";

/** What is known of an outage that goes on. Moments in epoch milliseconds. */
export interface Ongoing extends Knowledge {
  /** The earliest moment from which the site is known to fail. */
  readonly since: number;
  /** When it was last seen to work, before `since`; null or absent where that was a moment before, or nobody knows. */
  readonly workedAt?: number | null | undefined;
  /** When the site says that it will be back; null or absent where it does not say. */
  readonly announcedEnd?: number | null | undefined;
}

/** When a site is likely back: a sentence, and the moments in it in epoch milliseconds, earliest first. */
export interface Forecast {
  readonly says: Extract<MessageKey, `ui_forecast_${string}`>;
  readonly moments: readonly number[];
  /** How many incidents of the site's own status page it counts in; left out where that is none. */
  readonly published?: number;
}

/**
 * The causes of outages as monitors saw them: the site fails for everybody. What ends by itself at once, concerns one page,
 * some places or some visitors, or waits for the user or the owner to act follows no length that anybody measured.
 */
const MEASURED: ReadonlySet<Cause> = new Set<Cause>([
  "origin-down",
  "origin-slow",
  "origin-invalid",
  "overload",
  "maintenance",
  "misconfigured",
  "gateway-fault",
  "unknown",
]);

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** A promise for nine of ten that reaches further than this helps nobody. */
const FARTHEST_LATE_MS = 12 * HOUR_MS;
/** Nor do even odds that reach further than this. */
const FARTHEST_EVEN_MS = 24 * HOUR_MS;
/** A site that announces an end beyond this has mistyped it. */
const FARTHEST_ANNOUNCED_MS = 14 * 24 * HOUR_MS;

/** Seconds; no outage is younger, and none is followed for longer. */
const YOUNGEST = 1;
const OLDEST = 1e9;
/** Each halves what is unsure: far below a second in the end. */
const HALVINGS = 60;
/** Into how many moments the time is cut in which an outage may have begun. */
const BEGINNINGS = 12;

/** How old an outage is, in seconds: since when it was seen, and for how long before that nobody looked. */
interface Age {
  readonly seen: number;
  readonly unseen: number;
}

/**
 * The seconds from now within which a share of the outages ends that are of this age. Where nobody looked for a while, the
 * outage may have begun at any moment of it, and each beginning counts by how many outages last from then until now: who
 * comes once a day mostly comes into the middle of a long one.
 */
export function endsWithin(share: number, { seen, unseen }: Age, knowledge: Knowledge, table?: OutageTable): number {
  const kinds = lastingKindsOf(knowledge, table);
  const ages = Array.from({ length: unseen > 0 ? BEGINNINGS : 1 }, (_, index) =>
    Math.min(OLDEST, Math.max(YOUNGEST, seen + (unseen * (index + 0.5)) / BEGINNINGS)),
  );
  const lastingIn = (seconds: number): number =>
    ages.reduce((sum, age) => sum + outlookAt(kinds, age + seconds).lasting, 0);
  const left = (1 - share) * lastingIn(0);
  let [early, late] = [0, Math.log(OLDEST)];
  for (let halving = 0; halving < HALVINGS; halving += 1) {
    const middle = (early + late) / 2;
    if (lastingIn(Math.exp(middle)) > left) early = middle;
    else late = middle;
  }
  return Math.exp(late);
}

/**
 * To what a moment is rounded, up: whole minutes within the first hour of an outage, five within twelve, then quarters of
 * an hour. Each step is a multiple of the one before, so that a later moment is never shown as an earlier one.
 */
function stepOf(lengthMs: number): number {
  if (lengthMs <= HOUR_MS) return MINUTE_MS;
  return lengthMs <= 12 * HOUR_MS ? 5 * MINUTE_MS : 15 * MINUTE_MS;
}

/**
 * When the site is likely back, by its own word where that lies ahead, else by how long real outages lasted that had
 * lasted as long, with this status, and by the site's own ones: those seen here, and those that it publishes. It gives
 * the moments by which half and nine of ten are over; where the second is too far to be of use, those by which a quarter
 * and half are; and null where even odds are more than a day away, and for failures whose length nobody has measured. No
 * moment lies in the past, and none moves forward as the outage grows older. Outages of a few seconds are left out: they
 * are over before anybody reads of them, and how many there are is a guess. `table` is for the bench, which tries other
 * fits.
 */
export function forecastAt(now: number, ongoing: Ongoing, table?: OutageTable): Forecast | null {
  const { since, workedAt, announcedEnd, status, cause, history, published } = ongoing;
  if (announcedEnd && announcedEnd > now && announcedEnd <= now + FARTHEST_ANNOUNCED_MS) {
    return { says: "ui_forecast_announced", moments: [announcedEnd] };
  }
  if (status === undefined || !isRetried(status) || (cause && !MEASURED.has(cause))) return null;
  // A clock that was set back makes no outage younger than new.
  const began = Math.min(since, now);
  const age: Age = { seen: (now - began) / 1_000, unseen: Math.max(0, began - (workedAt ?? began)) / 1_000 };
  const momentOf = (share: number): number => {
    const at = now + endsWithin(share, age, { status, history, published }, table) * 1_000;
    const step = stepOf(at - began);
    return Math.ceil(at / step) * step;
  };
  const [even, late] = [momentOf(0.5), momentOf(0.9)];
  const counted = publishedKinds(published).length;
  const basis = counted === 0 ? {} : { published: counted };
  if (late - now <= FARTHEST_LATE_MS) return { says: "ui_forecast_likely", moments: [even, late], ...basis };
  return even - now <= FARTHEST_EVEN_MS
    ? { says: "ui_forecast_odds", moments: [momentOf(0.25), even], ...basis }
    : null;
}
