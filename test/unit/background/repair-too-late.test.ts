import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { FakeTab } from "../../fakes/tabs.ts";
import { World } from "../../fakes/world.ts";
import { checked, failingTab } from "./check/given.ts";
import { shownOf } from "./stored.ts";

const URL_ASKED = "https://www.shop.example/cart";
const OWN = "*://www.shop.example/*";
const ABOVE = "*://shop.example/*";
const GRANT = { permissions: ["cookies"], origins: [ABOVE] } as const;

let world: World;
let tab: FakeTab;
/** Faultline may touch the page's own host alone; a repair of its cookies asks for the host above it. */
beforeEach(async () => {
  world = new World();
  world.network.answer("https://www.shop.example", { status: 502, body: "down" });
  world.browser.cookies.jar = [{ name: "session", domain: ".shop.example" }];
  await world.startWorker();
  world.browser.permissions.revoke({ origins: ["<all_urls>"] });
  world.browser.permissions.grant({ origins: [OWN] });
  tab = failingTab(world, { active: true, url: URL_ASKED });
  await checked(world);
});
afterEach(() => world.end());

const on = { tabId: 7, id: "delete-cookies", url: URL_ASKED, lacked: [ABOVE] } as const;
const repair = () => shownOf(world, 7).repair;
const has = (permission: string) => world.browser.permissions.contains({ permissions: [permission] });
const origins = async () => (await world.browser.permissions.getAll()).origins;
const owed = () => JSON.stringify(world.browser.storage.session.items.get("owed-after-repairs") ?? null);

/** The user wants it, and reads how many cookies would go. */
async function counted(): Promise<void> {
  await world.ask("repair/begin", on);
  world.browser.permissions.grant(GRANT);
  await world.clock.until(() => repair()?.state === "counted");
  await world.clock.rest();
  expect(await origins()).toEqual([OWN]);
}

/** They confirm it; the browser grants it once more, and the worker hears of that before the popup speaks. */
async function confirmed() {
  world.browser.permissions.grant(GRANT);
  await world.clock.rest();
  return world.ask("repair/finish", on);
}

/** Another failure takes the repair's place. */
async function movedOn(): Promise<void> {
  await world.navigate(tab, `${URL_ASKED}?two`);
  await checked(world);
  await world.clock.rest();
  expect(repair()).toBeNull();
}

describe("a click that confirms a repair which the tab shows no more", () => {
  beforeEach(counted);

  it.each<[string, () => Promise<unknown>]>([
    ["another failure stands there", movedOn],
    [
      "the user left it in another popup",
      () => world.ask("repair/leave", { tabId: 7, id: "delete-cookies", refused: false }),
    ],
    ["the tab is closed", async () => world.browser.tabs.close(tab)],
    [
      "a repair of another kind stands there",
      async () => {
        await world.ask("repair/begin", { tabId: 7, id: "name-extensions", url: URL_ASKED });
        world.browser.permissions.grant({ permissions: ["management"] });
        await world.clock.until(() => repair()?.state === "extensions");
      },
    ],
  ])("leaves no host granted where %s, deletes nothing, and is told as too late", async (_where, happens) => {
    await happens();
    expect(await confirmed()).toBe("too-late");
    await world.clock.rest();
    expect(await origins()).toEqual([OWN]);
    expect(await has("cookies")).toBe(false);
    expect(world.browser.cookies.jar).toHaveLength(1);
  });

  it("keeps no permission where the prompt has closed the popup, so that nobody speaks", async () => {
    await movedOn();
    world.browser.permissions.grant(GRANT);
    await world.clock.rest();
    expect(await has("cookies")).toBe(false);
  });

  it("keeps no permission where the prompt has closed the popup, and the page goes after that", async () => {
    world.browser.permissions.grant(GRANT);
    await world.clock.rest();
    await movedOn();
    expect(await has("cookies")).toBe(false);
  });

  it("leaves a host alone that the user grants for themselves", async () => {
    await movedOn();
    world.browser.permissions.grant({ origins: [ABOVE] });
    await world.clock.rest();
    expect(await origins()).toEqual([OWN, ABOVE]);
  });

  it("gives back what it had to ask for, though the repair itself lacked nothing when it began", async () => {
    await world.ask("repair/leave", { tabId: 7, id: "delete-cookies", refused: false });
    world.browser.permissions.grant({ origins: [ABOVE] });
    await world.ask("repair/begin", { ...on, lacked: [] });
    world.browser.permissions.grant({ permissions: ["cookies"] });
    await world.clock.until(() => repair()?.state === "counted");
    world.browser.permissions.revoke({ origins: [ABOVE] });
    expect(await confirmed()).toBeUndefined();
    await world.clock.until(() => repair()?.state === "done");
    expect(await origins()).toEqual([OWN]);
  });
});

describe("a popup that is told of the grant for a repair that was left elsewhere", () => {
  it("leaves no host granted", async () => {
    await world.ask("repair/begin", on);
    await world.ask("repair/leave", { tabId: 7, id: "delete-cookies", refused: false });
    world.browser.permissions.grant(GRANT);
    await world.clock.rest();
    await world.ask("repair/granted", on);
    expect(await origins()).toEqual([OWN]);
    expect(await has("cookies")).toBe(false);
  });
});

describe("a click on a repair of a page that the tab shows no more", () => {
  beforeEach(() => world.navigate(tab, `${URL_ASKED}?two`));

  it.each(["repair/begin", "repair/granted", "repair/finish"] as const)("is told as too late: %s", async (type) => {
    expect(await world.ask(type, on)).toBe("too-late");
  });

  it("says nothing of a refusal beside the page that stands there now", async () => {
    await checked(world);
    await world.ask("repair/leave", { ...on, refused: true });
    expect(repair()).toBeNull();
  });
});

describe("a prompt of the browser's that is refused after its repair came to nothing", () => {
  beforeEach(async () => {
    await world.ask("repair/begin", on);
    await movedOn();
    expect(owed()).toContain("shop.example");
  });

  it("is owed no more at once", async () => {
    await world.ask("repair/leave", { ...on, refused: true });
    expect(owed()).not.toContain("shop.example");
  });

  it("is owed no more though its tab is closed", async () => {
    world.browser.tabs.close(tab);
    await world.ask("repair/leave", { ...on, refused: true });
    expect(owed()).not.toContain("shop.example");
  });

  it("leaves what is owed for the prompt of another tab, also of the same host", async () => {
    failingTab(world, { id: 8, url: URL_ASKED });
    // A click on what that tab has just left is owed as well.
    await world.navigate(world.browser.tabs.of(8), `${URL_ASKED}?three`);
    await world.ask("repair/begin", { ...on, tabId: 8 });
    await world.ask("repair/leave", { ...on, refused: true });
    expect(owed()).toContain("shop.example");
    await world.ask("repair/leave", { ...on, tabId: 8, refused: true });
    expect(owed()).not.toContain("shop.example");
  });

  it("is owed no more where the session's memory is full", async () => {
    await world.ask("repair/leave", { ...on, refused: true });
    world.browser.storage.session.isFull = true;
    await world.ask("repair/begin", on);
    await world.ask("repair/leave", { ...on, refused: true });
    world.browser.permissions.grant({ origins: [ABOVE] });
    world.browser.permissions.grant({ permissions: ["cookies"] });
    await world.clock.rest();
    expect(await origins()).toContain(ABOVE);
  });
});
