import { describe, expect, it } from "vitest";
import config from "../../vitest.config.ts";
import { contentOf, filesIn } from "./source-files.ts";

const projects = (config.test?.projects ?? []).flatMap((project) =>
  typeof project === "object" && "test" in project && project.test ? [project.test] : [],
);

describe("the tests", () => {
  it("fail where they expect nothing, in every project", () => {
    expect(projects).not.toHaveLength(0);
    expect(projects.filter(({ expect: demands }) => demands?.requireAssertions !== true)).toEqual([]);
  });

  it("state every property so that the cases are counted which reached an expectation", () => {
    const bypassing = filesIn("test").filter(
      (path) => path.endsWith(".test.ts") && /\bfc\s*\.\s*assert\(/.test(contentOf(path)),
    );
    // This very file speaks of it.
    expect(bypassing.filter((path) => !path.endsWith("test-setup.test.ts"))).toEqual([]);
  });
});
