import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { CardAct } from "../../../src/core/protocol/card.ts";
import type { FakeTab } from "../../fakes/tabs.ts";
import { World } from "../../fakes/world.ts";
import { incidentIn, openPlans, stored } from "./stored.ts";

const PAGE = "https://shop.example/cart";
const SITE = "https://shop.example";
const NGINX = "<html><body><center><h1>502 Bad Gateway</h1></center><hr><center>nginx</center></body></html>";

let world: World;
beforeEach(async () => {
  world = new World();
  world.network.answer(SITE, { status: 502, body: NGINX });
  await world.startWorker();
});
afterEach(() => world.end());

const cardIn = (tab: FakeTab) => tab.document?.card ?? null;
const hasCard = (tab: FakeTab) => world.clock.until(() => cardIn(tab) !== null, 30_000);
/** What the verdict of the card rests on that a tab's failure has now. */
const basisOf = (tabId: number) =>
  (stored<Array<[number, { incidentId: string; basis: string }]>>(world, "session", "cards") ?? []).find(
    ([id, { incidentId }]) => id === tabId && incidentId === incidentIn(world, tabId)?.id,
  )?.[1].basis;
const settle = () => world.clock.pass(30_000);
const settings = () => stored<Record<string, unknown>>(world, "local", "settings");

/** What the card's script says when the user clicks. */
async function click(
  tab: FakeTab,
  act: string,
  { incidentId = cardIn(tab)?.incidentId, url = tab.url, frame = 0 } = {},
) {
  await world.clock.done(world.browser.runtime.fromPage(tab, url, "page/card", { incidentId, act }, frame));
  await world.clock.pass(100);
}

describe("the card in a failing page", () => {
  it("comes with the plan's first answer, and not before", async () => {
    const tab = await world.visit(PAGE);
    expect(tab.badge.text).toBe("502");
    expect(tab.document?.injected).not.toContain("card.js");
    await hasCard(tab);
    expect(world.network.asked("worker")).toHaveLength(1);
    expect(cardIn(tab)).toMatchObject({ url: PAGE, mood: "server", dir: "ltr" });
    expect(cardIn(tab)?.headline).toContain("shop.example");
  });

  it("counts down to the next try", async () => {
    const tab = await world.visit(PAGE);
    await hasCard(tab);
    const [plan] = openPlans(world);
    expect(plan?.state).toMatchObject({ name: "waiting", due: cardIn(tab)?.until });
  });

  it("asks nobody for its verdict", async () => {
    const tab = await world.visit(PAGE);
    await hasCard(tab);
    expect(new Set(world.network.asked())).toEqual(new Set([PAGE]));
  });

  it("comes by the page alone where no plan asks for it", async () => {
    world.network.answer(SITE, { status: 500, body: "broken" });
    const tab = await world.visit(PAGE);
    await hasCard(tab);
    expect(world.network.asked("worker")).toEqual([]);
    expect(cardIn(tab)?.acts.map(({ act }) => act)).not.toContain("stop");
  });

  it("comes by the page alone where the site wants to be left alone for long", async () => {
    world.network.answer(SITE, { status: 503, body: "later", headers: { "retry-after": "600" } });
    await hasCard(await world.visit(PAGE));
    const other = await world.visit("https://shop.example/other");
    await hasCard(other);
    expect(world.network.asked()).toEqual([PAGE]);
  });

  it("goes when the page works, and is put into nothing that works", async () => {
    const tab = await world.visit(PAGE);
    await hasCard(tab);
    world.network.answer(SITE, {});
    await world.clock.until(() => tab.document?.status === 200, 600_000);
    await settle();
    expect(tab.document?.injected).not.toContain("card.js");
    expect(cardIn(tab)).toBeNull();
  });

  it("comes again into the page that a plan has loaded, if that fails again", async () => {
    const tab = await world.visit(PAGE);
    await hasCard(tab);
    const before = tab.document;
    // Strangers are served, and the tab is not.
    world.network.answer(PAGE, ({ by }) => (by === "tab" ? { status: 502, body: NGINX } : {}));
    await world.clock.until(() => tab.document !== before && cardIn(tab) !== null, 600_000);
    expect(tab.document?.injected.filter((file) => file === "card.js")).toHaveLength(1);
  });

  it("comes where the site's front page answers in the place of one that may have come from a form", async () => {
    world.network.answer(SITE, {});
    world.network.answer(PAGE, { status: 502, body: NGINX });
    const tab = await world.visit(PAGE, { method: "POST" });
    await hasCard(tab);
    expect(cardIn(tab)?.mood).toBe("unsure");
    expect(cardIn(tab)?.acts.map(({ act }) => act)).not.toContain("try-now");
  });

  it("comes again where nobody asks for the page any more", async () => {
    world.network.answer(SITE, {});
    world.network.answer(PAGE, { status: 502, body: NGINX });
    const tab = await world.visit(PAGE, { method: "POST" });
    await hasCard(tab);
    await world.navigate(tab, PAGE, { method: "POST" });
    await hasCard(tab);
    expect(tab.document?.injected.filter((file) => file === "card.js")).toHaveLength(1);
  });

  it("comes where strangers are served, once the tab has failed again all the same", async () => {
    world.network.answer(PAGE, ({ by }) => (by === "tab" ? { status: 502, body: NGINX } : {}));
    const tab = await world.visit(PAGE);
    await world.clock.until(() => cardIn(tab) !== null, 600_000);
    expect(cardIn(tab)?.mood).not.toBe("server");
    expect(world.network.asked("tab").length).toBeGreaterThan(1);
  });

  it.each([
    ["another page", `${SITE}/c`],
    ["the same page at another time", `${SITE}/a`],
  ])("knows nothing of what strangers were served at a page of its tab, once %s fails there", async (_what, last) => {
    // Each of these fails once.
    const [first, second] = [`${SITE}/a`, `${SITE}/b`] as const;
    const seen = new Set<string>();
    for (const page of [first, second]) {
      world.network.answer(page, ({ by }) => {
        if (by !== "tab" || seen.has(page)) return {};
        seen.add(page);
        return { status: 502, body: NGINX };
      });
    }
    const tab = await world.visit(first, { id: 7 });
    await world.clock.until(() => tab.document?.status === 200, 600_000);
    // Long enough for the next failure to be another outage's.
    await world.clock.pass(11 * 60_000);
    const asked = world.network.asked("worker").length;
    await world.visit(second, { id: 8 });
    world.network.answer(last, { status: 502, body: NGINX });
    await world.navigate(tab, last);
    const { document } = tab;
    // The other page's good answer loads this tab too.
    await world.clock.until(() => tab.document !== document && basisOf(7) !== undefined);
    expect(world.network.asked("worker").slice(asked)).toEqual([second]);
    expect(basisOf(7)).toBe("page");
  });

  it("is put into a page once", async () => {
    const tab = await world.visit(PAGE);
    await hasCard(tab);
    for (let count = 0; count < 3; count += 1) await click(tab, "try-now");
    await settle();
    expect(tab.document?.injected.filter((file) => file === "card.js")).toHaveLength(1);
  });

  it("says what a check finds out, once its side stands", async () => {
    const tab = await world.visit(PAGE);
    await hasCard(tab);
    const before = cardIn(tab)?.headline;
    world.network.answer(PAGE, ({ by }) => (by === "tab" ? { status: 502, body: NGINX } : {}));
    await world.ask("tab/open", { tabId: tab.id });
    await world.clock.until(() => cardIn(tab) !== null && cardIn(tab)?.headline !== before, 60_000);
    expect(cardIn(tab)?.mood).toBe("unsure");
  });

  it("goes where the grant is taken back", async () => {
    const tab = await world.visit(PAGE);
    await hasCard(tab);
    world.browser.permissions.revoke({ origins: ["<all_urls>"] });
    await world.clock.until(() => cardIn(tab) === null);
    expect(tab.document?.status).toBe(502);
  });

  it("follows a tab over the death of the worker", async () => {
    const tab = await world.visit(PAGE);
    await hasCard(tab);
    const { until } = cardIn(tab) ?? {};
    world.killWorker();
    await world.startWorker();
    await world.clock.until(() => (cardIn(tab)?.until ?? 0) > (until ?? 0), 600_000);
    expect(tab.document?.injected.filter((file) => file === "card.js")).toHaveLength(1);
  });

  it.each<[string, () => Promise<FakeTab>]>([
    ["in a private window", () => world.visit(PAGE, { incognito: true })],
    ["in a container", () => world.visit(PAGE, { cookieStoreId: "firefox-container-1" })],
    [
      "with a grant for this site alone",
      () => {
        world.browser.permissions.revoke({ origins: ["<all_urls>"] });
        world.browser.permissions.grant({ origins: ["*://shop.example/*"] });
        return world.visit(PAGE);
      },
    ],
    [
      "in the browser's own page",
      () => {
        world.network.answer(SITE, { status: 502, body: "" });
        return world.visit(PAGE);
      },
    ],
    [
      "in a page that works",
      () => {
        world.network.answer(SITE, {});
        return world.visit(PAGE);
      },
    ],
    [
      "once the user wants none",
      () => {
        world.browser.storage.local.items.set("settings", { version: 1, value: { cards: { off: true } } });
        return world.visit(PAGE);
      },
    ],
    [
      "on a site on which they want none",
      () => {
        world.browser.storage.local.items.set("settings", {
          version: 1,
          value: { cards: { notOn: ["shop.example"] } },
        });
        return world.visit(PAGE);
      },
    ],
  ])("does not come %s, and no script does", async (_where, visit) => {
    const tab = await visit();
    await settle();
    expect(tab.document?.injected).not.toContain("card.js");
    expect(cardIn(tab)).toBeNull();
  });

  it("does not come for requests of a page that loaded", async () => {
    const tab = world.browser.tabs.open({
      url: "https://shop.example/app",
      resources: [{ name: "https://shop.example/api", responseStatus: 502 }],
    });
    await world.ask("tab/open", { tabId: tab.id });
    await settle();
    expect(tab.document?.injected).not.toContain("card.js");
  });
});

describe("a card that stands", () => {
  it.each<[string, "local" | "managed", object]>([
    [
      "the user wants no cards, by their settings",
      "local",
      { settings: { version: 1, value: { cards: { off: true } } } },
    ],
    ["an administrator wants none", "managed", { cards: { off: true } }],
  ])("goes at once when %s", async (_why, area, values) => {
    const tab = await world.visit(PAGE);
    await hasCard(tab);
    await world.clock.done(world.browser.storage[area].set({ ...values }));
    await world.clock.rest();
    expect(cardIn(tab)).toBeNull();
  });
});

describe("a click on the card", () => {
  let tab: FakeTab;
  beforeEach(async () => {
    tab = await world.visit(PAGE, { id: 7 });
    await hasCard(tab);
  });

  it("tries at once", async () => {
    const asked = () => world.network.asked("worker").length;
    const before = asked();
    await click(tab, "try-now");
    expect(asked()).toBe(before + 1);
  });

  it("stops the plan, and then loads the page again on the user's word", async () => {
    await click(tab, "stop");
    expect(openPlans(world)).toEqual([]);
    await world.clock.until(() => cardIn(tab)?.until === null);
    expect(cardIn(tab)?.acts.map(({ act }) => act)).toEqual(["try-now", "details", "not-here", "never", "close"]);
    world.network.answer(SITE, {});
    const done = click(tab, "try-now");
    await world.clock.until(() => tab.document?.status === 200, 60_000);
    await done;
  });

  it("opens all that is known in a window of its own", async () => {
    await click(tab, "details");
    expect(world.browser.smallWindows).toEqual([expect.stringMatching(/popup\/index\.html\?tab=7$/)]);
  });

  it("wants no card on this site any more, here and in other tabs", async () => {
    const other = await world.visit("https://shop.example/other");
    const elsewhere = await world.visit("https://news.example/");
    await hasCard(other);
    await click(tab, "not-here");
    expect(settings()).toEqual({ cards: { off: false, notOn: ["shop.example"] } });
    await world.clock.until(() => cardIn(tab) === null && cardIn(other) === null);
    expect(cardIn(elsewhere)).toBeNull();
    // The plan goes on.
    expect(openPlans(world).map(({ tabId }) => tabId)).toContain(7);
  });

  it("wants no cards", async () => {
    await click(tab, "never");
    expect(settings()).toEqual({ cards: { off: true, notOn: [] } });
    await world.clock.until(() => cardIn(tab) === null);
  });

  it("is not offered what an administrator has settled", async () => {
    world.browser.storage.managed.items.set("cards", { off: false });
    const other = await world.visit("https://shop.example/other");
    await hasCard(other);
    expect(cardIn(other)?.acts.map(({ act }) => act)).not.toContain("never");
  });

  it("closes it for as long as this failure lasts", async () => {
    await click(tab, "close");
    await world.clock.until(() => cardIn(tab) === null);
    world.network.answer(PAGE, ({ by }) => (by === "tab" ? { status: 502, body: NGINX } : {}));
    const before = tab.document;
    await world.clock.until(() => tab.document !== before, 600_000);
    await settle();
    expect(cardIn(tab)).toBeNull();
  });

  it.each<[string, () => Promise<void>]>([
    ["of another failure", () => click(tab, "never", { incidentId: "other" })],
    ["of another address", () => click(tab, "never", { url: "https://shop.example/other" })],
    ["of a frame", () => click(tab, "never", { frame: 3 })],
    ["that asks for something else", () => click(tab, "delete-all")],
    ["that names no failure", () => click(tab, "never", { incidentId: 7 as unknown as string })],
  ])("is not heeded %s", async (_which, say) => {
    await say();
    expect(settings()).toBeUndefined();
    expect(cardIn(tab)).not.toBeNull();
  });

  it("is not heeded where no card stands any more", async () => {
    const { incidentId } = cardIn(tab) ?? {};
    await click(tab, "close");
    await world.clock.until(() => cardIn(tab) === null);
    await click(tab, "never" satisfies CardAct, incidentId === undefined ? {} : { incidentId });
    expect(settings()).toBeUndefined();
  });
});
