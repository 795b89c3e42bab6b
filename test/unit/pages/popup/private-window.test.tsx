import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { closePage, draw, type FakePage } from "../../../fakes/elements.ts";
import { World } from "../../../fakes/world.ts";

const URL = "https://shop.example/cart";

let world: World;
let page: FakePage;
afterEach(() => {
  closePage(page);
  world.end();
});

/** What the popup shows of a tab whose check is over, with automatic mode. */
async function open(tabId: number): Promise<void> {
  await world.ask("tab/open", { tabId });
  await world.clock.pass(12_000);
  const { check, plan, standing, repair } = await world.ask("tab/open", { tabId });
  const { IncidentScene, Beneath } = await import("../../../../src/pages/popup/incident-scene.tsx");
  const [onRetry, onAct, onTell, onReload] = [vi.fn(), vi.fn(), vi.fn(), vi.fn()];
  const shared = { retry: plan, repair, automatic: true, onRetry };
  page = draw(
    check ? (
      <IncidentScene {...shared} view={check} opinions={null} onAct={onAct} onTell={onTell} />
    ) : (
      standing && <Beneath {...shared} tabId={tabId} standing={standing} onReload={onReload} />
    ),
  );
  await world.clock.pass(1_000);
}
const offered = () =>
  page.body.having("data-action").flatMap((one) => one.getAttribute("data-action")?.match(/^retry-.*/) ?? []);
const next = () => page.body.all.find((one) => one.getAttribute("class") === "next")?.textContent;

const CONTAINED = { firefox: true, private: { cookieStoreId: "firefox-container-1" } };
const TABS = [
  { where: "a private window of Chromium", firefox: false, private: { incognito: true } },
  { where: "a private window of Firefox", firefox: true, private: { incognito: true } },
  { where: "a container", ...CONTAINED },
];

describe.each(TABS)("of a failing page in $where", ({ firefox, private: parts }) => {
  beforeEach(async () => {
    world = new World({ firefox });
    world.network.answer("https://shop.example", { status: 502 });
    await world.startWorker();
  });

  it("nothing is offered that nothing would come of, and it is said why", async () => {
    const tab = await world.visit(URL, parts);
    await open(tab.id);
    expect(offered()).toEqual([]);
    expect(next()).toBe("ui_next_private");
  });

  it("beside it, in an ordinary window, trying on and watching are offered as ever", async () => {
    const tab = await world.visit(URL);
    await world.ask("tab/open", { tabId: tab.id });
    await world.ask("retry/stop", { tabId: tab.id });
    await open(tab.id);
    expect(offered()).toEqual(expect.arrayContaining(["retry-keep", "retry-watch"]));
    expect(next()).not.toContain("ui_next_private");
  });
});

describe.each(TABS.filter(({ firefox }) => firefox))("where nobody was reached, in $where", ({ private: parts }) => {
  beforeEach(async () => {
    world = new World({ firefox: true });
    vi.stubGlobal("navigator", { ...navigator, userAgent: "Firefox/150.0" });
    await world.startWorker();
  });

  it("nothing is offered either", async () => {
    const tab = await world.visit(URL, parts);
    await open(tab.id);
    expect(offered()).toEqual([]);
    expect(next()).toBe("ui_next_private");
  });

  it("it is in an ordinary window", async () => {
    const tab = await world.visit(URL);
    await open(tab.id);
    expect(offered()).not.toEqual([]);
  });
});
