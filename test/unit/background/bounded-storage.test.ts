import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { LONGEST_URL } from "../../../src/core/incident/incident.ts";
import type { FakeTab } from "../../fakes/tabs.ts";
import { NOW, World } from "../../fakes/world.ts";
import { incidentIn, keptOf, shownOf } from "./stored.ts";

let world: World;
beforeEach(async () => {
  world = new World();
  await world.startWorker();
});
afterEach(() => world.end());

/** As JSON, which is how Chromium counts it. */
const sizeOf = (area: "local" | "session"): number => JSON.stringify([...world.browser.storage[area].items]).length;
/** A page says that it has failed, and as much beside as it can. */
async function boast(tab: FakeTab): Promise<void> {
  const serverTiming = [...Array.from({ length: 100 }, () => "x".repeat(1_000)), "faultline-get"];
  const entry = {
    responseStatus: 502,
    nextHopProtocol: "h".repeat(1_000),
    serverTiming: serverTiming.map((name) => ({ name })),
  };
  await world.browser.runtime.fromPage(tab, tab.url, "page/failed", {
    entry: JSON.stringify({ entry, timeOrigin: NOW }),
  });
}
const long = (host: string, length: number): string => `https://${host}/?${"q".repeat(length)}`.slice(0, length);

describe("a page whose address is too long to keep", () => {
  it.each([
    ["of 1.9 MB", long("shop.example", 1_900_000)],
    ["one character too long", long("shop.example", LONGEST_URL + 1)],
    ["of a host that no DNS knows", `https://${"a".repeat(256)}/`],
  ])("is noticed by its badge, and nothing of it is stored: %s", async (_which, url) => {
    const tab = world.browser.tabs.open({ url });
    const before = [sizeOf("session"), sizeOf("local")];
    await boast(tab);
    expect(tab.badge.text).toBe("502");
    expect(tab.badge.title.length).toBeLessThan(300);
    expect(keptOf(world, tab.id)).toBeUndefined();
    expect([sizeOf("session"), sizeOf("local")]).toEqual(before);
    const { standing } = await world.ask("tab/open", { tabId: tab.id });
    expect(standing).toEqual({ kind: "too-long" });
  });

  it("is kept and tried again up to that length", async () => {
    const tab = world.browser.tabs.open({ url: long("shop.example", LONGEST_URL) });
    await boast(tab);
    expect(incidentIn(world, tab.id)).toMatchObject({ url: tab.url, status: 502 });
    expect(JSON.stringify([...world.browser.storage.local.items])).toContain(tab.url);
  });
});

/** A tab whose page shows, and whose site answers with, as much as is read at all. */
function failing(id: number): FakeTab {
  const body = "b".repeat(16 * 1024);
  const links = Array.from({ length: 200 }, (_, index) => long(`status-${index}.example`, 300));
  const headers = Object.fromEntries(Array.from({ length: 4 }, (_, index) => [`x-${index}`, "h".repeat(4_000)]));
  // Only those that are looked into below answer; each of the others is asked once, and waited for.
  const takes = id > 115 ? 40 : Number.POSITIVE_INFINITY;
  world.network.answer(`https://shop-${id}.example`, { status: 502, headers, body, takes });
  const url = long(`shop-${id}.example`, LONGEST_URL);
  return world.browser.tabs.open({ id, url, status: 502, html: body, links, cookie: "who=mrs-miller" });
}

describe("all that pages can make Faultline store", () => {
  it("fits into the session and onto the disk many times over, however much they send", async () => {
    // More tabs than there is room for (a million characters), with the longest addresses, each of a host of its own.
    for (let id = 1; id <= 120; id += 1) {
      await boast(failing(id));
      await world.clock.pass(1);
    }
    for (const tabId of [116, 117, 118, 119, 120]) {
      expect(incidentIn(world, tabId)).toBeDefined();
      await world.ask("check/told", { tabId, step: "other-device", answer: "fails" });
      await world.ask("retry/watch", { tabId });
    }
    const { noteOutage } = await import("../../../src/background/retry/outage-history.ts");
    for (let host = 0; host < 210; host += 1) {
      for (let hour = 0; hour < 2; hour += 1) {
        const start = NOW + hour * 3_600_000;
        await noteOutage(`https://${host}.${"a".repeat(245)}/`, { start, end: start + 60_000 });
      }
    }
    // No check takes longer than half a minute.
    await world.clock.pass(30_000);
    expect(shownOf(world, 120).check).toMatchObject({ phase: "done" });
    expect(incidentIn(world, 1)).toBeUndefined();
    expect(sizeOf("session")).toBeGreaterThan(1_000_000);
    expect(sizeOf("session")).toBeLessThan(4_000_000);
    expect(sizeOf("local")).toBeLessThan(1_500_000);
  }, 120_000);
});
