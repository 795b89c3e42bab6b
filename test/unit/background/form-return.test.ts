import { afterEach, beforeEach, expect, it } from "vitest";
import { World } from "../../fakes/world.ts";

let world: World;
beforeEach(async () => {
  world = new World();
  world.network.answer("https://shop.example", { status: 502, body: "down" });
  await world.startWorker();
});
afterEach(() => world.end());

it("a page that came by GET is led back nowhere, whoever asks", async () => {
  const tab = await world.visit("https://shop.example/cart");
  await world.clock.until(() => tab.badge.text === "502");
  // The fake browser has no history: a step back would throw.
  await expect(world.ask("form/back", { tabId: tab.id })).resolves.toBe("too-late");
  expect(tab.url).toBe("https://shop.example/cart");
});

it.each([-1, 7.5, "7", null])("a tab that is none is led nowhere: %j", async (tabId) => {
  await expect(world.ask("form/back", { tabId } as never)).resolves.toBe("too-late");
});

it("a tab is led one page back however often that is clicked meanwhile", async () => {
  let steps = 0;
  Object.assign(world.browser.tabs.api, { goBack: async () => void steps++ });
  const tab = await world.visit("https://shop.example/order", { method: "POST" });
  await world.clock.until(() => tab.badge.text === "502");
  const back = () => world.browser.runtime.fromPopup("form/back", { tabId: tab.id });
  await world.clock.done(Promise.all([back(), world.clock.pass(300).then(back)]));
  expect(steps).toBe(1);
  await world.clock.done(back() as Promise<unknown>);
  expect(steps).toBe(2);
});

it("that nothing lies before a failing page is still known when the popup opens again", async () => {
  const { returnKey } = await import("../../../src/core/incident/form-return.ts");
  Object.assign(world.browser.tabs.api, { goBack: () => Promise.reject(new Error("none")) });
  const tab = await world.visit("https://shop.example/order", { method: "POST" });
  await world.clock.until(() => tab.badge.text === "502");
  await world.ask("form/back", { tabId: tab.id });
  const found = () => world.browser.storage.session.items.get(returnKey(tab.id));
  expect(found()).toMatchObject({ found: "nowhere" });
  await world.ask("tab/open", { tabId: tab.id });
  expect(found()).toMatchObject({ found: "nowhere" });
});
