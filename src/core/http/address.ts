/**
 * Reads addresses as strictly as `ipaddr.js` does: a quad with leading zeros is none, for some read them as octal. That
 * package is not used: evaluating it takes 2 ms of every start of the worker, its ranges hold the networks for
 * documentation and for routers alike to be "reserved", and it does not look into addresses that carry an IPv4 one.
 */
const V4 = /^(0|[1-9]\d{0,2})\.(0|[1-9]\d{0,2})\.(0|[1-9]\d{0,2})\.(0|[1-9]\d{0,2})$/;
const V6 = /^([0-9a-f:.]+)(?:%.|$)/i;

const groupsIn = (half: string): number[] =>
  half === ""
    ? []
    : half.split(":").map((group) => (/^[0-9a-f]{1,4}$/i.test(group) ? Number.parseInt(group, 16) : Number.NaN));

/** The eight groups of an IPv6 address, or null. A zone ("%eth0") is left out, and an IPv4 address may be its end. */
function groupsOf(text: string): number[] | null {
  const bare = V6.exec(text)?.[1] ?? "";
  const end = bare.lastIndexOf(":") + 1;
  const quad = bytesOfV4(bare.slice(end)) ?? [];
  const [a = 0, b = 0, c = 0, d = 0] = quad;
  const hexadecimal =
    quad.length === 0 ? bare : `${bare.slice(0, end)}${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`;
  const [head = "", tail, ...more] = hexadecimal.split("::");
  const [before, after] = [groupsIn(head), groupsIn(tail ?? "")];
  if (more.length > 0 || [...before, ...after].some(Number.isNaN)) return null;
  if (tail === undefined) return before.length === 8 ? before : null;
  const gap = 8 - before.length - after.length;
  return gap < 1 ? null : [...before, ...Array<number>(gap).fill(0), ...after];
}

function bytesOfV4(text: string): number[] | null {
  const found = V4.exec(text);
  if (!found) return null;
  const bytes = found.slice(1).map(Number);
  return bytes.every((byte) => byte <= 255) ? bytes : null;
}

/** The bytes of an IP address, 4 or 16 of them; null for anything else. An IPv4 address in IPv6's clothes has 4. */
export function bytesOf(text: string): readonly number[] | null {
  const v4 = bytesOfV4(text);
  if (v4) return v4;
  const groups = groupsOf(text);
  if (!groups) return null;
  const bytes = groups.flatMap((group) => [group >> 8, group & 255]);
  const isMapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
  return isMapped ? bytes.slice(12) : bytes;
}

export type IpVersion = 4 | 6;

/** `64:ff9b::/96` and `64:ff9b:1::/48`: what a network without IPv4 makes of IPv4 addresses (RFC 6052, RFC 8215). */
const TRANSLATED = [0x00, 0x64, 0xff, 0x9b];

/** The version of IP by which whoever has this address is reached in the end; null for what is no address. */
export function ipVersionOf(address: string): IpVersion | null {
  const bytes = bytesOf(address);
  if (!bytes) return null;
  return bytes.length === 4 || TRANSLATED.every((byte, at) => bytes[at] === byte) ? 4 : 6;
}

/** One address in one spelling, or null for what is no address. */
export const spelling = (text: string): string | null => bytesOf(text)?.join(".") ?? null;

/**
 * The network that an address belongs to, as coarse as addresses are handed out to one site: /24 in IPv4, /48 in
 * IPv6. Null for anything else.
 */
export function networkOf(text: string): string | null {
  const bytes = bytesOf(text);
  if (!bytes) return null;
  return bytes.length === 4 ? bytes.slice(0, 3).join(".") : bytes.slice(0, 6).join(".");
}
