import { seeded } from "../retry/random.ts";
import { type Knows, statusAlone } from "./coverage.ts";
import type { Recorded } from "./recorded.ts";

const MINUTE = 60;

/** What a status page makes of the outages that a site had before: seconds, oldest first. */
type Writes = (earlier: readonly number[], random: () => number) => readonly number[];

/**
 * Ways to keep a status page. Nobody has recorded both the outages and what was written of them, so these are guesses
 * around the truth, and two of them worse than most: what a forecast loses by them shows how far pages may be believed.
 */
export const PAGES: ReadonlyArray<readonly [name: string, writes: Writes]> = [
  ["by a machine, to the minute", (earlier) => earlier.map((length) => Math.ceil(length / MINUTE) * MINUTE)],
  [
    "by people: none below half an hour, the end up to an hour late",
    (earlier, random) =>
      earlier.filter((length) => length >= 30 * MINUTE).map((length) => length + 60 * MINUTE * random()),
  ],
  [
    "by others than who had the outage: lengths of other sites",
    (earlier, random) => earlier.map(() => 10 * MINUTE * 24 ** random()),
  ],
  ["four times as long as it was", (earlier) => earlier.map((length) => 4 * length)],
];

/** What a forecast knows that has read such a page in the place of the site's own history. */
export const withPage =
  (writes: Writes): Knows =>
  (outage: Recorded) => ({
    ...statusAlone(outage),
    published: writes(outage.earlier, seeded(outage.incident + 1)),
  });
