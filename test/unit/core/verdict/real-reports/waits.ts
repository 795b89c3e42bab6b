import type { Report } from "./report.ts";

const SLOW: Report["right"] = { side: "server", cause: "origin-slow" };

/** Varnish's page for every way of getting no usable answer. */
const VARNISH = {
  status: 503,
  headers: { server: "Varnish", via: "1.1 varnish (Varnish/7.1)", "x-varnish": "32770" },
  body: "<h1>Error 503 Backend fetch failed</h1><p>Backend fetch failed</p><h3>Guru Meditation:</h3><p>XID: 32770</p>",
} as const;

const numbered = (what: string, status: number, body: string, right: Report["right"]): Report => ({
  what,
  status,
  body,
  right: { side: "server", ...right },
});

/** Pages that name no timeout, and still it was one; and numbers that mean nothing else. */
export const WAITS: readonly Report[] = [
  { what: "a page for everything, after a gateway's usual patience", ...VARNISH, waited: 10_060, right: SLOW },
  {
    what: "a page for everything, four times after the same wait",
    ...VARNISH,
    waited: 2_050,
    took: [2_040, 2_030, 2_020],
    right: {},
    onceAsked: SLOW,
  },
  {
    what: "the same, where the first stranger also sets up a connection",
    ...VARNISH,
    waited: 2_060,
    took: [2_362, 2_030, 2_021],
    right: {},
    onceAsked: SLOW,
  },
  {
    what: "the same page, after waits of a server that works and fails",
    ...VARNISH,
    waited: 2_100,
    took: [3_900, 2_800, 5_200],
    right: { side: "server", cause: ["origin-down", "origin-invalid"] },
  },
  numbered("Cloudflare's number for a silent server, copied", 524, "<h1>A Timeout Occurred</h1>", SLOW),
  numbered("the same without a word", 524, "", SLOW),
  numbered("a proxy's number for a read that timed out", 598, "<h1>Network Read Timeout</h1>", SLOW),
];
