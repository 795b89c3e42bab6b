import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { askStatusPage } from "../../../src/probes/status-page.ts";

const { hasSite } = vi.hoisted(() => ({ hasSite: vi.fn() }));
vi.mock("../../../src/platform/permissions.ts", () => ({ hasSite }));

type Answer = string | Uint8Array<ArrayBuffer> | number | "hangs";
let answers: Record<string, Answer>;
let asked: Array<readonly [url: string, init: RequestInit]>;

/** A host that is not listed does not exist; a number is a status without a body. */
async function network(url: string, init: RequestInit): Promise<Response> {
  asked.push([url, init]);
  const answer = answers[url] ?? (url in answers ? "" : undefined);
  if (answer === undefined) {
    if (Object.keys(answers).some((known) => new URL(known).host === new URL(url).host))
      return new Response("", { status: 404 });
    throw new TypeError("Failed to fetch");
  }
  if (answer === "hangs") {
    return new Promise((_, reject) => {
      init.signal?.addEventListener("abort", () => reject(init.signal?.reason));
    });
  }
  return typeof answer === "number" ? new Response(null, { status: answer }) : new Response(answer);
}

const page = (url: string) => ({ url, source: "link", readable: true }) as const;
const ask = (...urls: readonly string[]) => askStatusPage(urls.map(page));
const urls = () => asked.map(([url]) => url);

const GREEN = JSON.stringify({ page: { name: "Shop" }, status: { indicator: "none" } });
const SHOP = "https://status.shop.example/";

beforeEach(() => {
  answers = {};
  asked = [];
  hasSite.mockReset().mockResolvedValue(true);
  vi.stubGlobal("fetch", vi.fn(network));
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe("asking a status page", () => {
  it("takes one request where the common summary is served", async () => {
    answers = { [`${SHOP}api/v2/summary.json`]: GREEN };
    expect(await ask(SHOP)).toMatchObject({ state: "ok", value: { product: "statuspage", overall: "operational" } });
    expect(urls()).toEqual([`${SHOP}api/v2/summary.json`]);
  });

  it("keeps of a long list what may mean the failing page", async () => {
    const part = (name: string, status: string) => ({ name, status });
    const others = Array.from({ length: 150 }, (_, index) => part(`Part ${index}`, "major_outage"));
    const components = [...others, part("NA5", "operational")];
    answers = { [`${SHOP}api/v2/summary.json`]: JSON.stringify({ ...JSON.parse(GREEN), components }) };
    expect(await askStatusPage([page(SHOP)], "na5.shop.example")).toMatchObject({
      value: { components: expect.arrayContaining([{ name: "NA5", state: "operational" }]), unlisted: { count: 51 } },
    });
  });

  it("otherwise reads the document, and asks what its product serves", async () => {
    answers = {
      [SHOP]: '<html><script src="https://uptime.betterstack.com/packs/js/x.js"></script>',
      [`${SHOP}index.json`]: JSON.stringify({
        data: { type: "status_page", attributes: { aggregate_state: "downtime" } },
      }),
    };
    expect(await ask(SHOP)).toMatchObject({ state: "ok", value: { product: "better-stack", overall: "major_outage" } });
    expect(urls()).toEqual([`${SHOP}api/v2/summary.json`, SHOP, `${SHOP}index.json`]);
  });

  it("falls back to the feed that the document links to", async () => {
    answers = {
      [SHOP]: '<link rel="alternate" type="application/rss+xml" href="/feed.xml">',
      [`${SHOP}feed.xml`]: "<rss><channel><item><title>Slow</title></item></channel></rss>",
    };
    expect(await ask(SHOP)).toMatchObject({ state: "ok", value: { product: "feed", overall: "unknown" } });
  });

  it("asks a vendor's board at its own endpoint, and reads its UTF-16", async () => {
    const text = JSON.stringify([{ service_name: "Amazon CloudFront", status: "3", summary: "Errors" }]);
    const bytes = new Uint8Array([0xff, 0xfe, ...[...text].flatMap((letter) => [letter.charCodeAt(0), 0])]);
    answers = { "https://health.aws.amazon.com/public/currentevents": bytes };
    expect(await ask("https://health.aws.amazon.com/health/status")).toMatchObject({
      state: "ok",
      value: { product: "aws", overall: "major_outage" },
    });
    expect(asked).toHaveLength(1);
  });

  it("asks nothing of a board that needs a sign-in", async () => {
    expect(await ask("https://status.cloud.microsoft/")).toMatchObject({ state: "failed", reason: "malformed" });
    expect(asked).toEqual([]);
  });

  it("asks a host that does not answer once, then the next page", async () => {
    answers = { "https://shop.statuspage.io/api/v2/summary.json": GREEN };
    expect(await ask(SHOP, "https://shop.statuspage.io/")).toMatchObject({ state: "ok", value: { name: "Shop" } });
    expect(urls()).toEqual([`${SHOP}api/v2/summary.json`, "https://shop.statuspage.io/api/v2/summary.json"]);
  });

  it("finds nothing where a guessed host does not answer, and fails where one that somebody named does not", async () => {
    const guess = { ...page(SHOP), source: "own-domain" } as const;
    expect(await askStatusPage([guess])).toMatchObject({ state: "ok", value: null });
    expect(await askStatusPage([page("https://shop.statuspage.io/"), guess])).toMatchObject({
      state: "failed",
      reason: "network",
    });
  });

  it("cannot read what answers otherwise", async () => {
    answers = { [SHOP]: "<!doctype html><title>Shop status</title>" };
    expect(await ask(SHOP)).toMatchObject({ state: "failed", reason: "malformed" });
    answers = { [SHOP]: 403, [`${SHOP}api/v2/summary.json`]: 403 };
    expect(await ask(SHOP)).toMatchObject({ state: "failed", reason: "malformed" });
  });

  it("asks no more than six times, whatever the pages say", async () => {
    const html = "<script>window.preloadData = {}</script>";
    const pages = ["a", "b", "c", "d"].map((name) => `https://${name}.statuspage.io/`);
    answers = Object.fromEntries(pages.map((url) => [url, html]));
    await ask(...pages);
    expect(asked.length).toBeLessThanOrEqual(6);
    expect(urls().some((url) => url.startsWith("https://c."))).toBe(false);
  });

  it("blames a missing grant where a page that is known to stand there refuses to be read", async () => {
    hasSite.mockResolvedValue(false);
    const gone = page("https://shop.statuspage.io/");
    expect(await askStatusPage([gone])).toEqual({ state: "not-sent", reason: "forbidden" });
    expect(await askStatusPage([{ ...gone, source: "own-domain" }])).toMatchObject({ state: "ok", value: null });
    answers = { [SHOP]: "<!doctype html><title>Shop status</title>" };
    expect(await ask(SHOP)).toMatchObject({ state: "failed", reason: "malformed" });
  });

  it("never asks what may only be linked", async () => {
    expect(await askStatusPage([{ ...page(SHOP), readable: false }])).toMatchObject({ state: "ok", value: null });
    expect(asked).toEqual([]);
  });

  it("sends no cookies and no referrer, and follows no redirect", async () => {
    answers = { [SHOP]: "<title>Gatus</title>", [`${SHOP}api/v1/endpoints/statuses?page=1&pageSize=20`]: "[]" };
    await ask(SHOP);
    expect(asked).toHaveLength(4);
    for (const [, init] of asked) {
      expect(init).toMatchObject({ credentials: "omit", redirect: "manual", referrerPolicy: "no-referrer" });
    }
  });

  it("asks no host but the page's own and its product's, whatever the document says", async () => {
    answers = {
      [SHOP]: `Upptime <link rel="alternate" type="application/rss+xml" href="https://evil.example/x">
        <a href="https://github.com/../../evil/x">y</a> https://status.io/pages/history/zz`,
    };
    await ask(SHOP);
    for (const url of urls()) {
      expect(["status.shop.example", "raw.githubusercontent.com"]).toContain(new URL(url).hostname);
    }
  });
});
