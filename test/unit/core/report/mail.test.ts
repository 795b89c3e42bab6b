import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { message } from "../../../../src/core/message.ts";
import { mailTo } from "../../../../src/core/report/mail.ts";
import { reportOf } from "../../../../src/core/report/report.ts";
import { textOf } from "../../../../src/core/report/text.ts";
import { holds } from "../../../property.ts";
import { hostile } from "../hostile.ts";
import { bare, EXAMPLE } from "./example.ts";

const bodyOf = (address: string) => decodeURIComponent(/body=(.*)$/.exec(address)?.[1] ?? "");

describe("a mail with the report", () => {
  it("has address, subject and text, each encoded", () => {
    expect(mailTo("a+b@corp.example", "502 & more", "one\ntwo?\n")).toEqual({
      address: "mailto:a%2Bb@corp.example?subject=502%20%26%20more&body=one%0D%0Atwo%3F",
      isWhole: true,
    });
  });

  it("leaves out the last lines of a long text and says so", () => {
    const lines = Array.from({ length: 400 }, (_, at) => `line ${at}`);
    const { address, isWhole } = mailTo("a@b.example", "s", lines.join("\n"));
    expect(isWhole).toBe(false);
    expect(bodyOf(address)).toMatch(/^line 0\r\nline 1\r\n[\s\S]*\r\n…$/);
  });

  it("has what the user says of their network, the verdict and the tries of a long report, and leaves out the notes first", () => {
    const check = (at: number) => ({ ...EXAMPLE.rows[0], says: message("check_connection_works", "x".repeat(at)) });
    const rows = [100, 200, 300, 400].map(check) as unknown as typeof EXAMPLE.rows;
    const written = textOf(reportOf({ ...EXAMPLE, rows }, { state: "none" }, bare), bare, "at home, Stadtwerke");
    const { address, isWhole } = mailTo("help@shop.example", "Down", written);
    const body = bodyOf(address);
    expect(isWhole).toBe(false);
    for (const part of ["report_network at home, Stadtwerke", "report_verdict", "report_answers", "report_checks"]) {
      expect(body).toContain(part);
    }
    expect(written).toContain("- owner_nginx_refused");
    expect(body).not.toContain("- owner_nginx_refused");
    expect(written.replaceAll("\n", "\r\n")).toContain(body.slice(0, -1));
  });

  it("bears halves of characters in every part", () => {
    const { address } = mailTo("a\ud83d@b.example", "s\ude00", "one\ud83d\ntwo \u{1f600}");
    expect(decodeURIComponent(address)).toBe(
      "mailto:a\ufffd@b.example?subject=s\ufffd&body=one\ufffd\r\ntwo \u{1f600}",
    );
  });

  it("is made of any text whatever", () => {
    holds([hostile, hostile, hostile], (to, subject, text) => {
      expect(mailTo(to, subject, text).address).toMatch(/^mailto:[\x21-\x7e]*$/);
    });
  });

  it("is never longer than systems hand on", () => {
    holds([fc.string({ maxLength: 3_000, unit: "grapheme" })], (text) => {
      expect(mailTo("a@b.example", "s", text).address.length).toBeLessThanOrEqual(1_900);
    });
  });
});
