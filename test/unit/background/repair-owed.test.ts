import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { FakeTab } from "../../fakes/tabs.ts";
import { World } from "../../fakes/world.ts";
import { checked, failingTab } from "./check/given.ts";
import { shownOf } from "./stored.ts";

const DOWN = { status: 502, body: "down" } as const;
const WWW = "https://www.shop.example/cart";
const OWN = "*://www.shop.example/*";
const ABOVE = "*://shop.example/*";
const NEWS = "https://news.example/today";

let world: World;
let tab: FakeTab;
beforeEach(async () => {
  vi.spyOn(console, "warn").mockImplementation(() => undefined);
  world = new World();
  world.network.answer("https://www.shop.example", DOWN);
  world.network.answer("https://news.example", DOWN);
  await world.startWorker();
  // Faultline may touch the page's own host alone; a repair of its cookies asks for the host above it.
  world.browser.permissions.revoke({ origins: ["<all_urls>"] });
  world.browser.permissions.grant({ origins: [OWN, "*://news.example/*"] });
  tab = failingTab(world, { active: true, url: WWW });
  await checked(world);
  await world.ask("repair/begin", { tabId: 7, id: "delete-cookies" });
});
afterEach(() => world.end());

const has = (permission: string) => world.browser.permissions.contains({ permissions: [permission] });
const granted = async () => (await world.browser.permissions.getAll()).origins;
const owed = () => JSON.stringify(world.browser.storage.session.items.get("owed-after-repairs") ?? null);
/** Another failure takes the repair's place while the browser's prompt stands open. */
async function drop(): Promise<void> {
  await world.navigate(tab, `${WWW}?two`);
  await checked(world);
  await world.clock.rest();
  expect(shownOf(world, 7).repair).toBeNull();
}
const answerPrompt = async () => {
  world.browser.permissions.grant({ permissions: ["cookies"], origins: [ABOVE] });
  await world.clock.rest();
};

describe("a host for which the browser's prompt stands open after its repair came to nothing", () => {
  it("is given back where the prompt is answered soon, and is in memory until then", async () => {
    await drop();
    expect(owed()).toContain("shop.example");
    await answerPrompt();
    expect(await has("cookies")).toBe(false);
    expect(await granted()).not.toContain(ABOVE);
    expect(owed()).not.toContain("shop.example");
  });

  it("is in memory for ten minutes, and its permission is given back after that too", async () => {
    await drop();
    await world.clock.pass(11 * 60_000);
    await world.visit(NEWS);
    await world.clock.rest();
    expect(owed()).not.toContain("shop.example");
    await answerPrompt();
    expect(await has("cookies")).toBe(false);
  });

  it("lies there no longer for grants of other sites meanwhile", async () => {
    await drop();
    for (let minute = 0; minute < 11; minute += 1) {
      await world.clock.pass(60_000);
      world.browser.permissions.grant({ origins: [`*://other-${minute}.example/*`] });
      await world.clock.rest();
    }
    expect(owed()).not.toContain("shop.example");
    // What is given back of a repair that holds nothing takes none of them away.
    expect(await granted()).toContain("*://other-10.example/*");
    await answerPrompt();
    expect(await has("cookies")).toBe(false);
  });

  it("is given back where a second click is granted it once the first is done", async () => {
    await answerPrompt();
    expect(shownOf(world, 7).repair).toMatchObject({ state: "counted" });
    await world.ask("repair/leave", { tabId: 7, id: "delete-cookies", refused: false });
    world.browser.permissions.grant({ permissions: ["cookies"] });
    await world.clock.rest();
    expect(await has("cookies")).toBe(false);
  });

  it.each([
    ["its site", "www.shop.example"],
    ["all", null],
  ])(
    "is forgotten at once where the user has %s forgotten, and its permission is given back all the same",
    async (_what, host) => {
      await drop();
      // The page that fails in the tab is not over, and stays.
      world.browser.tabs.close(tab);
      await world.ask("history/clear", { host });
      await world.clock.rest();
      expect(owed()).not.toContain("shop.example");
      await answerPrompt();
      expect(await has("cookies")).toBe(false);
    },
  );

  it("stays where another site is forgotten", async () => {
    await drop();
    await world.ask("history/clear", { host: "news.example" });
    expect(owed()).toContain("shop.example");
  });
});

describe("a repair that comes to nothing while the session's memory is full", () => {
  it("leaves no permission behind, and breaks nothing", async () => {
    const broken = vi.fn();
    process.on("unhandledRejection", broken);
    world.browser.storage.session.isFull = true;
    await world.navigate(tab, NEWS);
    await world.ask("tab/open", { tabId: 7 });
    await world.clock.rest();
    await answerPrompt();
    process.off("unhandledRejection", broken);
    expect(broken).not.toHaveBeenCalled();
    expect(await has("cookies")).toBe(false);
    expect(await granted()).not.toContain(ABOVE);
  });
});
