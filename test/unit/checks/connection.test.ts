import { describe, expect, it } from "vitest";
import { connection } from "../../../src/checks/connection.ts";
import { NOTHING, ok, signals } from "./given.ts";

describe("connection", () => {
  it.each([
    ["online", "pass", "online"],
    ["captive-portal", "fail", "portal-answered"],
    ["no-internet", "fail", "nobody-answered"],
  ] as const)("reads %s as %s over plain http", (connectivity, outcome, evidence) => {
    const incident = { url: "http://shop.example/cart", status: 502, protected: false };
    expect(connection.judge(signals({ incident, connectivity: ok(connectivity) }))).toMatchObject({
      outcome,
      evidence: [evidence],
    });
  });

  it.each(["captive-portal", "no-internet"] as const)(
    "sees %s, and makes nothing of it, where an error came over https: nothing on the way can have written it",
    (connectivity) => {
      expect(connection.judge(signals({ connectivity: ok(connectivity) }))).toMatchObject({
        outcome: "fail",
        evidence: [],
      });
    },
  );

  it.each([
    ["captive-portal", "portal-answered"],
    ["no-internet", "nobody-answered"],
  ] as const)("weighs %s over https as long as no answer has been seen", (connectivity, evidence) => {
    const incident = { url: "https://shop.example/cart", status: null, protected: false };
    expect(connection.judge(signals({ incident, connectivity: ok(connectivity) }))).toMatchObject({
      outcome: "fail",
      evidence: [evidence],
    });
  });

  it.each(NOTHING)("knows nothing when the test %s", (_what, connectivity) => {
    expect(connection.judge(signals({ connectivity }))).toMatchObject({ outcome: "inconclusive", evidence: [] });
  });

  it.each(["http://localhost:3000/", "http://app.localhost/", "http://127.0.0.1/", "http://[::1]/"])(
    "plays no part for %s, which runs here, whatever the network does",
    (url) => {
      const incident = { url, status: 502, protected: false };
      for (const connectivity of [ok("captive-portal" as const), ok("no-internet" as const)]) {
        expect(connection.judge(signals({ incident, connectivity }))).toMatchObject({
          outcome: "not-applicable",
          evidence: ["runs-here"],
        });
      }
    },
  );

  it.each(["http://nas/", "http://192.168.1.5/"])("takes %s for an ordinary server", (url) => {
    const incident = { url, status: 502, protected: false };
    expect(connection.judge(signals({ incident, connectivity: ok("online") })).outcome).toBe("pass");
  });
});
