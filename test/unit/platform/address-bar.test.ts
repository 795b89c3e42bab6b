import { beforeEach, describe, expect, it, vi } from "vitest";

interface Row {
  readonly content: string;
  readonly description: string;
}
type Typed = (text: string, suggest: (rows: Row[]) => void) => void;

const { browser, heard } = vi.hoisted(() => {
  const heard: { started: (() => void)[]; changed: Typed[] } = { started: [], changed: [] };
  return {
    heard,
    browser: {
      runtime: { getURL: (path: string) => `chrome-extension://faultline/${path}` },
      omnibox: {
        setDefaultSuggestion: vi.fn(),
        onInputStarted: { addListener: (listener: () => void) => void heard.started.push(listener) },
        onInputChanged: { addListener: (listener: Typed) => void heard.changed.push(listener) },
        onInputEntered: { addListener: vi.fn() },
      },
    },
  };
});
vi.mock("webextension-polyfill", () => ({ default: browser }));

/** What stands below the line once this has been typed, if the worker said it back as it is: the first row, and others. */
async function saidBack(scheme: "chrome" | "moz", ...typed: string[]): Promise<{ first: unknown; others: Row[] }> {
  browser.runtime.getURL = (path) => `${scheme}-extension://faultline/${path}`;
  vi.resetModules();
  const { onAddressBar } = await import("../../../src/platform/address-bar.ts");
  onAddressBar({ says: (text) => text || "nothing yet", onEntered: () => undefined });
  heard.started.at(-1)?.();
  let others: Row[] = [];
  for (const text of typed) {
    others = [];
    heard.changed.at(-1)?.(text, (rows) => void others.push(...rows));
  }
  return { first: browser.omnibox.setDefaultSuggestion.mock.lastCall?.[0].description, others };
}

beforeEach(() => {
  heard.started.length = 0;
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
    const { first, others } = await saidBack("chrome", typed);
    const says = String(first);
    expect(others).toEqual([]);
    expect(says).not.toMatch(/[<>"']|&(?!#\d+;)/);
    expect(says.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)))).toBe(typed);
  });

  it("is shown as it is in Firefox, which reads no markup there", async () => {
    expect((await saidBack("moz", "a < b & c")).others).toMatchObject([{ description: "a < b & c" }]);
  });

  it("stands in Firefox below a first row that speaks of no text, for that row is drawn before the key is told of", async () => {
    const { first, others } = await saidBack("moz", "shop.ex", "shop.example");
    expect(first).toBe("nothing yet");
    expect(others).toEqual([{ content: "shop.example ", description: "shop.example" }]);
  });

  it("is that first row alone in Firefox while nothing is typed", async () => {
    expect(await saidBack("moz", "")).toEqual({ first: "nothing yet", others: [] });
  });
});
