import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { World } from "../../fakes/world.ts";
import { checked, failingTab, PAGE } from "./check/given.ts";
import { openPlans } from "./stored.ts";

const OPEN = { tabId: 7 };

let world: World;
beforeEach(async () => {
  world = new World();
  world.network.answer("https://shop.example", { status: 502, body: "down" });
  await world.startWorker();
});
afterEach(() => world.end());

describe("keeping on watching", () => {
  const keep = () => world.ask("retry/keep", OPEN);

  it("takes up the plan that the user stopped", async () => {
    await world.visit(PAGE, { id: 7 });
    await world.ask("retry/stop", OPEN);
    expect(openPlans(world)).toEqual([]);
    await keep();
    expect(openPlans(world)).toMatchObject([{ tabId: 7, url: PAGE, target: PAGE, touchesTab: true }]);
  });

  it("is not done twice", async () => {
    await world.visit(PAGE, { id: 7 });
    await keep();
    expect(openPlans(world)).toHaveLength(1);
  });

  it.each<[string, () => Promise<unknown>]>([
    ["in a private window", async () => failingTab(world, { incognito: true })],
    ["for a status that is not retried", async () => failingTab(world, { status: 500 })],
    [
      "without a grant",
      async () => {
        failingTab(world).isClicked = true;
        world.browser.permissions.revoke({ origins: ["<all_urls>"] });
      },
    ],
  ])("is not done %s", async (_where, stand) => {
    await stand();
    await checked(world);
    await keep();
    expect(openPlans(world)).toEqual([]);
  });
});
