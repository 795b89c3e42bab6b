import * as v from "valibot";
import { lazily } from "../lazily.ts";

/** More than 120 in an hour would be closer than any alarm fires. */
const MOST_PER_HOUR = 120;

export const retrySchema = lazily(() =>
  v.object({
    off: v.optional(v.boolean(), false),
    maxPerHour: v.optional(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MOST_PER_HOUR))), null),
  }),
);

/** Whether pages are tried again by themselves, and how many requests a plan may make in an hour; null for no limit. */
export type Retry = Readonly<v.InferOutput<ReturnType<typeof retrySchema>>>;

export const RETRY: Retry = { off: false, maxPerHour: null };
