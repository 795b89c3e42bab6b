import { posix } from "node:path";
import { parseSync } from "vite";
import { contentOf, filesIn } from "./source-files.ts";

/** One file of the source or of the tests: whom it imports, types included, and what it exports. */
export interface Module {
  readonly path: string;
  readonly imports: ReadonlyArray<{
    /** Path from the root of the repository, or the name of a package. */
    readonly target: string;
    /** What is taken; `*` for all of it. */
    readonly names: readonly string[];
  }>;
  readonly exports: readonly string[];
}

const EVERYTHING = "*";
/** What mocks and later imports name. */
const LATER = /\b(?:import|importActual|importOriginal)(?:<[^>]*>)?\(\s*["']([^"']+)["']/g;

function moduleOf(path: string): Module {
  const text = contentOf(path);
  const { staticImports, staticExports } = parseSync(path, text).module;
  const target = (specifier: string): string =>
    specifier.startsWith(".") ? posix.join(posix.dirname(path), specifier) : specifier;
  const nameOf = ({ kind, name }: { kind: string; name: string | null }): string =>
    kind === "Default" ? "default" : (name ?? EVERYTHING);
  const passedOn = staticExports.flatMap(({ entries }) =>
    entries.flatMap(({ moduleRequest, importName }) =>
      moduleRequest ? [{ target: target(moduleRequest.value), names: [importName.name ?? EVERYTHING] }] : [],
    ),
  );
  const later = [...text.matchAll(LATER)].map(([, specifier = ""]) => ({
    target: target(specifier),
    names: [EVERYTHING],
  }));
  return {
    path,
    imports: [
      ...staticImports.map(({ moduleRequest, entries }) => ({
        target: target(moduleRequest.value),
        names: entries.map(({ importName }) => nameOf(importName)),
      })),
      ...passedOn,
      ...later,
    ],
    exports: staticExports.flatMap(({ entries }) => entries.map(({ exportName }) => exportName.name ?? "default")),
  };
}

const isModule = (path: string): boolean => /\.tsx?$/.test(path);

export const SOURCE: readonly Module[] = filesIn("src").filter(isModule).map(moduleOf);
export const TESTS: readonly Module[] = filesIn("test").filter(isModule).map(moduleOf);

/** The first circle of files that a walk along the imports meets, as the paths on it; null where there is none. */
export function circleIn(modules: readonly Module[]): readonly string[] | null {
  const byPath = new Map(modules.map((module) => [module.path, module]));
  const done = new Set<string>();
  const walk = (path: string, way: readonly string[]): readonly string[] | null => {
    if (way.includes(path)) return [...way.slice(way.indexOf(path)), path];
    if (done.has(path)) return null;
    for (const { target } of byPath.get(path)?.imports ?? []) {
      const circle = walk(target, [...way, path]);
      if (circle) return circle;
    }
    done.add(path);
    return null;
  };
  for (const { path } of modules) {
    const circle = walk(path, []);
    if (circle) return circle;
  }
  return null;
}

/** What source files export and no other file of source or tests imports, as `path: name`. */
export function unreadExports(source: readonly Module[], tests: readonly Module[]): readonly string[] {
  const read = new Set(
    [...source, ...tests].flatMap(({ imports }) =>
      imports.flatMap(({ target, names }) => names.map((name) => `${target}: ${name}`)),
    ),
  );
  return source.flatMap(({ path, exports }) =>
    exports.map((name) => `${path}: ${name}`).filter((one) => !read.has(one) && !read.has(`${path}: ${EVERYTHING}`)),
  );
}
