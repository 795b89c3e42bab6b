import { describe, expect, it } from "vitest";
import { isProxyError } from "../../../../src/core/repair/proxy-error.ts";
import { proxySetting } from "../../../../src/core/repair/proxy-setting.ts";

const MINE = "controllable_by_this_extension";
const said = (value: object, levelOfControl = MINE) => ({ levelOfControl, value });

describe("what Firefox says of its proxy", () => {
  it.each([
    [said({ proxyType: "none" }), { kind: "none", by: "user", server: null }],
    [said({ proxyType: "system" }), { kind: "system", by: "user", server: null }],
    [said({ proxyType: "autoDetect" }), { kind: "auto", by: "user", server: null }],
    [
      said({ proxyType: "autoConfig", autoConfigUrl: "http://wpad/proxy.pac" }, "not_controllable"),
      { kind: "script", by: "administrator", server: "http://wpad/proxy.pac" },
    ],
    [
      said({ proxyType: "manual", http: "one:1", ssl: "two:2", socks: "three:3" }, "controlled_by_other_extensions"),
      { kind: "fixed", by: "extension", server: "two:2" },
    ],
    [said({ proxyType: "manual", socks: "three:3" }), { kind: "fixed", by: "user", server: "three:3" }],
    [said({ proxyType: "manual", ssl: "a\u202eb:1" }), { kind: "fixed", by: "user", server: "a b:1" }],
  ])("%j is %j", (raw, setting) => {
    expect(proxySetting(raw, "https:")).toEqual(setting);
  });

  it("is of the page's own scheme", () => {
    const raw = said({ proxyType: "manual", http: "one:1", ssl: "two:2" });
    expect(proxySetting(raw, "http:")?.server).toBe("one:1");
  });

  it.each([null, {}, said({ proxyType: "new" }), said({}), "manual"])("%j is nothing known", (raw) => {
    expect(proxySetting(raw, "https:")).toBeNull();
  });
});

describe("a request that failed at the proxy", () => {
  it.each([
    ["net::ERR_PROXY_CONNECTION_FAILED", true],
    ["net::ERR_TUNNEL_CONNECTION_FAILED", true],
    ["net::ERR_SOCKS_CONNECTION_FAILED", true],
    ["net::ERR_MANDATORY_PROXY_CONFIGURATION_FAILED", true],
    ["NS_ERROR_PROXY_CONNECTION_REFUSED", true],
    ["NS_ERROR_UNKNOWN_PROXY_HOST", true],
    ["net::ERR_CONNECTION_REFUSED", false],
    ["net::ERR_NAME_NOT_RESOLVED", false],
    ["NS_ERROR_UNKNOWN_HOST", false],
    ["", false],
  ])("%s: %s", (error, is) => {
    expect(isProxyError(error)).toBe(is);
  });
});
