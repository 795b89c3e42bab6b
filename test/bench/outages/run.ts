// npm run bench:outages -- FILE: fits the outage model to recorded outages, and judges it by monitors it was not fitted to.
import { type Kind, kindsOf, lastingKindsOf, type OutageTable } from "../../../src/core/retry/outage-model.ts";
import { KINDS } from "../retry/models.ts";
import { table } from "../table.ts";
import { AGES, coverageAt, coverageForVisitor, type Knows, type Share, statusAlone, withHistory } from "./coverage.ts";
import { BY_STATUS, type Family, fitted, meanLogLikelihood, POOLED, partOf, WITH_WIDTHS, withoutEach } from "./fit.ts";
import { isMeasured } from "./likelihood.ts";
import { PAGES, withPage } from "./published.ts";
import { type Recorded, recordedOutages } from "./recorded.ts";

const say = (...lines: readonly string[]): void => console.log(lines.join("\n"));

const written = ({ usual, long, longShare: { badGateway, others } }: OutageTable): string =>
  [
    `usual ${usual.median.toFixed(0)} s, sigma ${usual.sigma.toFixed(2)}`,
    `long ${long.median.toFixed(0)} s, sigma ${long.sigma.toFixed(2)}`,
    `long ones after a 502 ${badGateway.toFixed(3)}, else ${others.toFixed(3)}`,
  ].join("; ");

type KindsOf = (outage: Recorded) => readonly Kind[];

/** What each outage is expected to be by a fit to the monitors of the other parts. */
const unseen =
  (tables: readonly OutageTable[], knows: "status" | "status and history"): KindsOf =>
  (outage) =>
    kindsOf(
      { status: outage.status, ...(knows === "status" ? {} : { history: outage.earlier }) },
      tables[partOf(outage)],
    );

function fitAll(outages: readonly Recorded[]): void {
  const monitors = new Set(outages.filter(isMeasured).map(({ monitor }) => monitor)).size;
  say(`${outages.length} outages; ${outages.filter(isMeasured).length} of ${monitors} monitors are measured.`, "");
  const likelihood = (kinds: KindsOf): string => meanLogLikelihood(outages, kinds).mean.toFixed(4);
  const rowsOf = (family: Family): string[][] => {
    const shipped = fitted(family, outages);
    const tables = withoutEach(family, outages);
    say(`${family.name}: ${written(shipped)}`);
    return [
      [family.name, likelihood(({ status }) => kindsOf({ status }, shipped)), likelihood(unseen(tables, "status"))],
      ["- and the site's own history", "", likelihood(unseen(tables, "status and history"))],
    ];
  };
  const rows = [POOLED, BY_STATUS, WITH_WIDTHS].flatMap(rowsOf);
  const guides = likelihood(() => KINDS);
  say(
    "",
    "Mean logarithm of the likelihood of an outage: where the fit has seen its monitor, and where it has not",
    table(["", "seen", "not seen"], [["what guides say", guides, guides], ...rows]),
  );
}

const percent = (share: number): string => `${(share * 100).toFixed(0)} %`;
const range = ({ share, low, high }: Share): string => `${percent(share)} (${percent(low)} to ${percent(high)})`;

/** How forecasts came true on monitors that the fit had not seen, for outages that have lasted so long already. */
function judgeForecasts(outages: readonly Recorded[]): void {
  const tables = withoutEach(BY_STATUS, outages);
  for (const [what, knows] of KNOWLEDGE) {
    say(
      "",
      `Over within the marks of the forecast, which knows ${what}`,
      table(
        [
          "minutes old",
          "outages",
          "monitors",
          "within 50 %",
          "within 90 %",
          "says a time",
          "says odds",
          "says nothing",
        ],
        AGES.map((age) => {
          const { half, ninth, monitors, said, outages: count } = coverageAt(age, outages, tables, knows);
          const saying = (says: Parameters<typeof said.get>[0]): string => percent(said.get(says) ?? 0);
          const marks = [range(half), range(ninth)];
          const words = [saying("ui_forecast_likely"), saying("ui_forecast_odds"), saying("nothing")];
          return [String(age / 60), String(count), String(monitors), ...marks, ...words];
        }),
      ),
    );
  }
  say("", "The same at once after the first failure that somebody meets who opens the site once in ...");
  for (const [name, gap] of VISITORS) {
    const [taken, told] = [0, gap].map((unseen) => coverageForVisitor(gap, outages, tables, unseen));
    const marks = (of: typeof told) => `${percent(of?.half ?? 0)} within 50 %, ${percent(of?.ninth ?? 0)} within 90 %`;
    say(`${name}: ${marks(taken)}; where the forecast knows of that: ${marks(told)}`);
  }
}

const KNOWLEDGE: ReadonlyArray<readonly [what: string, knows: Knows]> = [
  ["the status alone", statusAlone],
  ["the site's own history", withHistory],
];

/** What a status page's past incidents are worth to a forecast, for several ways in which pages may be kept. */
function judgePages(outages: readonly Recorded[]): void {
  const tables = withoutEach(BY_STATUS, outages);
  const known = outages.filter(({ earlier }) => earlier.length > 0);
  const row = ([name, knows]: readonly [name: string, knows: Knows]): string[] => {
    const kinds: KindsOf = (outage) => lastingKindsOf(knows(outage), tables[partOf(outage)]);
    const marks = [0, 600, 3_600].flatMap((age) => {
      const { half, ninth } = coverageAt(age, known, tables, knows);
      return [percent(half.share), percent(ninth.share)];
    });
    return [name, meanLogLikelihood(known, kinds).mean.toFixed(4), ...marks];
  };
  say(
    "",
    `${known.length} outages of sites with earlier ones: likelihood, and the share over within the marks for half and for`,
    "nine of ten at once, at ten minutes and at an hour, where the forecast knows the status and past incidents as written",
    table(
      ["", "likelihood", "at once", "", "10 min", "", "1 h", ""],
      [...KNOWLEDGE, ...PAGES.map(([name, writes]): readonly [string, Knows] => [name, withPage(writes)])].map(row),
    ),
  );
}

const VISITORS = [
  ["a minute", 60],
  ["ten minutes", 600],
  ["an hour", 3_600],
  ["a day", 86_400],
] as const;

const outages = recordedOutages();
if (outages) {
  fitAll(outages);
  judgeForecasts(outages);
  judgePages(outages);
} else {
  say("Name the table of recorded outages: npm run bench:outages -- FILE");
  process.exitCode = 2;
}
