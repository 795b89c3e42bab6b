import { describe, expect, it } from "vitest";
import { isChecked, isFailure, isLimited, isRetried } from "../../../../src/core/incident/status.ts";

describe("isRetried", () => {
  it.each([502, 503, 504, 520, 522, 530])("holds for %i", (status) => {
    expect(isRetried(status)).toBe(true);
  });
  it.each([200, 429, 500, 501, 505, 511, 519, 531, 599])("does not hold for %i", (status) => {
    expect(isRetried(status)).toBe(false);
  });
});

describe("isFailure", () => {
  it("holds from 500 to 599", () => {
    expect([0, 499, 500, 511, 599, 600].map(isFailure)).toEqual([false, false, true, true, true, false]);
  });

  it("holds for everything that is retried", () => {
    for (let status = 0; status < 1_000; status += 1) if (isRetried(status)) expect(isFailure(status)).toBe(true);
  });
});

describe("isChecked", () => {
  it("holds for failures and for limits, and for no other refusal", () => {
    expect([200, 403, 404, 429, 500, 599, 600].map(isChecked)).toEqual([false, false, false, true, true, true, false]);
  });

  it("holds for more than what is noticed and retried: a limit is neither", () => {
    expect([isLimited(429), isLimited(503), isLimited(null)]).toEqual([true, false, false]);
    expect([isFailure(429), isRetried(429)]).toEqual([false, false]);
  });
});
