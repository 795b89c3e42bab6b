import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Standing } from "../../../../src/core/protocol/standing.ts";
import type { ProxySetting } from "../../../../src/core/repair/proxy-setting.ts";
import type { RepairId } from "../../../../src/core/repair/repair.ts";
import type { RepairEnd, RepairStep, RepairView } from "../../../../src/core/repair/view.ts";
import { closePage, draw, type FakePage } from "../../../fakes/elements.ts";
import { World } from "../../../fakes/world.ts";
import { AT, EXAMPLE } from "../../core/report/example.ts";

const HOST = "shop.example";
const URL = `https://${HOST}/cart`;

let world: World;
let page: FakePage;
beforeEach(async () => {
  world = new World();
  await world.startWorker();
});
afterEach(() => {
  closePage(page);
  world.end();
});

const repairOf = (id: RepairId, step: RepairStep): RepairView => ({ id, url: URL, at: AT, ...step });
const done = (id: RepairId, end: RepairEnd): RepairView =>
  repairOf(id, { state: "done", end, cookies: 9, byHand: id === "forget-addresses" });

const said = () => page.body.having("role", "status")[0]?.textContent;
const offered = () => page.body.having("data-action").map((one) => one.getAttribute("data-action"));

describe("what came of a repair, where the page answers by now", () => {
  const answered = (status: number): Standing => ({
    ...{ kind: "answered", host: HOST, status, recovered: false, incidentId: null, requests: null },
  });

  async function stands(standing: Standing, repair: RepairView): Promise<void> {
    const { Beneath } = await import("../../../../src/pages/popup/beneath.tsx");
    const others = { retry: { state: "none" }, automatic: true, onRetry: vi.fn(), onReload: vi.fn() } as const;
    page = draw(<Beneath tabId={7} standing={standing} repair={repair} {...others} />);
    await world.clock.pass(1_000);
  }

  it.each([
    ["delete-cookies", "repair_cookies_works"],
    ["remove-page-worker", "repair_worker_works"],
    ["forget-addresses", "repair_hand_works"],
  ] as const)("is that it works, though nothing was seen of its load: %s", async (id, words) => {
    await stands(answered(200), done(id, "unclear"));
    expect(said()).toContain(words);
    expect(offered()).toEqual([]);
  });

  it.each<[string, Standing]>([
    ["a refusal stands there", answered(403)],
    ["nobody was reached", { kind: "no-answer", host: HOST, answersNow: false, network: "online", private: false }],
  ])("is unclear as long as %s, and one click loads it again", async (_what, standing) => {
    await stands(standing, done("remove-page-worker", "unclear"));
    expect(said()).toContain("repair_worker_unclear");
    expect(offered()).toContain("repair-load");
  });

  it("is nothing any more, where it had not helped", async () => {
    await stands(answered(200), done("delete-cookies", "fails"));
    expect(page.body.textContent).toBe("");
  });

  it("is what was seen, where that is clear", async () => {
    await stands(answered(200), done("remove-page-worker", "leads-on"));
    expect(said()).toContain("repair_worker_leads_on");
    expect(offered()).toEqual([]);
  });
});

describe("a repair beside a page that a plan has brought back", () => {
  it.each([
    ["cookies", "delete-cookies", "fails", ""],
    ["page-worker", "remove-page-worker", "fails", ""],
    ["cookies", "delete-cookies", "unclear", "repair_cookies_works 9"],
    ["cookies", "delete-cookies", "works", "repair_cookies_works 9"],
  ] as const)("neither says that the page fails nor is offered again: %s, %s %s", async (cause, id, end, words) => {
    const { IncidentScene } = await import("../../../../src/pages/popup/incident-scene.tsx");
    const retry = { state: "stopped", reason: "recovered", at: AT + 60_000, attempts: 3 } as const;
    const clicks = { onAct: vi.fn(), onTell: vi.fn(), onRetry: vi.fn() };
    const repair = done(id, end);
    const verdict = EXAMPLE.verdict && { ...EXAMPLE.verdict, side: "you" as const, cause };
    const view = { ...EXAMPLE, sideIsFinal: true, verdict };
    page = draw(<IncidentScene view={view} retry={retry} opinions={null} repair={repair} automatic {...clicks} />);
    await world.clock.pass(1_000);
    const [slot] = page.body.having("data-repair");
    expect(slot?.textContent ?? "").toBe(words);
  });
});

describe("the words above what came of a repair", () => {
  it.each([
    ["say only that the site is back, and leave how to what was done", true, true, false],
    ["say what has happened, where nothing was done for it", true, false, true],
    ["say what the page answered, where it never counted as failing", false, true, true],
  ])("%s", async (_what, recovered, isNewsBelow, saysWhy) => {
    const { PlainScene } = await import("../../../../src/pages/popup/plain-scene.tsx");
    const standing = {
      kind: "answered",
      host: HOST,
      status: 200,
      recovered,
      incidentId: null,
      requests: null,
    } as const;
    page = draw(<PlainScene standing={standing} automatic isNewsBelow={isNewsBelow} onAct={vi.fn()} />);
    await world.clock.pass(1_000);
    expect(/ui_back_why_plain|ui_idle_why/.test(page.body.textContent)).toBe(saysWhy);
  });
});

describe("what a proxy that was found leads on to", () => {
  async function found(step: Partial<Extract<RepairStep, { state: "proxy" }>>, userAgent = "Firefox/150.0") {
    vi.stubGlobal("navigator", { ...navigator, userAgent });
    const { RepairSlot } = await import("../../../../src/pages/popup/repair-slot.tsx");
    const repair = repairOf("name-proxy", { state: "proxy", dead: false, setting: null, setters: null, ...step });
    const fixed = { tabId: 7, url: URL, host: HOST, offer: "name-proxy", side: "you", isSecond: false } as const;
    page = draw(<RepairSlot {...fixed} repair={repair} />);
    await world.clock.pass(1_000);
    return page.body.textContent;
  }
  const set = (kind: ProxySetting["kind"], by: ProxySetting["by"], server: string | null = null): ProxySetting => ({
    ...{ kind, by, server },
  });

  it("is the browser's page of extensions, where some of them can set one", async () => {
    const words = await found({ setters: { names: ["Swift VPN"], more: 0 } }, "Chrome/150.0");
    expect(words).toContain("repair_extensions_some_proxy");
    expect(words).toContain("repair_name_extensions_by_hand_chromium");
    expect(words).not.toContain("repair_name_proxy_by_hand");
    expect(offered()).toEqual(["repair-open-place", "repair-load"]);
    page.button("repair-open-place").click();
    await world.clock.pass(1_000);
    expect(world.browser.tabs.all.map(({ url }) => url)).toContain("chrome://extensions");
  });

  it("is the browser's settings, where no extension can", async () => {
    const words = await found({ setters: { names: [], more: 0 } }, "Chrome/150.0");
    expect(words).toContain("repair_name_proxy_by_hand_chromium");
    expect(offered()).toEqual(["repair-open-place", "repair-load"]);
  });

  it.each([
    ["there is none", set("none", "user"), "advice_local_proxy_vpn"],
    ["a script says which", set("script", "administrator", "https://corp.example/p.pac"), "repair_proxy_ask_network"],
    ["it is always the same", set("fixed", "administrator", "box:3128"), "repair_proxy_ask_network"],
  ])(
    "is no setting that the user may not or need not change, but a word and one more load: %s",
    async (_what, setting, says) => {
      const words = await found({ setting });
      expect(words).toContain(says);
      expect(words).not.toContain("_by_hand_");
      expect(offered()).toEqual(["repair-load"]);
    },
  );

  it.each([
    ["the user's own", set("fixed", "user", "box:3128"), false],
    ["an extension's", set("fixed", "extension", "box:3128"), false],
    ["one that is dead and that no setting names", set("none", "user"), true],
  ])("is the place where it is set, if it is %s", async (_what, setting, dead) => {
    expect(await found({ setting, dead })).toContain("repair_name_proxy_by_hand_firefox");
  });
});
