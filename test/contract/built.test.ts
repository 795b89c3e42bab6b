import { posix } from "node:path";
import { gzipSync } from "node:zlib";
import { parseAst } from "vite";
import { describe, expect, it } from "vitest";
import source from "../../manifest.json" with { type: "json" };
import { patternsIn } from "./patterns/patterns-in.ts";
import { superLinear } from "./patterns/super-linear.ts";
import { contentOf, filesIn } from "./source-files.ts";

type Manifest = {
  readonly background: { readonly service_worker?: string; readonly scripts?: readonly string[] };
  readonly web_accessible_resources?: unknown;
  readonly content_scripts?: unknown;
  readonly browser_specific_settings?: unknown;
  readonly minimum_chrome_version?: string;
  readonly permissions: readonly string[];
  readonly optional_permissions: readonly string[];
};

const KB = 1024;
const gzipped = (paths: Iterable<string>): number =>
  [...paths].reduce((sum, path) => sum + gzipSync(contentOf(path)).byteLength, 0);

/** A script and everything that it imports before it runs; what it imports later is not among it. */
function closureOf(entry: string, found = new Set<string>()): Set<string> {
  if (found.has(entry)) return found;
  found.add(entry);
  for (const [, target = ""] of contentOf(entry).matchAll(
    /(?:^|[;\s}])(?:import|export)\s*(?:[\w$*{}\s,]+?\bfrom\s*)?["'](\.[^"']+)["']/g,
  )) {
    closureOf(posix.join(posix.dirname(entry), target), found);
  }
  return found;
}

/** All that a page loads before it can paint: itself, its styles, its scripts. */
function firstPaintOf(dist: string, page: string): Set<string> {
  const html = posix.join(dist, page);
  const found = new Set([html]);
  for (const [, target = ""] of contentOf(html).matchAll(/\b(?:src|href)="\/([^"]+)"/g)) {
    const path = posix.join(dist, target);
    if (path.endsWith(".js")) closureOf(path, found);
    else found.add(path);
  }
  return found;
}

const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null && "type" in value;

interface Node {
  readonly type: string;
}

/** The sources of the regular expressions that a script makes as it runs, in the function that all of it stands in. */
function madeAtStart(code: string): string[] {
  const within = (node: Node): string[] => {
    if ("regex" in node) return [(node.regex as { pattern: string }).pattern];
    if (/Function/.test(node.type)) return [];
    return Object.values(node).flat().filter(isNode).flatMap(within);
  };
  const functions = (node: Node): Node[] =>
    /Function/.test(node.type) ? [node] : Object.values(node).flat().filter(isNode).flatMap(functions);
  return functions(parseAst(code)).flatMap((whole) => Object.values(whole).flat().filter(isNode).flatMap(within));
}

describe.each(["chrome", "firefox"] as const)("the build for %s", (target) => {
  const dist = `dist/${target}`;
  const manifest = (): Manifest => JSON.parse(contentOf(`${dist}/manifest.json`));

  it("has a sentinel of at most 1,024 bytes, alone in its file", () => {
    const sentinel = contentOf(`${dist}/sentinel.js`);
    expect(Buffer.byteLength(sentinel)).toBeLessThanOrEqual(1_024);
    expect(sentinel).not.toMatch(/\b(?:import|export|require)\b/);
  });

  it("shows no file to pages and runs no script in them by its manifest", () => {
    expect(manifest().web_accessible_resources).toBeUndefined();
    expect(manifest().content_scripts).toBeUndefined();
  });

  it("speaks only to its own browser", () => {
    const { background, browser_specific_settings, minimum_chrome_version, optional_permissions } = manifest();
    const own = target === "chrome" ? ["sidePanel"] : ["dns", "captivePortal"];
    expect(manifest().permissions).toEqual([...source.permissions, ...own]);
    const panels = Object.keys(manifest()).filter((key) => key.startsWith("side"));
    expect(panels).toEqual([target === "chrome" ? "side_panel" : "sidebar_action"]);
    if (target === "chrome") {
      expect(Object.keys(background).sort()).toEqual(["service_worker"]);
      expect(browser_specific_settings).toBeUndefined();
      expect(minimum_chrome_version).toBe("120");
    } else {
      expect(Object.keys(background).sort()).toEqual(["scripts"]);
      expect(minimum_chrome_version).toBeUndefined();
      expect(optional_permissions).toEqual(["notifications", "cookies", "management", "proxy"]);
    }
  });

  it("knows of a consent to what is sent to others where the browser keeps one, and nowhere else", () => {
    const knowing = filesIn(dist).filter((path) => /\bdata_collection/.test(contentOf(path)));
    if (target === "chrome") expect(knowing).toEqual([]);
    else expect(knowing).toEqual(expect.arrayContaining([`${dist}/manifest.json`, `${dist}/worker.js`]));
  });

  it("has a worker in one strict script, which imports nothing", () => {
    const { service_worker, scripts = [service_worker ?? ""] } = manifest().background;
    expect(scripts).toHaveLength(1);
    const worker = contentOf(`${dist}/${scripts[0]}`);
    expect(Buffer.byteLength(worker)).toBeGreaterThan(60 * KB);
    expect(worker.slice(0, 13)).toBe('"use strict";');
    expect(/\bimport\s*[({*"'.]|\bimportScripts\b/.exec(worker)).toBeNull();
  });

  it("has a worker that makes no expression with a class of Unicode as it starts, for Chromium builds the class at once", () => {
    const { service_worker, scripts = [service_worker ?? ""] } = manifest().background;
    const made = madeAtStart(contentOf(`${dist}/${scripts[0]}`));
    expect(made.length).toBeGreaterThan(50);
    expect(made.filter((source) => source.includes("\\p{"))).toEqual([]);
  });

  it("has a card in one strict script, which imports nothing and leaves no name in the page's scope", () => {
    const card = contentOf(`${dist}/card.js`);
    expect(card.slice(0, 13)).toBe('"use strict";');
    expect(/\bimport\s*[({*"'.]|\bimportScripts\b/.exec(card)).toBeNull();
    expect(card.slice(13).trim()).toMatch(/^\(function\s*\(\)\s*\{/);
  });

  it("paints the popup with at most 20 KB, gzipped", () => {
    const files = firstPaintOf(dist, "src/pages/popup/index.html");
    expect(files.size).toBeGreaterThan(2);
    expect(gzipped(files)).toBeLessThanOrEqual(20 * KB);
  });

  it("turns no text into code or markup", () => {
    for (const path of filesIn(dist).filter((file) => file.endsWith(".js"))) {
      expect(contentOf(path), path).not.toMatch(
        /\beval\(|new Function\(|\.innerHTML\s*\+?=[^=]|\.outerHTML\s*\+?=[^=]|insertAdjacentHTML|document\.write/,
      );
    }
  });

  it("holds no expression that takes more than linear time, those of dependencies among them", () => {
    const scripts = filesIn(dist).filter((path) => path.endsWith(".js"));
    const patterns = scripts.flatMap((path) => patternsIn(contentOf(path), "js").literals);
    expect(patterns.length).toBeGreaterThan(300);
    expect(patterns.flatMap(({ source, flags }) => superLinear(source, flags))).toEqual([]);
  });

  it("ships neither tests nor maps nor words of the workshop", () => {
    for (const path of filesIn(dist)) {
      expect(path).not.toMatch(/\.(?:map|tsx?)$|\btest\b/);
      if (/\.(?:js|html|json|css)$/.test(path))
        expect(contentOf(path), path).not.toMatch(/\blocalhost:\d|sourceMappingURL/);
    }
  });
});
