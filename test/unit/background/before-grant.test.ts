import { afterEach, beforeEach, expect, it } from "vitest";
import type { FakeTab } from "../../fakes/tabs.ts";
import { World } from "../../fakes/world.ts";
import { FRONT_PAGE, failingTab, PAGE } from "./check/given.ts";
import { incidentIn, openPlans } from "./stored.ts";

const DOWN = { status: 502, body: "down" } as const;

let world: World;
let tab: FakeTab;

/** A page fails, and only then may Faultline look: nobody knows whether it came from a form. */
beforeEach(async () => {
  world = new World();
  world.browser.permissions.revoke({ origins: ["<all_urls>"] });
  world.network.answer("https://shop.example", DOWN);
  await world.startWorker();
  tab = failingTab(world, { active: true });
  world.browser.permissions.grant({ origins: ["<all_urls>"] });
  await world.clock.until(() => openPlans(world).length === 1);
  expect(openPlans(world)).toMatchObject([{ url: PAGE, target: FRONT_PAGE, touchesTab: false }]);
  expect(incidentIn(world, 7)).toMatchObject({ method: "unknown" });
});
afterEach(() => world.end());

it.each([
  ["by the browser's button", () => world.browser.tabs.api.reload(7)],
  ["from the popup", () => world.ask("tab/reload", { tabId: 7, pastCache: false })],
])("a page that stood there before the grant is known once the user has loaded it again: %s", async (_how, reload) => {
  await reload();
  await world.clock.until(() => incidentIn(world, 7)?.method === "GET");
  await world.clock.until(() => openPlans(world)[0]?.touchesTab === true);
  expect(openPlans(world)).toMatchObject([{ url: PAGE, target: PAGE }]);
  world.network.answer("https://shop.example", { status: 200, body: "back" });
  await world.clock.until(() => tab.document?.status === 200, 600_000);
});

it("it keeps its badge while it shows the failure, also once the site answers again", async () => {
  expect(tab.badge.text).toBe("502");
  await world.clock.pass(60_000);
  world.network.answer("https://shop.example", { status: 200, body: "back" });
  await world.clock.until(() => tab.badge.text === "✓", 600_000);
  await world.clock.until(() => tab.badge.text !== "✓", 20_000);
  expect(tab.document?.status).toBe(502);
  expect(tab.badge.text).toBe("502");
});
