import { afterEach, describe, expect, it, vi } from "vitest";

/** `readable`: whether access is granted, to all addresses or to those that begin so. */
async function probe(isFirefox: boolean, readable: boolean | string, portal?: string) {
  vi.resetModules();
  // Firefox rejects where its detection is turned off; Chromium has none.
  const getState = async () => portal ?? Promise.reject(new Error("Captive Portal detection is not enabled"));
  const browser = isFirefox ? { captivePortal: { getState } } : {};
  vi.doMock("../../../src/platform/browser.ts", () => ({ browser, isFirefox }));
  vi.doMock("../../../src/platform/permissions.ts", () => ({
    hasSite: async (url: string) => (typeof readable === "string" ? url.startsWith(readable) : readable),
  }));
  return (await import("../../../src/probes/connectivity.ts")).connectivity;
}

type Reply = Response | "nobody";

/** Answers the https endpoint and the plain one; tells which were asked. */
function network(secure: Reply, plain: Reply): string[] {
  const asked: string[] = [];
  vi.stubGlobal("fetch", async (url: string, init: RequestInit) => {
    asked.push(url);
    expect(init.credentials).toBe("omit");
    const reply = url.startsWith("https:") ? secure : plain;
    if (reply === "nobody") throw new TypeError("Failed to fetch");
    return reply;
  });
  return asked;
}

const redirected = () => Object.defineProperty(new Response(), "type", { value: "opaqueredirect" });

afterEach(() => {
  vi.unstubAllGlobals();
  vi.doUnmock("../../../src/platform/browser.ts");
});

const noContent = () => new Response(null, { status: 204 });
const badGateway = () => new Response("<center>nginx</center>", { status: 502, headers: { server: "nginx" } });

describe("connectivity", () => {
  it.each<[string, string | undefined, Reply, string]>([
    ["a closed portal, where our own question brought nothing", "locked_portal", "nobody", "captive-portal"],
    ["a closed portal of some minutes ago, while the way is open by now", "locked_portal", noContent(), "opaque"],
    ["a portal that let the user in", "unlocked_portal", "nobody", "no-internet"],
    ["no portal", "not_captive", "nobody", "no-internet"],
    ["nothing, its detection being off", undefined, "nobody", "no-internet"],
  ])("hears from Firefox of %s", async (_what, portal, secure, value) => {
    const connectivity = await probe(true, false, portal);
    network(secure, "nobody");
    expect(await connectivity()).toMatchObject({ state: "ok", value: { connectivity: value } });
  });

  it.each<[string, boolean, () => Reply, string]>([
    ["the fixed answer", false, noContent, "online"],
    ["the fixed answer of Firefox's", true, () => new Response("success\n"), "online"],
    ["another page", false, () => new Response("<form>"), "impostor"],
    ["a redirect", false, redirected, "opaque"],
    ["a refusal", false, () => new Response("blocked", { status: 403 }), "impostor"],
    ["an error page", false, badGateway, "impostor"],
  ])("with access to the endpoint reads over https %s", async (_what, firefox, reply, value) => {
    const connectivity = await probe(firefox, true);
    const asked = network(reply(), "nobody");
    expect(await connectivity()).toMatchObject({ state: "ok", value: { connectivity: value } });
    expect(asked).toHaveLength(1);
  });

  it("keeps the error page that came in the endpoint's place", async () => {
    const connectivity = await probe(false, true);
    network("nobody", badGateway());
    expect(await connectivity()).toMatchObject({
      value: {
        connectivity: "impostor",
        impostorAnswer: {
          url: "http://www.gstatic.com/generate_204",
          status: 502,
          headers: [
            ["content-type", expect.any(String)],
            ["server", "nginx"],
          ],
        },
      },
    });
  });

  it.each<[string, boolean, () => Reply, string]>([
    ["nobody answers", false, () => "nobody", "no-internet"],
    ["a redirect comes", false, redirected, "captive-portal"],
    ["a page comes", false, () => new Response("<form>"), "captive-portal"],
    ["a network's 511 comes", false, () => new Response("<form>", { status: 511 }), "captive-portal"],
    ["a refusal comes", false, () => new Response("no", { status: 403 }), "impostor"],
    ["the fixed answer comes", false, noContent, "online"],
    ["a page comes to Firefox", true, () => new Response("<form>"), "captive-portal"],
    ["the fixed answer comes to Firefox", true, () => new Response("success\n"), "online"],
    ["a redirect comes to Firefox", true, redirected, "captive-portal"],
  ])("asks over plain http when https fails: %s", async (_what, firefox, reply, value) => {
    const connectivity = await probe(firefox, true);
    network("nobody", reply());
    expect(await connectivity()).toMatchObject({ state: "ok", value: { connectivity: value } });
  });

  it.each<[string, Reply, Reply, string]>([
    ["somebody answers over https", new Response(), "nobody", "opaque"],
    ["over plain http there may be anybody, whom it does not ask", "nobody", badGateway(), "no-internet"],
    ["nobody answers", "nobody", "nobody", "no-internet"],
  ])("without access makes no more of it than that %s", async (_what, secure, plain, value) => {
    const connectivity = await probe(false, false);
    network(secure, plain);
    expect(await connectivity()).toMatchObject({ state: "ok", value: { connectivity: value, impostorAnswer: null } });
  });

  it("reads over the one scheme that is granted, and asks nobody over plain http without that grant", async () => {
    const connectivity = await probe(false, "https:");
    const asked = network("nobody", badGateway());
    expect(await connectivity()).toMatchObject({ value: { connectivity: "no-internet" } });
    expect(asked).toEqual(["https://www.gstatic.com/generate_204"]);
  });

  describe("for a page that came over plain http", () => {
    const PAGE = "http://shop.example/cart";
    const PLAIN = "http://www.gstatic.com/generate_204";
    const SECURE = "https://www.gstatic.com/generate_204";

    it("asks the same way, and nobody else once the fixed answer comes", async () => {
      const connectivity = await probe(false, true);
      const asked = network("nobody", noContent());
      expect(await connectivity(PAGE)).toMatchObject({ value: { connectivity: "online", impostorAnswer: null } });
      expect(asked).toEqual([PLAIN]);
    });

    it.each<[string, Reply, Reply, string, string | null]>([
      ["an error comes for every plain address, and https is left alone", badGateway(), noContent(), "impostor", PLAIN],
      ["an error comes, and nobody answers over https", badGateway(), "nobody", "impostor", PLAIN],
      ["the endpoint itself fails, over https as well", badGateway(), badGateway(), "impostor", SECURE],
      ["a page comes", new Response("<form>"), noContent(), "captive-portal", PLAIN],
      ["a redirect comes", redirected(), "nobody", "captive-portal", null],
      ["nobody answers plainly", "nobody", noContent(), "online", null],
      ["nobody answers at all", "nobody", "nobody", "no-internet", null],
    ])("asks over https too where %s", async (_what, plain, secure, value, from) => {
      const connectivity = await probe(false, true);
      const asked = network(secure, plain);
      const impostorAnswer = from === null ? null : { url: from };
      expect(await connectivity(PAGE)).toMatchObject({ value: { connectivity: value, impostorAnswer } });
      expect(asked).toEqual([PLAIN, SECURE]);
    });

    it("asks over https alone without access to the endpoint", async () => {
      const connectivity = await probe(false, false);
      const asked = network(new Response(), badGateway());
      expect(await connectivity(PAGE)).toMatchObject({ value: { connectivity: "opaque", impostorAnswer: null } });
      expect(asked).toEqual([SECURE]);
    });
  });

  it("keeps the page that a portal puts in the endpoint's place", async () => {
    const connectivity = await probe(false, true);
    network("nobody", new Response("<form>", { status: 200 }));
    expect(await connectivity("https://shop.example/")).toMatchObject({
      value: { connectivity: "captive-portal", impostorAnswer: { status: 200, body: "<form>" } },
    });
  });
});
