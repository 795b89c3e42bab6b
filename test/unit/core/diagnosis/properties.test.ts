import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DiagnosisEvent } from "../../../../src/core/diagnosis/events.ts";
import type { Question, Topic } from "../../../../src/core/diagnosis/question.ts";
import { closedStatusPage, type Diagnosis } from "../../../../src/core/diagnosis/state.ts";
import { notSent } from "../../../../src/core/http/settled.ts";
import type { Incident } from "../../../../src/core/incident/incident.ts";
import { ANSWERS } from "../../../../src/core/incident/told.ts";
import { holds } from "../../../property.ts";
import { navigation, URL_ASKED } from "../checks/given.ts";
import { anySignals } from "../checks/random.ts";
import {
  addressesIn,
  effectsOf,
  endOf,
  type Happening,
  incident,
  type Moment,
  play,
  replyFrom,
  type World,
} from "./given.ts";

/** What the site itself hears. */
const OF_SITE: readonly Topic[] = ["stranger", "front-page", "repetition", "page-worker"];
const MOST_REQUESTS = 6;
const PATIENCE_MS = 28_000;

const anyIncident: fc.Arbitrary<Incident> = fc
  .record({
    url: fc.constantFrom(
      URL_ASKED,
      "https://shop.example/",
      "http://shop.example/cart",
      "http://localhost:3000/x",
      "https://shop.example/pay?token=1",
    ),
    status: fc.constantFrom(502, 503, 500, 429, null),
    method: fc.constantFrom("GET" as const, "POST" as const, "unknown" as const),
    noticed: fc.constantFrom("sentinel" as const, "click" as const, "requests" as const),
    navigation: fc.option(
      fc
        .constantFrom("network" as const, "passed-on" as const, "page-worker" as const)
        .map((source) => navigation({ source })),
      { freq: 5 },
    ),
  })
  .map(incident);

/** Everybody answers with something, after some time; some never do. */
const anyWorld: fc.Arbitrary<World> = fc
  .tuple(anySignals, fc.infiniteStream(fc.option(fc.oneof(fc.nat(300), fc.nat(40_000)), { freq: 12 })))
  .map(([given, waits]) => (question, times) => {
    const after = waits.next().value as number | null;
    return after === null ? null : { after, reply: replyFrom(given, question, times) };
  });

const nothing = notSent("not-needed");
const anyEvent: fc.Arbitrary<DiagnosisEvent | ((check: Diagnosis) => DiagnosisEvent)> = fc.oneof(
  fc.record({
    type: fc.constant("told" as const),
    told: fc.record({
      privateWindow: fc.constantFrom("not-asked" as const, ...ANSWERS["private-window"]),
      otherDevice: fc.constantFrom("not-asked" as const, ...ANSWERS["other-device"]),
      begun: fc.constant(null),
    }),
  }),
  fc.constant<DiagnosisEvent>({ type: "reloads" }),
  fc.constantFrom("works" as const, "fails" as const, "not-tried" as const).map(
    (reload) =>
      ({ incident: of }: Diagnosis): DiagnosisEvent => ({ type: "reloaded", incident: { ...of, status: 503 }, reload }),
  ),
  anySignals.map(
    ({ askedPlaces, address }): DiagnosisEvent => ({ type: "opinions", opinions: { askedPlaces, address } }),
  ),
  fc.constant((check: Diagnosis): DiagnosisEvent => ({ type: "granted", url: closedStatusPage(check) ?? URL_ASKED })),
  fc
    .constantFrom<Topic>(
      "page",
      "stranger",
      "front-page",
      "repetition",
      "page-worker",
      "way-out",
      "status-pages",
      "plan",
    )
    .chain((topic) =>
      fc.constantFrom<DiagnosisEvent>(
        { type: "broke", topic },
        // An answer that nobody waits for.
        { type: "answered", reply: { to: "front-page", settled: nothing } },
      ),
    ),
);

/** Whatever may happen to a check within a minute. */
const anyHappenings: fc.Arbitrary<Happening[]> = fc.array(fc.tuple(fc.nat(60_000), anyEvent), { maxLength: 5 });
const superseded: DiagnosisEvent = { type: "superseded" };

/** Each case is a whole check, with a view for each of its steps. */
const RUNS = 30;

const asks = ({ effects }: Moment): Question[] =>
  effects.flatMap((effect) => (effect.do === "ask" ? [effect.question] : []));

describe("whatever happens, a check", () => {
  it("costs the site at most six requests", () => {
    holds(
      [anyIncident, anyWorld, anyHappenings],
      (of, world, happens) => {
        const heard = play(of, world, { happens })
          .flatMap(asks)
          .filter((question) => OF_SITE.includes(question.of));
        expect(heard.length).toBeLessThanOrEqual(MOST_REQUESTS);
      },
      { runs: RUNS },
    );
  });

  it("never asks a second question of a kind while the first is open", () => {
    holds(
      [anyIncident, anyWorld, anyHappenings],
      (of, world, happens) => {
        for (const moment of play(of, world, { happens })) {
          const { event, before } = moment;
          const answered = event?.type === "answered" ? event.reply.to : event?.type === "broke" ? event.topic : null;
          const open = (before?.unanswered ?? []).filter((topic) => topic !== answered);
          const all = [...open, ...asks(moment).map((question) => question.of)];
          expect(all.length).toBe(new Set(all).size);
        }
      },
      { runs: RUNS },
    );
  });

  it("ends within 28 seconds, and gives the plan that it held back free, once", () => {
    holds(
      [anyIncident, anyWorld, anyHappenings],
      (of, world, happens) => {
        const moments = play(of, world, { happens });
        expect(endOf(moments)).toBeLessThanOrEqual(PATIENCE_MS);
        const freed = moments.filter(({ effects }) => effects.some((effect) => effect.do === "free-plan"));
        expect(freed.map(({ at }) => at)).toEqual([endOf(moments)]);
      },
      { runs: RUNS },
    );
  });

  it("says nothing more once it is superseded, and gives the plan free by then", () => {
    holds(
      [anyIncident, anyWorld, anyHappenings, fc.nat(40_000)],
      (of, world, happens, at) => {
        const moments = play(of, world, { happens: [...happens, [at, superseded]] });
        const then = moments.findIndex(({ event }) => event === superseded);
        expect(effectsOf(moments.slice(then + 1))).toEqual([]);
        expect(effectsOf(moments.slice(0, then + 1)).filter((effect) => effect.do === "free-plan")).toHaveLength(1);
      },
      { runs: RUNS },
    );
  });

  it("asks nothing of its own any more after its verdict, and takes in no answer but the status pages'", () => {
    holds(
      [anyIncident, anyWorld, anyHappenings],
      (of, world, happens) => {
        for (const moment of play(of, world, { happens })) {
          const { event, before, after } = moment;
          if (before?.state.name !== "judged") continue;
          expect(asks(moment).every((question) => question.of === "status-pages")).toBe(true);
          if (event?.type !== "answered" || event.reply.to === "status-pages") continue;
          expect([after.signals, after.known]).toEqual([before.signals, before.known]);
        }
      },
      { runs: RUNS, reaches: 0.5 },
    );
  });

  it("never asks for a page that must not be asked for, nor for more than its site", () => {
    holds(
      [anyIncident, anyWorld, anyHappenings],
      (of, world, happens) => {
        const moments = play(of, world, { happens });
        const frontPage = new URL("/", of.url).href;
        const isProtected = moments[0]?.after.signals.incident.protected;
        const allowed = isProtected ? [frontPage] : [frontPage, of.url];
        expect(allowed).toEqual(expect.arrayContaining(addressesIn(moments)));
      },
      { runs: RUNS },
    );
  });

  it("knows everything when it ends before its patience does, and nothing broke", () => {
    holds(
      [anyIncident, anyWorld],
      (of, world) => {
        const moments = play(of, world);
        const end = moments.find(({ after }) => after.state.name === "judged");
        if (!end || end.at >= PATIENCE_MS) return;
        expect([...end.after.known].sort()).toEqual(Object.keys(end.after.signals).sort());
      },
      { runs: RUNS, reaches: 0.2 },
    );
  });
});
