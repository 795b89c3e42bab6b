import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { NOTHING_TOLD, type Told } from "../../../../src/background/check/told-steps.ts";
import type { Answer } from "../../../../src/core/http/answer.ts";
import { fails, navigation, ok, response, works } from "../../core/checks/given.ts";
import { fakeBrowser, incident, NOW, viewOf } from "../given.ts";

const { browser } = vi.hoisted(() => ({ browser: {} as ReturnType<typeof fakeBrowser> }));
vi.mock("../../../../src/platform/browser.ts", () => ({ browser, isFirefox: false }));

const worker = () => {
  vi.resetModules();
  return import("../../../../src/background/check/check-session.ts");
};
const shown = () => viewOf(browser).check;
const outcome = (id: string) => shown()?.rows.find(({ check }) => check === id)?.outcome;

beforeEach(() => {
  Object.assign(browser, fakeBrowser());
  vi.useFakeTimers({ now: NOW, toFake: ["Date"] });
});
afterEach(() => {
  vi.useRealTimers();
});

describe("a check session", () => {
  it("begins without a reload: one from before does not count", async () => {
    const { CheckSession } = await worker();
    const first = new CheckSession(incident());
    await first.close(incident(), "fails");
    expect(new CheckSession(incident()).signals.reload).toBe("not-tried");
  });

  it("shows a row as soon as what it needs is complete, and not before", async () => {
    const { CheckSession } = await worker();
    const session = new CheckSession(incident());
    await session.learn("anonymous", fails);
    await session.learn("retries", [fails], false);
    expect(outcome("retry")).toBe("running");
    await session.learn("retries", [fails, fails]);
    expect(outcome("retry")).toBe("fail");
    expect(outcome("status-page")).toBe("running");
  });

  it("shows its steps in order, the last one last", async () => {
    const { CheckSession } = await worker();
    const session = new CheckSession(incident());
    await Promise.all([
      session.learn("anonymous", works),
      session.learn("connectivity", ok("online")),
      session.finish(),
    ]);
    expect(shown()).toMatchObject({ phase: "done" });
  });

  it("loses a view that cannot be stored, and only that one", async () => {
    const { CheckSession } = await worker();
    browser.storage.session.set.mockRejectedValueOnce(new Error("QUOTA_BYTES"));
    const session = new CheckSession(incident());
    await session.show();
    expect(shown()).toBeNull();
    await session.learn("root", fails);
    await session.learn("anonymous", fails);
    expect(outcome("site-or-page")).toBe("fail");
  });

  it("says nothing more once a newer one of its tab has begun", async () => {
    const { CheckSession, lastCheck } = await worker();
    const old = new CheckSession(incident());
    const young = new CheckSession(incident());
    await young.show();
    await old.learn("anonymous", works);
    await old.finish();
    expect(old.isSuperseded).toBe(true);
    expect(shown()).toMatchObject({ id: young.id, phase: "checking" });
    expect(await lastCheck(incident())).toBeNull();
  });

  it("is not superseded by a check of another tab", async () => {
    const { CheckSession } = await worker();
    const session = new CheckSession(incident());
    new CheckSession(incident({ tabId: 8 }));
    expect(session.isSuperseded).toBe(false);
  });

  it("goes on when the user loads the page again, and closes with what the tab showed", async () => {
    const { CheckSession } = await worker();
    const session = new CheckSession(incident());
    await session.learn("anonymous", works);
    await session.learn("retries", [works, works]);
    await session.finish();
    await session.reopen();
    expect(shown()).toMatchObject({ phase: "checking", finishedAt: null });
    await session.close(incident({ status: 503 }), "works");
    expect(shown()).toMatchObject({ id: session.id, phase: "done", status: 503 });
    expect(shown()?.rows.find(({ check }) => check === "retry")?.says.key).toBe("check_retry_back");
  });

  it("judges by the status that the reload showed", async () => {
    const { CheckSession } = await worker();
    const session = new CheckSession(incident({ status: 502 }));
    await session.close(incident({ status: 503 }), "fails");
    expect(session.signals.incident.status).toBe(503);
  });
});

describe("the last check of a tab", () => {
  it("is at hand for a minute, for the same page only", async () => {
    const { CheckSession, lastCheck } = await worker();
    const session = new CheckSession(incident());
    expect(await lastCheck(incident())).toBeNull();
    await session.finish();
    expect(await lastCheck(incident())).toBe(session);
    expect(await lastCheck(incident({ url: "https://shop.example/other" }))).toBeNull();
    expect(await lastCheck(incident({ tabId: 8 }))).toBeNull();
    vi.setSystemTime(NOW + 60_000);
    expect(await lastCheck(incident())).toBeNull();
  });

  it.each([
    ["works", true],
    ["works-past-cache", true],
    ["fails", false],
    ["not-tried", false],
  ] as const)("that closed with a reload that %s: ended with the page's coming back is %s", async (reload, ended) => {
    const { CheckSession, hasJustEnded } = await worker();
    await new CheckSession(incident()).close(incident(), reload);
    expect(await hasJustEnded(7)).toBe(ended);
    vi.setSystemTime(NOW + 60_000);
    expect(await hasJustEnded(7)).toBe(false);
  });

  it("is forgotten when another tab's twenty-first has ended, and when the tab shows something else", async () => {
    const { CheckSession, forgetCheck, lastCheck } = await worker();
    for (let tabId = 0; tabId <= 20; tabId += 1) await new CheckSession(incident({ tabId })).finish();
    expect(await lastCheck(incident({ tabId: 0 }))).toBeNull();
    expect(await lastCheck(incident({ tabId: 1 }))).not.toBeNull();
    await forgetCheck(1);
    expect(await lastCheck(incident({ tabId: 1 }))).toBeNull();
  });
});

describe("a check that another worker had ended", () => {
  const ended = async () => {
    const { CheckSession } = await worker();
    const session = new CheckSession(incident());
    await session.learn("anonymous", works);
    await session.learn("retries", [works, works]);
    await session.finish();
    return session;
  };

  it("is at hand for a reload, with its signals", async () => {
    const { id } = await ended();
    const { lastCheck } = await worker();
    const restored = await lastCheck(incident());
    expect(restored).toMatchObject({ id, signals: { anonymous: works, reload: "not-tried" } });
    await restored?.reopen();
    await restored?.close(incident(), "works");
    expect(shown()).toMatchObject({ id, phase: "done", verdict: { cause: "transient" } });
  });

  it("is for the same page only, and holds no longer for that", async () => {
    await ended();
    const { lastCheck, checkOf } = await worker();
    expect(await lastCheck(incident({ url: "https://shop.example/other" }))).toBeNull();
    vi.setSystemTime(NOW + 60_000);
    expect(await lastCheck(incident())).toBeNull();
    expect(await checkOf(incident())).not.toBeNull();
  });

  it("is known to have brought the page back", async () => {
    const session = await ended();
    await session.reopen();
    await session.close(incident(), "works");
    expect(await (await worker()).hasJustEnded(7)).toBe(true);
  });

  it("is kept without the text of answers that no check reads", async () => {
    const { CheckSession } = await worker();
    const long = ok({ ...response(502), body: "x".repeat(16_000) } as Answer);
    const session = new CheckSession(incident());
    for (const name of ["anonymous", "root"] as const) await session.learn(name, long);
    await session.learn("retries", [long, long, long]);
    await session.finish();
    expect(session.signals.root).toEqual(long);
    expect(JSON.stringify(browser.storage.session.items.get("finished-checks")).length).toBeLessThan(20_000);
  });

  it("is kept only as far as all together stay below 1 MB, the newest first", async () => {
    const { CheckSession } = await worker();
    const wide = "\u0001".repeat(16_000);
    for (let tabId = 0; tabId < 20; tabId += 1) {
      const session = new CheckSession(incident({ tabId }));
      await session.learn("anonymous", ok({ ...response(502), body: wide } as Answer));
      await session.finish();
      vi.setSystemTime(Date.now() + 1);
    }
    const size = JSON.stringify(browser.storage.session.items.get("finished-checks")).length;
    expect(size).toBeLessThan(1024 * 1024);
    const { checkOf } = await worker();
    expect(await checkOf(incident({ tabId: 19 }))).not.toBeNull();
    expect(await checkOf(incident({ tabId: 10 }))).not.toBeNull();
    expect(await checkOf(incident({ tabId: 0 }))).toBeNull();
  });

  it("is not kept of a private window, nor is an earlier one of its tab", async () => {
    await ended();
    const { CheckSession } = await worker();
    const session = new CheckSession(incident({ private: true }));
    await session.learn("anonymous", ok(response(502, {}, "secret")));
    await session.finish();
    expect(shown()).toMatchObject({ phase: "done" });
    expect(JSON.stringify([...browser.storage.session.items])).not.toContain("secret");
    expect(await (await worker()).checkOf(incident({ private: true }))).toBeNull();
  });

  it("is nothing where garbage is stored", async () => {
    await ended();
    browser.storage.session.items.set("finished-checks", { version: 1, value: { 7: { id: 7 } } });
    expect(await (await worker()).checkOf(incident())).toBeNull();
  });
});

describe("what the user says", () => {
  const told = (parts: Partial<Told>): Told => ({ ...NOTHING_TOLD, ...parts });

  it("makes a reload from before it no comparison, if it works elsewhere", async () => {
    const { CheckSession } = await worker();
    const session = new CheckSession(incident());
    await session.close(incident(), "fails");
    await session.hear(told({ privateWindow: "works" }));
    expect(session.signals).toMatchObject({ privateWindow: "works", reload: "not-tried" });
    await session.close(incident(), "fails");
    await session.hear(told({ privateWindow: "works" }));
    expect(session.signals.reload).toBe("fails");
  });

  it.each([{ privateWindow: "fails" }, { otherDevice: "fails" }, { privateWindow: "works-signed-out" }] as const)(
    "leaves the reload standing otherwise: %j",
    async (parts) => {
      const { CheckSession } = await worker();
      const session = new CheckSession(incident());
      await session.close(incident(), "fails");
      await session.hear(told(parts));
      expect(session.signals).toMatchObject({ ...parts, reload: "fails" });
    },
  );

  it("of one step leaves the comparison that was made for the other", async () => {
    const { CheckSession } = await worker();
    const session = new CheckSession(incident());
    await session.hear(told({ otherDevice: "works" }));
    await session.close(incident(), "fails");
    await session.hear(told({ otherDevice: "works", privateWindow: "fails" }));
    expect(session.signals).toMatchObject({ otherDevice: "works", privateWindow: "fails", reload: "fails" });
  });

  it("stays in the check that has compared it, and lapses in one that has not", async () => {
    const { CheckSession } = await worker();
    const session = new CheckSession(incident());
    await session.hear(told({ otherDevice: "works" }));
    await session.hear(told({}));
    expect(session.signals.otherDevice).toBe("not-asked");
    await session.hear(told({ otherDevice: "works" }));
    await session.close(incident(), "fails");
    await session.hear(told({}));
    expect(session.signals).toMatchObject({ otherDevice: "works", reload: "fails" });
  });

  it("is shown by a check that has ended, and does not end one that runs", async () => {
    const { CheckSession } = await worker();
    const session = new CheckSession(incident());
    await session.hear(told({ privateWindow: "fails" }));
    expect(shown()).toMatchObject({ phase: "checking" });
    expect(outcome("private-window")).toBe("pass");
    await session.finish();
    await session.hear(told({ privateWindow: "fails", otherDevice: "fails" }));
    expect(shown()).toMatchObject({ phase: "done" });
    expect(outcome("other-device")).toBe("pass");
  });

  it("does not bring an old check over one that runs", async () => {
    const { CheckSession } = await worker();
    const old = new CheckSession(incident());
    await old.finish();
    const young = new CheckSession(incident());
    await young.show();
    await old.hear(told({ otherDevice: "fails" }));
    expect(shown()).toMatchObject({ id: young.id, phase: "checking" });
    expect(young.isSuperseded).toBe(false);
  });
});

describe("hasCheck", () => {
  it("is true of a check that runs here or has ended", async () => {
    const { CheckSession, hasCheck } = await worker();
    const session = new CheckSession(incident());
    await session.show();
    expect(await hasCheck(incident())).toBe(true);
    await session.finish();
    expect(await hasCheck(incident())).toBe(true);
  });

  it("is false of a check that a killed worker left behind", async () => {
    await new (await worker()).CheckSession(incident()).show();
    expect(await (await worker()).hasCheck(incident())).toBe(false);
  });

  it("is true of a verdict that a killed worker left behind", async () => {
    await new (await worker()).CheckSession(incident()).finish();
    expect(await (await worker()).hasCheck(incident())).toBe(true);
  });

  it.each([
    ["another incident", { id: "incident-2" }],
    ["another page", { url: "https://shop.example/other" }],
    ["a page that has failed anew since", { navigation: navigation({ startedAt: NOW + 1 }) }],
  ])("is false for %s", async (_what, parts) => {
    const { CheckSession, hasCheck } = await worker();
    await new CheckSession(incident()).finish();
    expect(await hasCheck(incident(parts))).toBe(false);
  });
});
