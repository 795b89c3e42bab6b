import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Standing } from "../../../../src/core/protocol/standing.ts";
import type { RepairId } from "../../../../src/core/repair/repair.ts";
import type { RepairEnd, RepairStep, RepairView } from "../../../../src/core/repair/view.ts";
import { closePage, draw, type FakePage } from "../../../fakes/elements.ts";
import { World } from "../../../fakes/world.ts";
import { AT } from "../../core/report/example.ts";

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

  it("is what was seen, where that is clear", async () => {
    await stands(answered(200), done("remove-page-worker", "leads-on"));
    expect(said()).toContain("repair_worker_leads_on");
    expect(offered()).toEqual([]);
  });
});
