// npm run bench:retry: how the retry schedule and its peers do, on outages nobody can foresee. Takes about a minute.
// `-- FILE` (or OUTAGES=FILE) names a table of recorded outages, which are then played one by one.
import { DENSITY } from "../../../src/core/retry/schedule.ts";
import { recordedOutages } from "../outages/recorded.ts";
import { figure, table } from "../table.ts";
import { type Adapted, causes, histories, PRICE } from "./adaptation.ts";
import { byAgeTable, compareByAge } from "./by-age.ts";
import { crowdTable, OUTAGE, PEERS, VARIANTS } from "./crowds.ts";
import { kellerBound, kellerFactor } from "./keller.ts";
import { FOLLOWED, GIVEN, OTHERS } from "./models.ts";
import { bestPeer, compare, outageTable } from "./outages.ts";
import { compareReal, realTable } from "./real.ts";
import { RECORDED_LENGTHS } from "./recorded-lengths.ts";
import { MORE_PEERS, NAMED_PEERS } from "./schedules.ts";

const OUTAGES = 10_000;
const BUDGET = 24;
const BROWSERS = 1_000_000;
const CAPACITY = 20_000;

const say = (...lines: readonly string[]): void => console.log(lines.join("\n"));

const bound = kellerBound(GIVEN.lasts, BUDGET);
say(
  "1. One user, one outage",
  `Mean wait from recovery to the request that finds it. Lower bound on the guides' model at ${BUDGET} requests an`,
  `outage (Keller 1974): ${bound.toFixed(1)} s, at a density of ${kellerFactor(GIVEN.lasts, BUDGET).toFixed(3)} x sqrt(hazard rate); shipped: ${DENSITY}.`,
);

for (const model of [GIVEN, FOLLOWED, ...OTHERS]) {
  const rows = compare(model, OUTAGES);
  const [ours, chromium] = [rows[0]?.outcome.mean ?? 0, rows[1]?.outcome.mean ?? 0];
  const named = bestPeer(rows, NAMED_PEERS);
  const all = bestPeer(rows, [...NAMED_PEERS, ...MORE_PEERS]);
  say("", model.name, outageTable(rows));
  if (model === GIVEN) {
    say(
      `Mean wait ${(ours / bound).toFixed(2)} x the bound at ${BUDGET}; Chromium's is ${figure(chromium / ours)} x as long.`,
    );
  }
  say(
    `Best peer with no more requests: ${figure(named)} s of the named, ${figure(all)} s of all; Faultline ${figure(ours)} s.`,
  );
}

const recorded = recordedOutages();
say(
  "",
  recorded
    ? `2. ${recorded.length} real outages, one by one, with their status and the site's outages before them`
    : "2. Real outages: a hundred lengths that stand for 884 recorded ones, with their status",
  "'On what guides say' is the schedule that Faultline had before there were real outages to follow.",
  realTable(recorded ? compareReal(recorded, 10) : compareReal(RECORDED_LENGTHS, 50)),
);
if (recorded) {
  say(
    "",
    "How little a schedule could wait and ask that goes by the age of an outage alone, from five minutes on, without jitter",
    byAgeTable(compareByAge(recorded)),
  );
}

const adaptedTable = (rows: readonly Adapted[]): string =>
  table(
    ["site", "what is thought of it", "mean wait s", "p95 s", "requests", "cost"],
    rows.map(({ site, knows, outcome: { mean, p95, requests }, costRatio }) => [
      site,
      knows,
      figure(mean),
      figure(p95),
      figure(requests),
      costRatio.toFixed(2),
    ]),
    2,
  );
say(
  "",
  "3. Knowledge, right and wrong",
  `Cost: mean wait + ${PRICE.toFixed(2)} s for each request, beside that of knowing nothing; below 1 it helps.`,
  adaptedTable(histories()),
  "",
  adaptedTable(causes(2_000)),
);

say(
  "",
  `4. A million browsers, an outage of ${OUTAGE} s`,
  "Requests a second after the recovery; Faultline's include its probes, two requests a page. 'Weak': the site",
  `answers only ${CAPACITY} requests a second and fails the others.`,
);
for (const [title, noticedOver] of [
  ["The page was opened at any moment of the outage", OUTAGE],
  ["All failed within the same second", 1],
] as const) {
  const schedules = noticedOver === 1 ? [...VARIANTS, ...PEERS] : [...VARIANTS.slice(0, 1), ...PEERS];
  say("", title, crowdTable(schedules, { browsers: BROWSERS, outage: OUTAGE, noticedOver }, CAPACITY));
}
