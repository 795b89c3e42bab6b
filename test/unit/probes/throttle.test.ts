import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

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

describe("what is counted", () => {
  const START = Date.UTC(2026, 8, 23, 12);
  const MINUTE = 60_000;
  beforeEach(() => vi.useFakeTimers({ now: START, toFake: ["Date"] }));
  afterEach(() => vi.useRealTimers());

  it("is of the last thousand addresses, however many fail", () => {
    const pages = Array.from({ length: 10_000 }, (_, index) => `https://shop.example/page-${index}`);
    for (const page of pages) for (let time = 0; time < 3; time += 1) throttle.noteAnswer(page, 503);
    const known = pages.filter((page) => throttle.looksThrottled(page, 0));
    expect(known).toEqual(pages.slice(-1_000));
  });

  it("stays of an address that goes on failing, however many others fail meanwhile", () => {
    answers(503, 503, 503);
    for (let index = 0; index < 10_000; index += 1) {
      throttle.noteAnswer(`https://shop.example/page-${index}`, 503);
      if (index % 500 === 0) answers(503);
    }
    expect(throttle.looksThrottled(URL_ASKED, 0)).toBe(true);
  });

  it("goes with the next answer after a quarter of an hour", () => {
    answers(503, 503, 503);
    vi.setSystemTime(START + 15 * MINUTE);
    throttle.noteAnswer("https://shop.example/other", 503);
    // Nothing of it is left, whatever time it is taken to be.
    vi.setSystemTime(START);
    expect(throttle.looksThrottled(URL_ASKED, 0)).toBe(false);
  });

  it("begins anew after a quarter of an hour, as the browser's own count does", () => {
    answers(503, 503);
    vi.setSystemTime(START + 15 * MINUTE);
    answers(503);
    expect(throttle.looksThrottled(URL_ASKED, 0)).toBe(false);
  });
});
