import * as v from "valibot";
import { lazily } from "../lazily.ts";

/** Who waits for a page longer than a day has gone on without it; a site that is away for a month is gone. */
export const MOST_TAB_HOURS = 24;
export const MOST_WATCH_DAYS = 30;

/** What holds until somebody sets otherwise. */
export const DEADLINES = { tabHours: 6, watchDays: 7 } as const;

const between = (most: number, initial: number) =>
  v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(most)), initial);

export const deadlinesSchema = lazily(() =>
  v.object({
    tabHours: between(MOST_TAB_HOURS, DEADLINES.tabHours),
    watchDays: between(MOST_WATCH_DAYS, DEADLINES.watchDays),
  }),
);

/** How long a failing tab is tried again, in hours, and how long a site is watched without one, in days. */
export type Deadlines = Readonly<v.InferOutput<ReturnType<typeof deadlinesSchema>>>;

const HOUR_MS = 3_600_000;

/** The same in milliseconds. */
export const deadlineMs = ({ tabHours, watchDays }: Deadlines): { readonly tab: number; readonly watch: number } => ({
  tab: tabHours * HOUR_MS,
  watch: watchDays * 24 * HOUR_MS,
});
