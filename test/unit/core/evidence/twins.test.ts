import { describe, expect, it } from "vitest";
import { CHECKS, judge, observe } from "../../../../src/core/checks/index.ts";
import { OBSERVATIONS, openTwins, reloadSettles, TWINS, type TwinId } from "../../../../src/core/evidence/twins.ts";
import { notSent } from "../../../../src/core/http/settled.ts";
import type { Signals } from "../../../../src/core/incident/signals.ts";
import { NOWHERE } from "../../../../src/core/places/home.ts";
import { holds } from "../../../property.ts";
import {
  failed,
  fails,
  LIMITED,
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
import { five, HOME } from "../places/given.ts";

/** Every opener or settler of every row, each as a case of its own. */
const each = (side: "opens" | "settledBy") =>
  TWINS.flatMap((row) => row[side].map((sign) => [row.id, sign, row] as const));

const signsOf = (given: Signals) => [
  ...CHECKS.flatMap((check) => judge(check, given).evidence),
  ...observe(CHECKS, given),
];

/** The questions that the checks leave open on these signals. */
const openOn = (given: Signals): TwinId[] => openTwins(signsOf(given));

const always = (answer: Signals["anonymous"]) => ({ anonymous: answer, retries: [answer, answer, answer] });
const usual = (parts: Partial<Signals>): Signals => signals({ navigation: navigation(), ...parts });
const world = (home: typeof HOME | typeof NOWHERE, near: "works" | "down"): Partial<Signals> => ({
  ...always(fails),
  askedPlaces: ok({ home, ipVersion: null, places: five(near, near, "works"), here: fails }),
});
/** This browser's version of IP, and what every place meets by IPv4. */
const byVersion = (ipVersion: 4 | 6, met: "works" | "down"): Partial<Signals> => ({
  ...always(fails),
  askedPlaces: ok({ home: HOME, ipVersion, places: five(met, met, met), here: fails }),
});
const copy = ok(response(200, { age: "340" }));
const full = ok(response(503, { "proxy-status": "edge; error=connection_limit_reached" }));
const failsAgain = { ...always(fails), reload: "fails" } as const;
const formWithFrontPage = { incident: PROTECTED, root: works } as const;
const ofWorker = { navigation: navigation({ source: "page-worker" }) } as const;
const cutOff: Partial<Signals> = {
  ...always(fails),
  incident: { url: "http://shop.example/cart", status: 502, protected: false },
  connectivity: ok("no-internet"),
  root: fails,
};
const limited = { incident: LIMITED, anonymous: works } as const;

/** Signals that open a question by one sign, and the answer after which another sign settles it. */
const CASES: ReadonlyArray<
  readonly [id: TwinId, opener: string, opens: Partial<Signals>, settler: string, settles: Partial<Signals>]
> = [
  ["recovered-or-only-here", "stranger-answered-differently", always(works), "tab-loaded-since", { reload: "works" }],
  [
    "recovered-or-only-here",
    "stranger-answered-differently",
    always(works),
    "fails-sometimes",
    { retries: [fails, works] },
  ],
  [
    "recovered-or-only-here",
    "stranger-answered-differently",
    { anonymous: fails, retries: [works, works, works] },
    "strangers-met-it-too",
    { retries: [fails, works, works] },
  ],
  [
    "recovered-or-only-this-tab",
    "seen-in-private-window",
    { ...always(fails), privateWindow: "works" },
    "tab-loaded-since",
    { reload: "fails" },
  ],
  [
    "recovered-or-only-this-tab",
    "seen-on-other-device",
    { ...always(fails), otherDevice: "works" },
    "tab-loaded-since",
    { reload: "works" },
  ],
  [
    "account-system-or-cookie",
    "stranger-served-by-shared-cache",
    { ...always(copy), root: copy, reload: "fails" },
    "whole-site",
    { root: fails },
  ],
  [
    "account-system-or-cookie",
    "stranger-redirected-while-failing",
    { ...always(ok(redirect)), reload: "fails" },
    "fresh-session-fails",
    { privateWindow: "fails" },
  ],
  [
    "account-system-or-cookie",
    "stranger-redirected-while-failing",
    { ...always(ok(redirect)), reload: "fails" },
    "fails-on-other-device",
    { otherDevice: "fails" },
  ],
  [
    "server-of-accounts-or-of-this-session",
    "fails-only-with-cookies",
    { ...always(works), reload: "fails" },
    "fresh-session-fails",
    { privateWindow: "fails" },
  ],
  [
    "server-of-accounts-or-of-this-session",
    "tab-failed-after-strangers",
    { anonymous: fails, retries: [works, works], reload: "fails" },
    "fails-sometimes",
    { retries: [works, works, fails] },
  ],
  [
    "server-of-accounts-or-of-this-session",
    "fresh-session-works",
    { anonymous: failed(), privateWindow: "works", reload: "fails" },
    "fails-on-other-device",
    { otherDevice: "fails" },
  ],
  [
    "part-of-the-site-or-this-network",
    "works-on-other-device",
    { ...failsAgain, otherDevice: "works" },
    "fails-on-other-device",
    { otherDevice: "fails" },
  ],
  [
    "part-of-the-site-or-this-network",
    "limited-only-here",
    { ...failsAgain, ...always(full), otherDevice: "works" },
    "fails-on-other-device",
    { otherDevice: "fails" },
  ],
  [
    "site-or-way-out",
    "way-out-unasked",
    { ...cutOff, connectivity: notSent("unasked") },
    "reload-works",
    { ...always(failed()), reload: "works" },
  ],
  [
    "site-or-way-out",
    "page-tells-of-the-way",
    {
      ...cutOff,
      connectivity: ok("online"),
      page: page({ html: "<p>Internet access for this device is paused.</p>" }),
    },
    "reload-works",
    { ...always(failed()), reload: "works" },
  ],
  [
    "portal-or-site",
    "portal-may-stand-between",
    {
      incident: { url: "http://shop.example/cart", status: 502, protected: false },
      connectivity: ok("captive-portal"),
    },
    "tab-loaded-since",
    { reload: "works" },
  ],
  [
    "part-of-the-site-or-this-network",
    "places-served",
    world(HOME, "works"),
    "fails-on-other-device",
    { otherDevice: "fails" },
  ],
  [
    "part-of-the-site-or-this-network",
    "places-served-limited-here",
    { ...world(HOME, "works"), ...always(full) },
    "fails-on-other-device",
    { otherDevice: "fails" },
  ],
  ["page-or-this-session", "front-page-works", formWithFrontPage, "reload-works", { reload: "works" }],
  [
    "page-or-this-session",
    "front-page-redirects",
    { incident: PROTECTED, root: ok(redirect) },
    "reload-works",
    { reload: "works" },
  ],
  [
    "page-or-this-session",
    "front-page-refuses",
    { incident: PROTECTED, root: ok(response(404)) },
    "reload-works",
    { reload: "works" },
  ],
  ["page-or-this-session", "front-page-works", formWithFrontPage, "fresh-session-fails", { privateWindow: "fails" }],
  ["page-or-this-session", "front-page-works", formWithFrontPage, "fails-on-other-device", { otherDevice: "fails" }],
  ["region-or-this-user", "works-far-away", world(NOWHERE, "works"), "fails-in-region", world(HOME, "down")],
  ["region-or-this-user", "works-far-away", world(NOWHERE, "works"), "places-served", world(HOME, "works")],
  [
    "region-or-this-user",
    "works-far-away",
    { ...world(NOWHERE, "works"), ...always(full) },
    "places-served-limited-here",
    { ...world(HOME, "works"), ...always(full) },
  ],
  [
    "region-or-this-user",
    "works-far-away",
    { ...world(NOWHERE, "works"), incident: LIMITED },
    "places-served-refused-here",
    world(HOME, "works"),
  ],
  [
    "one-ip-version-or-this-user",
    "works-by-other-ip-version",
    byVersion(6, "works"),
    "fails-everywhere",
    byVersion(6, "down"),
  ],
  [
    "one-ip-version-or-this-user",
    "works-by-other-ip-version",
    byVersion(6, "works"),
    "places-served",
    byVersion(4, "works"),
  ],
  ["site-or-lost-connection", "page-worker-may-have-written", ofWorker, "stranger-failed", always(fails)],
  ["site-or-lost-connection", "page-worker-may-have-written", ofWorker, "stranger-failed", { root: fails }],
  [
    "site-or-lost-connection",
    "page-worker-may-have-written",
    ofWorker,
    "fails-everywhere",
    { askedPlaces: ok({ home: HOME, ipVersion: null, places: five("down", "down", "down"), here: fails }) },
  ],
  [
    "site-or-lost-connection",
    "page-worker-may-have-written",
    ofWorker,
    "fails-in-region",
    { askedPlaces: ok({ home: HOME, ipVersion: null, places: five("down", "down", "works"), here: fails }) },
  ],
  [
    "site-or-lost-connection",
    "page-worker-may-have-written",
    ofWorker,
    "fails-on-other-device",
    { otherDevice: "fails" },
  ],
  ["site-or-way-out", "nobody-answered", cutOff, "only-this-page", { root: works }],
  ["site-or-way-out", "nobody-answered", cutOff, "recovered-meanwhile", { retries: [fails, works, works] }],
  ["site-or-way-out", "nobody-answered", cutOff, "fails-sometimes", { retries: [works, fails, works] }],
  ["site-or-way-out", "nobody-answered", { ...cutOff, ...always(works) }, "reload-works", { reload: "works" }],
  ["site-or-way-out", "nobody-answered", cutOff, "status-page-green", { statusPage: statusReport("operational") }],
  ["site-or-way-out", "nobody-answered", cutOff, "status-page-red", { statusPage: statusReport("major_outage") }],
  [
    "site-or-way-out",
    "nobody-answered",
    cutOff,
    "status-page-maintenance",
    { statusPage: statusReport("maintenance") },
  ],
  [
    "site-or-way-out",
    "nobody-answered",
    cutOff,
    "fails-everywhere",
    { askedPlaces: ok({ home: HOME, ipVersion: null, places: five("down", "down", "down"), here: fails }) },
  ],
  [
    "site-or-way-out",
    "nobody-answered",
    cutOff,
    "fails-in-region",
    { askedPlaces: ok({ home: HOME, ipVersion: null, places: five("down", "down", "works"), here: fails }) },
  ],
  ["site-or-way-out", "nobody-answered", cutOff, "fails-on-other-device", { otherDevice: "fails" }],
  ["full-site-or-session", "limit-spares-strangers", limited, "reload-works", { reload: "works" }],
  [
    "full-site-or-session",
    "limited-only-with-cookies",
    { ...limited, reload: "fails" },
    "reload-works",
    { reload: "works" },
  ],
];

describe("the table of open questions", () => {
  it.each(each("opens"))("opens %s by %s alone", (id, sign) => {
    expect(openTwins([sign])).toEqual([id]);
  });

  it.each(each("settledBy"))("settles %s by %s, whatever opened it and whichever came first", (id, sign, { opens }) => {
    for (const opener of opens) {
      expect(openTwins([opener, sign])).not.toContain(id);
      expect(openTwins([sign, ...opens])).not.toContain(id);
    }
  });

  it("opens nothing by what settles a question, nor without a sign", () => {
    expect(openTwins([])).toEqual([]);
    for (const [, sign, { id }] of each("settledBy")) expect(openTwins([sign])).not.toContain(id);
  });

  it("tells in each row of two faults that look alike, in words of its own", () => {
    for (const { id, why } of TWINS) {
      expect(id).toMatch(/^[a-z-]+-or-[a-z-]+$/);
      expect(why).toMatch(/^.{60,}\.$/);
    }
    expect(new Set(TWINS.map(({ why }) => why)).size).toBe(TWINS.length);
  });

  it("reads every observation", () => {
    const read = new Set<string>(TWINS.flatMap(({ opens, settledBy }) => [...opens, ...settledBy]));
    expect(OBSERVATIONS.filter((id) => !read.has(id))).toEqual([]);
  });
});

describe("an open question", () => {
  it.each(CASES)("is opened and settled by what the checks find: %s, by %s", (id, opener, opens, settler, settles) => {
    const before = usual(opens);
    expect(signsOf(before)).toContain(opener);
    expect(openOn(before)).toContain(id);
    const after = usual({ ...opens, ...settles });
    expect(signsOf(after)).toContain(settler);
    expect(openOn(after)).not.toContain(id);
  });

  it("has such a case for each sign in its row", () => {
    const tried = new Set(CASES.flatMap(([id, opener, , settler]) => [`${id} ${opener}`, `${id} ${settler}`]));
    const inTable = [...each("opens"), ...each("settledBy")].map(([id, sign]) => `${id} ${sign}`);
    expect([...tried].sort()).toEqual(inTable.sort());
  });

  it("is met in each row, and every observation made, on signals of any kind", () => {
    const opened = new Set<string>();
    const observed = new Set<string>();
    holds(
      [anySignals],
      (given) => {
        const open = openOn(given);
        for (const id of open) opened.add(id);
        for (const id of observe(CHECKS, given)) observed.add(id);
        expect(open).toEqual([...new Set(open)]);
      },
      { runs: 600 },
    );
    expect(TWINS.map(({ id }) => id).filter((id) => !opened.has(id))).toEqual([]);
    expect([...observed].sort()).toEqual([...OBSERVATIONS].sort());
  });

  it("is settled by a reload only where the table says so", () => {
    expect(reloadSettles([])).toBe(false);
    expect(reloadSettles(["account-system-or-cookie", "region-or-this-user"])).toBe(false);
    expect(reloadSettles(["account-system-or-cookie", "recovered-or-only-here"])).toBe(true);
    expect(reloadSettles(["recovered-or-only-this-tab"])).toBe(true);
  });
});
