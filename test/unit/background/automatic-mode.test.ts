import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Navigation } from "../../../src/core/incident/navigation.ts";
import { navigation } from "../core/checks/given.ts";
import { fakeBrowser, NOW } from "./given.ts";

const { browser } = vi.hoisted(() => ({ browser: {} as ReturnType<typeof grantedBrowser> }));
vi.mock("../../../src/platform/browser.ts", () => ({ browser, isFirefox: false }));

const turn = () => new Promise<void>((resolve) => setTimeout(resolve));

/** A browser whose registrations take a while, and which rejects a script under an id that is taken, as browsers do. */
function grantedBrowser() {
  const scripts = new Set<string>();
  const rules = new Map<number, object>();
  const granted = { all: true };
  return {
    ...fakeBrowser(),
    granted,
    rules,
    permissions: { contains: async () => granted.all },
    scripting: {
      scripts,
      async getRegisteredContentScripts({ ids }: { ids: string[] }) {
        await turn();
        return ids.filter((id) => scripts.has(id)).map((id) => ({ id }));
      },
      async registerContentScripts([{ id }]: [{ id: string }]) {
        await turn();
        if (scripts.has(id)) throw new Error(`Duplicate script ID '${id}'`);
        scripts.add(id);
      },
      updateContentScripts: vi.fn(turn),
    },
    declarativeNetRequest: {
      async updateDynamicRules(change: { removeRuleIds: number[]; addRules: Array<{ id: number }> }) {
        await turn();
        for (const id of change.removeRuleIds) rules.delete(id);
        for (const rule of change.addRules) {
          if (rules.has(rule.id)) throw new Error(`Rule with id ${rule.id} does not have a unique ID.`);
          rules.set(rule.id, rule);
        }
      },
      getMatchedRules: vi.fn(async (_filter: object) => ({ rulesMatchedInfo: [] as object[] })),
    },
  };
}

/** A worker that has just been started. */
async function worker() {
  vi.resetModules();
  return import("../../../src/background/automatic-mode.ts");
}
const marked = (parts: Partial<Navigation>, ...serverTiming: string[]): Navigation =>
  navigation({ startedAt: NOW + 1_000, serverTiming, ...parts });

beforeEach(() => {
  Object.assign(browser, grantedBrowser());
  vi.useFakeTimers({ now: NOW, toFake: ["Date"] });
});

describe("the set-up", () => {
  it("marks answers by names that are the same in every browser", async () => {
    const { setUpAutomaticMode } = await worker();
    await setUpAutomaticMode();
    const rules = JSON.stringify([...browser.rules.values()]);
    expect(rules).toContain('"requestMethods":["post"]');
    Object.assign(browser, grantedBrowser());
    await (await worker()).setUpAutomaticMode();
    expect(JSON.stringify([...browser.rules.values()])).toBe(rules);
    expect(browser.storage.local.items.get("method-marks")).toEqual({ version: 1, value: { since: NOW } });
  });

  it("may be asked for by several at once, as at an installation that grants: none is rejected", async () => {
    const { setUpAutomaticMode } = await worker();
    await Promise.all([setUpAutomaticMode(), setUpAutomaticMode(), setUpAutomaticMode()]);
    expect([...browser.scripting.scripts]).toEqual(["sentinel"]);
    expect(browser.rules.size).toBe(2);
  });

  it("that fails fails alone: the next one is made", async () => {
    const { setUpAutomaticMode } = await worker();
    const { updateDynamicRules } = browser.declarativeNetRequest;
    browser.declarativeNetRequest.updateDynamicRules = async () => {
      browser.declarativeNetRequest.updateDynamicRules = updateDynamicRules;
      throw new Error("internal");
    };
    const both = await Promise.allSettled([setUpAutomaticMode(), setUpAutomaticMode()]);
    expect(both.map(({ status }) => status)).toEqual(["rejected", "fulfilled"]);
    expect([...browser.scripting.scripts]).toEqual(["sentinel"]);
  });

  it("takes away the name that earlier versions had made for each installation", async () => {
    browser.storage.local.items.set("post-marker", { version: 1, value: { name: "fl12345678", since: NOW } });
    await (await worker()).forgetOwnMark();
    expect([...browser.storage.local.items.keys()]).toEqual([]);
  });
});

describe("the method of a page", () => {
  it.each<[string, Navigation, string]>([
    ["a mark of a GET", marked({}, "edge", "faultline-get"), "GET"],
    ["a mark of a POST", marked({}, "faultline-post"), "POST"],
    ["both, of which its site has written one", marked({}, "faultline-get", "faultline-post"), "POST"],
    ["both, the other way round", marked({}, "faultline-post", "faultline-get"), "POST"],
    ["none, for another extension took it", marked({}, "edge"), "unknown"],
    ["none, and the browser's cache supplied it", marked({ fromBrowserCache: true }), "unknown"],
    ["another's name", marked({}, "faultline", "faultline-gets"), "unknown"],
    [
      "a mark of a GET that the page's own service worker passed on",
      marked({ mayBeThroughPageWorker: true }, "faultline-get"),
      "unknown",
    ],
    ["a mark of a POST that it passed on", marked({ mayBeThroughPageWorker: true }, "faultline-post"), "POST"],
    ["none, and it made the answer", marked({ mayBeThroughPageWorker: true, fromBrowserCache: true }), "unknown"],
    ["a mark of a GET from before anything was marked", marked({ startedAt: NOW - 1 }, "faultline-get"), "unknown"],
    ["a mark of a POST from before", marked({ startedAt: NOW - 1 }, "faultline-post"), "POST"],
  ])("that bears %s is %s", async (_what, page, method) => {
    const { setUpAutomaticMode, methodOf } = await worker();
    await setUpAutomaticMode();
    expect(await methodOf(page)).toBe(method);
  });

  it("is unknown without a grant, and later pages' is known after a set-up that was cut off", async () => {
    browser.granted.all = false;
    const { methodOf, setUpAutomaticMode } = await worker();
    await setUpAutomaticMode();
    const page = marked({}, "faultline-get");
    expect(await methodOf(page)).toBe("unknown");
    browser.granted.all = true;
    expect(await methodOf(page)).toBe("unknown");
    expect(await methodOf(page)).toBe("GET");
  });

  it("is known again once a clock that was ahead is right", async () => {
    browser.storage.local.items.set("method-marks", { version: 1, value: { since: NOW + 9_999_999 } });
    const { methodOf, setUpAutomaticMode } = await worker();
    await setUpAutomaticMode();
    expect(await methodOf(marked({}, "faultline-get"))).toBe("GET");
  });
});

describe("the method of a page that Chromium replaced", () => {
  const matched = (...ids: number[]) => ({ rulesMatchedInfo: ids.map((ruleId) => ({ rule: { ruleId } })) });
  const idOf = (method: string) =>
    [...browser.rules.entries()].find(([, rule]) => JSON.stringify(rule).includes(`faultline-${method}`))?.[0] ?? 0;

  it.each([
    ["by GET", ["get"], "GET"],
    ["by POST", ["post"], "POST"],
    ["by POST, and then by GET", ["post", "get"], "POST"],
    ["without a mark", [], "unknown"],
  ])("asked for %s", async (_what, methods, method) => {
    const { methodOfReplaced, setUpAutomaticMode } = await worker();
    await setUpAutomaticMode();
    browser.declarativeNetRequest.getMatchedRules.mockResolvedValue(matched(...methods.map(idOf)));
    expect(await methodOfReplaced(7)).toBe(method);
    expect(browser.declarativeNetRequest.getMatchedRules).toHaveBeenCalledExactlyOnceWith({ tabId: 7 });
  });

  it("is unknown where the browser does not say: after 20 calls in 10 minutes, or in Firefox", async () => {
    const { methodOfReplaced } = await worker();
    browser.declarativeNetRequest.getMatchedRules.mockRejectedValue(new Error("quota"));
    expect(await methodOfReplaced(7)).toBe("unknown");
    Object.assign(browser, { declarativeNetRequest: undefined });
    expect(await methodOfReplaced(7)).toBe("unknown");
  });
});
