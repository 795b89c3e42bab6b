import { describe, expect, it } from "vitest";
import { plainText } from "../../../../src/core/http/plain-text.ts";
import { viewers } from "../gateways/samples.ts";

describe("plainText", () => {
  it.each([
    ["raw text", " no healthy upstream\n", "no healthy upstream"],
    ["Chromium's viewer", viewers.chromium("a &lt;b&gt; &amp; c"), "a <b> & c"],
    ["Firefox's viewer", viewers.firefox("text"), "text"],
    ["an empty body", "", ""],
    ["an empty document", "<html><head></head><body></body></html>", ""],
    ["a page", "<html><head></head><body><p>text</p></body></html>", null],
  ])("reads %s", (_what, body, text) => {
    expect(plainText(body)).toBe(text);
  });
});
