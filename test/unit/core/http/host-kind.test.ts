import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hostKind } from "../../../../src/core/http/host-kind.ts";
import { holds } from "../../../property.ts";

const kindOf = (url: string) => hostKind(new URL(url).hostname);

describe("hostKind", () => {
  it.each(["localhost", "LOCALHOST.", "app.localhost", "127.0.0.1", "127.9.9.9", "[::1]", "0.0.0.0", "[::]"])(
    "knows %s as this computer",
    (host) => {
      expect(hostKind(host)).toBe("loopback");
    },
  );

  it.each([
    // RFC 1918, 3927, 6598
    "10.0.0.1",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.1.1",
    "169.254.1.1",
    "100.64.0.1",
    "100.127.255.255",
    // This network, protocol assignments, benchmarks, multicast, what is reserved (RFC 6890)
    "0.0.0.1",
    "0.255.255.255",
    "192.0.0.8",
    "198.18.0.1",
    "198.19.255.255",
    "224.0.0.251",
    "255.255.255.255",
    // Unique local, link-local, the site-local of old, multicast
    "[fd12::1]",
    "[fc00::1]",
    "[fe80::1]",
    "[febf::1]",
    "[fec0::1]",
    "[feff::1]",
    "[ff02::fb]",
    // IPv4 in the clothes of IPv6: mapped, compatible, translated, NAT64, 6to4, Teredo
    "[::ffff:10.0.0.1]",
    "[::192.168.1.1]",
    "[::ffff:0:192.168.1.1]",
    "[64:ff9b::10.1.2.3]",
    "[64:ff9b::c0a8:101]",
    "[64:ff9b:1::1]",
    "[64:ff9b:1:ffff::8.8.8.8]",
    "[2002:a00:1::1]",
    "[2002:c0a8:101:5::1]",
    "[2001:0:808:808:0:0:3f57:fefe]",
    "nas",
    "printer.local",
    "shop.test",
    "www.shop.test.",
    "a.invalid",
    "git.corp",
    "git.home",
    "post.mail",
    "box.home.arpa",
    "1.1.168.192.in-addr.arpa",
    "1.0.0.ip6.arpa",
    "box.localdomain",
    "box.lan",
    "wiki.intranet",
    "wiki.private",
    "wiki.internal",
    "shop.onion",
    "shop.i2p",
    "shop.alt",
  ])("knows %s as private", (host) => {
    expect(kindOf(`http://${host}/`)).toBe("private");
  });

  it.each(["[64:ff9b::127.0.0.1]", "[2002:7f00:1::]", "[2001:0:808:808:0:0:80ff:fffe]", "[::127.0.0.1]"])(
    "knows %s as a way around to this computer",
    (host) => {
      expect(kindOf(`http://${host}/`)).toBe("loopback");
    },
  );

  it.each([
    "shop.example",
    "1.0.0.1",
    "9.255.255.255",
    "11.0.0.1",
    "172.15.0.1",
    "172.32.0.1",
    "100.63.0.1",
    "100.128.0.1",
    "169.253.1.1",
    "192.0.1.1",
    "192.167.1.1",
    "198.17.0.1",
    "198.20.0.1",
    "223.255.255.255",
    "8.8.8.8",
    // Networks for documentation
    "192.0.2.1",
    "198.51.100.1",
    "203.0.113.1",
    "[2001:db8::1]",
    "[2606:4700::1]",
    "[2001:4860:4860::8888]",
    "[::ffff:8.8.8.8]",
    "[64:ff9b::8.8.8.8]",
    "[2002:808:808::1]",
    "[2001:0:808:808:0:0:f7f7:f7f7]",
    "localhost.shop.example",
    "local.shop.example",
    "notlocalhost.example",
    "test.shop.example",
    "contest.example",
    "arpa.example",
  ])("knows %s as public", (host) => {
    expect(kindOf(`http://${host}/`)).toBe("public");
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
    holds([fc.domain()], (domain) => {
      expect(hostKind(`${domain}.example`)).toBe("public");
    });
  });
});
