import { beforeEach, describe, expect, it, vi } from "vitest";

const URL_ASKED = "https://shop.example/cart";
let throttle: typeof import("../../../src/probes/throttle.ts");

beforeEach(async () => {
  vi.resetModules();
  throttle = await import("../../../src/probes/throttle.ts");
});

const answers = (...statuses: number[]) => {
  for (const status of statuses) throttle.noteAnswer(URL_ASKED, status);
};

describe("looksThrottled", () => {
  it("holds for an instant failure after three counted answers", () => {
    answers(503, 500, 509);
    expect(throttle.looksThrottled(URL_ASKED, 3)).toBe(true);
  });

  it("does not hold before", () => {
    expect(throttle.looksThrottled(URL_ASKED, 0)).toBe(false);
    answers(503, 503);
    expect(throttle.looksThrottled(URL_ASKED, 0)).toBe(false);
  });

  it("does not hold for a failure that took a real connection's time", () => {
    answers(503, 503, 503);
    expect(throttle.looksThrottled(URL_ASKED, 15)).toBe(true);
    expect(throttle.looksThrottled(URL_ASKED, 16)).toBe(false);
  });

  it.each([501, 502, 504, 520, 429, 404])("does not count a %i", (status) => {
    answers(status, status, status, status);
    expect(throttle.looksThrottled(URL_ASKED, 0)).toBe(false);
  });

  it.each([200, 404, 502])("begins anew after a %i", (status) => {
    answers(503, 503, status, 503);
    expect(throttle.looksThrottled(URL_ASKED, 0)).toBe(false);
  });

  it("counts host and path together, whatever the query", () => {
    throttle.noteAnswer("https://shop.example/cart?a=1", 503);
    throttle.noteAnswer("https://shop.example/cart?a=2", 503);
    throttle.noteAnswer("https://shop.example/cart", 503);
    expect(throttle.looksThrottled("https://shop.example/cart?b=3", 0)).toBe(true);
    expect(throttle.looksThrottled("https://shop.example/other", 0)).toBe(false);
    expect(throttle.looksThrottled("https://shop.example:8443/cart", 0)).toBe(false);
    expect(throttle.looksThrottled("https://api.shop.example/cart", 0)).toBe(false);
  });
});
