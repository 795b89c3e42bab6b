/** As much of a host as a notification's title shows on every system. */
const LONGEST = 40;

/**
 * A host as a title shows it. Of a long one the end is kept, which says whose it is: its beginning is the site's to
 * choose, and may be another site's whole name. Cut at a dot where there is one.
 */
export function shownHost(host: string): string {
  if (host.length <= LONGEST) return host;
  const tail = host.slice(1 - LONGEST);
  return `…${tail.slice(Math.max(0, tail.indexOf(".")))}`;
}
