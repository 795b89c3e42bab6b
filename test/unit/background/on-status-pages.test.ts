import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { StatusNotice, StatusReport } from "../../../src/signals/signals.ts";
import { statusReport } from "../checks/given.ts";
import { fakeBrowser, incident, NOW } from "./given.ts";

const { browser, tell } = vi.hoisted(() => ({
  browser: {} as ReturnType<typeof fakeBrowser>,
  tell: vi.fn(async () => undefined),
}));
vi.mock("../../../src/platform/browser.ts", () => ({ browser, isFirefox: false }));
vi.mock("../../../src/background/retry-driver.ts", () => ({ tellPlan: tell }));

const { onStatusPages } = await import("../../../src/background/on-status-pages.ts");
const { CheckSession } = await import("../../../src/background/check-session.ts");
const { keepIncident } = await import("../../../src/background/incidents.ts");

const HOUR = 3_600_000;
const maintenance = (parts: Partial<StatusNotice> = {}): StatusNotice => ({
  ...{ kind: "maintenance", title: "Database upgrade", impact: "maintenance", url: null, componentNames: [] },
  ...{ startedAt: NOW - HOUR, updatedAt: NOW - HOUR, endsAt: NOW + HOUR },
  ...parts,
});

async function hears(parts: Partial<StatusReport>, from: "site" | "gateway" = "site"): Promise<void> {
  await keepIncident(incident());
  const { id } = new CheckSession(incident());
  const none = { state: "not-sent", reason: "not-needed" } as const;
  const said = statusReport("maintenance", parts);
  await onStatusPages({ tabId: 7, checkId: id, site: none, gateway: none, url: null, [from]: said });
}

beforeEach(() => {
  Object.assign(browser, fakeBrowser());
  vi.useFakeTimers({ now: NOW, toFake: ["Date"] });
  tell.mockClear();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("a status page", () => {
  it("that names the end of a maintenance under way tells the tab's plan", async () => {
    await hears({ notices: [maintenance()] });
    expect(tell).toHaveBeenCalledExactlyOnceWith(7, { type: "announced", end: NOW + HOUR });
  });

  it.each<[string, Partial<StatusReport>]>([
    ["names none", { notices: [] }],
    ["announces one for later", { notices: [maintenance({ startedAt: NOW + HOUR })] }],
    ["names an end that is past", { notices: [maintenance({ endsAt: NOW - 1 })] }],
    ["does not say when it ends", { notices: [maintenance({ endsAt: null })] }],
    ["speaks of something else of the site", { notices: [maintenance({ componentNames: ["Newsletter"] })] }],
    ["reports a failure", { notices: [maintenance({ kind: "incident", impact: "major_outage" })] }],
  ])("that %s tells it nothing", async (_what, parts) => {
    await hears(parts);
    expect(tell).not.toHaveBeenCalled();
  });

  it("of the gateway's, which is made up of many parts, tells it nothing", async () => {
    await hears({ notices: [maintenance()] }, "gateway");
    expect(tell).not.toHaveBeenCalled();
  });
});
