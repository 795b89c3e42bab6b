/** Where a host name leads as far as the name alone tells. */
export type HostKind = "public" | "loopback" | "private";

const PRIVATE_V4 = [
  /^10\./,
  /^192\.168\./,
  /^172\.(1[6-9]|2\d|3[01])\./,
  /^169\.254\./,
  /^100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\./,
];

/**
 * `loopback` is this computer; `private` are LAN and private ranges and single-label names, which are
 * ordinary servers but whose names are told to nobody (RFC 1918, 3927, 6598, 4193, 6762, 8375).
 */
export function hostKind(hostname: string): HostKind {
  const host = hostname.toLowerCase().replace(/\.$/, "");
  if (host === "localhost" || host.endsWith(".localhost") || /^127\./.test(host) || host === "[::1]") return "loopback";
  if (host === "0.0.0.0" || host === "[::]") return "loopback";
  if (PRIVATE_V4.some((range) => range.test(host))) return "private";
  if (/^\[(f[cd]|fe[89ab])/.test(host)) return "private";
  if (/\.(local|lan|internal|intranet|corp|home|home\.arpa)$/.test(host)) return "private";
  if (!host.includes(".") && !host.startsWith("[")) return "private";
  return "public";
}
