import { combined, type HeaderList, shown } from "./fields.ts";

/** One intermediary as it signs itself. */
export interface ViaHop {
  /** As sent: "1.1", "2", "HTTP/1.1". */
  readonly protocol: string;
  /** Host, with port, or pseudonym. */
  readonly by: string;
  /** Mostly its product and version. */
  readonly comment?: string;
}

const LONGEST_FIELD = 4_000;
const MOST_HOPS = 20;
/** received-protocol RWS received-by, then perhaps a comment (RFC 9110 section 7.6.3). */
const HOP = /^((?:[A-Za-z][\w.-]{0,20}\/)?[\d.]{1,8}) {1,4}([!#$%&'*+.^_`|~\w:[\]-]{1,120})/;

/** Splits at the commas outside of comments, which may nest. One pass. */
function membersOf(value: string): string[] {
  const members: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < value.length; at++) {
    const char = value[at];
    if (char === "\\" && depth > 0) at++;
    else if (char === "(") depth++;
    else if (char === ")") depth = Math.max(0, depth - 1);
    else if (char === "," && depth === 0) {
      members.push(value.slice(start, at));
      start = at + 1;
    }
  }
  members.push(value.slice(start));
  return members;
}

/**
 * Reads `Via`: hops in order, the origin's side first. Tolerant, since no structured field: a member that is
 * none is left out. Never throws.
 */
export function parseVia(headers: HeaderList): ViaHop[] {
  const value = combined(headers, "via");
  if (value === "" || value.length > LONGEST_FIELD) return [];
  return membersOf(value)
    .slice(0, MOST_HOPS)
    .flatMap((raw) => {
      const member = raw.trim();
      const [whole, protocol, by] = HOP.exec(member) ?? [];
      if (whole === undefined || protocol === undefined || by === undefined) return [];
      const rest = member.slice(whole.length).trim();
      const comment = rest.startsWith("(") ? shown(rest.slice(1).replace(/\)$/, "")) : "";
      return [{ protocol, by: shown(by), ...(comment !== "" && { comment }) }];
    });
}
