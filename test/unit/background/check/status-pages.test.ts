import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { World } from "../../../fakes/world.ts";
import { plansOf, shownOf } from "../stored.ts";
import { failingTab, row, shownCheck, verdict } from "./given.ts";

const HOUR = 3_600_000;
const SITE = "https://www.shop.example/cart";
const GUESS = "https://status.shop.example/";
const LINKED = "https://shopstatus.io/";
const CATALOGUED = "https://up.catalogued.example/";
const CLOUDFLARE = { server: "cloudflare", "cf-ray": "0123456789abcdef-FRA" };
const CLOUDFLARE_STATUS = "https://www.cloudflarestatus.com/";

const summary = (parts: object = {}) =>
  JSON.stringify({ page: { name: "Shop" }, status: { indicator: "none" }, incidents: [], ...parts });
const RED = summary({
  status: { indicator: "critical" },
  incidents: [{ name: "The shop is down", status: "investigating", impact: "critical" }],
});

let world: World;

/** From now on a status page says so. */
const says = (page: string, body: string, takes?: number): void =>
  world.network.answer(`${page}api/v2/summary.json`, { body, ...(takes === undefined ? {} : { takes }) });
const grant = (page: string): void => {
  world.browser.permissions.grant({ origins: [`*://${new URL(page).hostname}/*`] });
};

/** The status pages that were asked, in the order of their first request: not the site, nor the way to the internet. */
const asked = (): string[] => {
  const others = [new URL(shownCheck(world)?.url ?? SITE).hostname, "www.gstatic.com"];
  const pages = world.network.asked().filter((url) => !others.includes(new URL(url).hostname));
  return [...new Set(pages.map((url) => `${new URL(url).origin}/`))];
};

/** A tab of this site fails, and its check comes to its verdict. */
async function checkOf(url = SITE, { headers = {}, links = [] as string[] } = {}): Promise<void> {
  world.network.answer(new URL(url).origin, { status: 502, headers, body: "down" });
  failingTab(world, { url, links, active: true });
  await world.ask("tab/open", { tabId: 7 });
  await verdict(world);
}

beforeEach(async () => {
  world = new World();
  await world.startWorker();
});
afterEach(() => world.end());

describe("a check", () => {
  it("asks the page on the site's registrable domain, and the gateway's, and hears both", async () => {
    says(GUESS, RED);
    says(CLOUDFLARE_STATUS, summary());
    await checkOf(SITE, { headers: CLOUDFLARE });
    expect(asked()).toEqual([GUESS, CLOUDFLARE_STATUS]);
    expect(row(world, "status-page")).toMatchObject({ outcome: "fail" });
    expect(shownCheck(world)).toMatchObject({
      details: { statusPageUrl: GUESS },
      statusPages: { quote: { url: expect.stringContaining(GUESS) } },
    });
  });

  it("shows them as soon as they have answered, and the popup need not look on", async () => {
    says(GUESS, RED);
    world.network.answer("https://www.shop.example", { status: 502, body: "down" });
    failingTab(world, { url: SITE });
    await world.ask("tab/open", { tabId: 7 });
    await world.clock.pass(500);
    expect(shownCheck(world)).toMatchObject({ phase: "checking", details: { statusPageUrl: GUESS } });
    expect(row(world, "status-page")?.outcome).toBe("fail");
  });

  it("asks first what the answer's header names, resolved, and shows it", async () => {
    await checkOf(SITE, { headers: { link: '<//health.shop.example/>; rel="status"' } });
    expect(asked()).toEqual(["https://health.shop.example/", GUESS]);
    expect(shownCheck(world)?.details.statusPageUrl).toBe("https://health.shop.example/");
  });

  it("asks the catalogued page", async () => {
    await checkOf("https://www.catalogued.example/");
    expect(asked()).toEqual([CATALOGUED, "https://status.catalogued.example/"]);
  });

  it("goes on without what the package does not hold", async () => {
    world.network.files.clear();
    await checkOf("https://www.catalogued.example/");
    expect(asked()).not.toContain(CATALOGUED);
    expect(row(world, "status-page")?.says.key).toBe("check_status_none");
  });

  it("shows no page that was only guessed, and did not answer", async () => {
    grant(GUESS);
    await checkOf();
    expect(shownCheck(world)?.details.statusPageUrl).toBeNull();
    expect(row(world, "status-page")?.says.key).toBe("check_status_none");
  });

  it.each(["https://198.51.100.7/", "https://github.io/", "http://localhost:3000/cart"])(
    "asks nobody about %s, which is nobody's own",
    async (url) => {
      await checkOf(url, { headers: CLOUDFLARE });
      expect(asked()).toEqual([]);
    },
  );

  it("asks first the page that was set for the host", async () => {
    const statusPages = { "*.shop.example": "https://ops.example/status" };
    world.browser.storage.local.items.set("settings", { version: 1, value: { statusPages } });
    await checkOf();
    expect(asked()).toEqual(["https://ops.example/", GUESS]);
  });

  it.each([
    ["nobody", {}, []],
    ["only the page that was set for it", { "erp.corp": "http://status.corp/" }, ["http://status.corp/"]],
  ])("asks of a private host %s, and of its gateway nobody", async (_whom, statusPages, expected) => {
    world.browser.storage.local.items.set("settings", { version: 1, value: { statusPages } });
    await checkOf("https://erp.corp/orders", { headers: CLOUDFLARE });
    expect(asked()).toEqual(expected);
  });

  it("says nothing of them once another check of the tab has taken over", async () => {
    says(GUESS, RED, 3_000);
    world.network.answer("https://www.shop.example", { status: 502, body: "down" });
    failingTab(world, { url: SITE });
    await world.ask("tab/open", { tabId: 7 });
    await world.clock.pass(1_000);
    says(GUESS, summary());
    await world.ask("check/again", { tabId: 7 });
    await verdict(world);
    await world.clock.pass(10_000);
    expect(row(world, "status-page")?.outcome).not.toBe("fail");
  });
});

describe("a status page that needs the user's leave", () => {
  const closed = { links: [LINKED] };
  const told = () => world.ask("check/status-page-granted", { tabId: 7 });
  const becomesRed = () => world.clock.until(() => row(world, "status-page")?.outcome === "fail");

  it("is named and not asked, and asked once the leave is given", async () => {
    await checkOf(SITE, closed);
    const { id } = shownCheck(world) ?? {};
    expect(shownCheck(world)?.statusPages.closed).toBe(LINKED);
    expect(row(world, "status-page")?.says.key).toBe("check_status_closed");
    expect(asked()).toEqual([GUESS]);

    await told();
    await world.clock.pass(1_000);
    expect(asked()).toEqual([GUESS]);
    says(LINKED, RED);
    grant(LINKED);
    await becomesRed();
    expect(asked()).toEqual([GUESS, LINKED]);
    expect(shownCheck(world)).toMatchObject({ id, phase: "done", statusPages: { closed: null } });
  });

  it("is asked by a worker born since, which has forgotten what named the page", async () => {
    await checkOf(SITE, closed);
    says(LINKED, RED);
    world.killWorker();
    grant(LINKED);
    await world.startWorker();
    // The next opening finds the leave.
    await world.ask("tab/open", { tabId: 7 });
    await becomesRed();
    expect(shownCheck(world)?.details.statusPageUrl).toBe(LINKED);
  });

  it("is asked while the check runs, too", async () => {
    world.network.answer("https://www.shop.example", { status: 502, body: "down" });
    failingTab(world, { url: SITE, active: true, ...closed });
    await world.ask("tab/open", { tabId: 7 });
    await world.clock.until(() => shownCheck(world)?.statusPages.closed === LINKED);
    says(LINKED, RED);
    grant(LINKED);
    await becomesRed();
    expect(shownCheck(world)).toMatchObject({ phase: "checking" });
  });

  it("is asked once, whoever tells of the grant: the browser, the popup, the next opening", async () => {
    await checkOf(SITE, closed);
    says(LINKED, RED);
    grant(LINKED);
    await Promise.all([told(), told(), world.ask("tab/open", { tabId: 7 })]);
    await becomesRed();
    await told();
    await world.clock.pass(10_000);
    expect(world.network.asked().filter((url) => url.startsWith(LINKED))).toEqual([`${LINKED}api/v2/summary.json`]);
  });

  it("is also a catalogued one that refused to be read", async () => {
    // Nobody may read a page without a grant that shares itself with nobody.
    world.browser.permissions.revoke({ origins: ["<all_urls>"] });
    grant("https://catalogued.example/");
    await checkOf("https://catalogued.example/");
    expect(shownCheck(world)?.statusPages.closed).toBe(CATALOGUED);
    says(CATALOGUED, RED);
    grant(CATALOGUED);
    await becomesRed();
  });

  it("stays closed where all sites are granted and not this one by its name", async () => {
    await checkOf(SITE, closed);
    await told();
    await world.clock.pass(10_000);
    expect(asked()).toEqual([GUESS]);
  });

  it("is not asked for a tab that is not in front", async () => {
    await checkOf(SITE, closed);
    world.browser.tabs.open({ id: 8, url: "https://other.example/", active: true });
    grant(LINKED);
    await world.clock.pass(10_000);
    expect(asked()).toEqual([GUESS]);
  });
});

describe("the end of a maintenance, as the site's status page has it,", () => {
  const iso = (ms: number) => new Date(Date.now() + ms).toISOString();
  const move = (parts: object) => ({
    name: "Moving to new servers",
    status: "in_progress",
    impact: "maintenance",
    scheduled_for: iso(-HOUR),
    scheduled_until: iso(HOUR),
    ...parts,
  });

  /** What the tab's plan waits for, after its page has failed and was checked. */
  async function floorAfter(parts: object): Promise<number | null | undefined> {
    world.network.answer("https://www.shop.example", { status: 503, body: "down" });
    const scheduled_maintenances = [move(parts)];
    says(GUESS, summary({ status: { indicator: "maintenance" }, scheduled_maintenances }));
    const tab = await world.visit(SITE, { id: 7 });
    await world.ask("tab/open", { tabId: tab.id });
    await verdict(world);
    expect(asked()).toEqual([GUESS]);
    return plansOf(world)[0]?.floor;
  }

  it("is told to the tab's plan", async () => {
    const end = Date.now() + HOUR;
    expect(await floorAfter({ scheduled_until: new Date(end).toISOString() })).toBe(end);
    expect(shownOf(world, 7).plan).toMatchObject({ forecast: { says: "ui_forecast_announced", moments: [end] } });
  });

  it.each([
    ["keeps on trying", "retry/keep"],
    ["has the site watched", "retry/watch"],
  ] as const)("is known to the plan that begins as the user %s after the check", async (_what, click) => {
    const end = Date.now() + HOUR;
    await floorAfter({ scheduled_until: new Date(end).toISOString() });
    await world.ask("retry/stop", { tabId: 7 });
    await world.clock.rest();
    await world.ask(click, { tabId: 7 });
    const going = plansOf(world).filter(({ state }) => state.name !== "closed");
    expect(going).toMatchObject([{ floor: end, announcedEnd: end }]);
  });

  it.each<[string, () => object]>([
    ["begins later", () => ({ status: "scheduled", scheduled_for: iso(HOUR / 2) })],
    ["should be over", () => ({ scheduled_until: iso(-1_000) })],
    ["has no end", () => ({ scheduled_until: null })],
  ])("is not told where it %s", async (_what, parts) => {
    expect(await floorAfter(parts())).toBeNull();
  });
});

describe("the past incidents that the site's status page lists", () => {
  const iso = (daysAgo: number, minutes = 0) =>
    new Date(Date.now() - daysAgo * 24 * HOUR + minutes * 60_000).toISOString();
  /** One that began so many days ago and was over after two hours, with the word that it was. */
  const incident = (daysAgo: number) => [
    {
      id: `${daysAgo}`,
      type: "status_report",
      attributes: {
        title: "The shop is down",
        report_type: "manual",
        starts_at: iso(daysAgo),
        ends_at: null,
        aggregate_state: "resolved",
        affected_resources: [],
      },
    },
    {
      id: `u${daysAgo}`,
      type: "status_update",
      attributes: {
        message: "It works again.",
        published_at: iso(daysAgo, 120),
        status_report_id: daysAgo,
        affected_resources: [{ status_page_resource_id: "7", status: "resolved" }],
      },
    },
  ];
  const page = (daysAgo: readonly number[]) =>
    JSON.stringify({
      data: { id: "1", type: "status_page", attributes: { company_name: "Shop", aggregate_state: "operational" } },
      included: daysAgo.flatMap(incident),
    });
  const MARKED = '<script src="https://uptime.betterstack.com/packs/js/status_page_v2-1.js"></script>';

  /** The page fails and is checked, while the status page lists incidents that began so many days ago. */
  async function failWith(daysAgo: readonly number[]): Promise<void> {
    world.network.answer("https://www.shop.example", { status: 503, body: "down" });
    world.network.answer(GUESS, { body: MARKED, headers: { "content-type": "text/html" } });
    world.network.answer(`${GUESS}api/v2/summary.json`, { status: 404 });
    world.network.answer(`${GUESS}index.json`, { body: page(daysAgo) });
    const tab = await world.visit(SITE, { id: 7 });
    await world.ask("tab/open", { tabId: tab.id });
    await verdict(world);
  }
  const forecast = () => {
    const { plan } = shownOf(world, 7);
    return plan && "forecast" in plan ? plan.forecast : null;
  };
  const fromStatusPage = () => world.network.asked().filter((url) => url.startsWith(GUESS));

  it("make the forecast later where they took long, and no request more is sent for them", async () => {
    await failWith([]);
    const [without, asked] = [forecast(), fromStatusPage()];
    expect(without).not.toHaveProperty("published");

    world.end();
    world = new World();
    await world.startWorker();
    await failWith([3, 9, 20, 41]);
    expect(plansOf(world)[0]?.published).toEqual([7_200, 7_200, 7_200, 7_200]);
    expect(forecast()).toMatchObject({ says: "ui_forecast_likely", published: 4 });
    const [likely = 0, late = 0] = forecast()?.moments ?? [];
    expect(likely).toBeGreaterThan(without?.moments[0] ?? Number.NaN);
    expect(late).toBeGreaterThan(without?.moments[1] ?? Number.NaN);
    expect(fromStatusPage()).toEqual(asked);
  });

  it("are known to a plan that the user begins after the check, too", async () => {
    await failWith([3, 9]);
    await world.ask("retry/stop", { tabId: 7 });
    expect(forecast()).toBeNull();
    await world.ask("retry/keep", { tabId: 7 });
    expect(forecast()).toMatchObject({ published: 2 });
  });

  it("are forgotten with the site's history", async () => {
    await failWith([3, 9]);
    await world.ask("history/clear", { host: "www.shop.example" });
    expect(plansOf(world)[0]).not.toHaveProperty("published", expect.anything());
    expect(forecast()).not.toHaveProperty("published");
  });
});
