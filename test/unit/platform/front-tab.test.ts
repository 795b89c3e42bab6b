import { afterEach, beforeEach, expect, it } from "vitest";
import type { FrontTab } from "../../../src/platform/front-tab.ts";
import { World } from "../../fakes/world.ts";

let world: World;
beforeEach(() => {
  world = new World({ firefox: true });
  world.browser.permissions.revoke({ origins: ["<all_urls>"] });
});
afterEach(() => world.end());

it("a key of ours lets a panel see the tab in front, and loads nothing anew that it sees already", async () => {
  const tab = world.browser.tabs.open({ id: 7, url: "https://shop.example/", active: true });
  const { followFrontTab } = await world.load(() => import("../../../src/platform/front-tab.ts"));
  const seen: (FrontTab | null)[] = [];
  const stop = followFrontTab((front) => seen.push(front));
  await world.clock.pass(100);
  expect(seen.map((front) => front?.isVisible)).toEqual([false]);
  tab.isClicked = true;
  for (let presses = 0; presses < 2; presses += 1) {
    world.browser.commands.onCommand.fire("retry-now", { id: 7 });
    await world.clock.pass(100);
  }
  expect(seen.map((front) => front?.isVisible)).toEqual([false, true]);
  stop();
  expect(world.browser.commands.onCommand.hasListeners()).toBe(false);
});
