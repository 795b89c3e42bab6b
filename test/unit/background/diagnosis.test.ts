import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Incident } from "../../../src/incident/incident.ts";
import type { CheckView } from "../../../src/protocol/view.ts";
import type { RetryPlan } from "../../../src/retry/plan.ts";
import type { TabLook } from "../../../src/signals/page.ts";
import { fails, navigation, ok, page, works } from "../checks/given.ts";
import { fakeBrowser, incident, NOW, plan, shows, URL_ASKED } from "./given.ts";

const { browser, ask, askWorker, pageContent, look, loadTab } = vi.hoisted(() => ({
  browser: {} as ReturnType<typeof fakeBrowser>,
  ask: vi.fn(),
  askWorker: vi.fn(),
  pageContent: vi.fn(),
  look: vi.fn(),
  loadTab: vi.fn(async () => undefined),
}));
vi.mock("../../../src/platform/browser.ts", () => ({ browser, isFirefox: false }));
vi.mock("../../../src/platform/alarms.ts", () => ({
  SHORTEST_ALARM_MS: 30_000,
  setAlarm: async () => undefined,
  clearAlarm: async () => undefined,
}));
vi.mock("../../../src/platform/tabs.ts", () => ({
  reloadTab: loadTab,
  openAnew: loadTab,
  frontTabs: async () => new Set(),
  tabsShowing: async () => [],
}));
vi.mock("../../../src/probes/anonymous-get.ts", () => ({ anonymousGet: ask }));
vi.mock("../../../src/probes/connectivity.ts", () => ({
  connectivity: async () => ok({ connectivity: "online", elsewhere: null }),
}));
vi.mock("../../../src/probes/page-content.ts", () => ({ pageContent }));
vi.mock("../../../src/probes/status-page.ts", () => ({ askStatusPage: async () => ok(null) }));
vi.mock("../../../src/probes/through-page-worker.ts", () => ({ throughPageWorker: askWorker }));
vi.mock("../../../src/probes/tab-look.ts", () => ({ lookAtTab: look, wouldAsk: async () => false }));
vi.mock("../../../src/background/outcome.ts", () => ({ tellOutcome: async () => undefined }));

const FRONT_PAGE = "https://shop.example/";
const WHOLE_CHECK_MS = 28_000;
const OLD_FAILURE = shows(502, NOW - 60_000);

/** A worker that has just been started. */
async function worker() {
  vi.resetModules();
  return {
    ...(await import("../../../src/background/plans.ts")),
    ...(await import("../../../src/background/retry-driver.ts")),
    ...(await import("../../../src/background/watch-reload.ts")),
    ...(await import("../../../src/background/diagnosis.ts")),
  };
}

const shown = () => browser.storage.session.items.get("check:7") as CheckView | undefined;
const row = (id: string) => shown()?.rows.find(({ check }) => check === id);
const asked = () => ask.mock.calls.map(([url]) => url);
const store = (stored: RetryPlan) =>
  browser.storage.local.items.set("retry-plans", { version: 1, value: { [stored.id]: stored } });

async function checked({ diagnose }: Awaited<ReturnType<typeof worker>>, of: Incident = incident()) {
  const done = diagnose(of, "shop.example");
  await vi.advanceTimersByTimeAsync(WHOLE_CHECK_MS);
  await done;
}

beforeEach(() => {
  Object.assign(browser, fakeBrowser());
  browser.storage.session.items.set("session-began", true);
  vi.useFakeTimers({ now: NOW, toFake: ["Date", "setTimeout", "clearTimeout"] });
  vi.stubGlobal("navigator", { onLine: true });
  vi.spyOn(console, "warn").mockImplementation(() => undefined);
  for (const mock of [ask, askWorker, pageContent, look, loadTab]) mock.mockReset();
  ask.mockResolvedValue(fails);
  askWorker.mockResolvedValue(fails);
  pageContent.mockResolvedValue(page());
  look.mockResolvedValue(OLD_FAILURE);
  loadTab.mockResolvedValue(undefined);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe("a check", () => {
  it("shows itself at once, and its verdict in the end", async () => {
    const { diagnose } = await worker();
    const done = diagnose(incident(), null);
    await vi.advanceTimersByTimeAsync(0);
    expect(shown()).toMatchObject({ phase: "checking", incidentId: "incident-1" });
    await vi.advanceTimersByTimeAsync(WHOLE_CHECK_MS);
    await done;
    expect(shown()).toMatchObject({ phase: "done", verdict: { side: "server" } });
  });

  it("asks for the page four times, and once for the front page", async () => {
    await checked(await worker());
    expect(asked().sort()).toEqual([FRONT_PAGE, ...Array(4).fill(URL_ASKED)]);
    expect(askWorker).not.toHaveBeenCalled();
  });

  it("asks twice through the page's own worker instead of for the front page, where one took part", async () => {
    await checked(await worker(), incident({ navigation: navigation({ throughPageWorker: true }) }));
    expect(asked()).toEqual(Array(4).fill(URL_ASKED));
    expect(askWorker).toHaveBeenCalledTimes(2);
  });

  it.each<[string, Partial<Incident>]>([
    ["came from a form", { method: "POST" }],
    ["bears a token that works once", { url: "https://shop.example/pay?token=1" }],
  ])("asks only for the front page when the page %s", async (_what, parts) => {
    await checked(await worker(), incident(parts));
    expect(asked()).toEqual([FRONT_PAGE]);
    expect(askWorker).not.toHaveBeenCalled();
  });

  it("ends in time with a verdict when nothing answers", async () => {
    ask.mockReturnValue(new Promise(() => undefined));
    await checked(await worker());
    expect(shown()).toMatchObject({ phase: "done", finishedAt: NOW + WHOLE_CHECK_MS });
  });

  it("ends with a verdict, and gives its plan free, when a probe breaks", async () => {
    store(plan({ name: "waiting", due: NOW, next: "probe" }));
    pageContent.mockRejectedValue(new Error("broken"));
    const running = await worker();
    await checked(running);
    expect(shown()).toMatchObject({ phase: "done" });
    expect((await running.planOf(7))?.attempts).toBeGreaterThan(3);
  });

  it("asks and says nothing more once a newer one has taken over", async () => {
    const { diagnose } = await worker();
    const first = diagnose(incident(), null);
    await vi.advanceTimersByTimeAsync(500);
    const askedByFirst = ask.mock.calls.length;
    const second = diagnose(incident({ id: "incident-2" }), null);
    await vi.advanceTimersByTimeAsync(WHOLE_CHECK_MS);
    await Promise.all([first, second]);
    expect(askedByFirst).toBe(2);
    expect(ask).toHaveBeenCalledTimes(askedByFirst + 5);
    expect(shown()).toMatchObject({ incidentId: "incident-2", phase: "done" });
  });
});

describe("a check of a page that a stranger is served", () => {
  const watching = plan({ name: "waiting", due: NOW + 600_000, next: "probe" });
  const showsNow = (status: number) => async (): Promise<TabLook> => shows(status, Date.now());

  beforeEach(() => {
    ask.mockResolvedValue(works);
  });

  it("lets the plan load the tab, and says that the page is back when it is", async () => {
    store(watching);
    look.mockResolvedValueOnce(OLD_FAILURE).mockImplementation(showsNow(200));
    await checked(await worker());
    expect(loadTab).toHaveBeenCalledOnce();
    expect(row("retry")?.says.key).toBe("check_retry_back");
    expect(shown()?.verdict).toMatchObject({ side: "server", cause: "transient" });
  });

  it("says that the page fails only in the tab when the plan's load fails", async () => {
    store(watching);
    look.mockResolvedValueOnce(OLD_FAILURE).mockImplementation(showsNow(502));
    await checked(await worker());
    expect(row("cookies")?.says.key).toBe("check_cookies_only_with");
  });

  it.each<[string, () => Promise<TabLook>]>([
    ["a 403", showsNow(403)],
    ["a 404", showsNow(404)],
    ["another address", async () => ({ state: "elsewhere" })],
    ["no tab any more", async () => ({ state: "gone" })],
    ["nothing in time", async () => ({ state: "loading" })],
  ])("does not call it back, nor failing, when the plan's load ends at %s", async (_what, ends) => {
    store(watching);
    look.mockResolvedValueOnce(OLD_FAILURE).mockImplementation(ends);
    await checked(await worker());
    expect(loadTab).toHaveBeenCalledOnce();
    expect(row("retry")?.says.key).not.toBe("check_retry_back");
    expect(row("cookies")?.says.key).not.toBe("check_cookies_only_with");
    expect(shown()?.verdict?.side).toBe("unsure");
  });

  it("does not load the tab by itself where no plan watches it, and offers that step", async () => {
    await checked(await worker());
    expect(loadTab).not.toHaveBeenCalled();
    expect(shown()?.verdict).toMatchObject({ side: "unsure", action: "reload" });
  });

  it("does not load the tab while the site fails for strangers too", async () => {
    ask.mockResolvedValue(fails);
    store(watching);
    await checked(await worker());
    expect(loadTab).not.toHaveBeenCalled();
  });

  it.each([
    ["counts a load by the plan that failed a moment ago, for a stranger had been served then", 40_000, "only_with"],
    ["does not count a failed load from long before", 120_000, "reload_open"],
  ])("%s", async (_what, ago, says) => {
    const running = await worker();
    look.mockImplementation(showsNow(502));
    // A plan that has failed to bring the page back waits before it loads again.
    store(plan({ name: "waiting", due: NOW + 600_000, next: "reload" }, { reloads: 1, lastReloadAt: NOW - ago }));
    await checked(running);
    expect(loadTab).not.toHaveBeenCalled();
    expect(row("cookies")?.says.key).toBe(`check_cookies_${says}`);
    expect(shown()?.verdict?.side).toBe("unsure");
  });
});
