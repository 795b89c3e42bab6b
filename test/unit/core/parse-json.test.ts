import fc from "fast-check";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { parseJson } from "../../../src/core/parse-json.ts";
import { holds } from "../../property.ts";

const schema = () => v.object({ name: v.string(), size: v.optional(v.number(), 1) });

describe("a text of JSON", () => {
  it("is read as its schema says, with what the schema fills in", () => {
    expect(parseJson(schema, ' {"name":"a","other":[]}')).toEqual({ name: "a", size: 1 });
  });

  it.each(["", "{", "null", "[]", '{"name":1}', '{"name":"a","size":"2"}', '{"name":"a"} and more'])(
    "of another shape, or that is none, reads as nothing: %s",
    (text) => {
      expect(parseJson(schema, text)).toBeNull();
    },
  );

  it("never throws", () => {
    holds([fc.oneof(fc.string(), fc.json())], (text) => {
      expect(() => parseJson(schema, text)).not.toThrow();
    });
  });
});
