import { describe, expect, it } from "vitest";
import { whyByStatus } from "../../../../src/core/verdict/status-words.ts";

describe("whyByStatus", () => {
  it.each([
    [500, "origin-invalid", "why_status_500"],
    [501, "misconfigured", "why_status_501"],
    [505, "misconfigured", "why_status_505"],
    [506, "misconfigured", "why_status_506"],
    [507, "origin-invalid", "why_status_507"],
    [508, "misconfigured", "why_status_508"],
    [510, "misconfigured", "why_status_510"],
  ] as const)("tells a %i by its own meaning", (status, cause, key) => {
    expect(whyByStatus(cause, status)).toBe(key);
  });

  it.each([
    [500, "misconfigured"],
    [500, "page-only"],
    [502, "origin-invalid"],
    [504, "origin-slow"],
    [null, "origin-invalid"],
  ] as const)("leaves %s with %s to the words of the cause", (status, cause) => {
    expect(whyByStatus(cause, status)).toBeNull();
  });
});
