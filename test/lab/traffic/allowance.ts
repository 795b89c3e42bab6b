import type { Sighting } from "./sighting.ts";

/** One line of an allow-list: something that may leave the browser, and how often. All of it is plain data. */
export interface Allowance {
  /** What it is, for whoever reads a failing test. */
  readonly what: string;
  readonly host: string;
  readonly scheme?: Sighting["scheme"];
  /** `GET` unless told. */
  readonly method?: string;
  readonly path: string | RegExp;
  /** The whole query; none unless told. */
  readonly query?: string | RegExp;
  /** A tab's own navigation may carry the site's cookies; nothing else may carry any. */
  readonly byTab?: true;
  /** The browser's own request for an icon of the page that it shows. */
  readonly isIcon?: true;
  /** The browser's own origin, where it names one. */
  readonly origin?: string;
  /** What it accepts in place of a page; unless told, it asks for no error in fields. */
  readonly accept?: string;
  /** None unless told. */
  readonly bodyBytesAtMost?: number;
  /** How many such requests must have been seen; 0 unless told. A list that nothing fits proves nothing. */
  readonly least?: number;
  readonly most: number;
}

const fits = (pattern: string | RegExp, text: string): boolean =>
  typeof pattern === "string" ? pattern === text : pattern.test(text);

function isAllowedBy(allowance: Allowance, seen: Sighting): boolean {
  const { host, scheme, method = "GET", path, query = "", byTab, isIcon, origin = "", accept } = allowance;
  const { bodyBytesAtMost = 0 } = allowance;
  return (
    host === seen.host &&
    (scheme === undefined || scheme === seen.scheme) &&
    method === seen.method &&
    fits(path, seen.path) &&
    fits(query, seen.query) &&
    (seen.mode === "navigate") === (byTab === true) &&
    (seen.destination !== "image" || isIcon === true) &&
    (byTab === true || isIcon === true || (seen.cookie === "" && seen.referrer === origin)) &&
    (accept === undefined ? !seen.accept.includes("problem+json") : accept === seen.accept) &&
    seen.bodyBytes <= bodyBytesAtMost
  );
}

const described = ({
  scheme,
  host,
  method,
  path,
  query,
  cookie,
  referrer,
  mode,
  accept,
  bodyBytes,
}: Sighting): string =>
  [
    `${method || "connection"} ${scheme}://${host}${path}${query === "" ? "" : `?${query}`}`,
    ...(mode === "" ? [] : [mode]),
    ...(cookie === "" ? [] : [`with ${cookie}`]),
    ...(referrer === "" ? [] : [`from ${referrer}`]),
    ...(accept.includes("problem+json") ? [`accepting ${accept}`] : []),
    ...(bodyBytes === 0 ? [] : [`${bodyBytes} bytes`]),
  ].join(", ");

/**
 * What is wrong with a phase: each sighting that no line of the list allows (any more), and each line of which too
 * little was seen. Empty means that exactly the list left the browser. A connection without a request is allowed
 * to the hosts of the list. Pure.
 */
export function strays(seen: readonly Sighting[], allowed: readonly Allowance[]): string[] {
  const used = allowed.map(() => 0);
  const wrong = seen.flatMap((one) => {
    if (one.method === "") return allowed.some(({ host }) => host === one.host) ? [] : [described(one)];
    const index = allowed.findIndex(
      (allowance, place) => (used[place] ?? 0) < allowance.most && isAllowedBy(allowance, one),
    );
    if (index < 0) return [described(one)];
    used[index] = (used[index] ?? 0) + 1;
    return [];
  });
  const missing = allowed.flatMap(({ what, least = 0 }, index) => {
    const count = used[index] ?? 0;
    return count < least ? [`too little of "${what}": ${count} of ${least}`] : [];
  });
  return [...wrong, ...missing];
}

/**
 * What was told to others than the site: each sighting at another host than `site` whose address, fields or body
 * contain one of the words. Pure.
 */
export const told = (seen: readonly Sighting[], site: string, words: readonly string[]): string[] =>
  seen
    .filter(({ host }) => host !== site)
    .filter(({ path, query, cookie, referrer, body }) => {
      const text = [path, query, cookie, referrer, body].join(" ");
      // Byte by byte: what is malformed as a whole may still tell.
      const plain = text.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
      return words.some((word) => plain.includes(word));
    })
    .map(described);
