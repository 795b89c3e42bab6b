import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { notSent } from "../../../../src/core/http/settled.ts";
import type { Candidate } from "../../../../src/core/status-pages/discovery.ts";
import type { StatusNotice } from "../../../../src/core/status-pages/model.ts";
import type { StatusQuestion } from "../../../../src/core/verdict/status-pages.ts";
import { askStatusPages } from "../../../../src/pages/popup/ask-status-pages.ts";
import { failed, ok, statusReport } from "../../core/checks/given.ts";

const { ask, hasSite, packagedJson, settings } = vi.hoisted(() => ({
  ask: vi.fn(),
  hasSite: vi.fn(),
  packagedJson: vi.fn(),
  settings: { statusPages: {} },
}));
vi.mock("../../../../src/platform/settings.ts", () => ({ readSettings: async () => settings }));
vi.mock("../../../../src/probes/status-page.ts", () => ({ askStatusPage: ask }));
vi.mock("../../../../src/platform/permissions.ts", () => ({ hasSite }));
vi.mock("../../../../src/platform/packaged-file.ts", () => ({ packagedJson }));

const SITE = "https://www.shop.example/cart";
const GUESS = "https://status.shop.example/";
const LINKED = "https://shopstatus.io/";
const question = (parts: Partial<StatusQuestion> = {}): StatusQuestion => ({
  links: [],
  linkFields: [],
  gatewayPage: null,
  ...parts,
});
const asked = () =>
  ask.mock.calls.map(([candidates]) =>
    (candidates as Candidate[]).filter(({ readable }) => readable).map(({ url }) => url),
  );

beforeEach(() => {
  ask.mockReset().mockResolvedValue(ok(null));
  hasSite.mockReset().mockResolvedValue(false);
  packagedJson.mockReset().mockResolvedValue({});
  settings.statusPages = {};
});

describe("the popup's asking of status pages", () => {
  it("asks the page on the site's registrable domain, and the gateway's", async () => {
    const gatewayPage = "https://www.cloudflarestatus.com/";
    const answers = await askStatusPages(SITE, question({ gatewayPage }), null);
    expect(asked()).toEqual([[GUESS], [gatewayPage]]);
    expect(ask.mock.calls.map(([, host]) => host)).toEqual(["www.shop.example", undefined]);
    expect(answers).toEqual({ site: ok(null), gateway: ok(null), url: null });
  });

  it("asks first what the answer's header names, resolved, and shows it", async () => {
    const linkFields = [["link", '<//health.shop.example/>; rel="status"']] as const;
    ask.mockResolvedValue(failed("malformed"));
    const { url } = await askStatusPages(SITE, question({ linkFields }), null);
    expect(asked()[0]?.[0]).toBe("https://health.shop.example/");
    expect(url).toBe("https://health.shop.example/");
  });

  it("goes on without a catalogue that cannot be read", async () => {
    packagedJson.mockRejectedValue(new Error("gone"));
    await askStatusPages(SITE, question(), null);
    expect(asked()).toEqual([[GUESS]]);
  });

  it("shows the page that answered", async () => {
    ask.mockResolvedValue(statusReport("operational", { url: "https://up.shop.example/" }));
    expect(await askStatusPages(SITE, question(), null)).toMatchObject({ url: "https://up.shop.example/" });
  });

  it("names a page that is only linked as closed, and asks it once it is allowed", async () => {
    const named = question({ links: [LINKED] });
    expect(await askStatusPages(SITE, named, null)).toMatchObject({ site: notSent("forbidden"), url: LINKED });
    expect(asked()).toEqual([[GUESS]]);
    ask.mockClear();
    expect(await askStatusPages(SITE, named, LINKED)).toMatchObject({ site: ok(null), url: LINKED });
    expect(asked()).toEqual([[LINKED, GUESS]]);
  });

  it("names a page as closed that did not let itself be read without a grant", async () => {
    ask.mockResolvedValue(notSent("forbidden"));
    expect(await askStatusPages(SITE, question(), null)).toMatchObject({ site: notSent("forbidden"), url: GUESS });
  });

  it("asks nobody about a host without a page that could be known", async () => {
    const answers = await askStatusPages("https://198.51.100.7/", question({ gatewayPage: GUESS }), null);
    expect(asked()).toEqual([[]]);
    expect(answers).toEqual({ site: ok(null), gateway: notSent("not-needed"), url: null });
  });

  it("asks first the page that was set for the host", async () => {
    settings.statusPages = { "*.shop.example": "https://ops.example/status" };
    await askStatusPages(SITE, question(), null);
    expect(asked()).toEqual([["https://ops.example/status", GUESS]]);
  });

  it("asks of a private host only the page that was set for it, and of its gateway nobody", async () => {
    const gatewayPage = "https://www.cloudflarestatus.com/";
    const site = "https://erp.corp/orders";
    const nothing = notSent("not-needed");
    expect(await askStatusPages(site, question({ gatewayPage }), null)).toEqual({
      site: nothing,
      gateway: nothing,
      url: null,
    });
    expect(asked()).toEqual([]);
    settings.statusPages = { "erp.corp": "http://status.corp/" };
    await askStatusPages(site, question({ gatewayPage }), null);
    expect(asked()).toEqual([["http://status.corp/"]]);
  });
});

describe("the end of a maintenance", () => {
  const NOW = Date.UTC(2026, 8, 23, 12);
  const HOUR = 3_600_000;
  const notice: StatusNotice = {
    kind: "maintenance",
    title: "Database upgrade",
    impact: "maintenance",
    url: null,
    componentNames: [],
    startedAt: NOW - HOUR,
    updatedAt: NOW - HOUR,
    endsAt: NOW + HOUR,
  };
  const end = async (parts: Partial<StatusNotice>) => {
    ask.mockResolvedValue(statusReport("maintenance", { notices: [{ ...notice, ...parts }] }));
    return (await askStatusPages(SITE, question(), null)).maintenanceEnd;
  };
  beforeEach(() => {
    vi.useFakeTimers({ now: NOW, toFake: ["Date"] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("is what the site's page says of one under way", async () => {
    expect(await end({})).toBe(NOW + HOUR);
  });

  it.each<[string, Partial<StatusNotice>]>([
    ["that begins later", { startedAt: NOW + HOUR }],
    ["that should be over", { endsAt: NOW - 1 }],
    ["without an end", { endsAt: null }],
    ["of another part of the site", { componentNames: ["Newsletter"] }],
    ["that is none but a failure", { kind: "incident", impact: "major_outage" }],
  ])("is not known of one %s", async (_what, parts) => {
    expect(await end(parts)).toBeUndefined();
  });
});
