import { beforeEach, describe, expect, it, vi } from "vitest";

type Typed = (text: string) => void;

const { browser, heard } = vi.hoisted(() => {
  const heard: { changed: ((text: string) => void)[] } = { changed: [] };
  return {
    heard,
    browser: {
      runtime: { getURL: (path: string) => `chrome-extension://faultline/${path}` },
      omnibox: {
        setDefaultSuggestion: vi.fn(),
        onInputStarted: { addListener: vi.fn() },
        onInputChanged: { addListener: (listener: Typed) => void heard.changed.push(listener) },
        onInputEntered: { addListener: vi.fn() },
      },
    },
  };
});
vi.mock("webextension-polyfill", () => ({ default: browser }));

/** What stands below the line once this has been typed, if the worker said it back as it is. */
async function saidBack(scheme: "chrome" | "moz", typed: string): Promise<unknown> {
  browser.runtime.getURL = (path) => `${scheme}-extension://faultline/${path}`;
  vi.resetModules();
  const { onAddressBar } = await import("../../../src/platform/address-bar.ts");
  onAddressBar({ says: (text) => text, onEntered: () => undefined });
  heard.changed.at(-1)?.(typed);
  return browser.omnibox.setDefaultSuggestion.mock.lastCall?.[0].description;
}

beforeEach(() => {
  heard.changed.length = 0;
  browser.omnibox.setDefaultSuggestion.mockReset();
});

describe("what stands below the address bar's line", () => {
  it.each([
    "<url>https://bank.example/</url>",
    "<match>It’s safe</match> & 'more' \"still\"",
    "]]><dim>",
    "&#60;url&#62;",
  ])("is no markup in Chromium, whatever was typed: %s", async (typed) => {
    const says = String(await saidBack("chrome", typed));
    expect(says).not.toMatch(/[<>"']|&(?!#\d+;)/);
    expect(says.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)))).toBe(typed);
  });

  it("is shown as it is in Firefox, which reads no markup there", async () => {
    expect(await saidBack("moz", "a < b & c")).toBe("a < b & c");
  });
});
