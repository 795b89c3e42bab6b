import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { NOTHING_TOLD } from "../../../../src/core/incident/told.ts";
import { World } from "../../../fakes/world.ts";
import { incident, NOW } from "../given.ts";

const modules = () => import("../../../../src/background/check/told-steps.ts");

let world: World;
let steps: Awaited<ReturnType<typeof modules>>;
beforeEach(async () => {
  world = new World();
  steps = await world.load(modules);
});
afterEach(() => world.end());

describe("what the user has said", () => {
  it("is nothing at first", async () => {
    expect(await steps.toldOf(incident())).toEqual(NOTHING_TOLD);
  });

  it("is kept for the step it was asked about, and ends the question", async () => {
    await steps.keepBegun(incident(), { id: "private-window", byHand: true });
    expect(await steps.toldOf(incident())).toEqual({ ...NOTHING_TOLD, begun: { id: "private-window", byHand: true } });
    await steps.keepAnswer(incident(), "private-window", "works-signed-out");
    await steps.keepAnswer(incident(), "other-device", "fails");
    expect(await steps.toldOf(incident())).toEqual({
      privateWindow: "works-signed-out",
      otherDevice: "fails",
      begun: null,
    });
  });

  it("can be changed and taken back", async () => {
    await steps.keepAnswer(incident(), "other-device", "works");
    await steps.keepAnswer(incident(), "other-device", "fails");
    expect((await steps.toldOf(incident())).otherDevice).toBe("fails");
    await steps.keepAnswer(incident(), "other-device", null);
    expect(await steps.toldOf(incident())).toEqual(NOTHING_TOLD);
  });

  it("counts for a quarter of an hour", async () => {
    await steps.keepAnswer(incident(), "other-device", "fails");
    vi.setSystemTime(NOW + 15 * 60_000 - 1);
    expect((await steps.toldOf(incident())).otherDevice).toBe("fails");
    vi.setSystemTime(NOW + 15 * 60_000);
    expect((await steps.toldOf(incident())).otherDevice).toBe("not-asked");
  });

  it("waits two minutes for the reload that it is compared with, if it works there", async () => {
    await steps.keepAnswer(incident(), "private-window", "works");
    vi.setSystemTime(NOW + 2 * 60_000 - 1);
    expect((await steps.toldOf(incident())).privateWindow).toBe("works");
    vi.setSystemTime(NOW + 2 * 60_000);
    expect((await steps.toldOf(incident())).privateWindow).toBe("not-asked");
  });

  it("is of one incident: the next failure of the tab begins anew", async () => {
    await steps.keepAnswer(incident(), "other-device", "works");
    expect(await steps.toldOf(incident({ id: "incident-2" }))).toEqual(NOTHING_TOLD);
    await steps.keepBegun(incident({ id: "incident-2" }), { id: "other-device", byHand: false });
    expect(await steps.toldOf(incident({ id: "incident-2" }))).toMatchObject({ otherDevice: "not-asked" });
    expect(await steps.toldOf(incident())).toEqual(NOTHING_TOLD);
  });

  it("is kept in memory only, of the last twenty tabs, whatever their ids", async () => {
    for (let tabId = 30; tabId > 9; tabId -= 1) {
      await steps.keepAnswer(incident({ tabId }), "other-device", "works");
      vi.setSystemTime(Date.now() + 1);
    }
    expect((await steps.toldOf(incident({ tabId: 30 }))).otherDevice).toBe("not-asked");
    expect((await steps.toldOf(incident({ tabId: 29 }))).otherDevice).toBe("works");
    expect(world.browser.storage.local.set).not.toHaveBeenCalled();
  });

  it("is nothing where garbage is stored", async () => {
    world.browser.storage.session.items.set("told-steps", { version: 1, value: { 7: { incidentId: "incident-1" } } });
    expect(await steps.toldOf(incident())).toEqual(NOTHING_TOLD);
  });
});
