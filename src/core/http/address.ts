const V4 = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/;

/** The eight groups of an IPv6 address, or null. A zone ("%eth0") is left out. */
function groupsOf(text: string): number[] | null {
  const [bare = ""] = text.split("%");
  const halves = bare.split("::");
  if (halves.length > 2 || !/^[0-9a-f:.]+$/i.test(bare)) return null;
  const read = (half: string): number[] | null => {
    if (half === "") return [];
    const groups = half.split(":").flatMap((group) => {
      const v4 = bytesOfV4(group);
      if (v4) return [((v4[0] ?? 0) << 8) | (v4[1] ?? 0), ((v4[2] ?? 0) << 8) | (v4[3] ?? 0)];
      return [/^[0-9a-f]{1,4}$/i.test(group) ? Number.parseInt(group, 16) : Number.NaN];
    });
    return groups.some(Number.isNaN) ? null : groups;
  };
  const [head, tail] = [read(halves[0] ?? ""), read(halves[1] ?? "")];
  if (!head || !tail) return null;
  if (halves.length === 1) return head.length === 8 ? head : null;
  const gap = 8 - head.length - tail.length;
  return gap < 1 ? null : [...head, ...Array<number>(gap).fill(0), ...tail];
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
