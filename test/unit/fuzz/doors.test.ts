import { describe, expect, it } from "vitest";
import { EXPLODES_MS, judge } from "../../fuzz/door.ts";
import { DOORS } from "../../fuzz/doors/index.ts";
import { holds } from "../../property.ts";

// The short run, with the same inputs each time; `npm run fuzz` tries a million, and other ones each time. What a failure
// prints (seed and path) leads `npm run fuzz -- --door WORDS --seed N --path P` to the same input.
describe("whatever comes from outside", () => {
  it.each(DOORS.map((door) => [door.at, door] as const))("%s abstains, soon, within bounds", (_at, door) => {
    holds([door.inputs], (input) => void expect(judge(door, input, EXPLODES_MS).faults).toEqual([]), {
      runs: 25,
    });
  });
});
