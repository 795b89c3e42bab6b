import { describe, expect, it } from "vitest";
import { CHECK_IDS } from "../../../../src/core/checks/check.ts";
import { orderOf } from "../../../../src/core/checks/order.ts";
import { navigation, signals } from "./given.ts";

const order = (parts: Parameters<typeof signals>[0] = {}) => orderOf(signals(parts)).map(({ id }) => id);

describe("the order of the checklist", () => {
  it("holds every check once", () => {
    expect(order().sort()).toEqual([...CHECK_IDS].sort());
  });

  it("begins with who wrote the page, and ends with what the browser has answered already and the user's own steps", () => {
    const usual = order({ navigation: navigation() });
    expect(usual[0]).toBe("gateway");
    expect(usual.slice(-2)).toEqual(["private-window", "other-device"]);
    expect(usual.slice(-5, -2).sort()).toEqual(["cache", "connection", "page-worker"]);
  });

  it.each([
    ["cache", { source: "browser-cache" }],
    ["page-worker", { source: "passed-on" }],
  ] as const)("begins with %s where it took part", (id, how) => {
    expect(order({ navigation: navigation(how) })[0]).toBe(id);
  });
});
