import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CHECKS } from "../../../../src/core/checks/index.ts";
import type { Incident } from "../../../../src/core/incident/incident.ts";
import type { SignalName, Signals } from "../../../../src/core/incident/signals.ts";
import { type Progress, present } from "../../../../src/core/verdict/present.ts";
import { holds } from "../../../property.ts";
import {
  fails,
  navigation,
  ok,
  PROTECTED,
  page,
  redirect,
  response,
  signals,
  statusReport,
  works,
} from "../checks/given.ts";
import { anySignals } from "../checks/random.ts";

const URL_ASKED = "https://shop.example/cart";
const INCIDENT: Incident = {
  id: "incident-1",
  tabId: 7,
  url: URL_ASKED,
  status: 502,
  since: 1_000,
  noticed: "sentinel",
  method: "GET",
  private: false,
  navigation: navigation(),
};
const DONE: Progress = {
  id: "check-1",
  order: CHECKS,
  startedAt: 2_000,
  endsBy: 10_000,
  finishedAt: 9_000,
  known: new Set(Object.keys(signals()) as SignalName[]),
  statusPageUrl: null,
  begun: null,
};
const always = (answer: Signals["anonymous"]) => ({ anonymous: answer, retries: [answer, answer, answer] });
const usual = (parts: Partial<Signals>): Signals =>
  signals({
    navigation: navigation(),
    page: page(),
    connectivity: ok("online"),
    statusPage: ok(null),
    root: works,
    ...parts,
  });
const presented = (given: Signals, over: Partial<Incident> = {}, progress: Partial<Progress> = {}) => {
  const { url, status } = given.incident;
  return present({ ...INCIDENT, url, status, navigation: given.navigation, ...over }, given, { ...DONE, ...progress });
};

/** A bad cookie and a dead account system: strangers are served, and the tab failed again. */
const TWINS = usual({ ...always(works), reload: "fails" });

const REFUSAL = "Reference #18.2d351ab8.1557333295.a4e16ab";
const FAILING_HOST = {
  host: "shop.example",
  failed: 3,
  statuses: [503],
  url: URL_ASKED,
  status: 503,
  repeatable: true,
};
const refused = (parts: Partial<Signals> = {}) =>
  usual({
    incident: { url: URL_ASKED, status: 503, protected: false },
    ...always(ok(response(503, {}, REFUSAL))),
    root: ok(response(503, {}, REFUSAL)),
    page: page({ html: REFUSAL }),
    ...parts,
  });

describe("a bad cookie and its twin, an outage for those signed in", () => {
  it("are settled by a private window, so that step is offered", () => {
    const { verdict, step, rows } = presented(TWINS);
    expect(verdict).toMatchObject({ side: "unsure", action: "open-private-window" });
    expect(step).toEqual({ id: "private-window", state: "offered" });
    expect(rows.find(({ check }) => check === "private-window")).toMatchObject({ outcome: "inconclusive" });
  });

  it("is the cookie when a fresh sign-in works and the tab fails once more", () => {
    expect(presented({ ...TWINS, privateWindow: "works" }).verdict).toMatchObject({ side: "you", cause: "cookies" });
  });

  it("is the outage when a fresh sign-in fails as well", () => {
    expect(presented({ ...TWINS, privateWindow: "fails" }).verdict).toMatchObject({
      side: "server",
      cause: "signed-in",
    });
  });

  it("is the outage also where strangers are sent to a sign-in", () => {
    const given = usual({ ...always(ok(redirect)), root: ok(redirect), reload: "fails" });
    expect(presented(given).verdict).toMatchObject({ side: "unsure", action: "open-private-window" });
    expect(presented({ ...given, privateWindow: "fails" }).verdict?.side).toBe("server");
  });

  it("stays open when the private window works without a sign-in, and then another device is the next step", () => {
    const { verdict, step } = presented({ ...TWINS, privateWindow: "works-signed-out" });
    expect(verdict?.side).toBe("unsure");
    expect(step?.id).toBe("other-device");
  });

  it("is the outage when another device in another network fails as well, and open when it works", () => {
    const given: Signals = { ...TWINS, privateWindow: "works-signed-out" };
    expect(presented({ ...given, otherDevice: "fails" }).verdict).toMatchObject({ side: "server", cause: "signed-in" });
    expect(presented({ ...given, otherDevice: "works" }).verdict?.side).toBe("unsure");
  });

  it("waits for the tab's own reload after an answer that it works, and asks for just that", () => {
    const { verdict, step } = presented({ ...TWINS, privateWindow: "works", reload: "not-tried" });
    expect(verdict).toMatchObject({ side: "unsure", action: "reload", advice: { key: "advice_reload_compares" } });
    expect(step).toBeNull();
  });

  it("was a short trouble when the tab is back as well", () => {
    const given: Signals = { ...TWINS, privateWindow: "works", reload: "works" };
    expect(presented(given).verdict).toMatchObject({ side: "server", cause: "transient" });
  });
});

describe("another device in another network", () => {
  it("is offered for a refusal by a rule, which is this network's when it works there", () => {
    expect(presented(refused()).step?.id).toBe("other-device");
    expect(presented(refused({ otherDevice: "works", reload: "fails" })).verdict).toMatchObject({
      side: "you",
      cause: "blocked-address",
    });
  });

  it("blames no network for a refusal while the site's status page tells of an outage", () => {
    const statusPage = statusReport("major_outage", { title: "Down" });
    expect(presented(refused({ otherDevice: "works", reload: "fails", statusPage })).verdict?.side).not.toBe("you");
  });

  it("that works leaves a plain error open: neither side is named", () => {
    for (const html of ["", "<center><h1>502 Bad Gateway</h1></center><hr><center>nginx</center>"]) {
      const answer = ok(response(502, {}, html));
      const given = usual({
        ...always(answer),
        root: answer,
        page: page({ html }),
        otherDevice: "works",
        reload: "fails",
      });
      expect(presented(given).verdict).toMatchObject({ side: "unsure", why: { key: "side_unsure_why_only_here" } });
      expect(presented({ ...given, reload: "not-tried" }).verdict).toMatchObject({ side: "unsure", action: "reload" });
    }
  });

  it("in a private window is offered by what strangers get now, not by what the first of them got", () => {
    const comesBack = { anonymous: fails, retries: [fails, works, works], root: works, reload: "fails" } as const;
    expect(presented(usual(comesBack)).step?.id).toBe("private-window");
    expect(presented(usual({ ...comesBack, retries: [works, works, fails] })).step?.id).not.toBe("private-window");
  });

  it("that works past a box of the user's which lost its way shows the box", () => {
    const html = "[Fiddler] The connection to 'shop.example' failed. <br />Error: TimedOut (0x274c).";
    const answer = ok(response(502, {}, html));
    const given = usual({
      ...always(answer),
      root: answer,
      page: page({ html }),
      connectivity: ok("no-internet"),
    });
    expect(presented(given).step?.id).toBe("other-device");
    expect(presented({ ...given, otherDevice: "works", reload: "fails" }).verdict).toMatchObject({
      side: "you",
      cause: "local-proxy",
    });
    expect(presented({ ...given, otherDevice: "fails" }).verdict?.side).not.toBe("you");
  });
});

describe("a step of the user's", () => {
  it.each<[what: string, given: Signals, over?: Partial<Incident>, progress?: Partial<Progress>]>([
    ["a side is named", usual({ ...always(fails), root: fails })],
    ["a reload would settle it", usual(always(works))],
    ["the check still runs", TWINS, {}, { finishedAt: null }],
    ["the page came from a form", { ...TWINS, incident: PROTECTED }, { method: "POST" }],
    [
      "requests of a page that loaded are looked into",
      {
        ...refused(),
        requests: { pageHost: "www.shop.example", pageStatus: 200, seen: 4, hidden: 0, failing: [FAILING_HOST] },
      },
      { noticed: "requests" },
    ],
    ["the host is loopback", { ...TWINS, incident: { ...TWINS.incident, url: "http://localhost:3000/x" } }],
    ["the host is private", { ...TWINS, incident: { ...TWINS.incident, url: "http://nas/x" } }],
    [
      "it is a test for robots",
      usual({
        incident: { url: URL_ASKED, status: 503, protected: false },
        ...always(ok(response(503, { "cf-mitigated": "challenge" }))),
      }),
    ],
  ])("is not offered where %s", (_what, given, over = {}, progress = {}) => {
    const { step, verdict } = presented(given, over, progress);
    expect(step).toBeNull();
    expect(["open-private-window", "show-other-device"]).not.toContain(verdict?.action);
  });

  it("skips the private window where the tab stands in one", () => {
    expect(presented(TWINS, { private: true }).step?.id).toBe("other-device");
  });

  it("that has begun is asked about, and by hand where the browser opens no window", () => {
    const begun = (byHand: boolean) => presented(TWINS, {}, { begun: { id: "private-window", byHand } }).step?.state;
    expect([begun(false), begun(true)]).toEqual(["begun", "by-hand"]);
    expect(presented(TWINS, {}, { begun: { id: "other-device", byHand: false } }).step?.state).toBe("offered");
  });

  it("is offered only while unsure, for public hosts, and never twice", () => {
    // Questions that a step may settle: the page itself failed, and failed again, and strangers are served.
    const open = anySignals.map(
      (given): Signals => ({ ...given, ...always(works), requests: null, impostorAnswer: null, reload: "fails" }),
    );
    holds(
      [open],
      (given) => {
        const { step, verdict } = presented(given);
        if (!step) return;
        expect(verdict).toMatchObject({ side: "unsure" });
        expect(given.incident.url).toMatch(/^https?:\/\/shop\.example/);
        expect(given[step.id === "private-window" ? "privateWindow" : "otherDevice"]).toBe("not-asked");
      },
      { runs: 300, reaches: 0.015 },
    );
  });
});

describe("what the user says", () => {
  it("that it fails there as well is never what makes it theirs", () => {
    holds(
      [anySignals],
      (given) => {
        const silent: Signals = { ...given, privateWindow: "not-asked", otherDevice: "not-asked" };
        if (presented(silent).verdict?.side === "you") return;
        for (const told of [{ privateWindow: "fails" }, { otherDevice: "fails" }] as const) {
          expect(presented({ ...silent, ...told }).verdict?.side).not.toBe("you");
        }
      },
      { runs: 150, reaches: 0.5 },
    );
  });

  it("that it works elsewhere never names a side before the tab was loaded again", () => {
    holds(
      [anySignals, fc.constantFrom("privateWindow" as const, "otherDevice" as const)],
      (given, where) => {
        const silent: Signals = { ...given, privateWindow: "not-asked", otherDevice: "not-asked", reload: "not-tried" };
        const { verdict } = presented({ ...silent, [where]: "works" });
        expect(verdict?.side).not.toBe("server");
        if (verdict?.side === "you") expect(presented(silent).verdict?.side).toBe("you");
      },
      { runs: 150 },
    );
  });
});
