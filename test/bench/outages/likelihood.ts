import { type Kind, outlookAt } from "../../../src/core/retry/outage-model.ts";
import type { Recorded } from "./recorded.ts";

/**
 * Only outages longer than this many check intervals count. One that a single check saw may have lasted from a moment to
 * two intervals, and how many of these were missed nobody knows. Half way between one interval and two the rule below is
 * right for monitors that look as regularly as a clock as well as for those that do not.
 */
const LEAST_INTERVALS = 1.5;

/** Gauss-Legendre's six points and weights on 0 to 1: more change no likelihood's fourth digit. */
const POINTS = [
  [0.033765, 0.085662],
  [0.169395, 0.180381],
  [0.38069, 0.233957],
  [0.61931, 0.233957],
  [0.830605, 0.180381],
  [0.966235, 0.085662],
] as const;

const integral = (from: number, to: number, of: (at: number) => number): number =>
  POINTS.reduce((sum, [point, weight]) => sum + weight * (to - from) * of(from + point * (to - from)), 0);

/** Whether the monitor saw enough of an outage to say how long it was. */
export const isMeasured = ({ length, interval }: Recorded): boolean => length > LEAST_INTERVALS * interval;

/**
 * The logarithm of the chance of the recorded length under these kinds of outages, among all that are measured. First and
 * last check are late by up to one interval each, anywhere within it, so the true length lies up to one interval to either
 * side of the recorded one, by a triangle's density.
 */
export function logLikelihood(kinds: readonly Kind[], { length, interval }: Recorded): number {
  const ending = (at: number): number => outlookAt(kinds, at).ending;
  const seen =
    integral(Math.max(0, length - interval), length, (at) => ending(at) * (1 - (length - at) / interval)) +
    integral(length, length + interval, (at) => ending(at) * (1 - (at - length) / interval));
  const least = LEAST_INTERVALS * interval;
  // The chance that an outage of length `at` is recorded as longer than the least.
  const measured =
    integral(least - interval, least, (at) => ending(at) * (((at - least) / interval + 1) ** 2 / 2)) +
    integral(least, least + interval, (at) => ending(at) * (1 - (1 - (at - least) / interval) ** 2 / 2)) +
    outlookAt(kinds, least + interval).lasting;
  return Math.log(seen / interval) - Math.log(measured);
}
