import { expect, it } from "vitest";
import { contentOf, filesIn } from "./source-files.ts";

/** What `npm run new` writes where somebody has to say more. Put together, so that this file has none. */
const MARK = ["FILL", "IN"].join(" ");
const TELLING = ["test/contract/new.test.ts"];

it("nothing is left to be filled in of what npm run new wrote", () => {
  const left = ["src", "test", "public/_locales"]
    .flatMap(filesIn)
    .filter((path) => /\.(?:tsx?|json)$/.test(path) && !TELLING.includes(path))
    .flatMap((path) =>
      contentOf(path)
        .split("\n")
        .flatMap((line, at) => (line.includes(MARK) ? [`${path}:${at + 1} ${line.trim()}`] : [])),
    );
  expect(left).toEqual([]);
});
