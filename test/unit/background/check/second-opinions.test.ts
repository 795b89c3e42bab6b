import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { notSent } from "../../../../src/core/http/settled.ts";
import { World } from "../../../fakes/world.ts";
import { HOME } from "../../core/places/given.ts";
import { incidentIn, shownOf } from "../stored.ts";
import { askedOfSite, checked, FRONT_PAGE, failingTab, PAGE, row, shownCheck, verdict } from "./given.ts";
import { PlacesApi } from "./places-api.ts";

const PLACES = { tabId: 7, home: HOME, withPath: false, ipVersion: null, provider: null };
const NGINX = { status: 502, headers: { server: "nginx" }, body: "<hr><center>nginx</center>" };

let world: World;
let api: PlacesApi;

const opinions = () => shownOf(world, 7).opinions;
const resolver = (name: string, ...addresses: string[]) => ({ name, answer: { exists: true, addresses } });
const askPlaces = (parts: object = {}) => world.ask("opinion/places", { ...PLACES, ...parts });
/** A popup says where public resolvers lead, of the incident that its tab has now, and which address answered it. */
const tellAddress = (reached: string | null, parts: object = {}) =>
  world.ask("opinion/address", {
    tabId: 7,
    incidentId: incidentIn(world, 7)?.id ?? "",
    reached,
    resolvers: [resolver("dns.google", "198.51.100.7")],
    at: Date.now(),
    took: 40,
    ...parts,
  });
const testAddress = () => world.ask("opinion/address-test", { tabId: 7 });

/** A tab fails, and its check has come to its verdict a moment ago. */
async function judged(parts: Parameters<typeof failingTab>[1] = {}): Promise<void> {
  failingTab(world, parts);
  await checked(world);
}

beforeEach(async () => {
  vi.spyOn(console, "warn").mockImplementation(() => undefined);
  world = new World();
  world.network.answer("https://shop.example", NGINX);
  api = new PlacesApi(world);
  await world.startWorker();
});
afterEach(() => world.end());

describe("asking places around the world", () => {
  it("asks for the front page, then for the same from here, and weighs the check anew", async () => {
    await judged();
    const { id } = shownCheck(world) ?? {};
    const before = askedOfSite(world).length;
    await askPlaces();
    expect(api.asked).toMatchObject([{ target: "shop.example", measurementOptions: { request: { path: "/" } } }]);
    expect(askedOfSite(world).slice(before)).toEqual([FRONT_PAGE]);
    expect(world.network.asked().at(-1)).toBe(FRONT_PAGE);
    expect(row(world, "vantage")?.outcome).toBe("pass");
    expect(shownCheck(world)).toMatchObject({ id, phase: "done" });
  });

  it("shows the answers as they come, and that it asks no more at the end", async () => {
    await judged();
    const done = world.browser.runtime.fromPopup("opinion/places", PLACES);
    await world.clock.until(() => opinions()?.live.length === 5);
    expect(opinions()).toMatchObject({ asking: "places", live: [{ result: "pending" }, {}, {}, {}, {}] });
    // A popup that opens meanwhile does not take it for lost.
    await world.ask("tab/open", { tabId: 7 });
    expect(opinions()?.asking).toBe("places");
    await world.clock.done(done);
    expect(opinions()).toMatchObject({ asking: null, measurement: "m1" });
  });

  it("does not seem to be asked for ever where the worker that asked is dead", async () => {
    await judged();
    void world.browser.runtime.fromPopup("opinion/places", PLACES);
    await world.clock.until(() => opinions()?.asking === "places");
    await world.startWorker();
    await world.ask("tab/open", { tabId: 7 });
    await world.clock.rest();
    expect(opinions()).toMatchObject({ asking: null });
  });

  it("does not seem to be asked for a saved copy for ever either", async () => {
    const copy = () => world.browser.storage.session.items.get("saved-copy:7");
    await judged();
    void world.browser.runtime.fromPopup("opinion/saved-copy", { tabId: 7 });
    await world.clock.until(() => copy() !== undefined);
    expect(copy()).toMatchObject({ answer: null });
    await world.startWorker();
    await world.ask("tab/open", { tabId: 7 });
    await world.clock.rest();
    expect(copy()).toBeUndefined();
  });

  it("asks by the version of IP by which the popup reached the site, in homes", async () => {
    await judged();
    await askPlaces({ ipVersion: 6 });
    expect(api.asked).toMatchObject([
      {
        locations: [{ country: "DE", limit: 2, tags: ["eyeball-network"] }, {}, {}, {}],
        measurementOptions: { ipVersion: 6 },
      },
    ]);
    expect(opinions()?.askedPlaces).toMatchObject({
      value: { ipVersion: 6, places: [{ address: "2001:db8::7" }, {}, {}, {}, {}] },
    });
  });

  it.each([5, "6", {}, undefined])("takes no version from a message that is none: %s", async (ipVersion) => {
    await judged();
    await askPlaces({ ipVersion });
    expect(api.asked[0]?.measurementOptions).not.toHaveProperty("ipVersion");
    expect(opinions()?.askedPlaces).toMatchObject({ value: { ipVersion: null } });
  });

  it.each<[typed: unknown, magic: string | null]>([
    ["Example Net", "Example Net+DE"],
    ["  Example+Net\u202e, Ltd. ", "Example Net Ltd.+DE"],
    ["", null],
    ["++", null],
    [7, null],
    [undefined, null],
  ])("asks the network of a provider that the user named: %j", async (provider, magic) => {
    await judged();
    await askPlaces({ provider });
    const { locations } = api.asked[0] ?? {};
    expect(JSON.stringify(locations).includes("magic")).toBe(magic !== null);
    if (magic !== null) expect(locations).toMatchObject([{ magic, limit: 2 }, {}, {}, {}]);
  });

  it("asks in any network where no place in a home could be asked", async () => {
    await judged();
    api.inHomes = false;
    await askPlaces({ ipVersion: 4 });
    expect(api.asked).toHaveLength(2);
    expect(api.asked[1]).toMatchObject({ measurementOptions: { ipVersion: 4 } });
    expect(JSON.stringify(api.asked[1])).not.toContain("eyeball");
    expect(opinions()).toMatchObject({ refusal: null, measurement: "m2" });
  });

  it("names no one of this network where a site fails by IPv6 for everybody", async () => {
    await judged();
    api.met = { near: 502, continent: 502, far: 502 };
    await askPlaces({ ipVersion: 6 });
    expect(row(world, "vantage")?.outcome).toBe("fail");
    expect(shownCheck(world)?.verdict?.side).toBe("server");
  });

  it("asks the API of the settings, with its token", async () => {
    await judged();
    const vantage = { base: "https://ping.corp.example/v1", token: "secret" };
    const own = new PlacesApi(world, vantage.base);
    world.browser.storage.local.items.set("settings", { version: 1, value: { vantage } });
    await askPlaces();
    expect([api.asked.length, own.asked.length, own.tokens]).toEqual([0, 1, ["Bearer secret"]]);
  });

  it("is refused where others may not be asked", async () => {
    await judged();
    world.browser.storage.local.items.set("settings", { version: 1, value: { remoteOpinions: false } });
    await askPlaces();
    await tellAddress(null);
    expect(api.asked).toEqual([]);
    expect(opinions()).toBeNull();
  });

  it.each([
    ["a loopback name", "http://localhost:3000/"],
    ["a private address", "http://192.168.1.1/admin"],
    ["a single label", "http://nas/"],
  ])("is refused for %s, whoever asks for it", async (_what, url) => {
    world.network.answer(new URL(url).origin, NGINX);
    await judged({ url });
    const before = world.network.asked().length;
    await askPlaces({ withPath: true });
    await tellAddress("198.51.100.7");
    await testAddress();
    expect(world.network.asked()).toHaveLength(before);
    expect(opinions()).toBeNull();
  });

  it.each<[string, object, string]>([
    ["of a page", {}, "/cart"],
    ["not of a form", { methods: ["POST"] }, "/"],
    ["not of an address that works once", { url: "https://shop.example/cart?code=12345678" }, "/"],
  ])("adds the path when it is told to, %s", async (_whose, parts, path) => {
    failingTab(world, { url: "https://shop.example/", status: 200 });
    const { methods, url = PAGE } = parts as { methods?: ["POST"]; url?: string };
    await world.navigate(world.browser.tabs.of(7), url, methods ? { method: "POST" } : {});
    await checked(world);
    await askPlaces({ withPath: true });
    expect(api.asked.map(({ measurementOptions }) => measurementOptions.request.path)).toEqual([path]);
  });

  it("makes the check anew beside it where the last one is too old", async () => {
    await judged();
    const { id } = shownCheck(world) ?? {};
    await world.clock.pass(60_000);
    await askPlaces();
    expect(shownCheck(world)).toMatchObject({ phase: "done" });
    expect(shownCheck(world)?.id).not.toBe(id);
    expect(row(world, "vantage")?.outcome).toBe("pass");
  });

  it("asks once for two clicks", async () => {
    await judged();
    await Promise.all([askPlaces(), askPlaces()]);
    expect(api.asked).toHaveLength(1);
  });

  it("says why nobody was asked, and changes no verdict", async () => {
    await judged();
    const before = askedOfSite(world).length;
    api.refusal = { status: 429, headers: { "x-ratelimit-reset": "5" }, body: "{}" };
    await askPlaces();
    expect(opinions()).toMatchObject({
      asking: null,
      refusal: { of: "places", reason: "limit", retryAt: expect.any(Number) },
    });
    expect(row(world, "vantage")?.outcome).toBe("inconclusive");
    expect(askedOfSite(world)).toHaveLength(before);
  });

  it("keeps of its own request no more than what it means", async () => {
    await judged();
    world.network.answer("https://shop.example", { ...NGINX, body: "x".repeat(16_384) });
    await askPlaces();
    expect(JSON.stringify(opinions())).not.toMatch(/xxx|nginx/);
  });

  it("lets a refusal take nothing back that was heard before", async () => {
    await judged();
    await askPlaces();
    api.refusal = { status: 429, body: "{}" };
    await askPlaces();
    expect(row(world, "vantage")?.outcome).toBe("pass");
  });

  it.each([
    ["a moment ago", 1_000, "pass"],
    ["long ago", 55_000, "inconclusive"],
  ])(
    "takes the check's own answer where the browser holds the request back, if it came %s",
    async (_when, age, outcome) => {
      // Chromium counts 503s for one host and path, and the check has been told three.
      world.network.answer("https://shop.example", { ...NGINX, status: 503 });
      await judged({ url: FRONT_PAGE, status: 503 });
      await world.clock.pass(age);
      await askPlaces();
      expect(askedOfSite(world)).toHaveLength(3);
      expect(row(world, "vantage")?.outcome).toBe(outcome);
    },
  );

  it("takes nothing on trust from the message", async () => {
    await judged();
    await askPlaces({ home: { country: "../../x", continent: "EU" } });
    expect(JSON.stringify(api.asked)).not.toContain("..");
  });
});

describe("comparing the address", () => {
  it("takes in what the popup saw and heard, and weighs the check anew", async () => {
    await judged();
    await tellAddress("198.51.100.7");
    expect(opinions()?.address).toMatchObject({ state: "ok", value: { reached: "198.51.100.7", tested: null } });
    expect(row(world, "address")?.outcome).toBe("pass");
  });

  it("makes the check anew where the last one is too old", async () => {
    await judged();
    const { id } = shownCheck(world) ?? {};
    await world.clock.pass(60_000);
    await tellAddress("198.51.100.7");
    expect((await verdict(world)).id).not.toBe(id);
    expect(row(world, "address")?.outcome).toBe("pass");
  });

  it.each<[string, object]>([
    ["a name without end", { reached: "1".repeat(61) }],
    ["addresses without end", { resolvers: [resolver("dns.google", ...Array(101).fill("198.51.100.7"))] }],
    ["more resolvers than are asked", { resolvers: Array(4).fill(resolver("dns.google", "198.51.100.7")) }],
    ["no list", { resolvers: null }],
    ["no time", { at: "now" }],
  ])("takes in nothing of %s", async (_what, wrong) => {
    await judged();
    await tellAddress("198.51.100.7", wrong);
    expect(opinions()?.address).toEqual(notSent("not-needed"));
    expect(row(world, "address")?.outcome).toBe("not-applicable");
  });

  it("takes in nothing of an incident that is over", async () => {
    await judged();
    await tellAddress("198.51.100.7", { incidentId: "another" });
    expect(opinions()).toBeNull();
    expect(row(world, "address")?.outcome).toBe("not-applicable");
  });

  it("tries a doubtful address from the places that were asked before, and anew once they have been asked again", async () => {
    await judged();
    await askPlaces();
    await tellAddress("203.0.113.9");
    api.met = { near: "none", continent: "none", far: "none" };
    await testAddress();
    expect(api.asked.at(-1)).toMatchObject({ target: "203.0.113.9", locations: "m1" });
    expect(row(world, "address")?.outcome).toBe("fail");
    api.met = { near: 200, continent: 200, far: 200 };
    await askPlaces();
    expect(opinions()?.address).toMatchObject({ state: "ok", value: { reached: "203.0.113.9", tested: null } });
    expect(row(world, "address")?.outcome).toBe("inconclusive");
  });

  it.each([
    ["a while ago", 180_000, "pass"],
    ["long ago", 301_000, "not-applicable"],
  ])("weighs with it what the places said %s", async (_when, milliseconds, outcome) => {
    await judged();
    await askPlaces();
    await world.clock.pass(milliseconds);
    await tellAddress("203.0.113.9");
    expect(row(world, "vantage")?.outcome).toBe(outcome);
  });

  it("tests no address with places that were asked long ago", async () => {
    await judged();
    await askPlaces();
    await world.clock.pass(301_000);
    await tellAddress("203.0.113.9");
    await testAddress();
    expect(api.asked).toHaveLength(1);
  });

  it("makes nothing of a test of an address that was compared long ago", async () => {
    await judged();
    await tellAddress("203.0.113.9");
    await world.clock.pass(301_000);
    await askPlaces();
    api.met = { near: "none", continent: "none", far: "none" };
    await testAddress();
    expect(row(world, "address")?.outcome).toBe("inconclusive");
  });

  it("does not forget that the site lies in the user's own network", async () => {
    await judged();
    await tellAddress("10.1.2.3", { resolvers: [] });
    await world.clock.pass(3_600_000);
    await askPlaces();
    expect(api.asked).toEqual([]);
  });

  it("tries no address before places were asked, and none in the user's own network", async () => {
    await judged();
    await tellAddress("203.0.113.9");
    await testAddress();
    expect(api.asked).toEqual([]);
    await askPlaces();
    await tellAddress("192.168.1.1");
    await testAddress();
    expect(api.asked).toHaveLength(1);
  });

  it("asks nobody outside any more once the site was reached in the user's own network", async () => {
    await judged();
    const inside = { outcome: "not-applicable", says: { key: "check_address_inside" } };
    await tellAddress("10.1.2.3", { resolvers: [] });
    expect(row(world, "address")).toMatchObject(inside);
    await askPlaces();
    await tellAddress(null, { resolvers: [] });
    await askPlaces();
    expect(api.asked).toEqual([]);
    expect(row(world, "address")).toMatchObject(inside);
    await tellAddress("198.51.100.7");
    await askPlaces();
    expect(api.asked).toHaveLength(1);
  });

  it("says that the address cannot be told where that is so", async () => {
    await judged();
    await tellAddress(null, { resolvers: [] });
    expect(row(world, "address")).toMatchObject({ outcome: "inconclusive", says: { key: "check_address_unknown" } });
  });
});
