import { describe, expect, it } from "vitest";
import config from "../../vitest.config.ts";
import { codeOf, filesIn } from "./source-files.ts";

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

  it("state every property so that the cases are counted which reached an expectation", () => {
    const stating = filesIn("test").filter((path) => /\.tsx?$/.test(path) && /\bfc\.assert\(/.test(codeOf(path)));
    expect(stating).toEqual(["test/property.ts"]);
  });
});
