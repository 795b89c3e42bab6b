import { describe, expect, it } from "vitest";
import { patternsIn } from "../unit/patterns/patterns-in.ts";
import { superLinear } from "../unit/patterns/super-linear.ts";
import { contentOf, filesIn } from "./source-files.ts";

/** The sources' own are looked at in `test/unit/patterns`; a build holds those of its dependencies as well. */
describe.each(["dist/chrome", "dist/firefox"])("the patterns in %s", (folder) => {
  const scripts = filesIn(folder).filter((path) => path.endsWith(".js"));
  const patterns = scripts.flatMap((path) => patternsIn(contentOf(path), "js").literals);

  it("take linear time, those of dependencies too", () => {
    expect(patterns.length).toBeGreaterThan(300);
    expect(patterns.flatMap(({ source, flags }) => superLinear(source, flags))).toEqual([]);
  });
});
