import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Incident } from "../../../../src/core/incident/incident.ts";
import type { Signals } from "../../../../src/core/incident/signals.ts";
import type { RetryPlan } from "../../../../src/core/retry/plan.ts";
import { fails, ok, page, response } from "../../core/checks/given.ts";
import { fakeBrowser, incident, NOW, plan, viewOf } from "../given.ts";
import { packageAnd } from "../package.ts";

const { browser } = vi.hoisted(() => ({ browser: {} as ReturnType<typeof fakeBrowser> & { tabs: object } }));
vi.mock("../../../../src/platform/browser.ts", () => ({ browser, isFirefox: false }));
vi.mock("../../../../src/platform/alarms.ts", () => ({
  SHORTEST_ALARM_MS: 30_000,
  setAlarm: async () => undefined,
  clearAlarm: async () => undefined,
}));

const HOUR = 3_600_000;
const SITE = "https://www.shop.example/cart";
const GUESS = "https://status.shop.example/";
const LINKED = "https://shopstatus.io/";
const CATALOGUED = "https://up.catalogued.example/";
const CLOUDFLARE = { server: "cloudflare", "cf-ray": "0123456789abcdef-FRA" };

const summary = (parts: object = {}) =>
  JSON.stringify({ page: { name: "Shop" }, status: { indicator: "none" }, incidents: [], ...parts });
const RED = summary({
  status: { indicator: "critical" },
  incidents: [{ name: "The shop is down", status: "investigating", impact: "critical" }],
});

/** What each page says, by its address; none other exists. */
const pages = new Map<string, string>();
/** Hosts of which the user gave leave by name. */
const granted = new Set<string>();

/** The pages that were asked, in the order of their first request. */
const asked = (): string[] => {
  const urls = vi.mocked(fetch).mock.calls.map(([url]) => String(url));
  return [...new Set(urls.filter((url) => url.startsWith("http")).map((url) => `${new URL(url).origin}/`))];
};
const shown = () => viewOf(browser).check;
const row = () => shown()?.rows.find(({ check }) => check === "status-page");

/** A worker that has just been started. */
async function worker() {
  vi.resetModules();
  return {
    ...(await import("../../../../src/background/check/status-pages.ts")),
    ...(await import("../../../../src/background/check/check-session.ts")),
  };
}
type Worker = Awaited<ReturnType<typeof worker>>;

interface Given {
  readonly of?: Partial<Incident>;
  readonly links?: readonly string[];
  readonly headers?: Record<string, string>;
  readonly reload?: Signals["reload"];
}

/** A check that knows its page and the site's answer, and then asks. */
async function checkOn(running: Worker, { of = {}, links = [], headers = {}, reload = "not-tried" }: Given = {}) {
  const session = new running.CheckSession(incident({ url: SITE, ...of }));
  await session.learn("page", page({ links: [...links] }) as Signals["page"]);
  await session.learn("anonymous", Object.keys(headers).length > 0 ? ok(response(502, headers)) : fails);
  await session.learn("reload", reload);
  await running.learnStatusPages(session);
  return session;
}

const grant = (url: string): void => {
  granted.add(`*://${new URL(url).hostname}/*`);
};

beforeEach(() => {
  pages.clear();
  granted.clear();
  Object.assign(browser, fakeBrowser(), { tabs: { query: async () => [{ id: 7 }, { id: 8 }] } });
  browser.permissions.contains.mockImplementation(async (about) =>
    (about as { origins: string[] }).origins.every((origin) => granted.has(origin)),
  );
  browser.permissions.getAll.mockImplementation(async () => ({ origins: [...granted] }));
  const summaries = packageAnd((url) => {
    const found = /^(.+)api\/v2\/summary\.json$/.exec(url)?.[1];
    return found === undefined ? undefined : pages.get(found);
  });
  vi.stubGlobal("fetch", vi.fn(summaries));
  vi.stubGlobal("navigator", { onLine: true });
  vi.useFakeTimers({ now: NOW, toFake: ["Date"] });
  vi.spyOn(console, "warn").mockImplementation(() => undefined);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe("a check", () => {
  it("asks the page on the site's registrable domain, and the gateway's, and hears both", async () => {
    pages.set(GUESS, RED);
    pages.set("https://www.cloudflarestatus.com/", summary());
    const { signals } = await checkOn(await worker(), { headers: CLOUDFLARE });
    expect(asked()).toEqual([GUESS, "https://www.cloudflarestatus.com/"]);
    expect(signals.statusPage).toMatchObject({ state: "ok", value: { overall: "major_outage" } });
    expect(signals.gatewayStatus).toMatchObject({ state: "ok", value: { overall: "operational" } });
    expect(row()?.outcome).toBe("fail");
    expect(shown()?.details.statusPageUrl).toBe(GUESS);
  });

  it("asks first what the answer's header names, resolved, and shows it", async () => {
    await checkOn(await worker(), { headers: { link: '<//health.shop.example/>; rel="status"' } });
    expect(asked()).toEqual(["https://health.shop.example/", GUESS]);
    expect(shown()?.details.statusPageUrl).toBe("https://health.shop.example/");
  });

  it("asks the catalogued page, and goes on without what the package does not hold", async () => {
    const of = { url: "https://www.catalogued.example/" };
    await checkOn(await worker(), { of });
    expect(asked()).toEqual([CATALOGUED, "https://status.catalogued.example/"]);
    vi.stubGlobal("fetch", vi.fn().mockRejectedValue(new TypeError("Failed to fetch")));
    const { signals } = await checkOn(await worker(), { of });
    expect(signals.statusPage).toMatchObject({ state: "ok", value: null });
    expect(asked()).toEqual([]);
  });

  it("shows no page that was only guessed, and did not answer", async () => {
    grant(GUESS);
    await checkOn(await worker());
    expect(shown()?.details.statusPageUrl).toBeNull();
    expect(row()?.says.key).toBe("check_status_none");
  });

  it.each(["https://198.51.100.7/", "https://github.io/"])(
    "asks nobody about %s, which is nobody's own",
    async (url) => {
      await checkOn(await worker(), { of: { url }, headers: CLOUDFLARE });
      expect(asked()).toEqual([]);
    },
  );

  it("asks first the page that was set for the host", async () => {
    const statusPages = { "*.shop.example": "https://ops.example/status" };
    browser.storage.local.items.set("settings", { version: 1, value: { statusPages } });
    await checkOn(await worker());
    expect(asked()).toEqual(["https://ops.example/", GUESS]);
  });

  it("asks of a private host only the page that was set for it, and of its gateway nobody", async () => {
    const given = { of: { url: "https://erp.corp/orders" }, headers: CLOUDFLARE };
    await checkOn(await worker(), given);
    expect(asked()).toEqual([]);
    const statusPages = { "erp.corp": "http://status.corp/" };
    browser.storage.local.items.set("settings", { version: 1, value: { statusPages } });
    await checkOn(await worker(), given);
    expect(asked()).toEqual(["http://status.corp/"]);
  });

  it("asks nobody when the page is back", async () => {
    await checkOn(await worker(), { reload: "works" });
    expect(asked()).toEqual([]);
    expect(row()?.outcome).toBe("not-applicable");
  });

  it("hears them after its verdict too, which is weighed anew", async () => {
    const running = await worker();
    const session = new running.CheckSession(incident({ url: SITE }));
    pages.set(GUESS, RED);
    const asking = running.learnStatusPages(session);
    await session.finish();
    expect(row()?.outcome).toBe("not-applicable");
    await asking;
    expect(shown()).toMatchObject({ id: session.id, phase: "done" });
    expect(row()?.outcome).toBe("fail");
  });

  it("says nothing of them once another check of the tab has taken over, or the tab shows another page", async () => {
    const running = await worker();
    pages.set(GUESS, RED);
    const session = new running.CheckSession(incident({ url: SITE }));
    const asking = running.learnStatusPages(session);
    const newer = new running.CheckSession(incident({ url: SITE, id: "incident-2" }));
    await newer.finish();
    await asking;
    expect(shown()).toMatchObject({ id: newer.id });
    expect(row()?.outcome).toBe("not-applicable");

    const before = viewOf(browser);
    const again = running.learnStatusPages(newer);
    await running.forgetCheck(7);
    await again;
    expect(viewOf(browser)).toEqual(before);
  });
});

describe("a status page that needs the user's leave", () => {
  const closed = { links: [LINKED] };

  it("is named and not asked, and asked once the leave is given", async () => {
    const running = await worker();
    const session = await checkOn(running, closed);
    await session.finish();
    expect(shown()?.statusPages.closed).toBe(LINKED);
    expect(row()?.says.key).toBe("check_status_closed");
    expect(asked()).toEqual([GUESS]);

    await running.askGrantedStatusPage(7);
    expect(asked()).toEqual([GUESS]);
    pages.set(LINKED, RED);
    grant(LINKED);
    await running.askGrantedStatusPage(7);
    expect(asked()).toEqual([GUESS, LINKED]);
    expect(shown()).toMatchObject({ id: session.id, phase: "done", statusPages: { closed: null } });
    expect(row()?.outcome).toBe("fail");
  });

  it("is asked by a worker born since, which has forgotten what named the page", async () => {
    await (await checkOn(await worker(), closed)).finish();
    pages.set(LINKED, RED);
    grant(LINKED);
    await (await worker()).askGrantedStatusPage(7);
    expect(row()?.outcome).toBe("fail");
    expect(shown()?.details.statusPageUrl).toBe(LINKED);
  });

  it("is asked while the check runs, too", async () => {
    const running = await worker();
    await checkOn(running, closed);
    pages.set(LINKED, RED);
    grant(LINKED);
    await running.askGrantedStatusPage(7);
    expect(shown()).toMatchObject({ phase: "checking" });
    expect(row()?.outcome).toBe("fail");
  });

  it("is asked once, whoever tells of the grant: the browser, the popup, the next opening", async () => {
    const running = await worker();
    await (await checkOn(running, closed)).finish();
    pages.set(LINKED, RED);
    grant(LINKED);
    vi.mocked(fetch).mockClear();
    await Promise.all([
      running.askGrantedStatusPages(),
      running.askGrantedStatusPage(7),
      running.askGrantedStatusPage(7),
    ]);
    await running.askGrantedStatusPage(7);
    expect(vi.mocked(fetch).mock.calls.filter(([url]) => String(url).startsWith(LINKED))).toHaveLength(1);
    expect(row()?.outcome).toBe("fail");
  });

  it("is also a catalogued one that refused to be read", async () => {
    const running = await worker();
    await (await checkOn(running, { of: { url: "https://catalogued.example/" } })).finish();
    expect(shown()?.statusPages.closed).toBe(CATALOGUED);
    pages.set(CATALOGUED, RED);
    grant(CATALOGUED);
    await running.askGrantedStatusPages();
    expect(row()?.outcome).toBe("fail");
  });

  it("stays closed where all sites are granted and not this one by its name", async () => {
    const running = await worker();
    await (await checkOn(running, closed)).finish();
    granted.add("<all_urls>");
    await running.askGrantedStatusPage(7);
    expect(asked()).toEqual([GUESS]);
  });

  it("is not asked for a tab that is not in front", async () => {
    const running = await worker();
    await (await checkOn(running, { ...closed, of: { tabId: 9 } })).finish();
    grant(LINKED);
    await running.askGrantedStatusPages();
    expect(asked()).toEqual([GUESS]);
  });
});

describe("the end of a maintenance, as the site's status page has it,", () => {
  const move = {
    name: "Moving to new servers",
    status: "in_progress",
    impact: "maintenance",
    scheduled_for: new Date(NOW - HOUR).toISOString(),
    scheduled_until: new Date(NOW + HOUR).toISOString(),
  };
  const floor = () => {
    const stored = browser.storage.local.items.get("retry-plans") as { value: Record<string, RetryPlan> };
    return stored.value["plan-1"]?.floor;
  };
  const saying = async (parts: object, of: Partial<Incident> = {}) => {
    const stored = plan({ name: "waiting", due: NOW + 60_000, next: "probe" }, { deadline: NOW + 6 * HOUR });
    browser.storage.local.items.set("retry-plans", { version: 1, value: { [stored.id]: stored } });
    const scheduled_maintenances = [{ ...move, ...parts }];
    pages.set(GUESS, summary({ status: { indicator: "maintenance" }, scheduled_maintenances }));
    await checkOn(await worker(), { of });
  };

  it("is told to the tab's plan", async () => {
    await saying({});
    expect(floor()).toBe(NOW + HOUR);
  });

  it.each<[string, object, Partial<Incident>?]>([
    ["begins later", { status: "scheduled", scheduled_for: new Date(NOW + HOUR / 2).toISOString() }],
    ["should be over", { scheduled_until: new Date(NOW - 1).toISOString() }],
    ["has no end", { scheduled_until: null }],
    ["is of another tab's page", {}, { tabId: 8 }],
  ])("is not told where it %s", async (_what, parts, of) => {
    await saying(parts, of);
    expect(asked()).toEqual([GUESS]);
    expect(floor()).toBeNull();
  });
});
