import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { navigation, ok, page, works } from "../core/checks/given.ts";
import { fakeBrowser, incident, NOW, URL_ASKED, viewOf } from "./given.ts";

const { browser, diagnose, openWindow } = vi.hoisted(() => ({
  browser: {} as ReturnType<typeof fakeBrowser>,
  diagnose: vi.fn(async () => undefined),
  openWindow: vi.fn(async () => true),
}));
vi.mock("../../../src/platform/browser.ts", () => ({ browser, isFirefox: false }));
vi.mock("../../../src/platform/windows.ts", () => ({ openPrivateWindow: openWindow }));
vi.mock("../../../src/background/check/diagnosis.ts", () => ({ diagnose }));

const shown = () => viewOf(browser).check;
const told = { tabId: 7 };

/** A worker in which nothing has happened yet. */
const worker = async () => {
  vi.resetModules();
  return {
    ...(await import("../../../src/background/on-told.ts")),
    ...(await import("../../../src/background/check/check-session.ts")),
    ...(await import("../../../src/background/incidents.ts")),
    ...(await import("../../../src/background/check/told-steps.ts")),
  };
};

/** A check of the twins: strangers are served, and the tab failed again. */
async function checked() {
  const first = await worker();
  await first.keepIncident(incident({ navigation: navigation() }));
  const session = new first.CheckSession(incident({ navigation: navigation() }));
  await session.learn("connectivity", ok("online"));
  await session.learn("page", page());
  await session.learn("anonymous", works);
  await session.learn("retries", [works, works, works]);
  await session.close(incident({ navigation: navigation() }), "fails");
  return first;
}

beforeEach(() => {
  Object.assign(browser, fakeBrowser());
  vi.useFakeTimers({ now: NOW, toFake: ["Date"] });
  diagnose.mockClear();
  openWindow.mockReset().mockResolvedValue(true);
});
afterEach(() => {
  vi.useRealTimers();
});

describe.each([
  ["in the worker that made the check", false],
  ["in a worker that was born since", true],
])("a step of the user's, %s", (_what, isReborn) => {
  const begun = async (step: "private-window" | "other-device" = "private-window") => {
    const first = await checked();
    const now = isReborn ? await worker() : first;
    await now.onStepBegin({ tabId: 7, step });
    return now;
  };

  it("opens the private window at the page, and leaves the question in the popup", async () => {
    await begun();
    expect(openWindow).toHaveBeenCalledExactlyOnceWith(URL_ASKED);
    expect(shown()).toMatchObject({ phase: "done", step: { id: "private-window", state: "begun" } });
  });

  it("is done by hand where the browser opens none", async () => {
    openWindow.mockResolvedValue(false);
    await begun();
    expect(shown()?.step).toEqual({ id: "private-window", state: "by-hand" });
  });

  it("opens nothing for another device", async () => {
    await begun("other-device");
    expect(openWindow).not.toHaveBeenCalled();
  });

  it("is offered again when the user has not tried it", async () => {
    const { onTold } = await begun();
    await onTold({ ...told, step: "private-window", answer: null });
    expect(shown()?.step).toEqual({ id: "private-window", state: "offered" });
    expect(diagnose).not.toHaveBeenCalled();
  });

  it("settles the check that still holds, without asking the site anew", async () => {
    const { onTold } = await begun();
    await onTold({ ...told, step: "private-window", answer: "fails" });
    expect(shown()?.verdict).toMatchObject({ side: "server", cause: "signed-in" });
    expect(diagnose).not.toHaveBeenCalled();
  });

  it("that worked waits for the tab to be loaded again", async () => {
    const { onTold, lastCheck } = await begun();
    await onTold({ ...told, step: "private-window", answer: "works" });
    expect(shown()?.verdict).toMatchObject({ side: "unsure", action: "reload" });
    const check = await lastCheck(incident());
    await check?.reopen();
    await check?.close(incident({ navigation: navigation() }), "fails");
    expect(shown()?.verdict).toMatchObject({ side: "you", cause: "cookies" });
  });

  it("answered late stands beside fresh answers: a new check takes it in", async () => {
    const { onTold, toldOf } = await begun();
    vi.setSystemTime(NOW + 60_000);
    await onTold({ ...told, step: "private-window", answer: "works" });
    expect(diagnose).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ url: URL_ASKED }));
    expect(await toldOf(incident())).toMatchObject({ privateWindow: "works", begun: null });
  });

  it.each([
    ["another step", { step: "reinstall", answer: "works" }],
    ["another step's answer", { step: "other-device", answer: "works-signed-out" }],
    ["no answer at all", { step: "private-window", answer: 7 }],
  ])("takes no notice of %s", async (_which, said) => {
    const { onTold, toldOf, NOTHING_TOLD } = await begun("other-device");
    await onTold({ ...told, ...said } as never);
    expect(await toldOf(incident())).toEqual({ ...NOTHING_TOLD, begun: { id: "other-device", byHand: false } });
    expect(diagnose).not.toHaveBeenCalled();
  });
});

describe("a step of the user's in a private window, whose check ended with its worker", () => {
  const begun = async () => {
    const { keepIncident, CheckSession } = await worker();
    const of = incident({ private: true, navigation: navigation() });
    await keepIncident(of);
    const session = new CheckSession(of);
    await session.learn("connectivity", ok("online"));
    await session.learn("page", page());
    await session.learn("anonymous", works);
    await session.learn("retries", [works, works, works]);
    await session.close(of, "fails");
    const reborn = await worker();
    await reborn.onStepBegin({ tabId: 7, step: "other-device" });
    return reborn;
  };

  it("is shown as begun, and offered again when it was not tried", async () => {
    const { onTold } = await begun();
    expect(shown()?.step).toEqual({ id: "other-device", state: "begun" });
    await onTold({ ...told, step: "other-device", answer: null });
    expect(shown()?.step).toEqual({ id: "other-device", state: "offered" });
    expect(diagnose).not.toHaveBeenCalled();
  });

  it("begins a new check with its answer", async () => {
    const { onTold } = await begun();
    await onTold({ ...told, step: "other-device", answer: "fails" });
    expect(diagnose).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ private: true }));
  });
});

describe.each([
  ["came from a form", { method: "POST" as const }],
  ["works only once", { url: "https://shop.example/verifyEmail?key=9f8e7d" }],
])("a page that %s", (_what, parts) => {
  it("is opened in no other window", async () => {
    const { onStepBegin, keepIncident } = await worker();
    await keepIncident(incident(parts));
    await onStepBegin({ tabId: 7, step: "private-window" });
    expect(openWindow).not.toHaveBeenCalled();
    expect(browser.storage.session.items.has("told-steps")).toBe(false);
  });
});

describe("a tab without an incident", () => {
  it("has no steps: nothing is opened, kept or asked", async () => {
    const { onStepBegin, onTold } = await worker();
    await onStepBegin({ tabId: 7, step: "private-window" });
    await onTold({ ...told, step: "private-window", answer: "works" });
    expect(openWindow).not.toHaveBeenCalled();
    expect(diagnose).not.toHaveBeenCalled();
    expect(browser.storage.session.items.has("told-steps")).toBe(false);
  });
});
