import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { notSent } from "../../../src/core/http/settled.ts";
import type { Incident, Method } from "../../../src/core/incident/incident.ts";
import type { TabLook } from "../../../src/core/incident/page.ts";
import type { FailingHost } from "../../../src/core/incident/page-requests.ts";
import { failed, navigation, ok, page, response, works } from "../core/checks/given.ts";
import { fakeBrowser, incident, NOW, plan, shows, URL_ASKED, viewOf } from "./given.ts";

const { browser, tab, entry, grant, ask, methodOf, diagnose, begin, load, recovery, plans, document, requests, sweep } =
  vi.hoisted(() => ({
    browser: {} as ReturnType<typeof fakeBrowser>,
    tab: vi.fn(),
    entry: vi.fn(),
    grant: vi.fn(async () => true),
    ask: vi.fn(),
    methodOf: vi.fn(),
    diagnose: vi.fn(async () => undefined),
    begin: vi.fn(),
    load: vi.fn(),
    recovery: vi.fn(async () => undefined),
    document: vi.fn(),
    requests: vi.fn(),
    sweep: vi.fn(async () => undefined),
    plans: { of: vi.fn(), watch: vi.fn(), dispatch: vi.fn(), start: vi.fn(), tell: vi.fn(), publish: vi.fn() },
  }));
vi.mock("../../../src/platform/browser.ts", () => ({ browser, isFirefox: false }));
vi.mock("../../../src/platform/permissions.ts", () => ({
  hasSite: grant,
  originPattern: (url: string) => `*://${new URL(url).hostname}/*`,
}));
vi.mock("../../../src/platform/tabs.ts", () => ({ getTab: tab }));
vi.mock("../../../src/probes/anonymous-get.ts", () => ({ anonymousGet: ask }));
vi.mock("../../../src/probes/connectivity.ts", () => ({
  connectivity: async () => ok({ connectivity: "online", impostorAnswer: null }),
}));
vi.mock("../../../src/probes/page-content.ts", () => ({ pageContent: document }));
vi.mock("../../../src/probes/page-requests.ts", () => ({ pageRequests: requests }));
vi.mock("../../../src/probes/tab-look.ts", () => ({ tabNavigation: entry }));
vi.mock("../../../src/background/automatic-mode.ts", () => ({ methodOf }));
vi.mock("../../../src/background/check/diagnosis.ts", () => ({ diagnose, beginCheck: begin }));
vi.mock("../../../src/background/on-failure.ts", () => ({ badgeFailure: async () => undefined }));
vi.mock("../../../src/background/retry/outcome.ts", () => ({ showRecovery: recovery }));
vi.mock("../../../src/background/sweep.ts", () => ({ sweep }));
vi.mock("../../../src/background/watch-reload.ts", () => ({ loadAndWatch: load }));
vi.mock("../../../src/background/retry/plans.ts", () => ({ planOf: plans.of }));
vi.mock("../../../src/background/retry/plan-starts.ts", () => ({
  startRetry: plans.start,
  startWatching: plans.watch,
  forgetHistory: async () => undefined,
}));
vi.mock("../../../src/background/retry/plan-views.ts", () => ({ publishRecovery: plans.publish }));
vi.mock("../../../src/background/retry/retry-driver.ts", () => ({ tellPlan: plans.tell, dispatch: plans.dispatch }));

const { onCheckAgain, onTabOpen } = await import("../../../src/background/on-popup.ts");
const { onTabReload } = await import("../../../src/background/on-reload.ts");
const { onRetryKeep, onRetryWatch } = await import("../../../src/background/on-retry.ts");
const { CheckSession, forgetCheck, lastCheck } = await import("../../../src/background/check/check-session.ts");
const { keepAnswer } = await import("../../../src/background/check/told-steps.ts");
const { endIncident, incidentOf, keepIncident, lastIncidentOf } = await import("../../../src/background/incidents.ts");

const OPEN = { tabId: 7 };
const RELOAD = { ...OPEN, pastCache: false };
const ALL_WELL = { pageStatus: 200, seen: 4, hidden: 0, failing: [] };
const failingHost = (url: string, parts: Partial<FailingHost> = {}): FailingHost => ({
  host: new URL(url).host,
  failed: 3,
  statuses: [502],
  url,
  status: 502,
  repeatable: true,
  ...parts,
});
const standing = async () => (await onTabOpen(OPEN)).standing;
const shown = () => viewOf(browser).check;

beforeEach(async () => {
  Object.assign(browser, fakeBrowser());
  vi.useFakeTimers({ now: NOW, toFake: ["Date"] });
  for (const mock of [
    ask,
    diagnose,
    begin,
    load,
    recovery,
    plans.of,
    plans.start,
    plans.watch,
    plans.tell,
    plans.publish,
  ])
    mock.mockReset();
  tab.mockReset().mockResolvedValue({ id: 7, windowId: 1, url: URL_ASKED, loading: false, private: false });
  entry.mockReset().mockResolvedValue(navigation());
  grant.mockReset().mockResolvedValue(true);
  document.mockReset().mockResolvedValue(page());
  requests.mockReset().mockResolvedValue(ALL_WELL);
  methodOf.mockReset().mockResolvedValue("GET");
  plans.of.mockResolvedValue(null);
  await forgetCheck(7);
});
afterEach(() => {
  vi.useRealTimers();
});

describe("the user's own reload", () => {
  it.each<[Method, boolean, string]>([
    ["GET", false, "reload"],
    ["unknown", false, "anew"],
    ["POST", false, "anew"],
    ["GET", true, "past-cache"],
  ])("of a page asked for by %s, past the cache %s, is done as: %s", async (method, pastCache, kind) => {
    await keepIncident(incident({ method }));
    load.mockResolvedValue({ state: "loading" });
    await onTabReload({ ...RELOAD, pastCache });
    expect(load).toHaveBeenCalledExactlyOnceWith(7, URL_ASKED, kind);
  });

  it.each<[Method, string, TabLook, string[], string]>([
    ["POST", "still fails", shows(502, NOW), ["anew", "past-cache"], "works-past-cache"],
    ["unknown", "still fails", shows(502, NOW), ["anew", "past-cache"], "works-past-cache"],
    ["unknown", "is replaced by the browser", { state: "error-page" }, ["anew", "past-cache"], "works-past-cache"],
    ["unknown", "works", shows(200, NOW), ["anew"], "works"],
  ])("past the cache, asked for by %s, is opened by GET first, and done where it then %s", async (...given) => {
    const [method, , anew, kinds, outcome] = given;
    const page = await keepIncident(incident({ method }));
    await new CheckSession(page).finish();
    load.mockResolvedValueOnce(anew).mockResolvedValueOnce(shows(200, NOW));
    await onTabReload({ ...RELOAD, pastCache: true });
    expect(load.mock.calls.map(([, , kind]) => kind)).toEqual(kinds);
    expect((await lastCheck(page))?.signals.reload).toBe(outcome);
  });

  it.each<[string, unknown, Method, boolean, string]>([
    ["came from a form", navigation(), "POST", false, "anew"],
    ["came from a form", navigation(), "POST", true, "anew"],
    ["may have come from a form", navigation(), "unknown", false, "anew"],
    ["bears our mark of a GET", navigation(), "GET", false, "reload"],
    ["bears our mark of a GET", navigation(), "GET", true, "past-cache"],
    ["the browser's cache supplied", navigation({ fromBrowserCache: true }), "unknown", false, "anew"],
    ["the browser put its own in place of", "error-page", "GET", false, "anew"],
    ["shows no document", null, "GET", false, "anew"],
  ])("of a page without an incident that %s", async (_what, document, method, pastCache, kind) => {
    entry.mockResolvedValue(document);
    methodOf.mockResolvedValue(method);
    await onTabReload({ ...RELOAD, pastCache });
    expect(load).toHaveBeenCalledExactlyOnceWith(7, URL_ASKED, kind);
  });

  it("that brings the page back ends the incident as worked, and says so", async () => {
    await keepIncident(incident());
    load.mockResolvedValue(shows(200, NOW));
    await onTabReload(RELOAD);
    expect(await lastIncidentOf(7)).toMatchObject({ leftAt: NOW, worked: true });
    expect(recovery).toHaveBeenCalledExactlyOnceWith(7, "shop.example");
    expect(plans.tell).toHaveBeenCalledExactlyOnceWith(7, { type: "looked", look: shows(200, NOW) });
    expect(plans.publish).toHaveBeenCalledOnce();
    expect(diagnose).not.toHaveBeenCalled();
  });

  it("that fails continues the incident, and begins a check where none has just ended", async () => {
    await keepIncident(incident({ method: "unknown" }));
    load.mockResolvedValue(shows(503, NOW));
    await onTabReload(RELOAD);
    // It was opened anew, so by now it is known to come by GET.
    expect(await incidentOf(7)).toMatchObject({ id: "incident-1", status: 503, method: "GET" });
    expect(diagnose).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ status: 503 }));
    expect(recovery).not.toHaveBeenCalled();
  });

  it.each<[string, TabLook, boolean, string]>([
    ["fails", shows(502, NOW), false, "fails"],
    ["works", shows(200, NOW), false, "works"],
    ["works past the cache", shows(200, NOW), true, "works-past-cache"],
  ])(
    "that %s goes into the check that has just ended, without asking the site anew",
    async (_what, look, past, told) => {
      await keepIncident(incident());
      const session = new CheckSession(incident());
      await session.finish();
      load.mockResolvedValue(look);
      await onTabReload({ ...RELOAD, pastCache: past });
      expect(session.signals.reload).toBe(told);
      expect(shown()).toMatchObject({ id: session.id, phase: "done" });
      expect(diagnose).not.toHaveBeenCalled();
    },
  );

  it.each<[string, TabLook]>([
    ["is answered with 401", shows(401, NOW)],
    ["is answered with 404", shows(404, NOW)],
    ["is redirected away", { state: "elsewhere" }],
    ["may not be looked at", { state: "unreadable" }],
  ])("that %s neither works nor fails: the incident is left, and not begun again", async (_what, look) => {
    await keepIncident(incident());
    const session = new CheckSession(incident());
    await session.finish();
    load.mockResolvedValue(look);
    await onTabReload(RELOAD);
    expect(session.signals.reload).toBe("not-tried");
    expect(await lastIncidentOf(7)).toMatchObject({ leftAt: NOW, worked: false });
    expect(shown()).toBeNull();
    expect(recovery).not.toHaveBeenCalled();
    expect(diagnose).not.toHaveBeenCalled();
  });

  it("of a limited page that is limited again goes into its check, without asking the site anew", async () => {
    await keepIncident(incident({ status: 429 }));
    const session = new CheckSession(incident({ status: 429 }));
    await session.finish();
    load.mockResolvedValue(shows(429, NOW));
    await onTabReload(RELOAD);
    expect(session.signals.reload).toBe("fails");
    expect(await incidentOf(7)).toMatchObject({ status: 429 });
    expect(diagnose).not.toHaveBeenCalled();
  });

  it("of a limited page that fails by now is another incident, with a check of its own", async () => {
    await keepIncident(incident({ status: 429 }));
    const session = new CheckSession(incident({ status: 429 }));
    await session.finish();
    load.mockResolvedValue(shows(503, NOW));
    await onTabReload(RELOAD);
    expect(session.signals.reload).toBe("not-tried");
    const now = await incidentOf(7);
    expect(now).toMatchObject({ status: 503 });
    expect(now?.id).not.toBe("incident-1");
    expect(diagnose).toHaveBeenCalledExactlyOnceWith(now);
  });

  it("after an answer that it works elsewhere goes into the new check, where the last one is too old", async () => {
    await keepIncident(incident());
    await keepAnswer(incident(), "other-device", "works");
    load.mockResolvedValue(shows(502, NOW));
    await onTabReload(RELOAD);
    const told = { privateWindow: "not-asked", otherDevice: "works", begun: null };
    expect(diagnose).toHaveBeenCalledExactlyOnceWith(expect.anything(), null, {
      told,
      reload: "fails",
    });
  });

  it("later than two minutes after such an answer compares nothing", async () => {
    await keepIncident(incident());
    await keepAnswer(incident(), "other-device", "works");
    vi.setSystemTime(NOW + 2 * 60_000 - 1_000);
    const session = new CheckSession(incident());
    await session.hear({ privateWindow: "not-asked", otherDevice: "works", begun: null });
    await session.finish();
    vi.setSystemTime(NOW + 2 * 60_000);
    load.mockResolvedValue(shows(502, Date.now()));
    await onTabReload(RELOAD);
    expect(session.signals).toMatchObject({ otherDevice: "not-asked", reload: "fails" });
    expect(diagnose).not.toHaveBeenCalled();
  });

  it("that shows nothing yet leaves the incident and its verdict as they are", async () => {
    await keepIncident(incident());
    load.mockResolvedValue({ state: "loading" });
    await onTabReload(RELOAD);
    expect(await incidentOf(7)).toEqual(incident());
  });

  it("of a tab without an incident makes none", async () => {
    load.mockResolvedValue(shows(502, NOW));
    await onTabReload(RELOAD);
    expect(load).toHaveBeenCalledOnce();
    expect(await lastIncidentOf(7)).toBeNull();
  });
});

describe("the popup that opens", () => {
  it.each<Method>(["GET", "POST", "unknown"])(
    "on a failing page begins a check, with its method: %s",
    async (method) => {
      methodOf.mockResolvedValue(method);
      expect(await standing()).toMatchObject({ kind: "failing" });
      expect(begin).toHaveBeenCalledExactlyOnceWith(
        expect.objectContaining({ url: URL_ASKED, noticed: "click", method }),
        undefined,
      );
    },
  );

  it("has closed tabs forgotten", async () => {
    sweep.mockClear();
    await onTabOpen(OPEN);
    expect(sweep).toHaveBeenCalledOnce();
  });

  it("finds the check that has ended, and begins another only when asked to", async () => {
    const known = await keepIncident(incident({ navigation: navigation() }));
    await new CheckSession(known).finish();
    await onTabOpen(OPEN);
    expect(begin).not.toHaveBeenCalled();
    await onCheckAgain(OPEN);
    expect(begin).toHaveBeenCalledExactlyOnceWith(known, undefined);
  });

  it("on a page that works by now ends the incident as worked", async () => {
    await keepIncident(incident());
    entry.mockResolvedValue(navigation({ status: 200 }));
    expect(await standing()).toMatchObject({ kind: "answered", status: 200, recovered: true });
    expect(await lastIncidentOf(7)).toMatchObject({ worked: true });
  });

  it.each([
    ["the browser's own page", "chrome://settings/"],
    ["an address that may not be seen", null],
  ])("on %s looks at nothing and asks nobody", async (_what, url) => {
    tab.mockResolvedValue({ id: 7, windowId: 1, url, loading: false, private: false });
    expect(await standing()).toEqual({ kind: "unreadable" });
    expect(entry).not.toHaveBeenCalled();
    expect(ask).not.toHaveBeenCalled();
  });

  it("on a page that refuses says what it answered, and neither that it works nor that it is back", async () => {
    await keepIncident(incident());
    entry.mockResolvedValue(navigation({ status: 403 }));
    expect(await standing()).toEqual({
      kind: "answered",
      host: "shop.example",
      status: 403,
      recovered: false,
      incidentId: null,
      requests: null,
    });
    expect(await lastIncidentOf(7)).toMatchObject({ leftAt: NOW, worked: false });
    expect(requests).not.toHaveBeenCalled();
  });

  it.each([403, 429])("on a test for robots that came with %i says so, and asks nobody", async (status) => {
    entry.mockResolvedValue(navigation({ status }));
    document.mockResolvedValue(page({ html: "<script>window._cf_chl_opt={}</script>" }));
    expect(await standing()).toEqual({ kind: "challenge", host: "shop.example", status });
    expect(begin).not.toHaveBeenCalled();
    expect(ask).not.toHaveBeenCalled();
  });

  it("on a limit begins a check, as on a failure", async () => {
    entry.mockResolvedValue(navigation({ status: 429 }));
    expect(await standing()).toMatchObject({ kind: "failing" });
    expect(begin).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ status: 429 }), undefined);
  });

  it("on a limit behind the browser's error page hands on the answer that it had to ask for", async () => {
    entry.mockResolvedValue("error-page");
    const answer = ok(response(429));
    ask.mockResolvedValue(answer);
    expect(await standing()).toMatchObject({ kind: "failing" });
    expect(ask).toHaveBeenCalledOnce();
    expect(begin).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ status: 429 }), answer);
  });

  it("on the browser's error page knows the failure that stands there, and asks nobody", async () => {
    await keepIncident(incident());
    entry.mockResolvedValue("error-page");
    expect(await standing()).toEqual({ kind: "failing", incidentId: "incident-1" });
    expect(ask).not.toHaveBeenCalled();
  });
});

describe("the popup that opens on a page whose requests fail", () => {
  const API = "https://api.shop.example/items";
  const failing = (...hosts: FailingHost[]) => requests.mockResolvedValue({ ...ALL_WELL, failing: hosts });

  beforeEach(() => {
    entry.mockResolvedValue(navigation({ status: 200, startedAt: 500 }));
  });

  it("looks into the host that failed most, and keeps no incident of it", async () => {
    failing(failingHost(API), failingHost("https://cdn.example/a.js", { failed: 1 }));
    const view = await standing();
    expect(view).toMatchObject({
      kind: "answered",
      status: 200,
      recovered: false,
      requests: { hosts: [{ host: "api.shop.example", failed: 3 }, { host: "cdn.example" }], origin: null },
    });
    expect(begin).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ url: API, status: 502, noticed: "requests", method: "GET", navigation: null }),
      undefined,
    );
    expect(await lastIncidentOf(7)).toBeNull();
    expect(plans.start).not.toHaveBeenCalled();
  });

  it("finds its check again for the same load of the page, and begins another for the next", async () => {
    failing(failingHost(API));
    await onTabOpen(OPEN);
    const [of] = begin.mock.calls[0] as unknown as [Incident];
    await new CheckSession(of).finish();
    await onTabOpen(OPEN);
    expect(begin).toHaveBeenCalledOnce();
    entry.mockResolvedValue(navigation({ status: 200, startedAt: 900 }));
    await onTabOpen(OPEN);
    expect(begin).toHaveBeenCalledTimes(2);
  });

  it("does not say that a page is back while its requests fail", async () => {
    await keepIncident(incident());
    failing(failingHost(API));
    expect(await standing()).toMatchObject({ recovered: false });
    expect(await lastIncidentOf(7)).toMatchObject({ worked: true });
  });

  it("takes a request of the page's program for one that may have done something", async () => {
    failing(failingHost(API, { repeatable: false }));
    await onTabOpen(OPEN);
    expect(begin).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ method: "unknown" }), undefined);
  });

  it("without a grant asks the page's own origin, and for any other the leave first", async () => {
    grant.mockResolvedValue(false);
    failing(failingHost("https://shop.example/api"));
    expect(await standing()).toMatchObject({ requests: { origin: null } });
    expect(begin).toHaveBeenCalledOnce();
    failing(failingHost(API));
    expect(await standing()).toMatchObject({
      incidentId: null,
      requests: { origin: "*://api.shop.example/*" },
    });
    expect(begin).toHaveBeenCalledOnce();
  });

  it.each(["http://192.168.1.1/reboot", "http://localhost:3000/api", "http://nas/x"])(
    "never has a page of the internet lead it into the user's own network: %s",
    async (url) => {
      failing(failingHost(url));
      expect(await standing()).toMatchObject({
        incidentId: null,
        requests: { hosts: [{ failed: 3 }], origin: null },
      });
      expect(begin).not.toHaveBeenCalled();
    },
  );

  it("takes the check back when the page is loaded anew and all is well", async () => {
    failing(failingHost(API));
    await onTabOpen(OPEN);
    const [of] = begin.mock.calls[0] as unknown as [Incident];
    await new CheckSession(of).finish();
    failing();
    await onTabOpen(OPEN);
    expect(shown()).toBeNull();
  });
});

describe("keeping on watching", () => {
  it("takes up the plan that the user stopped", async () => {
    await keepIncident(incident());
    await onRetryKeep({ tabId: 7 });
    expect(plans.start).toHaveBeenCalledExactlyOnceWith(incident(), { isProtected: false, floor: null, wanted: true });
  });

  it("is not done in a private window, without a grant, for a status that is not retried, or twice", async () => {
    await keepIncident(incident({ private: true }));
    await onRetryKeep({ tabId: 7 });
    await keepIncident(incident({ status: 500 }));
    await onRetryKeep({ tabId: 7 });
    await keepIncident(incident());
    plans.of.mockResolvedValueOnce(plan({ name: "waiting", due: NOW, next: "probe" }));
    await onRetryKeep({ tabId: 7 });
    grant.mockResolvedValue(false);
    await onRetryKeep({ tabId: 7 });
    expect(plans.start).not.toHaveBeenCalled();
  });
});

describe("a page of which the browser reached nobody", () => {
  const nobody = async () => {
    entry.mockResolvedValue(null);
    ask.mockResolvedValue(failed());
    return standing();
  };

  it("can be tried on, and watched, once the popup has looked; of one that may be a form the front page is", async () => {
    expect(await nobody()).toMatchObject({ kind: "no-answer", answersNow: false });
    expect(begin).not.toHaveBeenCalled();
    expect(await incidentOf(7)).toMatchObject({ url: URL_ASKED, status: null, method: "unknown" });
    await onRetryKeep(OPEN);
    expect(plans.start).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ url: URL_ASKED, status: null }), {
      isProtected: true,
      floor: null,
      wanted: true,
    });
    await onRetryWatch(OPEN);
    expect(plans.watch).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ url: URL_ASKED }));
  });

  it("is known better where Firefox has told of it", async () => {
    await keepIncident(incident({ status: null, noticed: "error-page" }));
    await nobody();
    expect(await incidentOf(7)).toMatchObject({ id: "incident-1", noticed: "error-page", method: "GET" });
  });

  it.each([
    ["came from a form", { method: "POST" as const }],
    ["works only once", { url: "https://shop.example/confirmEmail?key=9f8e7d" }],
  ])("that %s is asked for by nobody: the front page is", async (_what, parts) => {
    const known = incident({ status: null, noticed: "error-page", ...parts });
    await keepIncident(known);
    tab.mockResolvedValue({ id: 7, url: known.url, private: false, loading: false, active: true });
    await nobody();
    expect(ask.mock.calls.map(([target]) => target)).toEqual(["https://shop.example/"]);
  });

  it("can be loaded again where the site answers by now; one that nobody told of may be a download", async () => {
    await keepIncident(incident({ status: null, noticed: "error-page" }));
    entry.mockResolvedValue(null);
    ask.mockResolvedValue(works);
    expect(await standing()).toMatchObject({ kind: "no-answer", answersNow: true });
    // A request that was never sent is no evidence.
    ask.mockResolvedValue(notSent("throttled"));
    expect(await standing()).toMatchObject({ kind: "no-answer", answersNow: false });
    ask.mockResolvedValue(works);
    await endIncident(7, "left");
    expect(await standing()).toEqual({ kind: "unreadable" });
  });

  it("leaves nothing behind in a private window", async () => {
    tab.mockResolvedValue({ id: 7, windowId: 1, url: URL_ASKED, loading: false, private: true });
    await nobody();
    expect(await lastIncidentOf(7)).toBeNull();
  });
});
