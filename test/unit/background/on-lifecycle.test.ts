import { beforeEach, describe, expect, it, vi } from "vitest";

const { openTab, showTab, dismissed } = vi.hoisted(() => ({
  openTab: vi.fn(),
  showTab: vi.fn(),
  dismissed: vi.fn(),
}));
vi.mock("../../../src/platform/browser.ts", () => ({ browser: {}, isFirefox: false }));
vi.mock("../../../src/platform/tabs.ts", () => ({ openTab, showTab, injectFile: vi.fn(), openTabs: async () => [] }));
vi.mock("../../../src/platform/notifications.ts", () => ({ dismissNotification: dismissed }));
vi.mock("../../../src/platform/lifecycle.ts", () => ({ openPage: vi.fn() }));
vi.mock("../../../src/background/automatic-mode.ts", () => ({ setUpAutomaticMode: vi.fn(), forgetOwnMark: vi.fn() }));
vi.mock("../../../src/background/retry/driver.ts", () => ({ retry: { endWithoutGrant: vi.fn(), tick: vi.fn() } }));

const { onNotificationClick } = await import("../../../src/background/on-lifecycle.ts");

beforeEach(() => {
  vi.clearAllMocks();
  showTab.mockResolvedValue(undefined);
});

describe("a click on a notification", () => {
  it.each([
    ["a page", "watch:https://shop.example/cart", "https://shop.example/cart"],
    ["the front page in the place of what works once", "watch:https://shop.example/unsub?m=9", "https://shop.example/"],
  ])("about a site that is watched opens %s", async (_what, id, opened) => {
    await onNotificationClick(id);
    expect(openTab).toHaveBeenCalledExactlyOnceWith(opened);
    expect(dismissed).toHaveBeenCalledExactlyOnceWith(id);
  });

  it("about a tab goes there", async () => {
    await onNotificationClick("tab:7");
    expect(showTab).toHaveBeenCalledExactlyOnceWith(7);
    expect(openTab).not.toHaveBeenCalled();
  });
});
