import { plainText } from "../http/plain-text.ts";
import { field, fieldMatches, type GatewayFamily } from "./gateway.ts";
import { BY_STATUS } from "./markers.ts";
import type { FamilyNotes } from "./note.ts";

export const caddy: GatewayFamily = {
  id: "caddy",
  products: ["Caddy"],
  recognise(sample) {
    const relayed = fieldMatches(sample, "via", /\bCaddy\b/);
    if (!relayed && !/^Caddy\b/i.test(field(sample, "server"))) return null;
    // Newer versions put Via on what they relay, and only on that. Caddy's own errors have no body;
    // measured: refused, closed and garbage upstreams 502, none left 503, silent 504.
    const own = !relayed && plainText(sample.body) === "" && sample.status in BY_STATUS;
    const word = own ? BY_STATUS[sample.status as keyof typeof BY_STATUS] : "passed-on";
    return { family: "caddy", product: "Caddy", side: "site", word };
  },
};

export const caddyNotes: FamilyNotes = {
  id: "caddy",
  entries: [
    { words: ["no-valid-answer"], say: ["owner_caddy_dial"] },
    { words: ["unavailable"], say: ["owner_caddy_upstreams"] },
    { words: ["origin-slow"], say: ["owner_caddy_timeout"] },
  ],
};
