import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { StatusPagesView } from "../../../../src/core/verdict/status-pages.ts";
import type { CheckView } from "../../../../src/core/verdict/view.ts";
import { EXAMPLE } from "../../core/report/example.ts";
import { fakeLocks } from "../../platform/fake-locks.ts";

const { askStatusPages, published, send } = vi.hoisted(() => ({
  askStatusPages: vi.fn(),
  published: vi.fn(),
  send: vi.fn(),
}));
vi.mock("../../../../src/platform/browser.ts", () => ({ browser: {}, isFirefox: false }));
vi.mock("../../../../src/platform/messages.ts", () => ({ send }));
vi.mock("../../../../src/platform/views.ts", () => ({ published }));
vi.mock("../../../../src/pages/popup/ask-status-pages.ts", () => ({ askStatusPages }));

const { askInTurn } = await import("../../../../src/pages/popup/use-status-pages.ts");

const CLOSED = "https://shopstatus.io/";
const OPEN: StatusPagesView = { question: { links: [], linkFields: [], gatewayPage: null }, closed: null, quote: null };
const ASKED: StatusPagesView = { ...OPEN, question: null };
const ANSWERS = { site: { state: "ok", value: null, at: 1, took: 2 }, gateway: { state: "not-sent" }, url: null };
const viewWith = (statusPages: StatusPagesView): CheckView => ({ ...EXAMPLE, statusPages });
const VIEW = viewWith(OPEN);

beforeEach(() => {
  vi.stubGlobal("navigator", { locks: fakeLocks() });
  let now = VIEW;
  published.mockReset().mockImplementation(async () => now);
  askStatusPages.mockReset().mockResolvedValue(ANSWERS);
  // The worker publishes what it was told before it answers.
  send.mockReset().mockImplementation(async () => {
    now = viewWith(ASKED);
  });
});
afterEach(() => vi.unstubAllGlobals());

describe("a popup that shows a check", () => {
  it("asks the status pages once for all popups of the tab, and tells the worker", async () => {
    await Promise.all([askInTurn(VIEW, null), askInTurn(VIEW, null), askInTurn(VIEW, null)]);
    expect(askStatusPages).toHaveBeenCalledExactlyOnceWith(VIEW.url, OPEN.question, null);
    expect(send).toHaveBeenCalledExactlyOnceWith("check/status-pages", {
      tabId: VIEW.tabId,
      checkId: VIEW.id,
      ...ANSWERS,
    });
  });

  it("says when a maintenance is to end, where the page says so", async () => {
    askStatusPages.mockResolvedValue({ ...ANSWERS, maintenanceEnd: 5_000 });
    await askInTurn(VIEW, null);
    expect(send.mock.lastCall?.[1]).toMatchObject({ maintenanceEnd: 5_000 });
  });

  it("asks in the place of one that was closed, or failed, in the middle", async () => {
    askStatusPages.mockRejectedValueOnce(new Error("closed"));
    const [first, second] = await Promise.allSettled([askInTurn(VIEW, null), askInTurn(VIEW, null)]);
    expect([first.status, second.status]).toEqual(["rejected", "fulfilled"]);
    expect(send).toHaveBeenCalledOnce();
  });

  it.each<[string, CheckView | undefined]>([
    ["another check has begun", { ...VIEW, id: "another" }],
    ["the check is gone", undefined],
    ["they are asked by now", viewWith(ASKED)],
    ["they turned out to need the user's leave", viewWith({ ...OPEN, closed: CLOSED })],
  ])("asks nothing when %s", async (_when, now) => {
    published.mockResolvedValue(now);
    await askInTurn(VIEW, null);
    expect(askStatusPages).not.toHaveBeenCalled();
  });

  it("asks the page that the user has given leave for", async () => {
    published.mockResolvedValue(viewWith({ ...OPEN, closed: CLOSED }));
    await askInTurn(VIEW, CLOSED);
    expect(askStatusPages).toHaveBeenCalledExactlyOnceWith(VIEW.url, OPEN.question, CLOSED);
  });
});
