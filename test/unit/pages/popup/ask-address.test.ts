import { beforeEach, describe, expect, it, vi } from "vitest";
import { DEFAULTS } from "../../../../src/core/settings/settings.ts";

const { askResolvers, ownAddresses, reachedAddress, readSettings, mayBeSent } = vi.hoisted(() => ({
  mayBeSent: vi.fn(),
  askResolvers: vi.fn(),
  ownAddresses: vi.fn(),
  reachedAddress: vi.fn(),
  readSettings: vi.fn(),
}));
vi.mock("../../../../src/platform/settings.ts", () => ({ readSettings }));
vi.mock("../../../../src/platform/data-consent.ts", () => ({ mayBeSent }));
vi.mock("../../../../src/platform/reached-address.ts", () => ({ ownAddresses, reachedAddress }));
vi.mock("../../../../src/probes/dns.ts", () => ({ askResolvers }));

const { askAddress: askWith, usedIpVersion } = await import("../../../../src/pages/popup/ask-address.ts");

/** In a popup that has not looked before. */
const askAddress = (url: string) => askWith(url, { last: null });

const SHOP = "https://shop.example/cart?q=secret";
const RESOLVERS = [{ name: "dns.google", answer: { exists: true, addresses: ["198.51.100.7"] } }];

const answers = (ip: string | null, behindProxy = false) =>
  reachedAddress.mockReset().mockResolvedValue({ ip, behindProxy });

beforeEach(() => {
  readSettings.mockReset().mockResolvedValue(DEFAULTS);
  mayBeSent.mockReset().mockResolvedValue(true);
  answers("198.51.100.7");
  ownAddresses.mockReset().mockResolvedValue([]);
  askResolvers.mockReset().mockResolvedValue(RESOLVERS);
});

describe("the popup's comparison of addresses", () => {
  it("asks the resolvers of the settings for the host alone, and the site for its front page", async () => {
    expect(await askAddress(SHOP)).toMatchObject({ reached: "198.51.100.7", resolvers: RESOLVERS });
    expect(reachedAddress.mock.lastCall?.[0]).toBe("https://shop.example/");
    expect(askResolvers).toHaveBeenCalledExactlyOnceWith("shop.example", [
      { name: "dns.google", url: "https://dns.google/resolve" },
      { name: "cloudflare-dns.com", url: "https://cloudflare-dns.com/dns-query" },
    ]);
  });

  it("asks nobody without the consent that the browser keeps", async () => {
    mayBeSent.mockResolvedValue(false);
    expect(await askAddress(SHOP)).toBeNull();
    expect(mayBeSent).toHaveBeenCalledExactlyOnceWith("address");
    expect(reachedAddress).not.toHaveBeenCalled();
    expect(askResolvers).not.toHaveBeenCalled();
  });

  it.each(["10.1.2.3", "127.0.0.1", "fd00::1", "64:ff9b::a00:1"])(
    "asks no resolver once %s has answered, an address of the user's own network",
    async (reached) => {
      answers(reached);
      expect(await askAddress(SHOP)).toMatchObject({ reached, resolvers: [] });
      expect(askResolvers).not.toHaveBeenCalled();
    },
  );

  it("asks none where the address cannot be told, for there is nothing to compare", async () => {
    answers(null);
    expect(await askAddress(SHOP)).toMatchObject({ reached: null, resolvers: [] });
    expect(askResolvers).not.toHaveBeenCalled();
  });

  it.each<[string, Parameters<typeof answers>, string[], string | null]>([
    ["stands in for it where nothing answered", [null], ["203.0.113.9", "203.0.113.10"], "203.0.113.9"],
    ["steps back behind what answered", ["198.51.100.7"], ["203.0.113.9"], "198.51.100.7"],
    ["is not what a proxy goes by", [null, true], ["203.0.113.9"], null],
    ["keeps a name of the own network inside", ["198.51.100.7"], ["203.0.113.9", "10.1.2.3"], "10.1.2.3"],
    ["keeps it inside behind a proxy too", [null, true], ["10.1.2.3"], "10.1.2.3"],
  ])("takes what this browser resolves as it should: it %s", async (_what, answered, own, reached) => {
    answers(...answered);
    ownAddresses.mockResolvedValue(own);
    const compares = reached !== null && reached !== "10.1.2.3";
    expect(await askAddress(SHOP)).toMatchObject({ reached, resolvers: compares ? RESOLVERS : [] });
    expect(ownAddresses).toHaveBeenCalledExactlyOnceWith("shop.example");
  });

  it("asks nobody where others may not be asked, also when that was set after the popup opened", async () => {
    readSettings.mockResolvedValue({ ...DEFAULTS, remoteOpinions: false });
    expect(await askAddress(SHOP)).toBeNull();
    expect([reachedAddress, askResolvers].map((mock) => mock.mock.calls.length)).toEqual([0, 0]);
  });

  it.each(["http://localhost:3000/", "https://192.168.1.1/admin", "http://nas/", "https://wiki.corp/"])(
    "asks nobody about %s",
    async (url) => {
      expect(await askAddress(url)).toBeNull();
      expect([reachedAddress, askResolvers].map((mock) => mock.mock.calls.length)).toEqual([0, 0]);
    },
  );
});

describe("the version of IP by which this browser reaches a site", () => {
  it.each([
    ["198.51.100.7", 4],
    ["2001:db8::7", 6],
    ["::ffff:198.51.100.7", 4],
    ["64:ff9b::c633:6407", 4],
    ["64:ff9b:1::c633:6407", 4],
    [null, null],
  ] as const)("is that of the address that answers: %s", async (ip, version) => {
    answers(ip);
    expect(await usedIpVersion(SHOP, { last: null })).toBe(version);
    expect(reachedAddress.mock.lastCall?.[0]).toBe("https://shop.example/");
  });

  it("is looked at once for two questions in a row, and anew a minute later", async () => {
    vi.useFakeTimers();
    const memory = { last: null };
    await usedIpVersion(SHOP, memory);
    expect(await askWith(SHOP, memory)).toMatchObject({ reached: "198.51.100.7" });
    expect(reachedAddress).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(60_001);
    await usedIpVersion(SHOP, memory);
    expect(reachedAddress).toHaveBeenCalledTimes(2);
    vi.useRealTimers();
  });

  it("is looked at again where it could not be told", async () => {
    answers(null);
    const memory = { last: null };
    await usedIpVersion(SHOP, memory);
    await usedIpVersion(SHOP, memory);
    expect(reachedAddress).toHaveBeenCalledTimes(2);
  });

  it("is asked of nobody where others may not be asked, or hear of the host", async () => {
    expect(await usedIpVersion("http://nas/", { last: null })).toBeNull();
    readSettings.mockResolvedValue({ ...DEFAULTS, remoteOpinions: false });
    expect(await usedIpVersion(SHOP, { last: null })).toBeNull();
    expect(reachedAddress).not.toHaveBeenCalled();
  });
});
