import { describe, expect, it } from "vitest";
import { formReturn, parseFieldsLook } from "../../../../src/core/incident/form-return.ts";

const look = (parts: object) => ({ beganAt: 1_000, isLoaded: true, hasFields: true, hasText: true, ...parts });

describe("what a step back to a form came to", () => {
  it.each([
    ["the very page that was left, with text in it", {}, "as-left"],
    ["a page made anew, with text in it", { beganAt: 3_000 }, "filled"],
    ["a page made anew, without text", { beganAt: 3_000, hasText: false }, "empty"],
    ["the very page, without text", { hasText: false }, "empty"],
    ["a page without a field", { hasFields: false, hasText: false }, "no-fields"],
  ] as const)("%s", (_what, parts, expected) => {
    expect(formReturn(look(parts), 2_000)).toBe(expected);
  });
});

describe("what a page says of its fields", () => {
  it("is taken as yes or no, and no text of the page comes with it", () => {
    expect(parseFieldsLook(look({ value: "secret" }))).toEqual(look({}));
  });

  it.each([null, "yes", {}, look({ hasText: "secret" }), look({ beganAt: "1" })])(
    "is nothing where it is %j",
    (raw) => {
      expect(parseFieldsLook(raw)).toBeNull();
    },
  );
});
