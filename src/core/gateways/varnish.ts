import { cleanDetail, field, fieldMatches, type GatewayFamily, type GatewayWord, type Sample } from "./gateway.ts";
import { wordForReason } from "./markers.ts";
import type { FamilyNotes } from "./note.ts";

/** Fastly is built on Varnish and misspells this heading on purpose. */
const PAGE = /<h3>Guru Meditation:<\/h3>/i;

/** Reasons of builtin.vcl. Measured: refused, silent, closed and garbage backends all give the first. */
const REASONS = new Map<string, GatewayWord>([
  ["backend fetch failed", "no-valid-answer"],
  ["backend unhealthy", "origin-down"],
  ["vcl failed", "gateway-fault"],
]);

/**
 * Up to version 3 it wrote one reason for every failed fetch, in a document of XHTML, and signed Via without a version.
 * Later versions write that reason only where the site's own VCL gives none.
 */
const isOld = (sample: Sample, reason: string): boolean =>
  /^service unavailable$/i.test(reason) &&
  (/^\s{0,40}<(?:\?|!--\?)xml\b/i.test(sample.body) || fieldMatches(sample, "via", /^1\.1 varnish$/i));

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
      const reason = /<h1>Error \d{3} ([^<]{1,100})<\/h1>/i.exec(sample.body)?.[1]?.trim() ?? "";
      const known = REASONS.get(reason.toLowerCase());
      const word = known ?? (isOld(sample, reason) ? "no-valid-answer" : wordForReason(reason));
      const detail = known ? reason.toLowerCase() : cleanDetail(reason);
      return {
        ...found,
        // Any other reason was written into the site's own VCL: a switch, a limit, a block.
        word: word ?? "unavailable",
        ...(known === undefined && word !== "no-valid-answer" && { weak: true as const }),
        ...(detail !== undefined && { detail }),
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
