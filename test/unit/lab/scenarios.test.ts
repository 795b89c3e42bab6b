import { describe, expect, it } from "vitest";
import { CAUSES } from "../../../src/core/evidence/causes.ts";
import { GATEWAY_KINDS } from "../../lab/gateways/contract.ts";
import { isHeld } from "../../lab/scenarios/held.ts";
import { IN_FIREFOX, NOT_IN_FIREFOX } from "../../lab/scenarios/in-firefox.ts";
import { SCENARIOS } from "../../lab/scenarios/index.ts";

const ids = SCENARIOS.map(({ id }) => id);
const userSide = SCENARIOS.filter(({ truth }) => truth.side === "you");

describe("the scenarios of the lab", () => {
  it("are at least 400, each with an id of its own", () => {
    expect(ids.length).toBeGreaterThanOrEqual(400);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each(SCENARIOS)("$id: its cause belongs to its side", ({ truth: { side, cause } }) => {
    if (side === "none") expect(cause).toBeNull();
    else expect(cause === null ? null : CAUSES[cause].side).toBe(side);
  });

  it.each(userSide)("$id, on the user's side, has a twin whose truth is not", ({ twin }) => {
    const other = SCENARIOS.find(({ id }) => id === twin);
    expect(other?.truth.side).not.toBe("you");
    expect(other).toBeDefined();
  });

  const untellable = SCENARIOS.filter(({ truth }) => truth.needsAnotherBrowser);

  it.each(untellable)("$id, which one browser cannot tell, has a twin on another side", ({ truth, twin }) => {
    const other = SCENARIOS.find(({ id }) => id === twin);
    expect(other).toBeDefined();
    expect(other?.truth.side).not.toBe(truth.side);
  });

  it("name twins that exist", () => {
    expect(
      SCENARIOS.flatMap(({ twin }) => (twin === undefined ? [] : [twin])).filter((id) => !ids.includes(id)),
    ).toEqual([]);
  });

  it.each(GATEWAY_KINDS)("put %s through every fault of the matrix", (kind) => {
    const faults = ["killed", "hung", "slow", "garbage", "truncated", "maintenance", "rate-limit"];
    expect(faults.filter((fault) => !ids.includes(`${kind}-${fault}`))).toEqual([]);
  });

  it("are met over http as well as https", () => {
    const schemes = SCENARIOS.flatMap(({ staging }) =>
      typeof staging.url === "string" ? [new URL(staging.url).protocol] : [],
    );
    expect(new Set(schemes)).toEqual(new Set(["http:", "https:"]));
  });
});

describe("the scenarios for Firefox", () => {
  it("are all but a few", () => {
    expect(IN_FIREFOX.length).toBeGreaterThan(0.9 * SCENARIOS.length);
  });

  it("meet every gateway, both sides, no side and what one browser cannot tell", () => {
    expect(GATEWAY_KINDS.filter((kind) => !IN_FIREFOX.some(({ staging }) => staging.program === kind))).toEqual([]);
    expect(new Set(IN_FIREFOX.map(({ truth }) => truth.side))).toEqual(new Set(["server", "you", "unsure", "none"]));
    expect(IN_FIREFOX.some(({ truth }) => truth.needsAnotherBrowser)).toBe(true);
  });

  it("leave out what cannot be played there, and say why", () => {
    const without = NOT_IN_FIREFOX.map(({ id }) => id);
    expect(without).toContain("cached-error");
    expect(without).not.toContain("cached-error-still-failing");
    expect(IN_FIREFOX.filter(({ id }) => without.includes(id))).toEqual([]);
  });
});

describe("holding back", () => {
  it("takes at least a quarter, and by no more than the id", () => {
    const held = SCENARIOS.filter((scenario) => scenario.held);
    expect(held.length).toBeGreaterThanOrEqual(SCENARIOS.length / 4);
    expect(held.map(({ id }) => id)).toEqual(ids.filter(isHeld));
  });

  it("is fixed: these never change sides", () => {
    expect([isHeld("nginx-killed"), isHeld("caddy-killed")]).toEqual([true, false]);
  });
});
