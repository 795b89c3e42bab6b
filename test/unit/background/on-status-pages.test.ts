import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { statusReport } from "../core/checks/given.ts";
import { fakeBrowser, incident, NOW } from "./given.ts";

const { browser, tell } = vi.hoisted(() => ({
  browser: {} as ReturnType<typeof fakeBrowser>,
  tell: vi.fn(async () => undefined),
}));
vi.mock("../../../src/platform/browser.ts", () => ({ browser, isFirefox: false }));
vi.mock("../../../src/background/retry/retry-driver.ts", () => ({ tellPlan: tell }));

const { onStatusPages } = await import("../../../src/background/on-status-pages.ts");
const { CheckSession } = await import("../../../src/background/check/check-session.ts");
const { keepIncident } = await import("../../../src/background/incidents.ts");

async function hears(parts: {
  checkId?: string;
  maintenanceEnd?: number;
  site?: ReturnType<typeof statusReport>;
}): Promise<void> {
  await keepIncident(incident());
  const { id } = new CheckSession(incident());
  const gateway = { state: "not-sent", reason: "not-needed" } as const;
  await onStatusPages({ tabId: 7, checkId: id, site: statusReport("maintenance"), gateway, url: null, ...parts });
}

beforeEach(() => {
  Object.assign(browser, fakeBrowser());
  vi.useFakeTimers({ now: NOW, toFake: ["Date"] });
  tell.mockClear();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("what a status page said", () => {
  it("reaches the check whole, with the count of what is not listed", async () => {
    const learn = vi.spyOn(CheckSession.prototype, "learn");
    const take = vi.spyOn(CheckSession.prototype, "takeOpinions");
    const site = statusReport("degraded", { unlisted: { count: 3, troubled: 1 } });
    await hears({ site });
    const learned = learn.mock.calls.flatMap(([name, value]) => (name === "statusPage" ? [value] : []));
    expect([...learned, ...take.mock.calls.map(([{ statusPage }]) => statusPage)]).toEqual([site]);
  });
});

describe("the end of a maintenance, as the site's status page has it,", () => {
  it("is told to the tab's plan", async () => {
    await hears({ maintenanceEnd: NOW + 1 });
    expect(tell).toHaveBeenCalledExactlyOnceWith(7, { type: "announced", end: NOW + 1 });
  });

  it.each<[string, object]>([
    ["is not named", {}],
    ["is of another check", { checkId: "another", maintenanceEnd: NOW + 1 }],
    ["is no time", { maintenanceEnd: "soon" }],
  ])("is not told where it %s", async (_what, parts) => {
    await hears(parts);
    expect(tell).not.toHaveBeenCalled();
  });
});
