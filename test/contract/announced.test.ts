import { describe, expect, it } from "vitest";
import { codeOf, filesIn } from "./source-files.ts";

/** What stands in a page empty before its words come, as tests of them show: the one that is seen, and the one that is not. */
const REGIONS = ["src/pages/ui/live-region.tsx", "src/pages/ui/status.tsx"];

describe("what a page says of itself to a screen reader", () => {
  it("comes into a region that was there before it, for none is made anywhere else", () => {
    const making = filesIn("src/pages").filter(
      (path) => path.endsWith(".tsx") && /role="(?:status|log)"|<output|aria-live/.test(codeOf(path)),
    );
    expect(making).toEqual(REGIONS);
  });

  it("is no news where the region is never without words", () => {
    const telling = filesIn("src/pages").flatMap((path) =>
      [...codeOf(path).matchAll(/<Status\b([^>]*)>\s*\{text\(/g)].map(([, props]) => [
        path,
        /\bexplains\b/.test(props ?? ""),
      ]),
    );
    expect(telling).toEqual([
      ["src/pages/options/automatic-section.tsx", true],
      ["src/pages/popup/parts-watch.tsx", true],
      ["src/pages/welcome/welcome.tsx", true],
    ]);
  });
});
