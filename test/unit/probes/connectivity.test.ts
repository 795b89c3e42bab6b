import { afterEach, describe, expect, it, vi } from "vitest";

async function probe(isFirefox: boolean) {
  vi.resetModules();
  vi.doMock("../../../src/platform/browser.ts", () => ({ isFirefox }));
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

describe("connectivity", () => {
  it.each([true, false])(
    "is online when the https endpoint answers, and asks no further (Firefox: %s)",
    async (firefox) => {
      const connectivity = await probe(firefox);
      const asked = network(new Response(), "nobody");
      expect(await connectivity()).toMatchObject({ state: "ok", value: "online" });
      expect(asked).toHaveLength(1);
    },
  );

  it.each<[string, boolean, () => Reply, string]>([
    ["nobody answers", false, () => "nobody", "no-internet"],
    ["a redirect comes", false, redirected, "captive-portal"],
    ["a page comes", false, () => new Response("<form>"), "captive-portal"],
    ["the fixed answer comes", false, () => new Response(null, { status: 204 }), "online"],
    ["a page comes to Firefox", true, () => new Response("<form>"), "captive-portal"],
    ["the fixed answer comes to Firefox", true, () => new Response("success\n"), "online"],
    ["a redirect comes to Firefox", true, redirected, "captive-portal"],
  ])("asks over plain http when https fails: %s", async (_what, firefox, reply, value) => {
    const connectivity = await probe(firefox);
    network("nobody", reply());
    expect(await connectivity()).toMatchObject({ state: "ok", value });
  });
});
