import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Method } from "../../../src/core/incident/incident.ts";
import type { Sender } from "../../../src/platform/messages.ts";
import { failed, fails, ok, redirect, works } from "../core/checks/given.ts";
import { fakeBrowser, incident, NOW, plan, URL_ASKED } from "./given.ts";

const { browser, badge, tab, grant, methodOf, methodOfReplaced, ask, plans, ourLoad, sweep, listen } = vi.hoisted(
  () => ({
    browser: {} as ReturnType<typeof fakeBrowser>,
    badge: vi.fn(async () => undefined),
    tab: vi.fn(),
    grant: vi.fn(async () => true),
    methodOf: vi.fn(),
    methodOfReplaced: vi.fn(),
    ask: vi.fn(),
    plans: { of: vi.fn(), start: vi.fn(), tell: vi.fn() },
    ourLoad: vi.fn(() => false),
    sweep: vi.fn(async () => undefined),
    listen: vi.fn(async (_tabId: number) => undefined),
  }),
);
vi.mock("../../../src/platform/browser.ts", () => ({ browser, isFirefox: false }));
vi.mock("../../../src/platform/badge.ts", () => ({ showBadge: badge }));
vi.mock("../../../src/platform/i18n.ts", () => ({ translate: () => "" }));
vi.mock("../../../src/platform/permissions.ts", () => ({ hasSite: grant }));
vi.mock("../../../src/platform/tabs.ts", () => ({ getTab: tab }));
vi.mock("../../../src/probes/shared-get.ts", () => ({ sharedGet: ask }));
vi.mock("../../../src/probes/typed-input.ts", () => ({ listenForInput: listen }));
vi.mock("../../../src/background/automatic-mode.ts", () => ({ methodOf, methodOfReplaced }));
vi.mock("../../../src/background/sweep.ts", () => ({ sweep }));
vi.mock("../../../src/background/watch-reload.ts", () => ({ isOurLoad: ourLoad }));
vi.mock("../../../src/background/retry/plans.ts", async (original) => ({
  ...(await original<object>()),
  planOf: plans.of,
}));
vi.mock("../../../src/background/retry/driver.ts", () => ({ retry: { start: plans.start, tell: plans.tell } }));

const { onHiddenFailure, onPageFailed, onPageLeft } = await import("../../../src/background/on-failure.ts");
const { PLANS } = await import("../../../src/background/retry/plans.ts");
const { update } = await import("../../../src/platform/storage.ts");
const { endIncident, incidentOf, keepIncident, lastIncidentOf } = await import("../../../src/background/incidents.ts");

const PAGE: Sender = { from: "page", tabId: 7, url: `${URL_ASKED}#top`, private: false };
const PRIVATE: Sender = { ...PAGE, private: true };
const saying = (responseStatus: number, timings: { fetchStart?: number } = {}) => ({
  entry: JSON.stringify({ entry: { responseStatus, ...timings }, timeOrigin: NOW }),
});
const RELOADING = plan({ name: "reloading", since: NOW - 1_000, after: "answer" });

beforeEach(() => {
  Object.assign(browser, fakeBrowser());
  vi.useFakeTimers({ now: NOW, toFake: ["Date", "setTimeout", "clearTimeout"] });
  for (const mock of [badge, ask, listen, plans.of, plans.start, plans.tell]) mock.mockReset();
  tab.mockReset().mockResolvedValue({ id: 7, windowId: 1, url: URL_ASKED, loading: false, private: false });
  grant.mockReset().mockResolvedValue(true);
  methodOfReplaced.mockReset().mockResolvedValue("GET");
  methodOf.mockReset().mockResolvedValue("GET");
  ourLoad.mockReset().mockReturnValue(false);
  plans.of.mockResolvedValue(null);
  vi.stubGlobal("navigator", { onLine: true });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe("a page that says that it failed", () => {
  it("becomes an incident with a badge and a plan", async () => {
    await onPageFailed(saying(502), PAGE);
    expect(await incidentOf(7)).toMatchObject({ url: URL_ASKED, status: 502, noticed: "sentinel", since: NOW });
    expect(badge).toHaveBeenCalledExactlyOnceWith(7, expect.objectContaining({ text: "502" }));
    expect(plans.start).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ tabId: 7 }), {
      isProtected: false,
      floor: null,
    });
  });

  it("is listened to for the user's input from the first moment on, also where our own load brought it", async () => {
    let known = true;
    listen.mockImplementation(async () => {
      known = (await incidentOf(7)) !== null;
    });
    await onPageFailed(saying(502), PAGE);
    expect(listen).toHaveBeenCalledExactlyOnceWith(7);
    expect(known).toBe(false);
    plans.of.mockResolvedValue(RELOADING);
    await onPageFailed(saying(502, { fetchStart: 7 }), PAGE);
    expect(listen).toHaveBeenCalledTimes(2);
  });

  it("starts nothing in a private window but the badge", async () => {
    await onPageFailed(saying(502), PRIVATE);
    expect(listen).not.toHaveBeenCalled();
    expect(badge).toHaveBeenCalledOnce();
    expect(await lastIncidentOf(7)).toBeNull();
    expect(plans.start).not.toHaveBeenCalled();
    expect(plans.tell).not.toHaveBeenCalled();
  });

  it.each([
    ["ordinary", PAGE],
    ["private", PRIVATE],
  ])("has closed tabs forgotten, in an %s window", async (_which, sender) => {
    sweep.mockClear();
    await onPageFailed(saying(502), sender);
    expect(sweep).toHaveBeenCalledOnce();
  });

  it.each<[string, { entry: string }, Sender]>([
    ["of a page of our own", saying(502), { from: "extension" }],
    ["of a good page", saying(200), PAGE],
    ["of a refusal", saying(404), PAGE],
    ["that is garbage", { entry: "{" }, PAGE],
    ["of a file", saying(502), { ...PAGE, url: "file:///home/me/cart.html" }],
  ])("is not believed: a word %s", async (_what, request, sender) => {
    await onPageFailed(request, sender);
    expect(await lastIncidentOf(7)).toBeNull();
    expect(badge).not.toHaveBeenCalled();
    expect(plans.start).not.toHaveBeenCalled();
  });

  it.each<Method>(["POST", "unknown"])("has its front page watched when it was asked for by %s", async (method) => {
    methodOf.mockResolvedValue(method);
    await onPageFailed(saying(502), PAGE);
    expect(plans.start).toHaveBeenCalledWith(expect.objectContaining({ method }), { isProtected: true, floor: null });
  });

  it("is not watched for a status that is explained but not retried, nor without a grant", async () => {
    await onPageFailed(saying(500), PAGE);
    grant.mockResolvedValue(false);
    await onPageFailed(saying(502), PAGE);
    expect(plans.start).not.toHaveBeenCalled();
  });

  it("continues its incident when it was left in failure, and begins a new one when it had recovered", async () => {
    await keepIncident(incident());
    await endIncident(7, "left");
    await onPageFailed(saying(502), PAGE);
    expect(plans.start).toHaveBeenLastCalledWith(expect.objectContaining({ id: "incident-1" }), expect.anything());
    await endIncident(7, "works");
    await onPageFailed(saying(502), PAGE);
    expect((await incidentOf(7))?.id).not.toBe("incident-1");
  });

  it.each([
    ["that is watched", 502, plan({ name: "waiting", due: NOW, next: "probe" })],
    ["that is never asked again", 500, null],
  ])(
    "says nothing new by saying it again, of a failure %s: nothing is written, until it has left",
    async (...given) => {
      const [, status, watching] = given;
      await onPageFailed(saying(status), PAGE);
      plans.of.mockResolvedValue(watching);
      const { set } = browser.storage.session;
      for (const mock of [badge, set, sweep, plans.start]) mock.mockClear();
      for (let time = 0; time < 50; time += 1) await onPageFailed(saying(status), PAGE);
      for (const mock of [badge, set, sweep, plans.start, plans.tell]) expect(mock).not.toHaveBeenCalled();
      await endIncident(7, "left");
      await onPageFailed(saying(status), PAGE);
      expect(badge).toHaveBeenCalledOnce();
    },
  );

  it("says something new where it was loaded anew, or where nothing watches it yet", async () => {
    await onPageFailed(saying(502), PAGE);
    await onPageFailed(saying(502), PAGE);
    expect(plans.start).toHaveBeenCalledTimes(2);
    plans.of.mockResolvedValue(plan({ name: "waiting", due: NOW, next: "probe" }));
    await onPageFailed({ entry: JSON.stringify({ entry: { responseStatus: 502 }, timeOrigin: NOW + 1 }) }, PAGE);
    expect(plans.start).toHaveBeenCalledTimes(3);
  });

  it("tells the plan that loaded it, and starts no other", async () => {
    plans.of.mockResolvedValue(RELOADING);
    await onPageFailed(saying(502), PAGE);
    expect(plans.tell).toHaveBeenCalledExactlyOnceWith(7, {
      type: "looked",
      look: { state: "answered", status: 502, startedAt: NOW },
    });
    expect(plans.start).not.toHaveBeenCalled();
  });
});

describe("a form that is sent within moments of our own load", () => {
  it.each([
    ["has failed", plan({ name: "waiting", since: NOW - 3_000, due: NOW + 120_000, next: "reload" })],
    ["is on its way", RELOADING],
  ])("is watched as one, and the plan is not told that its load failed, where that load %s", async (_what, running) => {
    plans.of.mockResolvedValue(running);
    ourLoad.mockReturnValue(true);
    await onPageLeft({}, PAGE);
    methodOf.mockResolvedValue("POST");
    await onPageFailed(saying(502), PAGE);
    expect(plans.tell).not.toHaveBeenCalled();
    expect(plans.start).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ method: "POST" }), {
      isProtected: true,
      floor: null,
    });
  });

  it("leaves a plan that touches no tab to it", async () => {
    plans.of.mockResolvedValue({ ...RELOADING, touchesTab: false });
    methodOf.mockResolvedValue("POST");
    await onPageFailed(saying(502), PAGE);
    expect(plans.tell).toHaveBeenCalledOnce();
    expect(plans.start).not.toHaveBeenCalled();
  });
});

describe("a page that says that it goes away", () => {
  beforeEach(async () => {
    await keepIncident(incident());
  });

  it("ends its incident and its plan as left", async () => {
    plans.of.mockResolvedValue(plan({ name: "waiting", due: NOW, next: "probe" }));
    await onPageLeft({}, PAGE);
    expect(await lastIncidentOf(7)).toMatchObject({ leftAt: NOW, worked: false });
    expect(plans.tell).toHaveBeenCalledExactlyOnceWith(7, { type: "stop", reason: "left" });
  });

  it("ends nothing when it is we who load it again", async () => {
    plans.of.mockResolvedValue(RELOADING);
    await onPageLeft({}, PAGE);
    plans.of.mockResolvedValue(null);
    ourLoad.mockReturnValue(true);
    await onPageLeft({}, PAGE);
    expect(await incidentOf(7)).not.toBeNull();
    expect(plans.tell).not.toHaveBeenCalled();
  });

  it.each<[string, Sender]>([
    ["a private window", PRIVATE],
    ["a page of our own", { from: "extension" }],
  ])("is not believed of %s", async (_what, sender) => {
    await onPageLeft({}, sender);
    expect(await incidentOf(7)).not.toBeNull();
  });
});

describe("a failure that Chromium hides behind its own page", () => {
  const hidden = { tabId: 7, url: URL_ASKED, error: "net::ERR_HTTP_RESPONSE_CODE_FAILURE" };
  async function happens() {
    const done = onHiddenFailure(hidden);
    await vi.advanceTimersByTimeAsync(5_000);
    await done;
  }

  it("becomes an incident when the page fails for a stranger too, one to five seconds later", async () => {
    ask.mockResolvedValue(fails);
    const done = onHiddenFailure(hidden);
    await vi.advanceTimersByTimeAsync(999);
    expect(ask).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(4_001);
    await done;
    expect(ask).toHaveBeenCalledExactlyOnceWith(URL_ASKED);
    expect(await incidentOf(7)).toMatchObject({ status: 502, noticed: "error-page", method: "GET" });
    expect(plans.start).toHaveBeenCalledOnce();
  });

  it.each<[string, Method]>([
    ["came from a form", "POST"],
    ["may have come from a form", "unknown"],
  ])("asks only for the front page when the page %s", async (_what, method) => {
    methodOfReplaced.mockResolvedValue(method);
    ask.mockResolvedValue(fails);
    await happens();
    expect(ask).toHaveBeenCalledExactlyOnceWith("https://shop.example/");
    expect(plans.start).toHaveBeenCalledWith(expect.anything(), { isProtected: true, floor: null });
  });

  it.each([
    ["works", works],
    ["redirects", ok(redirect)],
    ["does not answer", failed("timeout")],
  ])("is no incident when the page %s for a stranger", async (_what, answer) => {
    ask.mockResolvedValue(answer);
    await happens();
    expect(await lastIncidentOf(7)).toBeNull();
    expect(plans.start).not.toHaveBeenCalled();
  });

  it("asks nothing of a private tab, of one that has moved on, or of one that its sentinel has spoken for", async () => {
    tab.mockResolvedValueOnce({ id: 7, windowId: 1, url: URL_ASKED, loading: false, private: true });
    await happens();
    tab
      .mockResolvedValueOnce({ id: 7, windowId: 1, url: URL_ASKED, loading: false, private: false })
      .mockResolvedValueOnce({ id: 7, windowId: 1, url: "https://a.example/", loading: false, private: false });
    await happens();
    tab.mockResolvedValueOnce({ id: 7, windowId: 1, url: "https://a.example/", loading: false, private: false });
    await happens();
    await keepIncident(incident({ since: Date.now() }));
    await happens();
    expect(ask).not.toHaveBeenCalled();
  });

  it.each<[string, Method]>([
    ["is a form's", "POST"],
    ["may be a form's", "unknown"],
  ])("is none of an ordinary page's, though its sentinel has just spoken, when it %s", async (_what, method) => {
    await keepIncident(incident({ since: Date.now() }));
    methodOfReplaced.mockResolvedValue(method);
    ask.mockResolvedValue(fails);
    await happens();
    expect(await incidentOf(7)).toMatchObject({ noticed: "error-page", method });
    expect(plans.start).toHaveBeenCalledExactlyOnceWith(expect.anything(), { isProtected: true, floor: null });
  });

  it.each<[string, Method]>([
    ["was", "POST"],
    ["may have been", "unknown"],
  ])("is not the plan's when it %s a form's, sent while the plan loads the page", async (_what, method) => {
    plans.of.mockResolvedValue(RELOADING);
    methodOfReplaced.mockResolvedValue(method);
    await happens();
    expect(plans.tell).not.toHaveBeenCalled();
    expect(await incidentOf(7)).toMatchObject({ noticed: "error-page", method });
    expect(plans.start).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ method }), {
      isProtected: true,
      floor: null,
    });
  });

  it("is the plan's own where that touches no tab, whatever it was asked by", async () => {
    plans.of.mockResolvedValue({ ...RELOADING, touchesTab: false });
    methodOfReplaced.mockResolvedValue("POST");
    await happens();
    expect(plans.tell).toHaveBeenCalledOnce();
    expect(plans.start).not.toHaveBeenCalled();
  });

  it("tells the plan that loaded the page, and asks nothing", async () => {
    plans.of.mockResolvedValue(RELOADING);
    await happens();
    expect(plans.tell).toHaveBeenCalledExactlyOnceWith(7, { type: "looked", look: { state: "error-page" } });
    expect(ask).not.toHaveBeenCalled();
  });

  it("has its badge again, and asks nothing, where a plan of the tab watches the page: that asks in its own time", async () => {
    plans.of.mockResolvedValue(plan({ name: "waiting", due: NOW + 60_000, next: "probe" }, { status: 503 }));
    await happens();
    expect(ask).not.toHaveBeenCalled();
    expect(badge).toHaveBeenCalledExactlyOnceWith(7, expect.objectContaining({ text: "503" }));
    // That plan learns if the page has come from a form this time.
    methodOfReplaced.mockResolvedValue("POST");
    await happens();
    expect(ask).not.toHaveBeenCalled();
    expect(plans.start).toHaveBeenLastCalledWith(expect.anything(), { isProtected: true, floor: null });
  });

  it("asks as ever where the plan of the tab watches another page", async () => {
    const elsewhere = { url: `${URL_ASKED}2`, target: `${URL_ASKED}2` };
    plans.of.mockResolvedValue(plan({ name: "waiting", due: NOW + 60_000, next: "probe" }, elsewhere));
    ask.mockResolvedValue(fails);
    await happens();
    expect(ask).toHaveBeenCalledOnce();
  });

  describe("asks nobody, and is left to a click,", () => {
    afterEach(async () => {
      await update(PLANS, () => ({}));
    });
    async function isLeftAlone() {
      ask.mockResolvedValue(fails);
      await happens();
      expect(ask).not.toHaveBeenCalled();
      expect(await lastIncidentOf(7)).toBeNull();
      expect(plans.start).not.toHaveBeenCalled();
    }

    it("offline", async () => {
      vi.stubGlobal("navigator", { onLine: false });
      await isLeftAlone();
    });

    it("where trying by itself is switched off", async () => {
      browser.storage.local.items.set("settings", { version: 1, value: { retry: { off: true, maxPerHour: null } } });
      await isLeftAlone();
    });

    it.each(["waiting", "closed"] as const)(
      "before a time that the site has named to a plan of any of its pages, %s",
      async (name) => {
        const state =
          name === "waiting"
            ? ({ name, due: NOW + 600_000, next: "probe" } as const)
            : ({ name, at: NOW, reason: "left", told: true } as const);
        const other = { id: "plan-2", tabId: 8, url: "https://shop.example/a", target: "https://shop.example/a" };
        await update(PLANS, () => ({ "plan-2": plan(state, { ...other, floor: NOW + 600_000 }) }));
        await isLeftAlone();
        vi.setSystemTime(NOW + 600_000);
        await happens();
        expect(ask).toHaveBeenCalledOnce();
      },
    );

    it("but not for the time that another site has named", async () => {
      const other = { id: "plan-2", tabId: 8, url: "https://a.example/", target: "https://a.example/" };
      const state = { name: "waiting", due: NOW + 600_000, next: "probe" } as const;
      await update(PLANS, () => ({ "plan-2": plan(state, { ...other, floor: NOW + 600_000 }) }));
      ask.mockResolvedValue(fails);
      await happens();
      expect(ask).toHaveBeenCalledOnce();
    });
  });
});
