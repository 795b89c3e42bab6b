import { beforeEach, describe, expect, it, vi } from "vitest";
import { notSent } from "../../../../src/core/http/settled.ts";
import type { OpinionsView } from "../../../../src/core/places/opinions-view.ts";
import { VIEW_VERSION, viewKey } from "../../../../src/core/protocol/tab-view.ts";
import { fails, ok, response } from "../../core/checks/given.ts";
import { five, HOME } from "../../core/places/given.ts";
import { fakeBrowser, incident, viewOf } from "../given.ts";

const { browser, ask, askPlaces, diagnose } = vi.hoisted(() => ({
  browser: {} as ReturnType<typeof fakeBrowser>,
  ask: vi.fn(),
  askPlaces: vi.fn(),
  diagnose: vi.fn(),
}));
vi.mock("../../../../src/platform/browser.ts", () => ({ browser, isFirefox: false }));
vi.mock("../../../../src/probes/anonymous-get.ts", () => ({ anonymousGet: ask }));
vi.mock("../../../../src/probes/vantage.ts", () => ({ askPlaces }));
vi.mock("../../../../src/background/check/diagnosis.ts", () => ({ diagnose }));
vi.mock("../../../../src/background/on-popup.ts", () => ({ domainOf: () => null }));

const { endLostQuestion, onAddress, onAskPlaces, onTestAddress } = await import(
  "../../../../src/background/check/second-opinions.ts"
);
const { CheckSession, forgetCheck } = await import("../../../../src/background/check/check-session.ts");
const { incidentOf, keepIncident } = await import("../../../../src/background/incidents.ts");

const PLACES = { tabId: 7, home: HOME, withPath: false };
const survey = (places = five("works", "works", "works"), id = "m1") => ({
  state: "asked",
  survey: { id, finished: true, places },
});
const opinions = () => viewOf(browser).opinions;
const setOpinions = (view: Partial<OpinionsView>) => {
  const value = { ...viewOf(browser), opinions: { ...opinions(), ...view } };
  browser.storage.session.items.set(viewKey(7), { version: VIEW_VERSION, value });
};
const told = (name: string, ...addresses: string[]) => ({ name, answer: { exists: true, addresses } });
/** What a popup says of the incident that its tab has now. */
const address = async (reached: string | null) => ({
  tabId: 7,
  incidentId: (await incidentOf(7))?.id ?? "",
  reached,
  resolvers: [told("dns.google", "198.51.100.7")],
  at: Date.now(),
  took: 40,
});
const row = (id: string) => viewOf(browser).check?.rows.find(({ check }) => check === id);

const NGINX = ok(response(502, { server: "nginx" }, "<hr><center>nginx</center>"));

/** A check that came to its end a moment ago. */
async function checked(parts: Parameters<typeof incident>[0] = {}): Promise<void> {
  const known = await keepIncident(incident(parts));
  const session = new CheckSession(known);
  await session.learn("anonymous", NGINX);
  await session.finish();
}

beforeEach(async () => {
  Object.assign(browser, fakeBrowser());
  ask.mockReset().mockResolvedValue(fails);
  askPlaces.mockReset().mockResolvedValue(survey());
  diagnose.mockReset().mockResolvedValue(undefined);
  await forgetCheck(7);
});

describe("asking places around the world", () => {
  it("asks for the front page, then for the same from here, and weighs the check anew", async () => {
    await checked();
    await onAskPlaces(PLACES);
    expect(askPlaces.mock.calls[0]?.slice(0, 2)).toMatchObject([{ target: "shop.example" }, "https://shop.example/"]);
    expect(ask).toHaveBeenCalledExactlyOnceWith("https://shop.example/");
    expect(ask.mock.invocationCallOrder[0]).toBeGreaterThan(askPlaces.mock.invocationCallOrder[0] ?? Infinity);
    expect(row("vantage")?.outcome).toBe("pass");
    expect(diagnose).not.toHaveBeenCalled();
  });

  it("shows the answers as they come, and that it asks no more at the end", async () => {
    await checked();
    askPlaces.mockImplementation(async (_body, _url, _api, onProgress) => {
      await onProgress({ id: "m1", finished: false, places: five("pending", "pending", "pending") });
      expect(opinions()).toMatchObject({ asking: "places", live: [{ result: "pending" }, {}, {}, {}, {}] });
      return survey();
    });
    await onAskPlaces(PLACES);
    expect(opinions()).toMatchObject({ asking: null, measurement: "m1" });
  });

  it("does not seem to be asked for ever where the worker that asked is dead", async () => {
    await checked();
    await onAskPlaces(PLACES);
    setOpinions({ asking: "places" });
    await endLostQuestion(7);
    expect(opinions()).toMatchObject({ asking: null, measurement: "m1" });
  });

  it("goes on to be asked while a popup opens", async () => {
    await checked();
    askPlaces.mockImplementation(async () => {
      await endLostQuestion(7);
      expect(opinions()?.asking).toBe("places");
      return survey();
    });
    await onAskPlaces(PLACES);
    expect(opinions()).toMatchObject({ asking: null, measurement: "m1" });
  });

  it("asks the API of the settings, with its token", async () => {
    await checked();
    const vantage = { base: "https://ping.corp.example/v1", token: "secret" };
    browser.storage.local.items.set("settings", { version: 1, value: { vantage } });
    await onAskPlaces(PLACES);
    expect(askPlaces.mock.calls[0]?.[2]).toEqual(vantage);
  });

  it("is refused where others may not be asked", async () => {
    await checked();
    browser.storage.local.items.set("settings", { version: 1, value: { remoteOpinions: false } });
    await onAskPlaces(PLACES);
    await onAddress(await address(null));
    expect(askPlaces).not.toHaveBeenCalled();
    expect(opinions()).toBeNull();
  });

  it.each([
    ["a loopback name", "http://localhost:3000/"],
    ["a private address", "http://192.168.1.1/admin"],
    ["a single label", "http://nas/"],
  ])("is refused for %s, whoever asks for it", async (_what, url) => {
    await checked({ url });
    await onAskPlaces({ ...PLACES, withPath: true });
    await onAddress(await address("198.51.100.7"));
    await onTestAddress({ tabId: 7 });
    expect([askPlaces, ask].map((mock) => mock.mock.calls.length)).toEqual([0, 0]);
    expect(opinions()).toBeNull();
  });

  it("adds the path when it is told to, but not of a form or of an address that works once", async () => {
    const paths = [];
    for (const parts of [{}, { method: "POST" as const }, { url: "https://shop.example/cart?code=12345678" }]) {
      await checked(parts);
      await onAskPlaces({ ...PLACES, withPath: true });
      paths.push(askPlaces.mock.lastCall?.[0].measurementOptions.request.path);
    }
    expect(paths).toEqual(["/cart", "/", "/"]);
  });

  it("makes the check anew beside it where the last one is gone", async () => {
    await keepIncident(incident());
    await onAskPlaces(PLACES);
    expect(diagnose).toHaveBeenCalledOnce();
  });

  it("asks once for two clicks", async () => {
    await checked();
    await Promise.all([onAskPlaces(PLACES), onAskPlaces(PLACES)]);
    expect(askPlaces).toHaveBeenCalledOnce();
  });

  it("says why nobody was asked, and changes no verdict", async () => {
    await checked();
    askPlaces.mockResolvedValue({ state: "refused", reason: "limit", retryAt: 5 });
    await onAskPlaces(PLACES);
    expect(opinions()).toMatchObject({ asking: null, refusal: { of: "places", reason: "limit", retryAt: 5 } });
    expect(row("vantage")?.outcome).toBe("inconclusive");
    expect(ask).not.toHaveBeenCalled();
  });

  it("keeps of its own request no more than what it means", async () => {
    await checked();
    ask.mockResolvedValue(ok(response(502, { server: "nginx", "x-cache": "MISS" }, "x".repeat(16_384))));
    await onAskPlaces(PLACES);
    expect(JSON.stringify(opinions())).not.toMatch(/xxx|nginx/);
  });

  it("lets a refusal take nothing back that was heard before", async () => {
    await checked();
    await onAskPlaces(PLACES);
    askPlaces.mockResolvedValue({ state: "refused", reason: "limit", retryAt: null });
    await onAskPlaces(PLACES);
    expect(row("vantage")?.outcome).toBe("pass");
  });

  it.each([
    ["a moment ago", 1_000, "pass"],
    ["long ago", 61_000, "inconclusive"],
  ])(
    "takes the check's own answer where the browser holds the request back, if it came %s",
    async (_when, age, outcome) => {
      const url = "https://shop.example/";
      const session = new CheckSession(await keepIncident(incident({ url })));
      await session.learn("anonymous", { ...fails, at: Date.now() - age } as typeof fails);
      await session.finish();
      ask.mockResolvedValue(notSent("throttled"));
      await onAskPlaces(PLACES);
      expect(row("vantage")?.outcome).toBe(outcome);
    },
  );

  it("takes nothing on trust from the message", async () => {
    await checked();
    await onAskPlaces({ ...PLACES, home: { country: "../../x", continent: "EU" } });
    expect(JSON.stringify(askPlaces.mock.lastCall?.[0])).not.toContain("..");
  });
});

describe("comparing the address", () => {
  it("takes in what the popup saw and heard, and weighs the check anew", async () => {
    await checked();
    await onAddress(await address("198.51.100.7"));
    expect(opinions()?.address).toMatchObject({ state: "ok", value: { reached: "198.51.100.7", tested: null } });
    expect(row("address")?.outcome).toBe("pass");
  });

  it("makes the check anew where the last one is gone", async () => {
    await keepIncident(incident());
    await onAddress(await address("198.51.100.7"));
    expect(diagnose).toHaveBeenCalledOnce();
  });

  it.each<[string, object]>([
    ["an incident that is over", { incidentId: "another" }],
    ["a name without end", { reached: "1".repeat(61) }],
    ["addresses without end", { resolvers: [told("dns.google", ...Array(101).fill("198.51.100.7"))] }],
    ["more resolvers than are asked", { resolvers: Array(4).fill(told("dns.google", "198.51.100.7")) }],
    ["no list", { resolvers: null }],
    ["no time", { at: "now" }],
  ])("takes in nothing of %s", async (_what, wrong) => {
    vi.spyOn(console, "warn").mockReturnValue(undefined);
    await checked();
    await onAddress({ ...(await address("198.51.100.7")), ...wrong });
    expect(opinions()?.address).toEqual(notSent("not-needed"));
    expect(row("address")?.outcome).toBe("not-applicable");
  });

  it("tries a doubtful address from the places that were asked before", async () => {
    await checked();
    await onAskPlaces(PLACES);
    await onAddress(await address("203.0.113.9"));
    askPlaces.mockResolvedValue(survey(five("down", "down", "down"), "m2"));
    await onTestAddress({ tabId: 7 });
    expect(askPlaces.mock.lastCall?.[0]).toMatchObject({ target: "203.0.113.9", locations: "m1" });
    expect(row("address")?.outcome).toBe("fail");
  });

  it("tests the address anew once the places have been asked again", async () => {
    await checked();
    await onAskPlaces(PLACES);
    await onAddress(await address("203.0.113.9"));
    askPlaces.mockResolvedValue(survey(five("down", "down", "down"), "m2"));
    await onTestAddress({ tabId: 7 });
    askPlaces.mockResolvedValue(survey());
    await onAskPlaces(PLACES);
    expect(opinions()?.address).toMatchObject({ state: "ok", value: { reached: "203.0.113.9", tested: null } });
    expect(row("address")?.outcome).toBe("inconclusive");
  });

  /** Lets the opinions of now be those of a while ago. */
  const age = (name: "world" | "address", milliseconds: number) => {
    const view = opinions();
    const told = view?.[name];
    if (!view || told?.state !== "ok") throw new Error(`nobody told of the ${name}`);
    setOpinions({ [name]: { ...told, at: Date.now() - milliseconds } });
  };

  it.each([
    ["a while ago", 240_000, "pass"],
    ["long ago", 301_000, "not-applicable"],
  ])("weighs with it what the places said %s", async (_when, milliseconds, outcome) => {
    await checked();
    await onAskPlaces(PLACES);
    age("world", milliseconds);
    await checked();
    await onAddress(await address("203.0.113.9"));
    expect(row("vantage")?.outcome).toBe(outcome);
  });

  it("tests no address with places that were asked long ago", async () => {
    await checked();
    await onAskPlaces(PLACES);
    await onAddress(await address("203.0.113.9"));
    age("world", 301_000);
    await onTestAddress({ tabId: 7 });
    expect(askPlaces).toHaveBeenCalledOnce();
  });

  it("makes nothing of a test of an address that was compared long ago", async () => {
    await checked();
    await onAddress(await address("203.0.113.9"));
    age("address", 301_000);
    await onAskPlaces(PLACES);
    askPlaces.mockResolvedValue(survey(five("down", "down", "down"), "m2"));
    await onTestAddress({ tabId: 7 });
    expect(row("address")?.outcome).toBe("inconclusive");
  });

  it("does not forget that the site lies in the user's own network", async () => {
    await checked();
    await onAddress({ ...(await address("10.1.2.3")), resolvers: [] });
    age("address", 3_600_000);
    await onAskPlaces(PLACES);
    expect(askPlaces).not.toHaveBeenCalled();
  });

  it("tries no address before places were asked, and none in the user's own network", async () => {
    await checked();
    await onAddress(await address("203.0.113.9"));
    await onTestAddress({ tabId: 7 });
    expect(askPlaces).not.toHaveBeenCalled();
    await onAskPlaces(PLACES);
    await onAddress(await address("192.168.1.1"));
    await onTestAddress({ tabId: 7 });
    expect(askPlaces).toHaveBeenCalledOnce();
  });

  it("asks nobody outside any more once the site was reached in the user's own network", async () => {
    await checked();
    await onAddress({ ...(await address("10.1.2.3")), resolvers: [] });
    expect(row("address")).toMatchObject({ outcome: "not-applicable", says: { key: "check_address_inside" } });
    await onAskPlaces(PLACES);
    expect(askPlaces).not.toHaveBeenCalled();
    await onAddress({ ...(await address(null)), resolvers: [] });
    await onAskPlaces(PLACES);
    expect(askPlaces).not.toHaveBeenCalled();
    expect(row("address")).toMatchObject({ outcome: "not-applicable", says: { key: "check_address_inside" } });
    await onAddress(await address("198.51.100.7"));
    await onAskPlaces(PLACES);
    expect(askPlaces).toHaveBeenCalledOnce();
  });

  it("says that the address cannot be told where that is so", async () => {
    await checked();
    await onAddress({ ...(await address(null)), resolvers: [] });
    expect(row("address")).toMatchObject({ outcome: "inconclusive", says: { key: "check_address_unknown" } });
  });
});
