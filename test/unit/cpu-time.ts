/** A text of half a megabyte, as many are parsed. */
const ENTRIES = JSON.stringify(
  Array.from({ length: 8_000 }, (_, id) => ({ id, name: `entry ${id}`, tags: ["a", null, id / 7] })),
);
/** What the known work takes on the machine that the tests' limits are meant for, milliseconds. */
const KNOWN_WORK_MS = 7;
/** As often an act is tried before it counts as slow: a go may have met the compiler or the collector at work. */
const GOES = 5;
const MOST_ROUNDS = 4;
/** What takes so many times its limit is slow, whatever else the machine does. */
const FAR_BEYOND = 3;

/** A piece of work that never changes, of the kind that parsers do: texts, objects and expressions. */
function knownWork(): number {
  const entries: ReadonlyArray<{ name: string; tags: unknown[] }> = JSON.parse(ENTRIES);
  return entries.reduce((sum, { name, tags }) => sum + name.replace(/[aeiou]+/g, "").length + tags.length, 0);
}

function measured(act: () => unknown): number {
  const before = process.cpuUsage();
  act();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

/** The least that the known work ever took in this process. Against it an act seems slower than it is, never quicker. */
let quickest = Number.POSITIVE_INFINITY;

/** How much slower this machine is in this moment than the one that the limits are meant for. */
function slowness(): number {
  // It makes many objects, so that the collector meets it oftener than most.
  const took = Math.min(measured(knownWork), measured(knownWork), measured(knownWork));
  quickest = Math.min(quickest, took);
  return took / KNOWN_WORK_MS;
}

/** The least that the act takes in a few goes, in turns with the known work, which tells how slow the machine is meanwhile. */
function inTurns(act: () => unknown): number {
  let least = measured(act);
  let slowed = slowness();
  for (let go = 1; go < GOES; go++) {
    least = Math.min(least, measured(act));
    slowed = Math.min(slowed, slowness());
  }
  return least / slowed;
}

/**
 * The processor's time that an act takes, in milliseconds of the machine that limits are meant for: this machine, and what
 * others have it do, slow a known piece of work down alike, which is measured in turns with the act. Where a `limit` is
 * given, whatever keeps within it once does so, and what seems not to is measured some times more: what others do to the
 * machine passes, and a slow act stays slow.
 */
export function cpuTime(act: () => unknown, limit = 0): number {
  if (quickest === Number.POSITIVE_INFINITY) for (let go = 0; go < GOES; go++) slowness();
  const atMost = (measured(act) / quickest) * KNOWN_WORK_MS;
  if (atMost <= limit) return atMost;
  let least = inTurns(act);
  const isClose = () => least > limit && least < FAR_BEYOND * limit;
  for (let round = 1; isClose() && round < MOST_ROUNDS; round++) least = Math.min(least, inTurns(act));
  return least;
}
