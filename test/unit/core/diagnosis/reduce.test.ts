import { describe, expect, it } from "vitest";
import type { DiagnosisEvent } from "../../../../src/core/diagnosis/events.ts";
import { reduce } from "../../../../src/core/diagnosis/reduce.ts";
import { broughtBack, closedStatusPage, type Diagnosis, isComparable } from "../../../../src/core/diagnosis/state.ts";
import { viewOf } from "../../../../src/core/diagnosis/view.ts";
import { notSent } from "../../../../src/core/http/settled.ts";
import type { Incident } from "../../../../src/core/incident/incident.ts";
import type { Signals } from "../../../../src/core/incident/signals.ts";
import { NOTHING_TOLD, type Told } from "../../../../src/core/incident/told.ts";
import type { StatusAnswers } from "../../../../src/core/status-pages/model.ts";
import { failed, fails, navigation, ok, page, response, statusReport, works } from "../checks/given.ts";
import { askedIn, effectsOf, endOf, incident, lastOf, NOW, play, TOOK, viewsIn, world } from "./given.ts";

const FAILING = { page: page(), anonymous: fails, retries: [fails, fails, fails], root: fails };
const SERVED = { page: page(), anonymous: works, retries: [works, works, works], root: works };
/** After every check of these has ended. */
const LATER = NOW + 10_000;

/** A check that has come to its verdict by itself. */
const judged = (says: Partial<Signals> = FAILING, of: Partial<Incident> = {}): Diagnosis =>
  lastOf(play(incident(of), world(says)));
const told = (parts: Partial<Told>): DiagnosisEvent => ({ type: "told", told: { ...NOTHING_TOLD, ...parts } });
const reloaded = (reload: Signals["reload"], of: Partial<Incident> = {}): DiagnosisEvent => ({
  type: "reloaded",
  incident: incident(of),
  reload,
});
const RELOADS = { type: "reloads" } as const;

/** What becomes of a check through these events, with what is to be done after the last of them. */
function after(check: Diagnosis, ...events: readonly DiagnosisEvent[]) {
  return events.reduce<ReturnType<typeof reduce>>(([before], event) => reduce(before, event, LATER), [check, []]);
}
const does = ([, effects]: ReturnType<typeof reduce>) => effects.map((effect) => effect.do);

describe("a check", () => {
  it("holds the tab's plan back first, and gives it free last", () => {
    const effects = effectsOf(play(incident(), world(FAILING))).map((effect) => effect.do);
    expect(effects[0]).toBe("hold-plan");
    expect(effects.slice(-4)).toEqual(["keep", "show", "tell-plan", "free-plan"]);
  });

  it("tells the plan the cause of a verdict for the site's side, and of no other", () => {
    const words = (says: Partial<Signals>) =>
      effectsOf(play(incident(), world(says))).filter((effect) => effect.do === "tell-plan");
    expect(words(FAILING)).toEqual([{ do: "tell-plan", event: { type: "judged", cause: expect.any(String) } }]);
    expect(words(SERVED)).toEqual([]);
  });

  it("tells the plan the cause that bears the fewest requests, of those that cannot be told apart", () => {
    const told = (answer: Signals["anonymous"], status: number) => {
      const says = { page: page(), anonymous: answer, retries: [answer, answer, answer], root: answer };
      const moments = play(incident({ status, navigation: navigation({ status }) }), world(says));
      const causes = effectsOf(moments).flatMap((effect) =>
        effect.do === "tell-plan" && effect.event.type === "judged" ? [effect.event.cause] : [],
      );
      return { causes, verdict: viewOf(lastOf(moments)).verdict };
    };
    const refused = told(ok(response(503, { "x-block-reason": "geo" }, "<h1>Service Unavailable</h1>")), 503);
    expect(refused.verdict).toMatchObject({ side: "unsure", cause: "origin-down" });
    expect(refused.causes).toEqual(["blocked-address"]);
    const filtered = told(ok(response(503, {}, "URL is blocked by SpIDer Gate")), 503);
    expect(filtered.verdict).toMatchObject({ side: "unsure", cause: "local-proxy" });
    expect(filtered.causes).toEqual(["blocked-address"]);
    const down = told(ok(response(503, {}, "<h1>Service Unavailable</h1>")), 503);
    expect(down.verdict?.alternatives.length).toBeGreaterThan(0);
    expect(down.causes).toEqual([down.verdict?.cause]);
  });

  it("tells the plan of a form that the front page, which it watches, was seen to fail, and nothing of one that works", () => {
    const words = (root: Signals["root"]) =>
      effectsOf(play(incident({ method: "POST" }), world({ page: page(), root }))).filter(
        (effect) => effect.do === "tell-plan" && effect.event.type === "heard",
      );
    expect(words(fails)).toEqual([{ do: "tell-plan", event: { type: "heard", meaning: "fails", times: 1 } }]);
    expect(words(works)).toEqual([]);
  });

  it("takes a front page's silence for a failure only while others answer", () => {
    const words = (connectivity: Signals["connectivity"]) =>
      effectsOf(
        play(
          incident({ method: "POST", url: "http://shop.example/pay" }),
          world({ page: page(), root: failed(), connectivity }),
        ),
      ).filter((effect) => effect.do === "tell-plan" && effect.event.type === "heard").length;
    expect(words(ok("online"))).toBe(1);
    expect(words(ok("no-internet"))).toBe(0);
    expect(words(notSent("not-needed"))).toBe(0);
  });

  it("shows a row as soon as what it needs is complete, and not before", () => {
    const moments = play(incident(), world(FAILING, { "status-pages": null }));
    const rowsAt = (at: number) => {
      const check = moments.findLast((moment) => moment.at <= at)?.after;
      const rows = check ? viewOf(check).rows : [];
      return Object.fromEntries(rows.map(({ check: id, outcome }) => [id, outcome]));
    };
    expect(rowsAt(2 * TOOK)).toMatchObject({ "site-or-page": "fail", retry: "running" });
    expect(rowsAt(7_000)).toMatchObject({ retry: "running", "status-page": "running" });
    expect(rowsAt(8_000)).toMatchObject({ retry: "fail", "status-page": "running" });
    expect(rowsAt(28_000)).toMatchObject({ retry: "fail", "status-page": "not-applicable" });
  });

  it("is judged by what is known when an act breaks, and asks no more", () => {
    const moments = play(incident(), world(FAILING), { happens: [[2_000, { type: "broke", topic: "status-pages" }]] });
    expect(endOf(moments)).toBe(7_000 + 4 * TOOK);
    const broken = play(incident(), world(FAILING, { "status-pages": null }), {
      happens: [[2_000, { type: "broke", topic: "status-pages" }]],
    });
    expect(endOf(broken)).toBe(2_000);
    expect(askedIn(broken).every(([at]) => at <= 2_000)).toBe(true);
    expect(viewsIn(broken).at(-1)).toMatchObject({ phase: "done", verdict: { side: "server" } });
  });

  it("that was superseded while it asked gives the plan free, and says nothing more", () => {
    const moments = play(incident(), world(FAILING), { happens: [[500, { type: "superseded" }]] });
    const [last, ...rest] = moments.filter(({ at }) => at >= 500);
    expect(last?.effects).toEqual([{ do: "free-plan" }]);
    expect(effectsOf(rest)).toEqual([]);
    expect(does(after(judged(), { type: "superseded" }))).toEqual([]);
  });
});

describe("the user's reload", () => {
  it("opens a verdict again until it shows something, and asks the site nothing", () => {
    const reopened = after(judged(), RELOADS);
    expect(does(reopened)).toEqual(["show"]);
    expect(viewOf(reopened[0])).toMatchObject({ phase: "checking", finishedAt: null, endsBy: LATER + 8_000 });
    const closed = after(reopened[0], reloaded("works", { status: 503 }));
    expect(does(closed)).toEqual(["keep", "show"]);
    expect(viewOf(closed[0])).toMatchObject({ phase: "done", status: 503, finishedAt: LATER });
    expect(closed[0].signals).toMatchObject({ reload: "works", incident: { status: 503 } });
  });

  it("does not open a check that asks, nor one that is opened already", () => {
    const asking = play(incident(), world(FAILING)).find(({ at }) => at === 1_000 + TOOK)?.after;
    expect(asking && does(after(asking, RELOADS, reloaded("works")))).toEqual([]);
    expect(does(after(judged(), RELOADS, RELOADS))).toEqual([]);
  });

  it("is heard after the verdict though the user asked for none: a plan has loaded the tab", () => {
    const check = after(judged(), reloaded("fails"));
    expect(check[0].signals.reload).toBe("fails");
    expect(does(check)).toEqual(does(after(judged(), RELOADS, reloaded("fails"))));
    expect(does(check)).toContain("show");
  });

  it("leaves what came meanwhile to what the tab shows", () => {
    const askedPlaces = ok({
      home: { country: "DE", continent: "EU" },
      places: [],
      here: fails,
    }) as Signals["askedPlaces"];
    const opinions = { askedPlaces, address: notSent("not-needed") };
    const meanwhile = after(judged(), RELOADS, { type: "opinions", opinions });
    expect(does(meanwhile)).toEqual([]);
    expect(after(meanwhile[0], reloaded("fails"))[0].signals).toMatchObject({ askedPlaces, reload: "fails" });
  });

  it.each([
    ["works", true],
    ["works-past-cache", true],
    ["fails", false],
    ["not-tried", false],
  ] as const)("that %s has brought the page back: %s, for a minute", (reload, isBack) => {
    const [check] = after(judged(), RELOADS, reloaded(reload));
    expect(broughtBack(check, NOW + 59_999)).toBe(isBack);
    expect(broughtBack(check, NOW + 60_000)).toBe(false);
  });

  it("that fails by another's hand is judged by who wrote the new page, and the old one is nobody's word of it", () => {
    const navigations = { worker: navigation({ source: "page-worker" }), network: navigation({ status: 504 }) };
    const toNetwork = { navigation: navigations.network, status: 504 };
    const byWorker = judged({ ...SERVED, connectivity: ok("online") }, { navigation: navigations.worker, status: 503 });
    const [byNetwork] = after(byWorker, RELOADS, reloaded("fails", toNetwork));
    expect(byNetwork.signals).toMatchObject({
      navigation: navigations.network,
      incident: { status: 504 },
      page: { state: "not-sent" },
    });
    expect(viewOf(byNetwork).rows.find(({ check }) => check === "page-worker")?.outcome).toBe("pass");

    const [back] = after(byNetwork, RELOADS, reloaded("fails", { navigation: navigations.worker, status: 503 }));
    expect(back.signals).toMatchObject({ navigation: navigations.worker, page: { state: "not-sent" } });
    const [untold] = after(byWorker, RELOADS, reloaded("fails", { navigation: null }));
    expect(untold.signals).toMatchObject({ navigation: navigations.worker, page: { state: "ok" } });
  });

  it("can be compared with a verdict whose answers are of the last minute", () => {
    expect(isComparable(judged(), NOW + 59_999)).toBe(true);
    expect(isComparable(judged(), NOW + 60_000)).toBe(false);
    expect(isComparable(after(judged(), RELOADS)[0], NOW + 10_000)).toBe(false);
  });
});

describe("what the user says", () => {
  const signalsAfter = (...events: readonly DiagnosisEvent[]) => after(judged(), ...events)[0].signals;
  const compared = [RELOADS, reloaded("fails")];

  it("makes a reload from before it no comparison, if it works elsewhere", () => {
    const said = told({ privateWindow: "works" });
    expect(signalsAfter(...compared, said)).toMatchObject({ privateWindow: "works", reload: "not-tried" });
    expect(signalsAfter(...compared, said, ...compared, said)).toMatchObject({
      privateWindow: "works",
      reload: "fails",
    });
  });

  it.each([{ privateWindow: "fails" }, { otherDevice: "fails" }, { privateWindow: "works-signed-out" }] as const)(
    "leaves the reload standing otherwise: %j",
    (parts) => {
      expect(signalsAfter(...compared, told(parts))).toMatchObject({ ...parts, reload: "fails" });
    },
  );

  it("of one step leaves the comparison that was made for the other", () => {
    const first = told({ otherDevice: "works" });
    const both = told({ otherDevice: "works", privateWindow: "fails" });
    expect(signalsAfter(first, ...compared, both)).toMatchObject({
      otherDevice: "works",
      privateWindow: "fails",
      reload: "fails",
    });
  });

  it("stays in the check that has compared it, and lapses in one that has not", () => {
    const said = told({ otherDevice: "works" });
    expect(signalsAfter(said, told({})).otherDevice).toBe("not-asked");
    expect(signalsAfter(said, ...compared, told({}))).toMatchObject({ otherDevice: "works", reload: "fails" });
  });

  it("is kept and shown by a verdict, and only shown by a check that asks or waits for a reload", () => {
    const said = told({ privateWindow: "fails", begun: { id: "other-device", byHand: false } });
    expect(does(after(judged(), said))).toEqual(["keep", "show"]);
    expect(does(after(judged(), RELOADS, said))).toEqual(["show"]);
    const asking = play(incident(), world(FAILING), { happens: [[500, said]] }).filter(({ at }) => at === 500);
    expect(effectsOf(asking).map((effect) => effect.do)).toEqual(["show"]);
  });
});

describe("the status pages' answer", () => {
  const URL = "https://status.shop.example/";
  const RED = statusReport("major_outage");
  const answers = (parts: Partial<StatusAnswers> = {}): StatusAnswers => ({
    site: RED,
    gateway: notSent("not-needed"),
    url: URL,
    ...parts,
  });
  const statusPages = (after: number | null, parts: Partial<StatusAnswers> = {}) =>
    play(incident(), (question, times) =>
      question.of !== "status-pages"
        ? world(FAILING)(question, times)
        : after === null
          ? null
          : { after, reply: { to: "status-pages", answers: answers(parts) } },
    );

  it("shows the page, and what it says", () => {
    const moments = statusPages(500);
    expect(viewsIn(moments).at(-1)?.details.statusPageUrl).toBe(URL);
    expect(
      viewsIn(moments)
        .at(-1)
        ?.rows.find(({ check }) => check === "status-page")?.outcome,
    ).toBe("fail");
  });

  it("is weighed after the verdict, too", () => {
    const moments = statusPages(60_000);
    expect(endOf(moments)).toBe(28_000);
    expect(
      moments.filter(({ at }) => at > 28_000).map(({ at, effects }) => [at, effects.map((one) => one.do)]),
    ).toEqual([[60_000 + TOOK, ["keep", "show"]]]);
    expect(lastOf(moments).signals.statusPage).toEqual(RED);
  });

  it("tells the plan when a maintenance is to end", () => {
    const end = NOW + 3_600_000;
    const notice = {
      kind: "maintenance",
      title: "Moving to new servers",
      impact: "maintenance",
      startedAt: NOW - 3_600_000,
      updatedAt: null,
      endsAt: end,
      url: null,
      componentNames: [],
    } as const;
    const report = statusReport("maintenance", { notices: [notice] });
    const site = { ...report, at: NOW } as typeof report;
    const words = effectsOf(statusPages(500, { site })).filter((effect) => effect.do === "tell-plan");
    expect(words[0]).toEqual({ do: "tell-plan", event: { type: "announced", end } });
  });

  it("tells the plan how long the site's last incidents took, after the verdict too", () => {
    const past = [{ title: "It failed", startedAt: NOW - 7_200_000, endedAt: NOW - 3_600_000, componentNames: [] }];
    const report = statusReport("operational", { past });
    const site = { ...report, at: NOW } as typeof report;
    for (const took of [500, 60_000]) {
      const words = effectsOf(statusPages(took, { site })).filter(
        (effect) => effect.do === "tell-plan" && effect.event.type === "published",
      );
      expect(words).toEqual([{ do: "tell-plan", event: { type: "published", lengths: [3_600] } }]);
    }
  });

  describe("where the user's leave is needed,", () => {
    const granted = (url = URL): DiagnosisEvent => ({ type: "granted", url });
    const closed = (): Diagnosis => lastOf(statusPages(500, { site: notSent("forbidden") }));

    it("is asked for once it is given, by the first who tells of it", () => {
      const check = closed();
      expect(closedStatusPage(check)).toBe(URL);
      const [asking, effects] = after(check, granted());
      expect(effects).toEqual([{ do: "ask", question: { of: "status-pages", granted: URL } }]);
      expect(does(after(asking, granted()))).toEqual([]);
      const [open, shown] = after(asking, { type: "answered", reply: { to: "status-pages", answers: answers() } });
      expect(shown.map((effect) => effect.do)).toEqual(["keep", "show"]);
      expect(closedStatusPage(open)).toBeNull();
      expect(does(after(open, granted()))).toEqual([]);
    });

    it("is not asked for by a leave for another page, nor where none is closed", () => {
      expect(does(after(closed(), granted("https://other.example/")))).toEqual([]);
      expect(does(after(judged(), granted()))).toEqual([]);
    });

    it("can be asked for again when the act broke", () => {
      const [asking] = after(closed(), granted());
      const broke = after(asking, { type: "broke", topic: "status-pages" });
      expect(broke[1]).toEqual([]);
      expect(does(after(broke[0], granted()))).toEqual(["ask"]);
    });
  });
});

describe("an answer after the verdict", () => {
  it("changes nothing, unless it is the status pages'", () => {
    const moments = play(
      incident({ url: "http://shop.example/cart" }),
      world(FAILING, { repetition: 40_000, "front-page": 40_000, "way-out": 40_000 }),
    );
    expect(endOf(moments)).toBe(28_000);
    const late = moments.filter(({ at }) => at > 28_000);
    expect(late).toHaveLength(3);
    expect(effectsOf(late)).toEqual([]);
    expect(new Set(late.map(({ after: { signals } }) => signals)).size).toBe(1);
  });
});
