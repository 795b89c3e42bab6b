import { posix } from "node:path";
import { describe, expect, it } from "vitest";
import { circleIn, type Module, SOURCE, TESTS, unreadExports } from "./import-graph.ts";
import { codeOf, contentOf, filesIn } from "./source-files.ts";

/** The rooms by floor: a file imports from its own room and from lower floors. */
const FLOOR = { core: 0, platform: 1, probes: 2, background: 3, pages: 3 } as const;

/** The rooms within core, the lowest first: a file imports from its own and from those before it. */
const CORE = [
  "core itself",
  "http",
  "prose",
  "evidence",
  "gateways",
  "places",
  "status-pages",
  "incident",
  "writer",
  "checks",
  "settings",
  "retry",
  "history",
  "verdict",
  "repair",
  "diagnosis",
  "protocol",
  "report",
];

/** What runs in pages, each built by itself. */
const IN_PAGES = ["src/sentinel.ts", "src/parts.ts"];
const source = SOURCE.filter(({ path }) => !IN_PAGES.includes(path));
const core = source.filter(({ path }) => path.startsWith("src/core/"));

const roomOf = (path: string): string => path.split("/")[1] ?? "";
const coreRoomOf = (path: string): string => /^src\/core\/([^/]+)\//.exec(path)?.[1] ?? "core itself";
const floorOf = (room: string): number => FLOOR[room as keyof typeof FLOOR] ?? Number.NaN;

/** Imports that lead from one place in the source to another, without packages and data. */
const arrowsOf = ({ path, imports }: Module) =>
  imports.filter(({ target }) => /^src\/.*\.tsx?$/.test(target)).map(({ target }) => ({ path, target }));

/** The folders of some files as if each were a file: a folder imports those that its files import from. */
function foldersOf(modules: readonly Module[]): readonly Module[] {
  const arrows = modules
    .flatMap(arrowsOf)
    .map(({ path, target }) => ({ from: posix.dirname(path), target: posix.dirname(target), names: [] }))
    .filter(({ from, target }) => from !== target);
  const folders = [...new Set(modules.map(({ path }) => posix.dirname(path)))];
  return folders.map((path) => ({ path, imports: arrows.filter(({ from }) => from === path), exports: [] }));
}

describe("the rooms of the source", () => {
  it("are these, beside what runs in pages", () => {
    expect([...new Set(source.map(({ path }) => roomOf(path)))].sort()).toEqual(Object.keys(FLOOR).sort());
  });

  it("import only from lower floors: pages and background, probes, platform, core", () => {
    const upward = source.flatMap(arrowsOf).filter(({ path, target }) => {
      const [from, to] = [roomOf(path), roomOf(target)];
      return from !== to && !(floorOf(to) < floorOf(from));
    });
    expect(upward).toEqual([]);
  });

  it("have no circle of files", () => {
    expect(circleIn(SOURCE)).toBeNull();
  });

  it("export nothing that no other file reads", () => {
    expect(unreadExports(SOURCE, TESTS)).toEqual([]);
  });
});

describe("the rooms of core", () => {
  it("are these", () => {
    expect([...new Set(core.map(({ path }) => coreRoomOf(path)))].sort()).toEqual([...CORE].sort());
  });

  it("import only from those before them", () => {
    const upward = core.flatMap(arrowsOf).filter(({ path, target }) => {
      return CORE.indexOf(coreRoomOf(target)) > CORE.indexOf(coreRoomOf(path));
    });
    expect(upward).toEqual([]);
  });

  it("have no circle of folders, those within a room among them", () => {
    expect(circleIn(foldersOf(core))).toBeNull();
  });
});

describe("core", () => {
  const PACKAGES = ["valibot", "structured-headers"];
  const TEXTS = "public/_locales/en/messages.json";

  it("imports nothing but core, beside two packages and the texts", () => {
    const isPure = (target: string): boolean =>
      target.startsWith("src/core/") || target === TEXTS || PACKAGES.includes(target);
    const impure = core.flatMap(({ path, imports }) =>
      imports.flatMap(({ target }) => (isPure(target) ? [] : [{ path, target }])),
    );
    expect(impure).toEqual([]);
  });

  it.each(core.map(({ path }) => path))("knows no clock, no chance, no network and no page: %s", (path) => {
    expect(codeOf(path)).not.toMatch(
      /(?<![-\w])(?:Date\.now|Math\.random|crypto\.|performance\.|setTimeout|setInterval|queueMicrotask|fetch\(|XMLHttpRequest|document\.|window\.|navigator\.|localStorage|sessionStorage|console\.|process\.)|new Date\(\)/,
    );
  });

  it.each(core.map(({ path }) => path))("keeps nothing between calls: %s", (path) => {
    expect(contentOf(path)).not.toMatch(/^(?:export )?let /m);
  });
});

describe("only the platform room", () => {
  const others = source.filter(({ path }) => roomOf(path) !== "platform");

  it.each(others.map(({ path, imports }) => [path, imports] as const))("imports the polyfill, not %s", (_, imports) => {
    expect(imports.map(({ target }) => target)).not.toContain("webextension-polyfill");
  });

  it.each(others.map(({ path }) => path))("touches the browser's globals, not %s", (path) => {
    expect(codeOf(path)).not.toMatch(/(?<![/\w.])(?:chrome|browser)\s*\??\.\s*\w/);
  });

  it("has one door to the polyfill, beside types", () => {
    const doors = source.filter(({ path }) => /import (?!type)[^;]*"webextension-polyfill"/.test(contentOf(path)));
    expect(doors.map(({ path }) => path)).toEqual(["src/platform/browser.ts"]);
  });
});

describe("the network", () => {
  const DOOR = "src/probes/bare-fetch.ts";
  /** It reads what ships with the extension, and asks nobody. */
  const PACKAGE = "src/platform/packaged-file.ts";
  const ASKS = /(?<![-\w])(?:fetch\s*\(|XMLHttpRequest|sendBeacon|WebSocket|EventSource|WebTransport|importScripts)/;

  it("is asked in one file", () => {
    const asking = SOURCE.map(({ path }) => path).filter((path) => ASKS.test(codeOf(path)));
    expect(asking.sort()).toEqual([PACKAGE, DOOR]);
  });

  it("is not what a file of the package is read from", () => {
    expect(codeOf(PACKAGE).match(/fetch\([^\n]*/g)).toEqual(["fetch(browser.runtime.getURL(path));"]);
  });
});

describe.each(IN_PAGES)("%s", (file) => {
  it("imports nothing, for it is a build entry of its own", () => {
    expect(SOURCE.find(({ path }) => path === file)?.imports).toEqual([]);
  });
});

describe("the worker", () => {
  it("wires its events in one short file that keeps nothing and waits for nothing", () => {
    expect(codeOf("src/background/index.ts")).not.toMatch(/\bawait\b|\.then\(/);
  });

  it.each(source.map(({ path }) => path).filter((path) => roomOf(path) === "background"))(
    "cannot import at run time: %s",
    (path) => {
      expect(codeOf(path)).not.toMatch(/\bimport\(/);
    },
  );
});

describe("a source file", () => {
  it.each(filesIn("src"))("has at most 300 lines: %s", (path) => {
    expect(contentOf(path).split("\n").length - 1).toBeLessThanOrEqual(300);
  });

  it.each(SOURCE.map(({ path }) => path))("is named in kebab case: %s", (path) => {
    expect(posix.basename(path)).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.d)?\.tsx?$/);
  });
});
