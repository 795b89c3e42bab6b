import { describe, expect, it } from "vitest";
import { compareByAge } from "../../../bench/retry/by-age.ts";
import { world } from "../outages/world.ts";

const [guides = 0, fitted = 0, others = 0, least = 0] = compareByAge(world().slice(0, 500)).map(
  ({ product }) => product,
);

describe("what a schedule can reach that goes by an outage's age alone", () => {
  it("is never below the least there is", () => {
    for (const product of [guides, fitted, others]) expect(product).toBeGreaterThan(least);
  });

  it("is nearer to it for a model that was fitted to other monitors of the same world than for what guides say", () => {
    expect(fitted).toBeLessThan(guides);
  });
});
