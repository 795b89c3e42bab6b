import { describe, expect, it } from "vitest";
import { CHECKS } from "../../../../src/core/checks/index.ts";
import { meaningOf } from "../../../../src/core/http/answer.ts";
import { hostKind } from "../../../../src/core/http/host-kind.ts";
import type { Incident } from "../../../../src/core/incident/incident.ts";
import { isBack } from "../../../../src/core/incident/reload.ts";
import type { SignalName, Signals } from "../../../../src/core/incident/signals.ts";
import type { Message } from "../../../../src/core/message.ts";
import { present } from "../../../../src/core/verdict/present.ts";
import type { CheckView } from "../../../../src/core/verdict/view.ts";
import { holds } from "../../../property.ts";
import { fails, signals, works } from "../checks/given.ts";
import { anySignals } from "../checks/random.ts";

const incident = ({ incident: { url, status, protected: isProtected }, navigation }: Signals): Incident => ({
  id: "i",
  tabId: 7,
  url,
  status,
  since: 1_000,
  noticed: "click",
  method: isProtected ? "POST" : "GET",
  private: false,
  navigation,
});

const viewOf = (given: Signals): CheckView =>
  present(incident(given), given, {
    id: "c",
    order: CHECKS,
    startedAt: 2_000,
    endsBy: 10_000,
    finishedAt: 9_000,
    known: new Set(Object.keys(given) as SignalName[]),
    statusPageUrl: null,
    begun: null,
  });

const meanings = (...tried: ReadonlyArray<Signals["anonymous"]>): string[] =>
  tried.flatMap((one) => (one.state === "ok" ? [meaningOf(one.value)] : []));

/** What was seen, told apart here from the signals themselves and not from what the checks make of them. */
const SEEN = {
  strangerFails: ({ anonymous, retries, askedPlaces }: Signals) =>
    meanings(anonymous, ...retries, ...(askedPlaces.state === "ok" ? [askedPlaces.value.here] : [])).some((meaning) =>
      ["fails", "limits"].includes(meaning),
    ),
  strangerAnswered: ({ anonymous, retries }: Signals) =>
    meanings(anonymous, ...retries).some((meaning) => meaning !== "fails" && meaning !== "limits"),
  frontPageFails: ({ root }: Signals) => root.state === "failed" || meanings(root).includes("fails"),
  frontPageWorks: ({ root }: Signals) => meanings(root).includes("works"),
  frontPageAnswers: ({ root }: Signals) =>
    meanings(root).some((meaning) => ["works", "redirects", "refuses"].includes(meaning)),
  placesFail: ({ askedPlaces }: Signals) =>
    askedPlaces.state === "ok" && askedPlaces.value.places.some(({ result }) => result === "down"),
  userSawItFail: ({ privateWindow, otherDevice }: Signals) => privateWindow === "fails" || otherDevice === "fails",
  otherAnswerInPlace: ({ connectivity }: Signals) =>
    connectivity.state === "ok" && !["online", "opaque"].includes(connectivity.value),
  wayWorks: ({ incident: { url, status }, connectivity }: Signals) =>
    (url.startsWith("https:") && status !== null) ||
    (connectivity.state === "ok" && ["online", "opaque"].includes(connectivity.value)) ||
    hostKind(new URL(url).hostname) !== "public",
  tabIsBack: ({ reload }: Signals) => isBack(reload),
} as const satisfies Record<string, (given: Signals) => boolean>;
type Sight = keyof typeof SEEN;

/** What is claimed, and what must have been seen for it: every line, one of each. */
const CLAIMS: ReadonlyArray<readonly [claim: RegExp, needs: ReadonlyArray<readonly Sight[]>]> = [
  [/^side_server_sure$/, [["strangerFails", "placesFail", "userSawItFail", "tabIsBack"]]],
  [
    /^(?:not_needed_cookies|cause_(?:origin|overload|maintenance|switched|misconf|gateway|page_only|intermittent|local|captive|stale_add|blocked|stale_cache|page_worker).*_not_needed)$/,
    [["strangerFails", "frontPageFails", "placesFail", "userSawItFail", "otherAnswerInPlace", "tabIsBack"]],
  ],
  [
    /^(?:not_needed_router|cause_(?:origin|overload|maintenance|switched|misconf|gateway|page_only|intermittent).*_not_needed)$/,
    [["wayWorks", "placesFail", "userSawItFail"]],
  ],
  [/^cause_page_only_(?:headline|why)$/, [["frontPageWorks"], ["strangerFails", "placesFail", "userSawItFail"]]],
  [/^side_unsure_why_(?:perhaps_)?page_worker_online$/, [["wayWorks"]]],
  [/^cause_transient_untried_/, [["strangerFails"], ["strangerAnswered"]]],
  [/^cause_transient_(?:headline|why|lasts)$/, [["tabIsBack"]]],
  [/^cause_intermittent_why$/, [["strangerFails"], ["strangerAnswered"]]],
  [/^cause_regional_why$/, [["placesFail"]]],
  [/^cause_signed_in_why(?:_untried)?$/, [["strangerAnswered"]]],
  [/^cause_signed_in_why$/, [["userSawItFail"]]],
  [/^side_unsure_why_(?:account|works_anonymously)$/, [["strangerAnswered"]]],
  [/^side_unsure_why_front_page$/, [["frontPageAnswers"]]],
  [/^side_unsure_why_nobody$/, [["otherAnswerInPlace"]]],
  [/^check_cookies_same$/, [["strangerFails"]]],
  [/^check_site_page_only$/, [["frontPageWorks"], ["strangerFails"]]],
  [/^check_connection_(?:works|proven)$/, [["wayWorks"]]],
];

const keysOf = ({ key, args = [] }: Message): string[] => [
  key,
  ...args.flatMap((arg) => (typeof arg === "string" ? [] : keysOf(arg))),
];

const said = ({ verdict, rows }: CheckView): string[] => {
  const words = verdict
    ? [verdict.headline, verdict.why, verdict.advice, verdict.lasts, verdict.notNeeded, verdict.actionNote]
    : [];
  return [...words.flatMap((one) => (one ? [one] : [])), ...rows.map(({ says }) => says)].flatMap(keysOf);
};

/** What chance seldom brings. */
const SELDOM: readonly Signals[] = [
  signals({ anonymous: fails, retries: [fails, works, works] }),
  signals({ anonymous: works, retries: [works, works, works], reload: "fails", privateWindow: "fails" }),
];

describe("what is said", () => {
  it("is shown by what was seen, each claim by its own, and each claim is made somewhere", () => {
    const made = new Set<RegExp>();
    const expectShown = (given: Signals) => {
      const keys = said(viewOf(given));
      for (const [claim, needs] of CLAIMS) {
        const key = keys.find((one) => claim.test(one));
        if (key === undefined) continue;
        made.add(claim);
        for (const sights of needs) {
          expect(
            sights.some((sight) => SEEN[sight](given)),
            `${key} without ${sights.join(" or ")}`,
          ).toBe(true);
        }
      }
    };
    holds([anySignals], (given) => void expectShown(given), { runs: 800, reaches: 0.5 });
    for (const given of SELDOM) expectShown(given);
    expect(CLAIMS.map(([claim]) => claim).filter((claim) => !made.has(claim))).toEqual([]);
  });

  it("calls a link of the way working only where it was shown to work", () => {
    const working = new Set<string>();
    holds(
      [anySignals],
      (given) => {
        const { path } = viewOf(given);
        for (const link of ["you", "network", "gateway", "site"] as const) {
          if (path[link] === "working") working.add(link);
        }
        expect(path.network === "working" && !SEEN.wayWorks(given)).toBe(false);
        expect(path.gateway === "working" && path.network !== "working" && !SEEN.wayWorks(given)).toBe(false);
        expect(
          path.you === "working" &&
            ![SEEN.strangerFails, SEEN.placesFail, SEEN.userSawItFail, SEEN.tabIsBack].some((seen) => seen(given)),
        ).toBe(false);
      },
      { runs: 200 },
    );
    expect([...working].sort()).toEqual(["gateway", "network", "site", "you"]);
  });
});
