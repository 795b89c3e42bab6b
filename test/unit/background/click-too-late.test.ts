import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { MessageType, RequestOf } from "../../../src/core/protocol/protocol.ts";
import type { FakeTab } from "../../fakes/tabs.ts";
import { World } from "../../fakes/world.ts";
import { incidentIn, openPlans } from "./stored.ts";

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

const clicks = (type: Said, incidentId: string | undefined) =>
  world.ask(type, { tabId: 7, incidentId, ...SAID[type] } as unknown as RequestOf<Said>);
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
  it.each(["retry/now", "retry/stop", "retry/watch", "step/begin"] as const)(
    "does it, and has no more to say: %s",
    async (type) => {
      expect(await clicks(type, incidentIn(world, 7)?.id)).toBeUndefined();
    },
  );

  it("is too late for a site that Faultline may touch no more", async () => {
    world.browser.permissions.revoke({ origins: ["<all_urls>"] });
    await world.clock.rest();
    expect(await clicks("retry/watch", incidentIn(world, 7)?.id)).toBe("too-late");
  });
});
