import { describe, expect, it } from "vitest";
import { remembered } from "../../../src/core/remembered.ts";

describe("what is read out of a thing", () => {
  it("is read once for each, nothing included", () => {
    const asked: string[] = [];
    const read = remembered(({ name }: { readonly name: string }): string | undefined => {
      asked.push(name);
      return name === "none" ? undefined : name.toUpperCase();
    });
    const [one, none] = [{ name: "one" }, { name: "none" }];
    expect([one, none, one, none].map(read)).toEqual(["ONE", undefined, "ONE", undefined]);
    expect(asked).toEqual(["one", "none"]);
    expect(read({ name: "one" })).toBe("ONE");
    expect(asked).toHaveLength(3);
  });
});
