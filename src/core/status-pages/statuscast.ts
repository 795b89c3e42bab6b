import type { StatusProduct } from "./product.ts";
import { stateOf, type Words } from "./states.ts";

const WORDS: Words = {
  available: "operational",
  informational: "operational",
  maintenance: "maintenance",
  monitored: "degraded",
  identified: "degraded",
  investigating: "degraded",
  degraded: "degraded",
  unavailable: "major_outage",
};

const CELL =
  /<\w{1,10}\b[^<>]{0,300}\bstatus-list-component-status-text\b[^<>]{0,300}>|<i\b[^<>]{0,200}\bcomponent-[a-z]{1,30}[^<>]{0,200}>/g;

/**
 * StatusCast has no public endpoint: the classes in its page's table say how each component does. Only the start of
 * a long document is read, and where its end is missing the rest of the table may be too.
 */
export const statuscast: StatusProduct = {
  id: "statuscast",
  at: [".statuscast.com", "www.fastlystatus.com"],
  marks: /status-list-component-status-text|statuscast/i,
  endpoints: () => [],
  parse({ html }) {
    const components = [...html.matchAll(CELL)].map(([tag]) => ({
      name: "",
      state: stateOf(WORDS, /\bcomponent-(?!status-text)([a-z]{1,30})/.exec(tag)?.[1] ?? ""),
    }));
    if (components.length === 0) return null;
    return { indicator: /<\/html\s*>/i.test(html) ? null : "unknown", components };
  },
};
