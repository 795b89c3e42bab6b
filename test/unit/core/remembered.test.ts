import { describe, expect, it } from "vitest";
import { remembered, rememberedOfTwo } from "../../../src/core/remembered.ts";

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

  it("is read once for each pair of things, in their order", () => {
    const asked: string[] = [];
    const read = rememberedOfTwo((one: { readonly name: string }, other: { readonly name: string }): string => {
      asked.push(one.name + other.name);
      return one.name + other.name;
    });
    const [a, b] = [{ name: "a" }, { name: "b" }];
    expect([read(a, b), read(a, b), read(b, a), read(a, a), read(b, a)]).toEqual(["ab", "ab", "ba", "aa", "ba"]);
    expect(asked).toEqual(["ab", "ba", "aa"]);
  });
});
