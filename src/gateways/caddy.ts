import { field, fieldMatches, type GatewayFamily, type GatewayWord, plainText } from "./gateway.ts";

/** Caddy's own errors have no body; measured: refused, closed and garbage upstreams 502, none left 503, silent 504. */
const WORDS: Partial<Record<number, GatewayWord>> = {
  502: "no-valid-answer",
  503: "unavailable",
  504: "origin-slow",
};

export const caddy: GatewayFamily = {
  id: "caddy",
  product: "Caddy",
  recognise(sample) {
    const relayed = fieldMatches(sample, "via", /\bCaddy\b/);
    if (!relayed && !/^Caddy\b/i.test(field(sample, "server"))) return null;
    // Newer versions put Via on what they relay, and only on that.
    const own = !relayed && plainText(sample.body) === "";
    return { family: "caddy", product: "Caddy", word: (own && WORDS[sample.status]) || "passed-on" };
  },
};
