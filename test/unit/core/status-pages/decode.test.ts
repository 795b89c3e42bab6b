import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decode } from "../../../../src/core/status-pages/decode.ts";
import { holds } from "../../../property.ts";

const bytes = (...values: readonly number[]) => Uint8Array.from(values);

describe("decode", () => {
  it.each([
    ["UTF-8", bytes(0x5b, 0xc3, 0xbc), "", "[ü"],
    ["UTF-8 with a mark", bytes(0xef, 0xbb, 0xbf, 0x5b), "", "["],
    ["UTF-16 by its mark, little end first", bytes(0xff, 0xfe, 0x5b, 0, 0xfc, 0), "", "[ü"],
    ["UTF-16 by its mark, big end first", bytes(0xfe, 0xff, 0, 0x5b, 0, 0xfc), "text/html; charset=utf-8", "[ü"],
    ["UTF-16 by its zeros, little end first", bytes(0x5b, 0, 0xfc, 0), "application/json;charset=utf-16", "[ü"],
    ["UTF-16 by its zeros, big end first", bytes(0, 0x5b, 0, 0xfc), "", "[ü"],
    ["what the header says", bytes(0x5b, 0xfc), 'text/html; charset="iso-8859-1"', "[ü"],
    ["UTF-8 where the header says nonsense", bytes(0x5b, 0xc3, 0xbc), "text/html; charset=klingon", "[ü"],
    ["UTF-8 where the header claims UTF-16 wrongly", bytes(0x5b, 0x5d), "application/json;charset=utf-16", "[]"],
    ["nothing", bytes(), "", ""],
  ])("reads %s", (_what, given, contentType, text) => {
    expect(decode(given, contentType)).toBe(text);
  });

  it("never throws, and makes no more of what it is given than was there", () => {
    const charset = fc.oneof(fc.string(), fc.constantFrom("utf-8", "utf-16", "iso-2022-jp", "gb18030", "windows-1252"));
    holds([fc.uint8Array(), charset], (given, type) => {
      expect(decode(given, `x; charset=${type}`).length).toBeLessThanOrEqual(given.length);
    });
  });
});
