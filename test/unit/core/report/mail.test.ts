import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mailTo } from "../../../../src/core/report/mail.ts";
import { holds } from "../../../property.ts";
import { hostile } from "../hostile.ts";

const bodyOf = (address: string) => decodeURIComponent(/body=(.*)$/.exec(address)?.[1] ?? "");

describe("a mail with the report", () => {
  it("has address, subject and text, each encoded", () => {
    expect(mailTo("a+b@corp.example", "502 & more", "one\ntwo?\n")).toBe(
      "mailto:a%2Bb@corp.example?subject=502%20%26%20more&body=one%0D%0Atwo%3F",
    );
  });

  it("leaves out the last lines of a long text and says so", () => {
    const body = bodyOf(mailTo("a@b.example", "s", Array.from({ length: 400 }, (_, at) => `line ${at}`).join("\n")));
    expect(body).toMatch(/^line 0\r\nline 1\r\n[\s\S]*\r\n…$/);
  });

  it("bears halves of characters in every part", () => {
    const address = mailTo("a\ud83d@b.example", "s\ude00", "one\ud83d\ntwo \u{1f600}");
    expect(decodeURIComponent(address)).toBe(
      "mailto:a\ufffd@b.example?subject=s\ufffd&body=one\ufffd\r\ntwo \u{1f600}",
    );
  });

  it("is made of any text whatever", () => {
    holds([hostile, hostile, hostile], (to, subject, text) => {
      expect(mailTo(to, subject, text)).toMatch(/^mailto:[\x21-\x7e]*$/);
    });
  });

  it("is never longer than systems hand on", () => {
    holds([fc.string({ maxLength: 3_000, unit: "grapheme" })], (text) => {
      expect(mailTo("a@b.example", "s", text).length).toBeLessThanOrEqual(1_900);
    });
  });
});
