import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Navigation } from "../../../src/core/incident/navigation.ts";
import { World } from "../../fakes/world.ts";
import { incident, NOW } from "./given.ts";

const MINUTE = 60_000;
const NAVIGATION: Navigation = {
  status: 502,
  type: "navigate",
  startedAt: NOW,
  source: "network",
  protocol: "h2",
  waited: 5,
  serverTiming: [],
};

let world: World;
let incidents: typeof import("../../../src/background/incidents.ts");
beforeEach(async () => {
  world = new World();
  incidents = await world.load(() => import("../../../src/background/incidents.ts"));
});
afterEach(() => world.end());

describe("how what a tab shows was asked for", () => {
  const { url } = incident();
  const shown = (startedAt: number) => ({ state: "answered", status: 502, startedAt }) as const;

  it("is what the incident says of that very load", async () => {
    await incidents.keepIncident(incident({ method: "GET", navigation: NAVIGATION }));
    expect(await incidents.methodShown(7, url, shown(NOW))).toBe("GET");
    expect(await incidents.methodShown(7, url, { state: "error-page" })).toBe("GET");
  });

  it("is not told of another load: its sentinel's word is on its way", async () => {
    await incidents.keepIncident(incident({ method: "GET", navigation: NAVIGATION }));
    for (const later of [1, 400, 300_000]) {
      expect(await incidents.methodShown(7, url, shown(NOW + later))).toBe("not-told");
    }
    await incidents.keepIncident(incident({ method: "GET", noticed: "error-page", navigation: null }));
    expect(await incidents.methodShown(7, url, shown(NOW))).toBe("not-told");
  });

  it("is not told either where no incident is, or one of another page, and unknown where no sentinel can speak", async () => {
    expect(await incidents.methodShown(7, url, shown(NOW))).toBe("not-told");
    await incidents.keepIncident(incident({ method: "GET", navigation: NAVIGATION }));
    expect(await incidents.methodShown(7, `${url}/2`, shown(NOW))).toBe("not-told");
    expect(await incidents.methodShown(7, `${url}/2`, { state: "error-page" })).toBe("unknown");
  });
});

describe("reading the incident of one tab", () => {
  it("looks at no other tab's, however many there are", async () => {
    await incidents.keepIncident(incident());
    const stored = world.browser.storage.session.items.get("incidents") as { version: number; value: object };
    const value = { ...stored.value };
    Object.defineProperty(value, "8", {
      enumerable: true,
      get() {
        throw new Error("another tab's was looked at");
      },
    });
    world.browser.storage.session.get.mockResolvedValue({ incidents: { ...stored, value } });
    expect(await incidents.incidentOf(7)).toEqual(incident());
    expect((await incidents.lastIncidentOf(7))?.incident).toEqual(incident());
  });
});

describe("keepIncident", () => {
  it("keeps a new failure as it is", async () => {
    expect(await incidents.keepIncident(incident())).toEqual(incident());
    expect(await incidents.incidentOf(7)).toEqual(incident());
    expect(await incidents.incidentOf(8)).toBeNull();
  });

  it("continues the incident when the same page fails again in the same tab", async () => {
    await incidents.keepIncident(incident());
    const again = await incidents.keepIncident(incident({ id: "incident-2", since: NOW + MINUTE, status: 503 }));
    expect(again).toEqual(incident({ status: 503 }));
    expect(await incidents.incidentOf(7)).toEqual(again);
  });

  it("continues it also after the page was left for a moment, as a reload does", async () => {
    await incidents.keepIncident(incident());
    await incidents.endIncident(7, "left");
    expect(await incidents.incidentOf(7)).toBeNull();
    vi.setSystemTime(NOW + 9 * MINUTE);
    expect(await incidents.keepIncident(incident({ id: "incident-2", since: NOW + 9 * MINUTE }))).toMatchObject({
      id: "incident-1",
      since: NOW,
    });
  });

  it("begins anew ten minutes after the page was left", async () => {
    await incidents.keepIncident(incident());
    await incidents.endIncident(7, "left");
    vi.setSystemTime(NOW + 10 * MINUTE);
    expect(await incidents.keepIncident(incident({ id: "incident-2", since: NOW + 10 * MINUTE }))).toMatchObject({
      id: "incident-2",
      since: NOW + 10 * MINUTE,
    });
  });

  it("begins anew when the same page fails again after it had worked", async () => {
    await incidents.keepIncident(incident());
    await incidents.endIncident(7, "works");
    const later = incident({ id: "incident-2", since: NOW + MINUTE });
    expect(await incidents.keepIncident(later)).toEqual(later);
  });

  it.each([
    ["another page", { url: "https://shop.example/other" }],
    ["another tab", { tabId: 8 }],
  ])("begins anew for %s", async (_what, parts) => {
    await incidents.keepIncident(incident());
    expect(await incidents.keepIncident(incident({ id: "incident-2", since: NOW + 1, ...parts }))).toMatchObject({
      id: "incident-2",
      since: NOW + 1,
    });
  });

  it("loses none of many tabs that fail at once", async () => {
    await Promise.all(
      Array.from({ length: 40 }, (_, tabId) => incidents.keepIncident(incident({ id: `incident-${tabId}`, tabId }))),
    );
    for (let tabId = 0; tabId < 40; tabId += 1) expect(await incidents.incidentOf(tabId)).toMatchObject({ tabId });
  });

  it("remembers a thousand and drops the oldest first", async () => {
    const kept = Object.fromEntries(
      Array.from({ length: 1_000 }, (_, tabId) => [
        tabId,
        { incident: incident({ tabId, since: NOW + tabId }), leftAt: null, worked: false },
      ]),
    );
    world.browser.storage.session.items.set("incidents", { version: 1, value: kept });
    await incidents.keepIncident(incident({ id: "newest", tabId: 5_000, since: NOW + 5_000 }));
    expect(await incidents.incidentOf(5_000)).toMatchObject({ id: "newest" });
    expect(await incidents.incidentOf(0)).toBeNull();
    expect(await incidents.incidentOf(1)).not.toBeNull();
  });
});

describe("an incident in the store", () => {
  it.each([
    ["that cannot be read", "http://["],
    ["that is too long", `https://shop.example/${"a".repeat(10_000)}`],
    ["of a script", "javascript:alert(1)"],
  ])("with an address %s is dropped alone", async (_which, url) => {
    const kept = (tabId: number, parts: object) => ({
      incident: { ...incident({ tabId }), ...parts },
      leftAt: null,
      worked: false,
    });
    world.browser.storage.session.items.set("incidents", {
      version: 1,
      value: { 7: kept(7, { url }), 8: kept(8, {}) },
    });
    expect(await incidents.incidentOf(7)).toBeNull();
    expect(await incidents.incidentOf(8)).not.toBeNull();
  });

  it("holds nothing of the list of timings that the site has sent along", async () => {
    const navigation = { ...NAVIGATION, serverTiming: ["who=mrs-miller"] };
    expect((await incidents.keepIncident(incident({ navigation }))).navigation).toEqual(navigation);
    expect((await incidents.incidentOf(7))?.navigation).toEqual({ ...navigation, serverTiming: [] });
  });

  it("is remembered as left once it has ended", async () => {
    await incidents.keepIncident(incident());
    await incidents.endIncident(7, "left");
    expect(await incidents.lastIncidentOf(7)).toEqual({ incident: incident(), leftAt: NOW, worked: false });
    await incidents.endIncident(8, "left");
    expect(await incidents.lastIncidentOf(8)).toBeNull();
  });

  it("is remembered as worked once the page is back", async () => {
    await incidents.keepIncident(incident());
    await incidents.endIncident(7, "works");
    expect(await incidents.incidentOf(7)).toBeNull();
    expect(await incidents.lastIncidentOf(7)).toEqual({ incident: incident(), leftAt: NOW, worked: true });
  });

  it("keeps how and when it ended first: a page that came back and is left then has worked", async () => {
    await incidents.keepIncident(incident());
    await incidents.endIncident(7, "works");
    vi.setSystemTime(NOW + MINUTE);
    await incidents.endIncident(7, "left");
    expect(await incidents.lastIncidentOf(7)).toMatchObject({ leftAt: NOW, worked: true });
  });

  it("is forgotten with its tab", async () => {
    for (const tabId of [7, 8, 9]) await incidents.keepIncident(incident({ tabId }));
    await incidents.forgetIncident(7);
    expect(await incidents.lastIncidentOf(7)).toBeNull();
    expect(await incidents.tabsOfIncidents()).toEqual([8, 9]);
  });

  it("is of the tab under whose number it lies, and of no other name", async () => {
    await incidents.keepIncident(incident());
    const { items } = world.browser.storage.session;
    const { version, value } = items.get("incidents") as { version: number; value: Record<string, unknown> };
    const named = ["__proto__", "none", "8"].map((name) => [name, value[7]] as const);
    items.set("incidents", { version, value: Object.fromEntries([...Object.entries(value), ...named]) });
    expect(await incidents.tabsOfIncidents()).toEqual([7]);
    expect(await incidents.incidentOf(8)).toBeNull();
  });

  it("stays in memory, and on no disk", async () => {
    await incidents.keepIncident(incident());
    expect(world.browser.storage.local.set).not.toHaveBeenCalled();
  });

  it("is dropped alone when it cannot be read", async () => {
    const good = { incident: incident(), leftAt: null, worked: false };
    world.browser.storage.session.items.set("incidents", {
      version: 1,
      value: { 7: good, 8: { incident: 3 }, 9: null },
    });
    expect(await incidents.incidentOf(7)).toEqual(incident());
    expect(await incidents.lastIncidentOf(8)).toBeNull();
    expect(await incidents.lastIncidentOf(9)).toBeNull();
  });
});
