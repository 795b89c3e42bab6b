import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hostKind } from "../../../src/incident/host-kind.ts";

const kindOf = (url: string) => hostKind(new URL(url).hostname);

describe("hostKind", () => {
  it.each(["localhost", "LOCALHOST.", "app.localhost", "127.0.0.1", "127.9.9.9", "[::1]", "0.0.0.0", "[::]"])(
    "knows %s as this computer",
    (host) => {
      expect(hostKind(host)).toBe("loopback");
    },
  );

  it.each([
    "10.0.0.1",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.1.1",
    "169.254.1.1",
    "100.64.0.1",
    "[fd12::1]",
    "[fe80::1]",
    "nas",
    "printer.local",
    "git.corp",
    "box.home.arpa",
    "box.localdomain",
    "shop.onion",
  ])("knows %s as private", (host) => {
    expect(hostKind(host)).toBe("private");
  });

  it.each([
    "shop.example",
    "172.15.0.1",
    "172.32.0.1",
    "100.63.0.1",
    "100.128.0.1",
    "8.8.8.8",
    "[2606:4700::1]",
    "localhost.shop.example",
    "local.shop.example",
    "notlocalhost.example",
  ])("knows %s as public", (host) => {
    expect(hostKind(host)).toBe("public");
  });

  it.each(["127.shop.example", "10.shop.example", "192.168.shop.example", "127.0.0.1.nip.example"])(
    "does not take the name %s for an address",
    (host) => {
      expect(hostKind(host)).toBe("public");
    },
  );

  it.each([
    ["http://127.1/", "loopback"],
    ["http://2130706433/", "loopback"],
    ["http://0x7f.0.0.1/", "loopback"],
    ["http://[::ffff:127.0.0.1]/", "loopback"],
    ["http://[::ffff:10.0.0.1]/", "private"],
    ["http://[::ffff:8.8.8.8]/", "public"],
  ])("sees through the spelling of %s", (url, kind) => {
    expect(kindOf(url)).toBe(kind);
  });

  it("calls no name under a public domain loopback", () => {
    fc.assert(
      fc.property(fc.domain(), (domain) => {
        expect(hostKind(`${domain}.example`)).toBe("public");
      }),
    );
  });
});
