import { bytesOf } from "./address.ts";

/** Where a host name leads as far as the name alone tells. */
type HostKind = "public" | "loopback" | "private";

/**
 * Names that no public resolver has an answer for, and one that reads a network's inside: .test, .invalid and
 * .localhost (RFC 6761), .local (RFC 6762), .onion (RFC 7686), .alt (RFC 9476), home.arpa (RFC 8375) and the rest of
 * .arpa, whose names spell addresses; .internal, which ICANN has set aside in 2024, .corp, .home and .mail, which it
 * gives to nobody; and the ones that routers and offices use of their own accord. `.example` is not among them: it
 * stands for public names, in our tests as everywhere.
 */
const PRIVATE_NAME =
  /\.(local|test|invalid|onion|i2p|alt|arpa|internal|corp|home|mail|localdomain|lan|intranet|private)$/;

/**
 * IPv6 addresses that carry an IPv4 one, as 32 hexadecimal digits: IPv4-compatible (RFC 4291), translated (RFC 2765),
 * NAT64 (RFC 6052), 6to4 (RFC 3056), and Teredo (RFC 4380), which writes it with every bit turned.
 */
const WRAPPED = /^(?:0{24}|0{16}ffff0{4}|0064ff9b0{16})(.{8})$|^2002(.{8})/;
const TEREDO = /^20010000.{16}(.{8})$/;
/** Local NAT64 (RFC 8215), unique local (RFC 4193), link-local, the site-local of old (RFC 3879), and multicast. */
const PRIVATE_V6 = /^(?:0064ff9b0001|f[cdf]|fe[89a-f])/;

const hex = (bytes: readonly number[]): string => bytes.map((byte) => byte.toString(16).padStart(2, "0")).join("");
const unhex = (digits: string, turned = 0): number[] =>
  [0, 2, 4, 6].map((at) => Number.parseInt(digits.slice(at, at + 2), 16) ^ turned);

/** RFC 6890 and the registry that it began; the networks for documentation are as public as they look. */
function kindOfV4([a = 0, b = 0, c = 0, d = 0]: readonly number[]): HostKind {
  if (a === 127 || a + b + c + d === 0) return "loopback";
  const isPrivate =
    a === 0 ||
    a === 10 ||
    a >= 224 ||
    (a === 100 && (b & 192) === 64) ||
    (a === 169 && b === 254) ||
    (a === 172 && (b & 240) === 16) ||
    (a === 192 && (b === 168 || b + c === 0)) ||
    (a === 198 && (b & 254) === 18);
  return isPrivate ? "private" : "public";
}

/** The same as `hostKind`, for the bytes of an address as `bytesOf` reads them. */
export function addressKind(bytes: readonly number[]): HostKind {
  if (bytes.length === 4) return kindOfV4(bytes);
  const digits = hex(bytes);
  if (/^0{31}1$/.test(digits)) return "loopback";
  const [, last, first] = WRAPPED.exec(digits) ?? [];
  const wrapped = last ?? first;
  if (wrapped) return kindOfV4(unhex(wrapped));
  const turned = TEREDO.exec(digits)?.[1];
  if (turned) return kindOfV4(unhex(turned, 255));
  return PRIVATE_V6.test(digits) ? "private" : "public";
}

/**
 * `loopback` is this computer; `private` are LAN and private ranges and names, and single-label names, which are
 * ordinary servers but whose names are told to nobody. Takes a host name as URLs write it, IPv6 in brackets.
 */
export function hostKind(hostname: string): HostKind {
  const host = hostname.toLowerCase().replace(/\.$/, "");
  // Only whole addresses: 127.example.com is anybody's server.
  const bytes = bytesOf(host.replace(/^\[(.*)\]$/, "$1"));
  if (bytes) return addressKind(bytes);
  if (host === "localhost" || host.endsWith(".localhost")) return "loopback";
  return PRIVATE_NAME.test(host) || !host.includes(".") ? "private" : "public";
}
