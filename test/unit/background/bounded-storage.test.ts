import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type Incident, LONGEST_URL } from "../../../src/core/incident/incident.ts";
import type { Signals } from "../../../src/core/incident/signals.ts";
import type { Sender } from "../../../src/platform/messages.ts";
import { ok, response } from "../core/checks/given.ts";
import { fakeBrowser, NOW } from "./given.ts";

const { browser, badge, addresses } = vi.hoisted(() => ({
  browser: {} as ReturnType<typeof fakeBrowser>,
  badge: vi.fn(async (_tabId: number, _badge: { title: string; text: string }) => undefined),
  addresses: new Map<number, string>(),
}));
vi.mock("../../../src/platform/browser.ts", () => ({ browser, isFirefox: false }));
vi.mock("../../../src/platform/badge.ts", () => ({ showBadge: badge, badgeText: async () => "", clearBadge: badge }));
vi.mock("../../../src/platform/i18n.ts", () => ({
  translate: ({ args }: { args?: readonly string[] }) => (args ?? []).join(" "),
}));
vi.mock("../../../src/platform/permissions.ts", () => ({
  hasSite: async () => true,
  hasNotifications: async () => false,
}));
vi.mock("../../../src/platform/automatic.ts", () => ({ postedSince: async () => false }));
vi.mock("../../../src/background/check/diagnosis.ts", () => ({ diagnose: async () => undefined }));
vi.mock("../../../src/background/automatic-mode.ts", () => ({ methodOf: async () => "GET" }));
vi.mock("../../../src/platform/alarms.ts", () => ({
  setAlarm: async () => undefined,
  clearAlarm: async () => undefined,
}));
vi.mock("../../../src/platform/tabs.ts", () => ({
  getTab: async (id: number) => ({ id, windowId: 1, url: addresses.get(id) ?? null, loading: false, private: false }),
  allTabs: async () => [...addresses.keys()],
  frontTabs: async () => new Set(),
  tabsShowing: async () => [],
  onTabClosed: () => undefined,
  isInFront: async () => false,
}));

const { onPageFailed } = await import("../../../src/background/on-failure.ts");
const { onTabOpen } = await import("../../../src/background/on-popup.ts");
const { onRetryWatch } = await import("../../../src/background/on-retry.ts");
const { onTold } = await import("../../../src/background/on-told.ts");
const { incidentOf } = await import("../../../src/background/incidents.ts");
const { CheckSession } = await import("../../../src/background/check/check-session.ts");
const { noteOutage } = await import("../../../src/background/retry/outage-history.ts");

/** As JSON, which is how Chromium counts it. */
const sizeOf = (area: "local" | "session"): number => JSON.stringify([...browser.storage[area].items]).length;
const from = (tabId: number, url: string): Sender => {
  addresses.set(tabId, url);
  return { from: "page", tabId, url, private: false };
};
const boasting = JSON.stringify({
  entry: {
    responseStatus: 502,
    nextHopProtocol: "h".repeat(1_000),
    serverTiming: Array.from({ length: 100 }, () => ({ name: "x".repeat(1_000) })),
  },
  timeOrigin: NOW,
});
const long = (host: string, length: number): string => `https://${host}/?${"q".repeat(length)}`.slice(0, length);

beforeEach(() => {
  Object.assign(browser, fakeBrowser());
  browser.storage.session.items.set("session-began", true);
  vi.useFakeTimers({ now: NOW, toFake: ["Date", "setTimeout", "clearTimeout"] });
  vi.stubGlobal("navigator", { onLine: true });
  addresses.clear();
  badge.mockClear();
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe("a page whose address is too long to keep", () => {
  it.each([
    ["of 1.9 MB", long("shop.example", 1_900_000)],
    ["one character too long", long("shop.example", LONGEST_URL + 1)],
    ["of a host that no DNS knows", `https://${"a".repeat(256)}/`],
  ])("is noticed by its badge, and nothing of it is stored: %s", async (_which, url) => {
    await onPageFailed({ entry: JSON.stringify({ entry: { responseStatus: 502 }, timeOrigin: NOW }) }, from(7, url));
    expect(badge).toHaveBeenCalledExactlyOnceWith(7, expect.objectContaining({ text: "502" }));
    expect(badge.mock.calls[0]?.[1].title.length).toBeLessThan(300);
    expect(await incidentOf(7)).toBeNull();
    expect(sizeOf("session")).toBeLessThan(100);
    expect(sizeOf("local")).toBeLessThan(100);
    expect((await onTabOpen({ tabId: 7 })).standing).toEqual({ kind: "too-long" });
  });

  it("is kept and tried again up to that length", async () => {
    const url = long("shop.example", LONGEST_URL);
    await onPageFailed({ entry: boasting }, from(7, url));
    expect(await incidentOf(7)).toMatchObject({ url, status: 502 });
    expect(JSON.stringify([...browser.storage.local.items])).toContain(url);
  });
});

describe("all that pages can make Faultline store", () => {
  it("fits into the session and onto the disk many times over, however much they send", async () => {
    // More tabs than there is room for, with the longest addresses, each of a host of its own.
    for (let tabId = 1; tabId <= 150; tabId += 1) {
      vi.setSystemTime(NOW + tabId);
      await onPageFailed({ entry: boasting }, from(tabId, long(`shop-${tabId}.example`, LONGEST_URL)));
    }
    const newest = [146, 147, 148, 149, 150];
    for (const tabId of newest) {
      const incident = await incidentOf(tabId);
      expect(incident).not.toBeNull();
      await onTold({ tabId, step: "other-device", answer: "fails" });
      await onRetryWatch({ tabId });
      await checked(incident as Incident);
    }
    for (let host = 0; host < 210; host += 1) {
      for (let hour = 0; hour < 2; hour += 1) {
        const start = NOW + hour * 3_600_000;
        await noteOutage(`https://${host}.${"a".repeat(245)}/`, { start, end: start + 60_000 });
      }
    }
    expect(await incidentOf(1)).toBeNull();
    expect(sizeOf("session")).toBeGreaterThan(1_000_000);
    expect(sizeOf("session")).toBeLessThan(4_000_000);
    expect(sizeOf("local")).toBeLessThan(1_500_000);
  }, 120_000);
});

/** A check of a page that shows, and answers with, as much as is read at all. */
async function checked(incident: Incident): Promise<void> {
  const session = new CheckSession(incident);
  const body = "b".repeat(16 * 1024);
  const fields = Object.fromEntries(Array.from({ length: 4 }, (_, index) => [`x-${index}`, "h".repeat(4_000)]));
  const answer = ok({ ...response(502, fields), body, url: incident.url });
  const links = Array.from({ length: 200 }, (_, index) => long(`status-${index}.example`, 300));
  await session.learn(
    "page",
    ok<Extract<Signals["page"], { state: "ok" }>["value"]>({ html: body, cookieBytes: 9, links }),
  );
  await session.learn("anonymous", answer);
  await session.learn("retries", [answer, answer, answer]);
  await session.learn("root", answer);
  await session.finish();
}
