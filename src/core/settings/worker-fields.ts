import * as v from "valibot";
import { baseAddress, plainAddress, secureAddress } from "./addresses.ts";

/** The fields that the worker needs, apart from the rest: it has room for nothing else. */

export const words = (most: number) =>
  v.pipe(
    v.string(),
    v.check((text) => text.trim() !== "" && text.length <= most),
  );

export const vantageSchema = v.object({
  base: baseAddress,
  token: v.optional(v.nullable(v.pipe(v.string(), v.regex(/^[\x21-\x7e]{1,400}$/))), null),
});

export const connectivitySchema = v.object({
  secure: secureAddress,
  plain: v.optional(v.nullable(plainAddress), null),
  /** Three digits are the status of the true answer, anything else is its whole text. */
  expect: v.optional(words(200), "204"),
});

/** More than 120 in an hour would be closer than any alarm fires. */
export const retrySchema = v.object({
  off: v.optional(v.boolean(), false),
  maxPerHour: v.optional(
    v.nullable(
      v.pipe(
        v.number(),
        v.check((most) => Number.isInteger(most) && most >= 1 && most <= 120),
      ),
    ),
    null,
  ),
});

type Retry = v.InferOutput<typeof retrySchema>;
type Connectivity = v.InferOutput<typeof connectivitySchema>;

/** Faultline's own way. */
export const WORKER_DEFAULTS = {
  connectivity: null as Connectivity | null,
  vantage: { base: "https://api.globalping.io/v1", token: null as string | null },
  remoteOpinions: true,
  retry: { off: false, maxPerHour: null } as Retry,
};
