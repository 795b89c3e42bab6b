import { describe, expect, it } from "vitest";
import config from "../../vitest.config.ts";
import { SOURCE, TESTS } from "./import-graph.ts";
import { codeOf, filesIn } from "./source-files.ts";

/** It runs in pages of others; the preview shows the card alone. */
const CARD_ENTRY = "src/pages/card/main.tsx";

const projects = (config.test?.projects ?? []).flatMap((project) =>
  typeof project === "object" && "test" in project && project.test ? [project.test] : [],
);

describe("the tests", () => {
  it("fail where they expect nothing, in every project", () => {
    expect(projects).not.toHaveLength(0);
    expect(projects.filter(({ expect: demands }) => demands?.requireAssertions !== true)).toEqual([]);
  });

  it("that share a process begin each file with modules, clocks and globals of its own", () => {
    const sharing = projects.filter(({ isolate }) => isolate === false);
    expect(sharing.map(({ name }) => name)).toEqual(["unit"]);
    expect(sharing.flatMap(({ setupFiles }) => setupFiles)).toEqual(["test/fresh-file.ts"]);
  });

  it("have a stand-in, in the preview, for every value that a page takes from the platform", () => {
    const isValue = (name: string): boolean => /^[a-z]|^[A-Z_]+$/.test(name);
    const standIns = TESTS.filter(({ path }) => path.startsWith("test/preview/platform/"));
    expect(standIns).not.toHaveLength(0);
    const lacked = standIns.flatMap(({ path, exports }) => {
      const target = path.replace("test/preview/", "src/");
      const taken = SOURCE.filter((module) => module.path.startsWith("src/pages/") && module.path !== CARD_ENTRY)
        .flatMap(({ imports }) => imports)
        .filter((taking) => taking.target === target)
        .flatMap(({ names }) => names.filter(isValue));
      return [...new Set(taken)].filter((name) => !exports.includes(name)).map((name) => `${path} lacks ${name}`);
    });
    expect(lacked).toEqual([]);
  });

  it("state every property so that the cases are counted which reached an expectation", () => {
    const stating = filesIn("test").filter((path) => /\.tsx?$/.test(path) && /\bfc\.assert\(/.test(codeOf(path)));
    expect(stating).toEqual(["test/property.ts"]);
  });
});
