import { posix } from "node:path";
import { describe, expect, it } from "vitest";
import { codeOf, contentOf, filesIn, importsOf } from "./source-files.ts";

const source = filesIn("src").filter((path) => /\.tsx?$/.test(path));
const inRoom = (path: string, rooms: readonly string[]) => rooms.some((room) => path.startsWith(`src/${room}/`));

/** Rooms of pure judgement, and what they may import beside each other. */
const PURE = [
  "checks",
  "dns",
  "gateways",
  "headers",
  "incident",
  "owner",
  "report",
  "retry",
  "settings",
  "signals",
  "status-pages",
  "texts",
  "vantage",
  "verdict",
];
const PURE_TOO = ["protocol"];
const PACKAGES = ["valibot", "structured-headers"];
const pure = source.filter((path) => inRoom(path, PURE));

describe("only the platform room", () => {
  it.each(source.filter((path) => !inRoom(path, ["platform"])))("imports the polyfill, not %s", (path) => {
    expect(importsOf(path)).not.toContain("webextension-polyfill");
  });

  it.each(source.filter((path) => !inRoom(path, ["platform"]) && path !== "src/sentinel.ts"))(
    "touches the browser's globals, not %s",
    (path) => {
      expect(codeOf(path)).not.toMatch(/(?<![/\w.])(?:chrome|browser)\s*\??\.\s*\w/);
    },
  );

  it("has one door to the polyfill, beside types", () => {
    const doors = source.filter((path) => /import (?!type)[^;]*"webextension-polyfill"/.test(contentOf(path)));
    expect(doors).toEqual(["src/platform/browser.ts"]);
  });
});

describe("a pure room", () => {
  it.each(pure)("imports only pure rooms: %s", (path) => {
    const impure = importsOf(path).filter((target) => {
      if (!target.startsWith(".")) return !PACKAGES.includes(target);
      const file = posix.join(posix.dirname(path), target);
      return !file.endsWith(".json") && !inRoom(file, [...PURE, ...PURE_TOO]);
    });
    expect(impure).toEqual([]);
  });

  it.each(pure)("knows no clock, no chance, no network and no page: %s", (path) => {
    expect(codeOf(path)).not.toMatch(
      /(?<![-\w])(?:Date\.now|Math\.random|crypto\.|performance\.|setTimeout|setInterval|queueMicrotask|fetch\(|XMLHttpRequest|document\.|window\.|navigator\.|localStorage|sessionStorage|console\.|process\.)|new Date\(\)/,
    );
  });

  it.each(pure)("keeps nothing between calls: %s", (path) => {
    expect(contentOf(path)).not.toMatch(/^(?:export )?let /m);
  });
});

describe("the sentinel", () => {
  it("imports nothing, for it is a build entry of its own", () => {
    expect(importsOf("src/sentinel.ts")).toEqual([]);
  });
});

describe("the worker", () => {
  it("wires its events in one short file that keeps nothing and waits for nothing", () => {
    expect(codeOf("src/background/index.ts")).not.toMatch(/\bawait\b|\.then\(/);
  });

  it.each(source.filter((path) => inRoom(path, ["background"])))("cannot import at run time: %s", (path) => {
    expect(codeOf(path)).not.toMatch(/\bimport\(/);
  });
});

describe("a source file", () => {
  it.each(filesIn("src"))("has at most 300 lines: %s", (path) => {
    expect(contentOf(path).split("\n").length - 1).toBeLessThanOrEqual(300);
  });

  it.each(source)("is named in kebab case: %s", (path) => {
    expect(posix.basename(path)).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*\.tsx?$/);
  });
});
