import { beforeEach, describe, expect, it, vi } from "vitest";

const { browser, target, add } = vi.hoisted(() => {
  const add = vi.fn();
  return { add, browser: { webRequest: { onErrorOccurred: { addListener: add } } }, target: { isFirefox: true } };
});
vi.mock("../../../src/platform/browser.ts", () => ({
  browser,
  get isFirefox() {
    return target.isFirefox;
  },
}));

const { onUnreached } = await import("../../../src/platform/automatic.ts");

/** Which loads the handler is told of. */
function heard(...details: object[]): object[] {
  const handler = vi.fn();
  onUnreached(handler);
  for (const each of details) add.mock.calls[0]?.[0](each);
  return handler.mock.calls.map(([each]) => each);
}
const load = (error: string, parts: object = {}) => ({
  ...{ tabId: 7, url: "https://shop.example/", method: "GET", error, incognito: false },
  ...{ cookieStoreId: "firefox-default", ...parts },
});

beforeEach(() => {
  add.mockReset();
  target.isFirefox = true;
});

describe("a load that reached nobody", () => {
  it.each([
    "NS_ERROR_CONNECTION_REFUSED",
    "NS_ERROR_UNKNOWN_HOST",
    "NS_ERROR_NET_TIMEOUT",
    "NS_ERROR_NET_RESET",
    "NS_ERROR_NET_INTERRUPT",
    "NS_ERROR_OFFLINE",
  ])("is told of: %s", (error) => {
    expect(heard(load(error))).toEqual([load(error)]);
  });

  it.each(["NS_BINDING_ABORTED", "NS_ERROR_ABORT", "SEC_ERROR_UNKNOWN_ISSUER", "NS_ERROR_NET_PARTIAL_TRANSFER"])(
    "is not what the user gave up, nor what no patience mends: %s",
    (error) => {
      expect(heard(load(error))).toEqual([]);
    },
  );

  it("is nobody's business in a private window or a container", () => {
    const refused = "NS_ERROR_CONNECTION_REFUSED";
    expect(heard(load(refused, { incognito: true }), load(refused, { cookieStoreId: "firefox-container-1" }))).toEqual(
      [],
    );
  });

  it("is listened for in main frames alone, and in Firefox alone", () => {
    heard();
    expect(add).toHaveBeenCalledExactlyOnceWith(expect.any(Function), {
      urls: ["http://*/*", "https://*/*"],
      types: ["main_frame"],
    });
    target.isFirefox = false;
    heard();
    expect(add).toHaveBeenCalledOnce();
  });
});
