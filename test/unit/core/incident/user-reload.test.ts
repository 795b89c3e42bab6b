import { describe, expect, it } from "vitest";
import type { Method } from "../../../../src/core/incident/incident.ts";
import type { TabLook } from "../../../../src/core/incident/page.ts";
import { NOTHING_TOLD } from "../../../../src/core/incident/told.ts";
import {
  checkAfterReload,
  type LoadKind,
  loadFor,
  nextLoad,
  reloadEnd,
} from "../../../../src/core/incident/user-reload.ts";

const shows = (status: number): TabLook => ({ state: "answered", status, startedAt: 1_000 });
const FAILING = { status: 502, method: "GET" } as const;

describe("the user's reload", () => {
  it.each<[Method, boolean, LoadKind]>([
    ["GET", false, "reload"],
    ["GET", true, "past-cache"],
    ["unknown", false, "anew"],
    ["unknown", true, "anew"],
    ["POST", false, "anew"],
    ["POST", true, "anew"],
  ])("of a page asked for by %s, past the cache %s, is done as: %s", (method, pastCache, kind) => {
    expect(loadFor(method, pastCache)).toBe(kind);
  });

  it.each<[LoadKind, boolean, string, TabLook, LoadKind | null]>([
    ["anew", true, "fails", shows(502), "past-cache"],
    ["anew", true, "is replaced by the browser", { state: "error-page" }, "past-cache"],
    ["anew", true, "works", shows(200), null],
    ["anew", true, "refuses", shows(403), null],
    ["anew", true, "is not there yet", { state: "loading" }, null],
    ["anew", false, "fails", shows(502), null],
    ["past-cache", true, "fails", shows(502), null],
    ["reload", false, "fails", shows(502), null],
  ])(
    "done as %s, past the cache %s, of a page that %s then is followed by: %s",
    (kind, pastCache, _how, look, next) => {
      expect(nextLoad(kind, pastCache, look)).toBe(next);
    },
  );

  it.each<[string, TabLook, readonly LoadKind[], object]>([
    ["works", shows(200), ["reload"], { end: "back", outcome: "works" }],
    ["works past the cache", shows(200), ["past-cache"], { end: "back", outcome: "works-past-cache" }],
    [
      "works past the cache in the end",
      shows(200),
      ["anew", "past-cache"],
      { end: "back", outcome: "works-past-cache" },
    ],
    ["works opened anew", shows(200), ["anew"], { end: "back", outcome: "works" }],
    ["fails with another status", shows(503), ["reload"], { end: "fails", status: 503, method: "GET" }],
    ["is replaced by the browser", { state: "error-page" }, ["reload"], { end: "fails", status: 502, method: "GET" }],
    ["is not there yet", { state: "loading" }, ["reload"], { end: "nothing-yet" }],
    ["is refused", shows(401), ["reload"], { end: "left" }],
    ["is limited", shows(429), ["reload"], { end: "left" }],
    ["is hidden", shows(0), ["reload"], { end: "left" }],
    ["is another one", { state: "another-page" }, ["reload"], { end: "left" }],
    ["may not be looked at", { state: "unreadable" }, ["reload"], { end: "left" }],
    ["is gone", { state: "gone" }, ["reload"], { end: "left" }],
  ])("of a page that %s ends so", (_how, look, kinds, end) => {
    expect(reloadEnd(FAILING, kinds, look)).toEqual(end);
  });

  it.each<[Method, readonly LoadKind[], string]>([
    ["POST", ["anew"], "opens"],
    ["POST", ["anew", "past-cache"], "opens"],
    ["unknown", ["anew"], "works"],
    ["GET", ["reload"], "works"],
  ])("compares what was sent by %s with nothing but itself: %j", (method, kinds, outcome) => {
    expect(reloadEnd({ status: 502, method }, kinds, shows(200))).toEqual({ end: "back", outcome });
  });

  it("makes known that a page comes by GET, once it was opened anew", () => {
    const end = reloadEnd({ status: 502, method: "POST" }, ["anew"], shows(502));
    expect(end).toEqual({ end: "fails", status: 502, method: "GET" });
  });

  it("of a limited page fails where it is limited again", () => {
    const limited = { status: 429, method: "GET" } as const;
    expect(reloadEnd(limited, ["reload"], shows(429))).toEqual({ end: "fails", status: 429, method: "GET" });
    expect(reloadEnd(limited, ["reload"], shows(503))).toEqual({ end: "fails", status: 503, method: "GET" });
    expect(reloadEnd(limited, ["reload"], shows(200))).toMatchObject({ end: "back" });
  });
});

describe("after a reload that failed, a check", () => {
  const worksElsewhere = { ...NOTHING_TOLD, otherDevice: "works" } as const;

  it.each([
    ["takes", "of a moment ago", true, true, NOTHING_TOLD],
    ["takes", "of a moment ago, with the user's word", true, true, worksElsewhere],
    ["compares", "that is too old, with the user's word", true, false, worksElsewhere],
    ["begins", "that is too old", true, false, NOTHING_TOLD],
    ["begins", "that is too old, where it fails elsewhere too", true, false, { ...NOTHING_TOLD, otherDevice: "fails" }],
    ["begins", "of another incident", false, true, worksElsewhere],
  ] as const)("%s: one %s", (does, _which, continues, isComparable, told) => {
    expect(checkAfterReload(continues, isComparable, told)).toBe(does);
  });
});
