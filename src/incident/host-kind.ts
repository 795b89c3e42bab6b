/** Where a host name leads as far as the name alone tells. */
export type HostKind = "public" | "loopback" | "private";

const V4 = /^\d{1,3}(?:\.\d{1,3}){3}$/;
/** An IPv4 address in the clothes of IPv6, as URLs write it. */
const MAPPED_V4 = /^\[::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})\]$/;

const PRIVATE_V4 = [
  /^10\./,
  /^192\.168\./,
  /^172\.(1[6-9]|2\d|3[01])\./,
  /^169\.254\./,
  /^100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\./,
];

/**
 * `loopback` is this computer; `private` are LAN and private ranges and single-label names, which are
 * ordinary servers but whose names are told to nobody (RFC 1918, 3927, 6598, 4193, 6762, 7686, 8375).
 * Takes a host name as URLs write it, IPv6 in brackets.
 */
export function hostKind(hostname: string): HostKind {
  const host = hostname.toLowerCase().replace(/\.$/, "");
  const mapped = MAPPED_V4.exec(host);
  if (mapped) {
    const [high, low] = [Number.parseInt(mapped[1] ?? "", 16), Number.parseInt(mapped[2] ?? "", 16)];
    return hostKind([high >> 8, high & 255, low >> 8, low & 255].join("."));
  }
  if (host === "localhost" || host.endsWith(".localhost") || host === "[::1]" || host === "[::]") return "loopback";
  // Only whole addresses: 127.example.com is anybody's server.
  if (V4.test(host)) {
    if (/^127\./.test(host) || host === "0.0.0.0") return "loopback";
    return PRIVATE_V4.some((range) => range.test(host)) ? "private" : "public";
  }
  if (/^\[(f[cd]|fe[89ab])/.test(host)) return "private";
  if (/\.(local|localdomain|lan|internal|intranet|corp|home|home\.arpa|onion)$/.test(host)) return "private";
  if (!host.includes(".") && !host.startsWith("[")) return "private";
  return "public";
}
