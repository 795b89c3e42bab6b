import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { closePage, draw, type FakePage, redraw } from "../../../fakes/elements.ts";
import type { FakeTab } from "../../../fakes/tabs.ts";
import { World } from "../../../fakes/world.ts";
import { checked, failingTab } from "../../background/check/given.ts";
import { shownOf } from "../../background/stored.ts";

const SHOP = "https://www.shop.example/cart";
const OWN = "*://www.shop.example/*";
const ABOVE = "*://shop.example/*";

let world: World;
let tab: FakeTab;
let page: FakePage;
/** Faultline may touch the page's own host alone; a repair of its cookies asks for the host above it. */
beforeEach(async () => {
  vi.spyOn(console, "warn").mockImplementation(() => undefined);
  world = new World();
  world.network.answer("https://www.shop.example", { status: 502, body: "down" });
  world.browser.cookies.jar = [{ name: "cart", domain: ".shop.example" }];
  await world.startWorker();
  world.browser.permissions.revoke({ origins: ["<all_urls>"] });
  world.browser.permissions.grant({ origins: [OWN] });
  tab = failingTab(world, { active: true, url: SHOP });
  await checked(world);
});
afterEach(() => {
  closePage(page);
  world.end();
});

const origins = async () => (await world.browser.permissions.getAll()).origins;
const repair = () => shownOf(world, 7).repair;
const said = () => page.body.all.find((one) => one.getAttribute("class") === "click-said")?.textContent;
const movesOn = () => world.navigate(tab, `${SHOP}?two`);

/** A repair's slot beside a page, where what comes of its clicks is heard. */
async function slotOf() {
  const { HearsClicks, useClickWords } = await import("../../../../src/pages/popup/click-words.ts");
  const { RepairSlot } = await import("../../../../src/pages/popup/repair-slot.tsx");
  const fixed = { tabId: 7, host: "shop.example", offer: "delete-cookies", side: "you", isSecond: false } as const;
  return function Slot({ url }: { readonly url: string }) {
    const { said: last, hear } = useClickWords(
      async () => true,
      () => 0,
    );
    return (
      <HearsClicks value={hear}>
        <RepairSlot {...fixed} url={url} repair={repair()} />
        <p class="click-said">{last.words}</p>
      </HearsClicks>
    );
  };
}

/** Draws it as it stands now. */
async function stands(url = SHOP) {
  const Slot = await slotOf();
  page = draw(<Slot url={url} />);
  await world.clock.pass(1_000);
  return { as: (now: string) => redraw(page, <Slot url={now} />) };
}
const click = (action: string): Promise<void> => {
  page.button(action).click();
  return world.clock.pass(1_000);
};

describe("a popup that offers to delete cookies", () => {
  it("asks for what is lacked, and leaves nothing of it granted", async () => {
    const slot = await stands();
    await click("repair-delete-cookies");
    expect(repair()).toMatchObject({ state: "counted", cookies: 1 });
    expect(await origins()).toEqual([OWN]);
    slot.as(SHOP);
    await click("repair-finish");
    await world.clock.until(() => repair()?.state === "done");
    expect(repair()).toMatchObject({ cookies: 1 });
    expect(await origins()).toEqual([OWN]);
  });

  it("takes no host for its own that the user has granted since it was opened", async () => {
    await stands();
    world.browser.permissions.grant({ origins: [ABOVE] });
    await world.clock.rest();
    await movesOn();
    await click("repair-delete-cookies");
    expect(said()).toBe("ui_too_late");
    expect(await origins()).toEqual([OWN, ABOVE]);
  });

  it("nor one that they have granted between the count and the click that confirms", async () => {
    const slot = await stands();
    await click("repair-delete-cookies");
    slot.as(SHOP);
    world.browser.permissions.grant({ origins: [ABOVE] });
    await world.clock.rest();
    await click("repair-finish");
    await world.clock.until(() => repair()?.state === "done");
    expect(await origins()).toEqual([OWN, ABOVE]);
  });

  it("nor one of the page that stood there before", async () => {
    world.browser.permissions.grant({ origins: ["*://www.news.example/*", "*://news.example/*"] });
    const slot = await stands();
    const asked = vi.spyOn(world.browser.permissions, "request");
    slot.as("https://www.news.example/");
    await click("repair-delete-cookies");
    expect(asked).toHaveBeenCalledWith({ permissions: ["cookies"], origins: [] });
  });

  it("gives back what it has asked for before the page's domain is known", async () => {
    world.browser.permissions.revoke({ origins: [OWN] });
    world.network.filesTake = 60_000;
    await world.startWorker();
    const Slot = await slotOf();
    page = draw(<Slot url={SHOP} />);
    await world.clock.rest();
    await movesOn();
    const asked = vi.spyOn(world.browser.permissions, "request");
    page.button("repair-delete-cookies").click();
    await world.clock.pass(120_000);
    expect(asked).toHaveBeenCalledWith({ permissions: ["cookies"], origins: [OWN] });
    expect(await origins()).toEqual([]);
  });

  it("says that a click was too late until the next one, also where its prompt is refused after that", async () => {
    let answer = (_yes: boolean): void => undefined;
    vi.spyOn(world.browser.permissions, "request").mockReturnValue(
      new Promise<boolean>((resolve) => {
        answer = resolve;
      }),
    );
    await stands();
    await movesOn();
    await click("repair-delete-cookies");
    expect(said()).toBe("ui_too_late");
    answer(false);
    await world.clock.pass(1_000);
    expect(said()).toBe("ui_too_late");
  });

  it("listens no more once it is closed", async () => {
    await stands();
    const { onAdded } = world.browser.permissions;
    const stopped = vi.spyOn(onAdded, "removeListener");
    closePage(page);
    await world.clock.rest();
    expect(stopped).toHaveBeenCalled();
  });
});
