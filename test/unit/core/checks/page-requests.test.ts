import { describe, expect, it } from "vitest";
import { pageRequests } from "../../../../src/core/checks/page-requests.ts";
import type { FailingHost } from "../../../../src/core/incident/page-requests.ts";
import { signals } from "./given.ts";

const host = (parts: Partial<FailingHost> = {}): FailingHost => ({
  host: "api.shop.example",
  failed: 3,
  statuses: [500, 502],
  url: "https://api.shop.example/items",
  status: 502,
  repeatable: false,
  ...parts,
});
const judge = (failing: readonly FailingHost[]) =>
  pageRequests.judge(
    signals({ requests: { pageHost: "www.shop.example", pageStatus: 200, seen: 9, hidden: 2, failing } }),
  );

describe("page-requests", () => {
  it("has no part in a page that itself failed", () => {
    expect(pageRequests.judge(signals()).outcome).toBe("not-applicable");
  });

  it("passes a page of which no request is seen to have failed", () => {
    expect(judge([])).toMatchObject({ outcome: "pass", says: { key: "check_page_requests_none" } });
  });

  it.each([
    [[host()], "check_page_requests_many", ["200", "3", "api.shop.example", "500, 502"]],
    [[host({ failed: 1, statuses: [503] })], "check_page_requests_one", ["200", "api.shop.example", "503"]],
    [
      [host(), host({ host: "a.example", failed: 2 }), host({ host: "b.example", failed: 1 })],
      "check_page_requests_more",
      ["200", "3", "api.shop.example", "500, 502", "3"],
    ],
  ] as const)("says what the page answered, and which host failed how often: %#", (failing, key, args) => {
    expect(judge(failing)).toMatchObject({ outcome: "fail", says: { key, args } });
  });

  it("weighs nothing: what the status means is another check's", () => {
    expect(judge([host()]).evidence).toEqual([]);
  });
});
