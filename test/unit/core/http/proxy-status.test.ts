import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { proxyError } from "../../../../src/core/gateways/proxy-status.ts";
import { parseProxyStatus } from "../../../../src/core/http/proxy-status.ts";
import { holds } from "../../../property.ts";

const header = (...values: string[]) => values.map((value) => ["proxy-status", value] as const);

describe("Proxy-Status", () => {
  it("lists hops in order, the origin's side first", () => {
    expect(
      parseProxyStatus(
        header('revproxy1.example.net; received-status=502, "Some CDN"; error=connection_refused; details="no luck"'),
      ),
    ).toEqual([
      { name: "revproxy1.example.net", receivedStatus: 502 },
      { name: "Some CDN", error: "connection_refused", details: "no luck" },
    ]);
  });

  it("joins repeated fields", () => {
    expect(parseProxyStatus(header("a", "b")).map(({ name }) => name)).toEqual(["a", "b"]);
  });

  it.each([
    ["nothing", []],
    ["an empty field", header("")],
    ["half a field", header("a; error=")],
    ["a trailing comma", header("a; error=dns_error,")],
    ["another syntax", header("error: connection_refused")],
    ["a number for a name", header("12; error=dns_error")],
    ["an inner list for a name", header("(a b); error=dns_error")],
    ["an error that nobody registered", header("a; error=gremlins")],
    ["a name of every object's", header("a; error=constructor")],
    ["too much", header(`a; error=dns_error; details="${"x".repeat(9_000)}"`)],
  ])("hears nothing in %s", (_what, headers) => {
    expect(proxyError(headers)).toBeNull();
  });

  it("makes names fit to be shown", () => {
    expect(parseProxyStatus(header(`"<b>${"x".repeat(100)}"`))[0]?.name).toBe(`b ${"x".repeat(58)}`);
  });

  it("never throws and never names more than 20 hops", () => {
    holds(
      [fc.array(fc.oneof(fc.string(), fc.constantFrom("a; error=dns_error", "a, b", '"', "(")), { maxLength: 30 })],
      (values) => {
        expect(parseProxyStatus(header(...values)).length).toBeLessThanOrEqual(20);
        proxyError(header(...values));
      },
    );
    expect(parseProxyStatus(header("a, ".repeat(100)))).toEqual([]);
    expect(parseProxyStatus(header(`${"a, ".repeat(100)}a`))).toHaveLength(20);
  });
});
