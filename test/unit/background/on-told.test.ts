import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { StepId } from "../../../src/core/incident/told.ts";
import { World } from "../../fakes/world.ts";
import { askedOfSite, checked, failingTab, PAGE, shownCheck, verdict } from "./check/given.ts";
import { stored } from "./stored.ts";

let world: World;

const begin = (step: StepId) => world.ask("step/begin", { tabId: 7, step });
const tell = (step: string, answer: unknown) => world.ask("check/told", { tabId: 7, step, answer } as never);
const reload = () => world.ask("tab/reload", { tabId: 7, pastCache: false });
/** What is kept of the user's words. */
const told = () => stored<Record<number, { begun: unknown; answers: unknown[] }>>(world, "session", "told-steps")?.[7];
/** How often the site was asked for the page that fails. */
const timesAsked = () => askedOfSite(world).length;

/** A check of the twins: strangers are served, and the tab fails again. */
async function twins(parts: Parameters<typeof failingTab>[1] = {}): Promise<void> {
  failingTab(world, parts);
  world.network.answer("https://shop.example", ({ by }) => (by === "tab" ? { status: 502, body: "down" } : {}));
  await checked(world);
  await reload();
}

beforeEach(async () => {
  world = new World();
  await world.startWorker();
});
afterEach(() => world.end());

describe.each([
  ["in the worker that made the check", false],
  ["in a worker that was born since", true],
])("a step of the user's, %s", (_what, isReborn) => {
  const begun = async (step: StepId = "private-window") => {
    await twins();
    if (isReborn) await world.startWorker();
    await begin(step);
  };

  it("opens the private window at the page, and leaves the question in the popup", async () => {
    await begun();
    expect(world.browser.privateWindows).toEqual([PAGE]);
    expect(shownCheck(world)).toMatchObject({ phase: "done", step: { id: "private-window", state: "begun" } });
  });

  it("is done by hand where the browser opens none", async () => {
    await twins();
    vi.spyOn(world.browser.privateWindows, "push").mockImplementation(() => {
      throw new Error("Incognito mode is disabled");
    });
    if (isReborn) await world.startWorker();
    await begin("private-window");
    expect(shownCheck(world)?.step).toEqual({ id: "private-window", state: "by-hand" });
  });

  it("opens nothing for another device", async () => {
    await begun("other-device");
    expect(world.browser.privateWindows).toEqual([]);
  });

  it("is offered again when the user has not tried it", async () => {
    await begun();
    const asked = timesAsked();
    await tell("private-window", null);
    expect(shownCheck(world)?.step).toEqual({ id: "private-window", state: "offered" });
    expect(timesAsked()).toBe(asked);
  });

  it("settles the check that is of a moment ago, without asking the site anew", async () => {
    await begun();
    const asked = timesAsked();
    const { id } = shownCheck(world) ?? {};
    await tell("private-window", "fails");
    expect(shownCheck(world)).toMatchObject({ id, phase: "done", verdict: { side: "server", cause: "signed-in" } });
    expect(timesAsked()).toBe(asked);
  });

  it("that worked waits for the tab to be loaded again", async () => {
    await begun();
    await tell("private-window", "works");
    expect(shownCheck(world)?.verdict).toMatchObject({ side: "unsure", action: "reload" });
    await reload();
    expect(shownCheck(world)?.verdict).toMatchObject({ side: "you", cause: "cookies" });
  });

  it("answered late stands beside fresh answers: a new check takes it in", async () => {
    await begun();
    const { id } = shownCheck(world) ?? {};
    await world.clock.pass(60_000);
    await tell("private-window", "works");
    await world.clock.until(() => shownCheck(world)?.id !== id);
    expect((await verdict(world)).verdict).toMatchObject({ side: "unsure", action: "reload" });
    expect(told()).toMatchObject({ begun: null, answers: [{ step: "private-window", answer: "works" }] });
  });

  it.each([
    ["another step", "reinstall", "works"],
    ["another step's answer", "other-device", "works-signed-out"],
    ["no answer at all", "private-window", 7],
  ])("takes no notice of %s", async (_which, step, answer) => {
    await begun("other-device");
    const asked = timesAsked();
    await tell(step, answer);
    expect(told()).toMatchObject({ begun: { id: "other-device", byHand: false }, answers: [] });
    expect(timesAsked()).toBe(asked);
  });
});

describe("a step of the user's in a private window, whose check ended with its worker", () => {
  beforeEach(async () => {
    await twins({ incognito: true });
    await world.startWorker();
    await begin("other-device");
  });

  it("is shown as begun, and offered again when it was not tried", async () => {
    const asked = timesAsked();
    expect(shownCheck(world)?.step).toEqual({ id: "other-device", state: "begun" });
    await tell("other-device", null);
    expect(shownCheck(world)?.step).toEqual({ id: "other-device", state: "offered" });
    expect(timesAsked()).toBe(asked);
  });

  it("begins a new check with its answer", async () => {
    const { id } = shownCheck(world) ?? {};
    await tell("other-device", "fails");
    await world.clock.until(() => shownCheck(world)?.id !== id);
    expect((await verdict(world)).rows.find(({ check }) => check === "other-device")?.outcome).toBe("pass");
  });
});

describe("what the user said while the check still asked", () => {
  it("goes into that check, which asks on", async () => {
    failingTab(world);
    world.network.answer("https://shop.example", { status: 502, body: "down" });
    await world.ask("tab/open", { tabId: 7 });
    await world.clock.until(() => shownCheck(world)?.phase === "checking");
    const { id } = shownCheck(world) ?? {};
    await tell("private-window", "fails");
    expect(shownCheck(world)).toMatchObject({ id, phase: "checking" });
    expect(shownCheck(world)?.rows.find(({ check }) => check === "private-window")?.outcome).toBe("pass");
    expect(await verdict(world)).toMatchObject({ id });
    expect(timesAsked()).toBe(5);
  });
});

describe.each([
  ["came from a form", PAGE, "POST"],
  ["works only once", "https://shop.example/verifyEmail?key=9f8e7d", "GET"],
] as const)("a page that %s", (_what, url, method) => {
  it("is opened in no other window", async () => {
    world.network.answer("https://shop.example", { status: 502, body: "down" });
    await world.visit(url, { id: 7, method });
    await begin("private-window");
    expect(world.browser.privateWindows).toEqual([]);
    expect(told()).toBeUndefined();
  });
});

describe("a tab without an incident", () => {
  it("has no steps: nothing is opened, kept or asked", async () => {
    world.browser.tabs.open({ id: 7, url: PAGE });
    await begin("private-window");
    await tell("private-window", "works");
    expect(world.browser.privateWindows).toEqual([]);
    expect(told()).toBeUndefined();
    expect(world.network.requests).toEqual([]);
  });
});
