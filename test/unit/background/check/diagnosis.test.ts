import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Incident } from "../../../../src/core/incident/incident.ts";
import type { TabLook } from "../../../../src/core/incident/page.ts";
import type { RetryPlan } from "../../../../src/core/retry/plan.ts";
import type { CheckView } from "../../../../src/core/verdict/view.ts";
import { fails, navigation, ok, page, response, works } from "../../core/checks/given.ts";
import { fakeBrowser, incident, NOW, plan, shows, storedIncidents, URL_ASKED } from "../given.ts";
import { packageAnd } from "../package.ts";

const { browser, ask, askWayOut, askWorker, pageContent, look, loadTab } = vi.hoisted(() => ({
  browser: {} as ReturnType<typeof fakeBrowser>,
  ask: vi.fn(),
  askWayOut: vi.fn(),
  askWorker: vi.fn(),
  pageContent: vi.fn(),
  look: vi.fn(),
  loadTab: vi.fn(async () => undefined),
}));
vi.mock("../../../../src/platform/browser.ts", () => ({ browser, isFirefox: false }));
vi.mock("../../../../src/platform/alarms.ts", () => ({
  setAlarm: async () => undefined,
  clearAlarm: async () => undefined,
}));
vi.mock("../../../../src/platform/tabs.ts", () => ({
  getTab: async (id: number) => ({ id, url: URL_ASKED, loading: false }),
  reloadTab: loadTab,
  openAnew: loadTab,
  frontTabs: async () => new Set(),
  tabsShowing: async () => [],
}));
vi.mock("../../../../src/probes/anonymous-get.ts", () => ({ anonymousGet: ask }));
vi.mock("../../../../src/probes/connectivity.ts", () => ({ connectivity: askWayOut }));
vi.mock("../../../../src/probes/page-content.ts", () => ({ pageContent }));
vi.mock("../../../../src/probes/through-page-worker.ts", () => ({ throughPageWorker: askWorker }));
vi.mock("../../../../src/probes/tab-look.ts", () => ({ lookAtTab: look }));
vi.mock("../../../../src/probes/typed-input.ts", () => ({
  inputIn: async () => "none",
  wouldAsk: async () => false,
  listenForInput: async () => undefined,
}));
vi.mock("../../../../src/background/retry/outcome.ts", () => ({ tellOutcome: async () => undefined }));

const FRONT_PAGE = "https://shop.example/";
const WHOLE_CHECK_MS = 28_000;
const FAILED_AT = NOW - 60_000;
const OLD_FAILURE = shows(502, FAILED_AT);

/** A worker that has just been started. */
async function worker() {
  vi.resetModules();
  return {
    ...(await import("../../../../src/background/retry/plans.ts")),
    ...(await import("../../../../src/background/retry/retry-driver.ts")),
    ...(await import("../../../../src/background/watch-reload.ts")),
    ...(await import("../../../../src/background/check/diagnosis.ts")),
    ...(await import("../../../../src/background/incidents.ts")),
  };
}

const shown = () => browser.storage.session.items.get("check:7") as CheckView | undefined;
const row = (id: string) => shown()?.rows.find(({ check }) => check === id);
const asked = () => ask.mock.calls.map(([url]) => url);
/** What the status pages answer, by address; no other host exists. */
const statusPages = new Map<string, string>();
const requested = (): string[] =>
  vi.mocked(fetch).mock.calls.flatMap(([url]) => (String(url).startsWith("https:") ? [String(url)] : []));
const store = (stored: RetryPlan) =>
  browser.storage.local.items.set("retry-plans", { version: 1, value: { [stored.id]: stored } });

async function checked({ diagnose }: Awaited<ReturnType<typeof worker>>, of: Incident = incident()) {
  const done = diagnose(of);
  await vi.advanceTimersByTimeAsync(WHOLE_CHECK_MS);
  await done;
}

beforeEach(() => {
  Object.assign(browser, fakeBrowser());
  browser.storage.session.items.set("session-began", true);
  browser.storage.session.items.set("incidents", storedIncidents(FAILED_AT, { tabId: 7, url: URL_ASKED }));
  vi.useFakeTimers({ now: NOW, toFake: ["Date", "setTimeout", "clearTimeout"] });
  vi.stubGlobal("navigator", { onLine: true });
  statusPages.clear();
  vi.stubGlobal("fetch", vi.fn(packageAnd((url) => statusPages.get(url))));
  vi.spyOn(console, "warn").mockImplementation(() => undefined);
  for (const mock of [ask, askWayOut, askWorker, pageContent, look, loadTab]) mock.mockReset();
  ask.mockResolvedValue(fails);
  askWayOut.mockResolvedValue(ok({ connectivity: "online", impostorAnswer: null }));
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

describe("the test of the connection", () => {
  const FIDDLER = "[Fiddler] The connection to the upstream proxy/gateway failed.";
  const MITMPROXY = "<h1>502 Bad Gateway</h1><p>[Errno 111] Connect call failed ('127.0.0.1', 3128)</p>";
  const impostorAnswer = {
    ...response(502, { server: "mitmproxy 10.1.1" }, MITMPROXY),
    url: "https://www.gstatic.com/x",
  };

  it("is not needed where a gateway of the site's wrote the error over https", async () => {
    pageContent.mockResolvedValue(page({ html: "<hr><center>nginx</center>" }));
    await checked(await worker());
    expect(askWayOut).not.toHaveBeenCalled();
    expect(row("connection")).toMatchObject({ outcome: "pass", says: { key: "check_connection_proven" } });
  });

  it("is asked where the document speaks as a box of the user's, and is believed before it", async () => {
    pageContent.mockResolvedValue(page({ html: FIDDLER }));
    ask.mockResolvedValue(ok(response(502, {}, FIDDLER)));
    await checked(await worker());
    expect(askWayOut).toHaveBeenCalledTimes(1);
    expect(row("connection")?.says.key).toBe("check_connection_works");
    expect(shown()?.verdict?.side).not.toBe("you");
  });

  it("is asked where only the header fields name the box, and shows it where the box answers there too", async () => {
    ask.mockResolvedValue(ok(response(502, { server: "mitmproxy 10.1.1" }, MITMPROXY)));
    askWayOut.mockResolvedValue(ok({ connectivity: "impostor", impostorAnswer }));
    await checked(await worker());
    expect(askWayOut).toHaveBeenCalledTimes(1);
    expect(shown()?.verdict).toMatchObject({ side: "you", cause: "local-proxy" });
  });

  it("is never asked for a host of the user's own network, whatever its page says", async () => {
    pageContent.mockResolvedValue(page({ html: FIDDLER }));
    ask.mockResolvedValue(ok(response(502, {}, FIDDLER)));
    for (const url of ["http://nas/x", "https://192.168.1.5/", "http://localhost:3000/cart"]) {
      await checked(await worker(), incident({ url }));
    }
    expect(askWayOut).not.toHaveBeenCalled();
  });
});

describe("the status pages", () => {
  const SUMMARY = "https://status.shop.example/api/v2/summary.json";
  const RED = JSON.stringify({
    page: { name: "Shop" },
    status: { indicator: "critical" },
    incidents: [{ name: "The shop is down", status: "investigating", impact: "critical" }],
  });

  it("are asked as soon as the site's answer has come, and nobody needs to look on", async () => {
    statusPages.set(SUMMARY, RED);
    const { diagnose } = await worker();
    const done = diagnose(incident());
    await vi.advanceTimersByTimeAsync(10);
    expect(requested()).toEqual([SUMMARY]);
    expect(shown()).toMatchObject({ phase: "checking", details: { statusPageUrl: "https://status.shop.example/" } });
    expect(row("status-page")?.outcome).toBe("fail");
    await vi.advanceTimersByTimeAsync(WHOLE_CHECK_MS);
    await done;
    expect(row("status-page")?.outcome).toBe("fail");
    expect(requested()).toEqual([SUMMARY]);
  });

  it("are those that the answer's header and the gateway before it name, too", async () => {
    const headers = {
      server: "cloudflare",
      "cf-ray": "0123456789abcdef-FRA",
      link: "<//up.shop.example/>; rel=status",
    };
    ask.mockResolvedValue(ok(response(502, headers)));
    await checked(await worker());
    expect(requested().sort()).toEqual([
      SUMMARY,
      "https://up.shop.example/api/v2/summary.json",
      "https://www.cloudflarestatus.com/api/v2/summary.json",
    ]);
  });

  it("are asked after a moment without the answer of a site that is slow", async () => {
    ask.mockImplementation(() => new Promise(() => undefined));
    const { diagnose } = await worker();
    const done = diagnose(incident());
    await vi.advanceTimersByTimeAsync(1_000);
    expect(requested()).toEqual([]);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(requested()).toEqual([SUMMARY]);
    await vi.advanceTimersByTimeAsync(WHOLE_CHECK_MS);
    await done;
  });

  it("are not asked about this computer", async () => {
    await checked(await worker(), incident({ url: "http://localhost:3000/cart" }));
    expect(requested()).toEqual([]);
    expect(row("status-page")?.outcome).toBe("not-applicable");
  });

  it("are not asked any more by a check that another has taken over from", async () => {
    const { diagnose } = await worker();
    ask.mockReturnValueOnce(new Promise(() => undefined));
    const first = diagnose(incident());
    await vi.advanceTimersByTimeAsync(100);
    const second = diagnose(incident({ id: "incident-2" }));
    await vi.advanceTimersByTimeAsync(WHOLE_CHECK_MS);
    await Promise.all([first, second]);
    expect(requested()).toEqual([SUMMARY]);
  });
});

describe("a check", () => {
  it("shows itself at once, and its verdict in the end", async () => {
    const { diagnose } = await worker();
    const done = diagnose(incident());
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

  it("asks no more once it is told that it asks too often", async () => {
    ask.mockResolvedValue(ok(response(429)));
    await checked(await worker());
    expect(asked()).toEqual([URL_ASKED]);
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

  it("asks a site that was asked too often only once, and through nothing else", async () => {
    ask.mockResolvedValue(ok(response(429, { "retry-after": "120" })));
    const limited = incident({ status: 429, navigation: navigation({ status: 429, throughPageWorker: true }) });
    await checked(await worker(), limited);
    expect(asked()).toEqual([URL_ASKED]);
    expect(askWorker).not.toHaveBeenCalled();
    expect(shown()).toMatchObject({
      phase: "done",
      retryAfter: 1_000 + 40 + 120_000,
      verdict: { side: "unsure", cause: "blocked-address" },
    });
  });

  it("asks a limited site nothing at all where its answer is known, or must not be asked for", async () => {
    const { diagnose } = await worker();
    for (const known of [ok(response(429)), null]) {
      const of = incident({ status: 429, method: known ? "GET" : "POST" });
      const done = diagnose(of, known);
      await vi.advanceTimersByTimeAsync(WHOLE_CHECK_MS);
      await done;
      expect(shown()?.verdict).toMatchObject({ side: "unsure", cause: "blocked-address" });
    }
    expect(ask).not.toHaveBeenCalled();
  });

  describe("of requests of a page that loaded", () => {
    const requests = {
      pageStatus: 200,
      seen: 5,
      hidden: 0,
      failing: [{ host: "shop.example", failed: 2, statuses: [502], url: URL_ASKED, status: 502, repeatable: true }],
    };

    it("reads nothing in the page, which works, and never has the tab loaded again", async () => {
      ask.mockResolvedValue(works);
      store(plan({ name: "waiting", due: NOW + 600_000, next: "probe" }));
      await checked(await worker(), incident({ noticed: "requests", requests }));
      expect(pageContent).not.toHaveBeenCalled();
      expect(loadTab).not.toHaveBeenCalled();
      expect(asked().filter((url) => url === URL_ASKED)).toHaveLength(4);
      expect(row("page-requests")?.outcome).toBe("fail");
    });

    it("asks only for the front page where the request may have been any", async () => {
      await checked(await worker(), incident({ noticed: "requests", requests, method: "unknown" }));
      expect(asked()).toEqual([FRONT_PAGE]);
      expect(shown()?.verdict?.side).toBe("server");
    });
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
    const first = diagnose(incident());
    await vi.advanceTimersByTimeAsync(500);
    const askedByFirst = ask.mock.calls.length;
    const second = diagnose(incident({ id: "incident-2" }));
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
    look.mockResolvedValueOnce(OLD_FAILURE).mockResolvedValueOnce(OLD_FAILURE).mockImplementation(showsNow(200));
    await checked(await worker());
    expect(loadTab).toHaveBeenCalledOnce();
    expect(row("retry")?.says.key).toBe("check_retry_back");
    expect(shown()?.verdict).toMatchObject({ side: "server", cause: "transient" });
  });

  it("says that the page fails only in the tab when the plan's load fails", async () => {
    store(watching);
    look.mockResolvedValueOnce(OLD_FAILURE).mockResolvedValueOnce(OLD_FAILURE).mockImplementation(showsNow(502));
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
    look.mockResolvedValueOnce(OLD_FAILURE).mockResolvedValueOnce(OLD_FAILURE).mockImplementation(ends);
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

describe("a check that a reload began, after the user's word that it works elsewhere", () => {
  it("takes that reload for the comparison, and does not ask for another", async () => {
    const { diagnose } = await worker();
    const told = { privateWindow: "works", otherDevice: "not-asked", begun: null } as const;
    ask.mockResolvedValue(works);
    const done = diagnose(incident({ navigation: navigation() }), null, { told, reload: "fails" });
    await vi.advanceTimersByTimeAsync(WHOLE_CHECK_MS);
    await done;
    expect(shown()?.verdict).toMatchObject({ side: "you", cause: "cookies" });
  });
});
