import { describe, expect, it } from "vitest";
import { CHECKS } from "../../../../src/core/checks/index.ts";
import type { SignalName, Signals } from "../../../../src/core/incident/signals.ts";
import { present } from "../../../../src/core/verdict/present.ts";
import { works } from "../checks/given.ts";
import { BARE_503 } from "./real-reports/bare-503.ts";
import { BLOCKED_VISITORS } from "./real-reports/blocked-visitors.ts";
import { CLEAR_WORDS } from "./real-reports/clear-words.ts";
import { FRAMES } from "./real-reports/frames.ts";
import { MAINTENANCE } from "./real-reports/maintenance.ts";
import { NAMED_WRITERS } from "./real-reports/named-writers.ts";
import { ORDINARY_OUTAGES } from "./real-reports/ordinary-outages.ts";
import { OWN_FILTERS } from "./real-reports/own-filters.ts";
import { type Report, type Seen, signalsOf } from "./real-reports/report.ts";
import { SHARED_SENTENCES } from "./real-reports/shared-sentences.ts";
import { SWITCHED_OFF } from "./real-reports/switched-off.ts";
import { UNKNOWN_BOXES } from "./real-reports/unknown-boxes.ts";
import { WAITS } from "./real-reports/waits.ts";
import { WAYS } from "./real-reports/ways.ts";

const KINDS: ReadonlyArray<readonly [kind: string, reports: readonly Report[]]> = [
  ["a block of this visitor", BLOCKED_VISITORS],
  ["a clear word beside what sounds like a program's reason", CLEAR_WORDS],
  ["a plain failure in the frame of its site", FRAMES],
  ["an outage in the words of something else", ORDINARY_OUTAGES],
  ["a box of the user's", UNKNOWN_BOXES],
  ["a filter of the user's own", OWN_FILTERS],
  ["a way that answers for an unrelated address too, or its look-alike", WAYS],
  ["a writer or a reason where nobody looked", NAMED_WRITERS],
  ["switched off, or its plan used up", SWITCHED_OFF],
  ["the word maintenance", MAINTENANCE],
  ["a 503 that gives no known reason", BARE_503],
  ["a sentence that many programs share", SHARED_SENTENCES],
  ["a wait, or a number that stands for one", WAITS],
];

/** What the popup says in the end. */
function said(given: Signals) {
  const { url, status } = given.incident;
  const { navigation } = given;
  const view = present(
    {
      ...{ id: "i", tabId: 7, url, status, navigation },
      ...{ since: 1_000, noticed: "click", method: "GET", private: false },
    },
    given,
    {
      ...{ id: "c", order: CHECKS, startedAt: 2_000, endsBy: 10_000, finishedAt: 9_000 },
      ...{ known: new Set(Object.keys(given) as SignalName[]), statusPageUrl: null, begun: null },
    },
  );
  const { gateway, gatewayWord: word, gatewayDetail: detail } = view.details;
  const { side, cause, alternatives = [] } = view.verdict ?? {};
  return { side, cause, named: [cause, ...alternatives], gateway, word, detail };
}

const listed = <T>(one: T | readonly T[] | undefined): readonly T[] =>
  one === undefined ? [] : Array.isArray(one) ? (one as readonly T[]) : [one as T];

function expectRight(report: Report, seen: Seen): void {
  const right = seen === "strangers" ? { ...report.right, ...report.onceAsked } : report.right;
  const { side, cause, named, gateway, word, detail } = said(signalsOf(report, seen));
  if (right.side !== undefined) expect(side).toBe(right.side);
  if (right.notSide !== undefined) expect(side).not.toBe(right.notSide);
  if (right.cause !== undefined) expect(listed(right.cause)).toContain(cause);
  if (right.notCause !== undefined) expect(listed(right.notCause)).not.toContain(cause);
  if (right.among !== undefined) expect(named).toContain(right.among);
  if (right.gateway !== undefined) expect(gateway).toBe(right.gateway);
  if (right.notGateway !== undefined) expect(gateway).not.toBe(right.notGateway);
  if (right.word !== undefined) expect(word).toBe(right.word);
  if (right.notWord !== undefined) expect(word).not.toBe(right.notWord);
  if (right.detail !== undefined) expect(detail).toBe(right.detail);
}

describe.each(KINDS)("pages as people report them: %s", (_kind, reports) => {
  it.each(reports.map((report) => [report.what, report] as const))("%s", (_what, report) => {
    expectRight(report, "strangers");
    if (!report.headersOnly) expectRight(report, "document");
  });
});

describe("a block of this visitor", () => {
  it("of one page is no fault of that page, while the front page is served", () => {
    for (const report of BLOCKED_VISITORS.filter(({ right }) => right.side === "unsure")) {
      const { side, cause } = said({ ...signalsOf(report, "strangers"), root: works });
      expect({ side, cause }, report.what).toEqual({ side: report.right.side, cause: report.right.cause });
    }
  });
});
