import { CAUSE_IDS } from "../../../src/core/evidence/causes.ts";
import { alwaysServer, hasIncident, retryThreeTimes } from "./baselines.ts";
import { confusion, confusionTable } from "./confusion.ts";
import { type Figures, figuresOf, forecastsOf } from "./figures.ts";
import { CAUSE_GOAL, GOAL, goalOf, untellableOf } from "./goal.ts";
import { priorWeights } from "./prior-weights.ts";
import { reliability } from "./reliability.ts";
import { outcomeOf, type Run, suffices } from "./run.ts";
import type { Share } from "./wilson.ts";

const percent = (value: number): string => (Number.isNaN(value) ? "–" : `${(100 * value).toFixed(1)} %`);
const interval = ({ share, low, high }: Share): string =>
  Number.isNaN(share) ? "–" : `${percent(share)} (${(100 * low).toFixed(1)}–${(100 * high).toFixed(1)})`;
const decimal = (value: number): string => (Number.isNaN(value) ? "–" : value.toFixed(3));

const HEAD = `| | scenarios | side right (95 %) | cause right, of verdicts (95 %) | abstained | no step | missed | guessed | wrong side | Brier |
|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|`;

const figuresRow = (name: string, f: Figures): string =>
  `| ${name} | ${f.count} | ${interval(f.sideRight)} | ${interval(f.causeRight)} | ${f.abstained} | ${f.noStep} | ${f.missed} | ${f.guessed} | ${f.wrongSide} | ${decimal(f.brier)} |`;

/** The figures of the product and of both baselines, for the lab's mix and for the field's. */
export function figuresTable(runs: readonly Run[]): string {
  const incidents = runs.filter(hasIncident);
  const prior = priorWeights(incidents);
  const always = incidents.map(alwaysServer);
  const thrice = incidents.map(retryThreeTimes);
  return [
    HEAD,
    figuresRow("Faultline, all scenarios", figuresOf(runs)),
    figuresRow("- held back", figuresOf(runs.filter(({ held }) => held))),
    figuresRow("- not held back", figuresOf(runs.filter(({ held }) => !held))),
    figuresRow("- evidence suffices", figuresOf(runs.filter(suffices))),
    figuresRow("- one browser cannot tell", figuresOf(runs.filter((run) => !suffices(run)))),
    figuresRow("Faultline, failing pages only", figuresOf(incidents)),
    figuresRow('"always the server"', figuresOf(always)),
    figuresRow('"retry three times"', figuresOf(thrice)),
    figuresRow("Faultline, field prior", figuresOf(incidents, prior)),
    figuresRow('"always the server", field prior', figuresOf(always, prior)),
    figuresRow('"retry three times", field prior', figuresOf(thrice, prior)),
  ].join("\n");
}

/** How the promise stands, in sentences. */
export function goalText(runs: readonly Run[]): string {
  const { sufficing, right, share, isReached, causes, areCausesReached, wrongSide, wrong } = goalOf(runs);
  const wanted = (goal: number) => `${(100 * goal).toFixed(0)} % or more`;
  const kept = (isKept: boolean) => (isKept ? "kept" : "not kept");
  return [
    `Where one browser can know, ${sufficing} scenarios:`,
    [
      `- Verdicts for the wrong side: ${wrongSide}. Promised are none: ${kept(wrongSide === 0)}. So many show, with 95 % confidence, at most ${percent(wrong.high)} of faults like these.`,
      `- Side right: ${right}, ${interval(share)}. Promised are ${wanted(GOAL)}: ${kept(isReached)}.`,
      `- Cause right, of the verdicts that name a side: ${interval(causes)}. Promised are ${wanted(CAUSE_GOAL)}: ${kept(areCausesReached)}.`,
    ].join("\n"),
    untellableText(runs),
  ].join("\n\n");
}

/** What was said where one browser cannot know, in a paragraph of its own. */
function untellableText(runs: readonly Run[]): string {
  const { count, honest, noStep, guessed, wrongSide, brier, boldest } = untellableOf(runs);
  if (count === 0) return "None that one browser cannot tell.";
  const bold = guessed + wrongSide === 0 ? "" : ` The boldest of those stood at ${decimal(boldest)}.`;
  return `Where one browser cannot know, ${count} scenarios, which count for no promise above: ${honest} got "unsure" with a step that settles it, ${noStep} without one; ${guessed} named the true side and ${wrongSide} the other.${bold} Brier score ${decimal(brier)}, where "unsure" gives each side one half and 0.250 is a coin.`;
}

/** How each family of scenarios fared. */
export function familiesTable(
  runs: ReadonlyArray<Run & { readonly family: string }>,
  families: ReadonlyArray<{ readonly id: string; readonly about: string }>,
): string {
  const rows = families.flatMap(({ id, about }) => {
    const own = runs.filter(({ family }) => family === id);
    if (own.length === 0) return [];
    const { sideRight, wrongSide, causeRight } = figuresOf(own);
    const cannotTell = own.filter((run) => !suffices(run)).length;
    return [
      `| ${id} | ${about} | ${own.length} | ${cannotTell} | ${percent(sideRight.share)} | ${percent(causeRight.share)} | ${wrongSide} |`,
    ];
  });
  return [
    "| family | what it is about | scenarios | one browser cannot tell | side right | cause right, of verdicts | wrong side |",
    "|---|---|--:|--:|--:|--:|--:|",
    ...rows,
  ].join("\n");
}

/** Scenarios that one browser cannot tell, with what was said of each; they count as right only when it was `unsure`. */
export function untellableTable(runs: readonly Run[]): string {
  const rows = runs.filter((run) => !suffices(run));
  if (rows.length === 0) return "None.";
  return [
    "| scenario | truth | said | |",
    "|---|---|---|---|",
    ...rows.map(
      (run) =>
        `| ${run.id} | ${run.truth.side} ${run.truth.cause ?? ""} | ${run.verdict.side} ${run.verdict.cause} ${decimal(run.verdict.confidence)} | ${outcomeOf(run)} |`,
    ),
  ].join("\n");
}

/** Scenarios that got no side, or none of their own, though one browser could have told; as a list. */
export function leftOpen(runs: readonly Run[]): string {
  const open = runs.filter((run) => suffices(run) && ["abstained", "missed"].includes(outcomeOf(run)));
  if (open.length === 0) return "None.";
  return open
    .map(
      ({ id, fault, truth, verdict }) =>
        `- \`${id}\` (${fault}): ${verdict.side} ${verdict.cause}, is ${truth.side} ${truth.cause ?? ""}`,
    )
    .join("\n");
}

/** Confusion by side: an honest `unsure` is the truth where one browser cannot tell. */
export const sideMatrix = (runs: readonly Run[]): string =>
  confusionTable(
    confusion(
      runs.map(({ truth, verdict }) => [truth.needsAnotherBrowser ? "unsure" : truth.side, verdict.side]),
      ["server", "you", "unsure", "none"],
    ),
  );

/** Confusion by cause; what names no cause is shown as its side. */
export const causeMatrix = (runs: readonly Run[]): string =>
  confusionTable(
    confusion(
      runs.map(({ truth, verdict }) => [
        truth.cause ?? "none",
        verdict.side === "none"
          ? "none"
          : verdict.side === "unsure" && verdict.cause !== "bot-check"
            ? "unsure"
            : verdict.cause,
      ]),
      [...CAUSE_IDS, "unsure", "none"],
    ),
  );

/** How often verdicts of each confidence were for the right side. */
export function reliabilityTable(runs: readonly Run[]): string {
  const rows = reliability(
    forecastsOf(
      runs,
      runs.map(() => 1),
    ),
  ).filter(({ count }) => count > 0);
  return [
    "| confidence | verdicts | named on average | came true (95 %) |",
    "|---|--:|--:|--:|",
    ...rows.map(
      ({ from, to, count, named, cameTrue }) =>
        `| ${from}–${to} | ${count} | ${decimal(named)} | ${interval(cameTrue)} |`,
    ),
  ].join("\n");
}
