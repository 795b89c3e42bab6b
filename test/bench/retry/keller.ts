import { type Distribution, LONGEST, SHORTEST } from "./distributions.ts";

/** Steps per unit of the logarithm; a smooth integrand leaves nothing to find below that. */
const STEPS = 200;

/**
 * The integral over all times of sqrt(density x survival), in square roots of seconds, by the trapezoidal
 * rule on the logarithm of time.
 *
 * Probes of density n(t) while the outage lasts find its end after 1/(2n) on average, so the mean wait is
 * the integral of f/(2n), and the requests are the integral of nS. For a given number of requests the
 * best density is c sqrt(f/S), the root of the hazard rate (Keller 1974). With K for the integral here,
 * N = cK and wait = K/(2c).
 */
export function kellerIntegral({ density, survival }: Distribution): number {
  const from = Math.log(SHORTEST / 1e4);
  const count = Math.ceil((Math.log(LONGEST) - from) * STEPS);
  let sum = 0;
  for (let step = 0; step <= count; step += 1) {
    const time = Math.exp(from + step / STEPS);
    sum += Math.sqrt(density(time) * survival(time)) * time;
  }
  return sum / STEPS;
}

/** The shortest mean wait in seconds that any schedule of `requests` an outage can reach, K^2 / 2N. */
export const kellerBound = (lasts: Distribution, requests: number): number =>
  kellerIntegral(lasts) ** 2 / (2 * requests);

/** The factor c before the root of the hazard rate that spends `requests` an outage, N / K. */
export const kellerFactor = (lasts: Distribution, requests: number): number => requests / kellerIntegral(lasts);
