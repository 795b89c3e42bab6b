import { createContext, runInContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { contentOf } from "./source-files.ts";

/** A page as far as our scripts in it look at it, with what they do to it. */
function pageWith(status: number, more: { readonly prerendering?: boolean } = {}) {
  const listened: string[] = [];
  const said: unknown[] = [];
  let touched = 0;
  const extension = () => {
    let runtime: object | undefined = {
      id: "faultline",
      sendMessage: async (message: unknown) => void said.push(message),
    };
    const chrome = {
      get runtime() {
        return runtime;
      },
    };
    return {
      get chrome() {
        touched += 1;
        return chrome;
      },
      end: () => {
        runtime = undefined;
      },
    };
  };
  let present = extension();
  const listeners = new Map<string, (event: object) => void>();
  const listen = (type: string, heard: (event: object) => void) => {
    listened.push(type);
    listeners.set(type, heard);
  };
  const observers: Array<(list: object) => void> = [];
  const page = createContext({
    origin: "https://shop.example",
    navigator: {},
    performance: { timeOrigin: 1, getEntriesByType: () => [{ name: "entry", responseStatus: status }] },
    addEventListener: listen,
    document: { ...more, addEventListener: listen },
    URL,
    PerformanceObserver: class {
      constructor(hear: (list: object) => void) {
        observers.push(hear);
      }
      observe() {}
    },
  });
  return {
    said,
    listened,
    touched: () => touched,
    update: () => {
      present.end();
      present = extension();
      said.length = 0;
    },
    /** Each script keeps the extension that it came with. */
    run: (file: string) => runInContext(`(function (its) { with (its) { ${contentOf(file)} } })`, page)(present),
    event: (type: string, event: object) => listeners.get(type)?.({ isTrusted: true, ...event }),
    load: (...entries: object[]) => {
      for (const hear of observers) hear({ getEntries: () => entries });
    },
  };
}

describe.each(["chrome", "firefox"] as const)("what runs in pages, in the build for %s", (target) => {
  const SENTINEL = `dist/${target}/sentinel.js`;
  const PARTS = `dist/${target}/parts.js`;

  it.each([0, 200, 404, 499, 600])(
    "hears nothing and asks the browser for nothing where a page answers %i",
    (status) => {
      const page = pageWith(status);
      page.run(SENTINEL);
      expect([page.listened, page.touched(), page.said]).toEqual([[], 0, []]);
    },
  );

  it.each([500, 502, 599])("says that a page failed with %i, once, and listens for its end", (status) => {
    const page = pageWith(status);
    page.run(SENTINEL);
    page.run(SENTINEL);
    expect(page.said).toEqual([{ type: "page/failed", request: { entry: expect.stringContaining(`${status}`) } }]);
    expect(page.listened).toEqual(["pageshow", "pagehide"]);
  });

  it("names its document with its last word, and speaks again where the page is shown again", () => {
    const page = pageWith(502);
    page.run(SENTINEL);
    page.event("pagehide", {});
    page.event("pageshow", { persisted: true });
    const { request } = page.said[0] as { request: unknown };
    expect(page.said).toEqual(["page/failed", "page/left", "page/failed"].map((type) => ({ type, request })));
  });

  it("is deaf to events that a page has made up", () => {
    const page = pageWith(502);
    page.run(SENTINEL);
    page.event("pagehide", { isTrusted: false });
    page.event("pageshow", { isTrusted: false, persisted: true });
    expect(page.said).toHaveLength(1);
  });

  it("says no second time that a page failed when it is shown first", () => {
    const page = pageWith(502);
    page.run(SENTINEL);
    page.event("pageshow", { persisted: false });
    expect(page.said).toHaveLength(1);
  });

  it("waits with a page that is prerendered until it is seen", () => {
    const page = pageWith(502, { prerendering: true });
    page.run(SENTINEL);
    expect(page.said).toEqual([]);
    page.event("prerenderingchange", {});
    expect(page.said).toHaveLength(1);
  });

  it.each([
    ["sentinel", SENTINEL, "page/failed"],
    ["watcher of a page's requests", PARTS, "page/parts-failed"],
  ])("leaves the word to a new %s where the one before is an orphan", (_name, file, type) => {
    const page = pageWith(502);
    page.run(file);
    page.update();
    page.run(file);
    const failed = { name: "https://shop.example/cart", responseStatus: 502 };
    page.load(failed, failed);
    expect(page.said).toContainEqual(expect.objectContaining({ type }));
  });

  it("watches a page's requests without a word until one host has failed twice", () => {
    const page = pageWith(200);
    const failed = { name: "https://shop.example/cart", responseStatus: 502 };
    page.run(PARTS);
    page.load({ name: "https://shop.example/", responseStatus: 200 }, failed);
    expect([page.touched(), page.said]).toEqual([0, []]);
    page.run(PARTS);
    page.load(failed, failed);
    expect(page.said).toEqual([
      { type: "page/parts-failed", request: { origin: "https://shop.example", status: 502 } },
    ]);
  });
});
