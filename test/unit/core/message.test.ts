import { describe, expect, it } from "vitest";
import { message } from "../../../src/core/message.ts";

describe("message", () => {
  it("is its key alone when it inserts nothing, so that equal sentences are equal data", () => {
    expect(message("check_failed")).toEqual({ key: "check_failed" });
    expect(Object.keys(message("check_failed"))).toEqual(["key"]);
  });

  it("keeps what it inserts in order, sentences within sentences too, and can be stored", () => {
    const framed = message("side_you", message("cause_cookies_headline", "shop.example"));
    expect(JSON.parse(JSON.stringify(framed))).toEqual({
      key: "side_you",
      args: [{ key: "cause_cookies_headline", args: ["shop.example"] }],
    });
  });
});
