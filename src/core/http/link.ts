import { combined, type HeaderList } from "./fields.ts";

/** No site names more than one or two. */
const MOST_LINKS = 10;
const LONGEST_FIELD = 8_000;

/** One parameter with its value, quoted or not, at the place where the last one ended (RFC 8288 section 3). */
const PARAMETER = /\s*;\s*([\w!#$&+.^`|~-]{1,60}\*?)\s*(?:=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s",;]*)))?/y;

/**
 * Targets of a `Link` field (RFC 8288) that have the given relation, as written, at most ten. Of a field that
 * turns malformed on the way, what came before it counts. Linear in its length, which is at most 8,000; never throws.
 */
export function linkTargets(headers: HeaderList, relation: string): string[] {
  const value = combined(headers, "link");
  const targets: string[] = [];
  if (value.length > LONGEST_FIELD) return targets;
  for (let at = 0; at < value.length && targets.length < MOST_LINKS; ) {
    const start = /[^\s,]/.exec(value.slice(at));
    if (!start) break;
    const open = at + start.index;
    const close = value.indexOf(">", open);
    if (value[open] !== "<" || close < 0) break;
    PARAMETER.lastIndex = close + 1;
    at = close + 1;
    let relations: string | undefined;
    for (let found = PARAMETER.exec(value); found; found = PARAMETER.exec(value)) {
      at = PARAMETER.lastIndex;
      // Only the first `rel` counts (section 3.3).
      if (found[1]?.toLowerCase() === "rel") relations ??= found[2] ?? found[3] ?? "";
    }
    if (relations?.toLowerCase().split(/\s+/).includes(relation)) targets.push(value.slice(open + 1, close).trim());
    const next = /^\s*(,|$)/.exec(value.slice(at));
    if (!next) break;
  }
  return targets;
}
