import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { MessageType, RequestOf } from "../../../src/core/protocol/protocol.ts";
import type { FakeTab } from "../../fakes/tabs.ts";
import { World } from "../../fakes/world.ts";
import { incidentIn, keptOf, openPlans, refuseWrites, stored } from "./stored.ts";

const PAGE = "https://shop.example/cart";
const NEXT = "https://shop.example/next";

let world: World;
let tab: FakeTab;
beforeEach(async () => {
  world = new World();
  world.network.answer("https://shop.example", { status: 502, body: "down" });
  await world.startWorker();
  tab = await world.visit(PAGE, { id: 7 });
  await world.clock.until(() => tab.badge.text === "502");
});
afterEach(() => world.end());

const home = { latitude: 0, longitude: 0, country: null, continent: null } as never;
const SAID = {
  "retry/now": {},
  "retry/stop": {},
  "retry/keep": {},
  "retry/watch": {},
  "step/begin": { step: "other-device" },
  "check/told": { step: "other-device", answer: "works" },
  "form/back": {},
  "opinion/places": { home, withPath: false, ipVersion: null, provider: null },
  "opinion/address": { at: 0, took: 0, reached: null, resolvers: [] },
  "opinion/address-test": {},
  "opinion/saved-copy": {},
} as const satisfies Partial<Record<MessageType, object>>;
type Said = keyof typeof SAID;

const clicks = (type: Said, incidentId: string | undefined, tabId = 7) =>
  world.ask(type, { tabId, incidentId, ...SAID[type] } as unknown as RequestOf<Said>);
const plan = () => openPlans(world).map(({ id, url, state }) => [id, url, state.name]);

describe.each(Object.keys(SAID) as Said[])("a click that says %s", (type) => {
  it("is told as too late where the page works by now, and asks nobody", async () => {
    const id = incidentIn(world, 7)?.id;
    world.network.answer("https://shop.example", {});
    await world.navigate(tab, PAGE);
    await world.clock.rest();
    const before = world.network.requests.length;
    expect(await clicks(type, id)).toBe("too-late");
    expect(world.network.requests.length).toBe(before);
    expect(plan()).toEqual([]);
  });

  it("is told as too late where another page fails in its place, of which nothing changes", async () => {
    const id = incidentIn(world, 7)?.id;
    await world.navigate(tab, NEXT);
    await world.clock.until(() => incidentIn(world, 7)?.url === NEXT);
    await world.clock.rest();
    const [before, asked] = [plan(), world.network.requests.length];
    expect(await clicks(type, id)).toBe("too-late");
    expect(plan()).toEqual(before);
    expect(world.network.requests.length).toBe(asked);
  });
});

describe("a click on what stands there still", () => {
  const click = (type: Said) => clicks(type, incidentIn(world, 7)?.id);
  let asked: number;
  const begun = () => stored<Record<number, { begun: unknown }>>(world, "session", "told-steps")?.[7]?.begun;

  it.each<[Said, () => unknown, unknown]>([
    ["retry/now", () => world.network.requests.length > asked, true],
    ["retry/stop", () => openPlans(world), []],
    ["retry/watch", () => openPlans(world).map(({ id }) => id), expect.arrayContaining([`watch:${PAGE}`])],
    ["step/begin", begun, { id: "other-device", byHand: false }],
  ])("does it, and has no more to say: %s", async (type, done, expected) => {
    asked = world.network.requests.length;
    expect(done()).not.toEqual(expected);
    expect(await click(type)).toBeUndefined();
    expect(done()).toEqual(expected);
  });

  it("has nothing to say where it ends what another click has ended", async () => {
    expect(await click("retry/stop")).toBeUndefined();
    expect(await click("retry/stop")).toBeUndefined();
    expect(await world.ask("retry/stop", { tabId: 7 })).toBeUndefined();
    expect(openPlans(world)).toEqual([]);
  });

  it("is too late where there is nothing left that could ask at once", async () => {
    await click("retry/stop");
    expect(await click("retry/now")).toBe("too-late");
  });

  it.each(["retry/keep", "retry/watch"] as const)(
    "%s is not done for a site that Faultline may touch no more",
    async (type) => {
      world.browser.permissions.revoke({ origins: ["<all_urls>"] });
      await world.clock.rest();
      expect(await click(type)).toBe("not-done");
      expect(openPlans(world)).toEqual([]);
    },
  );

  it.each(["opinion/places", "opinion/address", "opinion/address-test", "opinion/saved-copy"] as const)(
    "%s is not done where others are to be asked no more",
    async (type) => {
      world.browser.storage.local.items.set("settings", { version: 1, value: { remoteOpinions: false } });
      const before = world.network.requests.length;
      expect(await click(type)).toBe("not-done");
      expect(world.network.requests.length).toBe(before);
    },
  );

  it.each(["retry/now", "retry/stop", "retry/watch"] as const)(
    "%s is told as not kept where the disk is full",
    async (type) => {
      world.browser.storage.local.isFull = true;
      expect(await click(type)).toBe("not-kept");
    },
  );

  it("is told as not kept where a plan cannot be taken up again", async () => {
    await click("retry/stop");
    world.browser.storage.local.isFull = true;
    expect(await click("retry/keep")).toBe("not-kept");
  });

  it.each(["step/begin", "check/told"] as const)("%s is told as not kept where the session is full", async (type) => {
    world.browser.storage.session.isFull = true;
    expect(await click(type)).toBe("not-kept");
  });

  it("of which a site's past cannot be forgotten is told as not kept", async () => {
    refuseWrites(world, "local", "history");
    expect(await world.ask("history/clear", { host: null })).toBe("not-kept");
  });
});

describe("a click on a failure that found no room in the session", () => {
  it.each([
    "retry/keep",
    "retry/watch",
    "step/begin",
    "check/told",
    "form/back",
    "opinion/places",
    "opinion/saved-copy",
  ] as const)("is not done, though nothing has changed: %s", async (type) => {
    world.browser.storage.session.isFull = true;
    await world.visit(NEXT, { id: 8 });
    await world.clock.rest();
    expect(keptOf(world, 8)).toBeUndefined();
    expect(await clicks(type, "shown", 8)).toBe("not-done");
  });
});
