import { field, fieldMatches, type GatewayFamily, type GatewayWord } from "./gateway.ts";
import type { FamilyNotes } from "./note.ts";

/** Fastly is built on Varnish and misspells this heading on purpose. */
const PAGE = /<h3>Guru Meditation:<\/h3>/i;

/** Reasons of builtin.vcl. Measured: refused, silent, closed and garbage backends all give the first. */
const REASONS = new Map<string, GatewayWord>([
  ["backend fetch failed", "no-valid-answer"],
  ["backend unhealthy", "origin-down"],
  ["vcl failed", "gateway-fault"],
]);

export const varnish: GatewayFamily = {
  id: "varnish",
  products: ["Varnish"],
  recognise(sample) {
    const xid = /<p>XID: (\d{1,20})<\/p>/i.exec(sample.body)?.[1] ?? /^\d{1,20}/.exec(field(sample, "x-varnish"))?.[0];
    const found = {
      family: "varnish",
      product: "Varnish",
      side: "site" as const,
      ...(xid === undefined ? {} : { requestId: xid }),
    };
    if (PAGE.test(sample.body)) {
      const reason = /<h1>Error \d{3} ([^<]{1,100})<\/h1>/i.exec(sample.body)?.[1]?.trim().toLowerCase() ?? "";
      // Any other reason was written into the site's own VCL: a switch, a limit, a block.
      return {
        ...found,
        word: REASONS.get(reason) ?? "unavailable",
        ...(reason && REASONS.has(reason) && { detail: reason }),
      };
    }
    // A bare "1.1 varnish" in Via is Fastly's way; Varnish adds its version or its transaction number.
    if (/^\d/.test(field(sample, "x-varnish")) || fieldMatches(sample, "via", /\(Varnish\//i)) {
      return { ...found, word: "passed-on" };
    }
    return null;
  },
};

export const varnishNotes: FamilyNotes = {
  id: "varnish",
  entries: [
    {
      words: ["no-valid-answer"],
      say: [["owner_varnish_fetch_by_id", "owner_varnish_fetch"], "owner_varnish_backends", "owner_varnish_timeouts"],
    },
    { words: ["origin-down"], say: ["owner_varnish_backends"] },
    { words: ["gateway-fault"], say: ["owner_varnish_vcl"] },
    { words: ["unavailable"], say: ["owner_varnish_synth"] },
  ],
};
