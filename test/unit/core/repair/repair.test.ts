import { describe, expect, it } from "vitest";
import { CAUSE_IDS } from "../../../../src/core/evidence/causes.ts";
import { message } from "../../../../src/core/message.ts";
import {
  mayBeExtensions,
  permissionsFor,
  placeByHand,
  REPAIR_IDS,
  REPAIR_PERMISSIONS,
  repairFor,
} from "../../../../src/core/repair/repair.ts";
import { belongsToCheck, isAboutPage, type RepairView } from "../../../../src/core/repair/view.ts";
import { EXAMPLE } from "../report/example.ts";

const ENGINES = ["chromium", "firefox"] as const;

describe("the repair that a verdict calls for", () => {
  it("is there for five causes, and for nobody who is not shown to be on the user's side", () => {
    const offered = CAUSE_IDS.flatMap((cause) => repairFor({ side: "you", cause }) ?? []);
    expect([...offered].sort()).toEqual([...REPAIR_IDS].sort());
    for (const cause of CAUSE_IDS) {
      for (const side of ["server", "unsure"] as const) expect(repairFor({ side, cause })).toBeNull();
    }
  });

  it.each([
    ["the page fails with what this browser sends, and a private window gets it", {}, true],
    ["strangers fail as well", { cookies: "pass" }, false],
    ["nobody has looked in a private window", { window: "not-applicable" }, false],
    ["it fails there too", { window: "pass" }, false],
    ["the site counts this session's requests", { status: 429 }, false],
    ["it is the site's", { side: "server" }, false],
    ["another cause here is shown", { side: "you" }, false],
  ] as const)("names extensions unasked by any verdict only where they are left: %s", (_when, but, is) => {
    const { cookies, window, status, side } = {
      ...({ cookies: "fail", window: "inconclusive", status: 502, side: "unsure" } as const),
      ...but,
    };
    const says = message("check_cookies_same");
    const rows = [
      { check: "cookies", outcome: cookies, says },
      { check: "private-window", outcome: window, says },
    ] as const;
    const verdict = EXAMPLE.verdict && { ...EXAMPLE.verdict, side };
    expect(mayBeExtensions({ rows, status, verdict })).toBe(is);
  });

  it.each(ENGINES)("asks in %s only for what is given back", (engine) => {
    for (const id of REPAIR_IDS) {
      for (const asked of permissionsFor(id, engine)) expect(REPAIR_PERMISSIONS).toContain(asked);
    }
    expect(permissionsFor("remove-page-worker", engine)).toEqual([]);
    expect(permissionsFor("forget-addresses", engine)).toEqual([]);
  });

  it("never asks Chromium for a permission that it grants to nobody later", () => {
    expect(REPAIR_IDS.flatMap((id) => permissionsFor(id, "chromium"))).not.toContain("proxy");
  });

  it.each(ENGINES)("has a place in %s where the user does it by hand: a page of the browser's own", (engine) => {
    const places = REPAIR_IDS.flatMap((id) => placeByHand(id, engine, "https://shop.example/cart?token=secret") ?? []);
    const own = engine === "chromium" ? /^chrome:\/\// : /^about:/;
    for (const place of places) expect(place).toMatch(own);
    expect(places.join()).not.toContain("secret");
    expect(places.length).toBeGreaterThanOrEqual(4);
  });
});

describe("what is shown of a repair", () => {
  const repair: RepairView = {
    id: "delete-cookies",
    url: "https://shop.example/",
    at: 1_000,
    state: "working",
    lacked: [],
  };

  it("stands while its page does, for ten minutes", () => {
    expect(isAboutPage(repair, repair.url, 1_000)).toBe(true);
    expect(isAboutPage(repair, repair.url, 1_000 + 10 * 60_000)).toBe(false);
    expect(isAboutPage(repair, "https://shop.example/login", 1_000)).toBe(false);
    expect(isAboutPage(repair, null, 1_000)).toBe(false);
  });

  it.each([
    ["its own page's", { url: repair.url, since: 900, about: "page" }, true],
    ["a failure after it", { url: repair.url, since: 1_100, about: "page" }, false],
    ["another page's", { url: "https://other.example/", since: 900, about: "page" }, false],
    ["requests of a page that loaded", { url: repair.url, since: 900, about: "requests" }, false],
  ] as const)("stands beside a check of %s: %j", (_whose, check, is) => {
    expect(belongsToCheck(repair, check)).toBe(is);
  });
});
