import { ORIGIN } from "../faults.ts";
import { PROXY_WORDS } from "../forward-proxies/words.ts";
import { SHOP } from "../names.ts";
import type { Written } from "../upstream.ts";
import { html, saying } from "./behaviours.ts";
import type { Draft } from "./scenario.ts";

interface Around {
  readonly granted?: boolean;
  /** Over plain http. */
  readonly plain?: boolean;
  /** The network lets nobody through to the browser maker's addresses, and the site's status page says nothing. */
  readonly isMakerBlocked?: boolean;
}

/** A site that answers in the words of a box on the user's side, while no such box is there. */
const imitated = (
  id: string,
  written: Written,
  twin: string,
  { granted = false, plain = false, isMakerBlocked = false }: Around = {},
): Draft => ({
  id: `imitated-${id}`,
  gateway: "node",
  fault: `the site's own page imitates ${id}${granted ? ", and Faultline may read all sites" : ""}`,
  // Whoever wrote it is not to be told from here, so no side may be named; least of all the user's.
  truth: { side: "server", cause: "origin-down", needsAnotherBrowser: true },
  twin,
  staging: {
    program: "node",
    url: plain ? `http://${SHOP}/cart` : `${ORIGIN}/cart`,
    behaviour: saying(written),
    granted,
    ...(isMakerBlocked && ({ connectivity: "no-internet", statusPage: "forbidden" } as const)),
  },
});

const KASPERSKY = html(503, "Kaspersky Internet Security", "Access denied.");
const AS_PORTAL = html(511, "Network Authentication Required", "Log in to this Wi-Fi.");

/** Pages that speak as if they came from the user's side. Each has its true twin among the proxies and portals. */
export const IMITATIONS: readonly Draft[] = [
  imitated("fiddler", PROXY_WORDS.fiddler.ownFault, "forward-fiddler-dead"),
  imitated("fiddler-granted", PROXY_WORDS.fiddler.ownFault, "forward-fiddler-dead-granted", { granted: true }),
  imitated("mitmproxy", PROXY_WORDS.mitmproxy.ownFault, "forward-mitmproxy-dead"),
  imitated("mitmproxy-granted", PROXY_WORDS.mitmproxy.ownFault, "forward-mitmproxy-dead-granted", { granted: true }),
  imitated("privoxy", PROXY_WORDS.privoxy.ownFault, "forward-privoxy-dead", { plain: true }),
  imitated("opening-box", PROXY_WORDS["opening-box"].ownFault, "forward-opening-box-dead"),
  imitated("opening-box-granted", PROXY_WORDS["opening-box"].ownFault, "forward-opening-box-dead-granted", {
    granted: true,
  }),
  ...(["office-box", "school-filter"] as const).map((kind) =>
    imitated(kind, PROXY_WORDS[kind].ownFault, `forward-${kind}-dead`, { plain: true, isMakerBlocked: true }),
  ),
  imitated("kaspersky", KASPERSKY, "forward-fiddler-dead"),
  {
    ...imitated("portal", AS_PORTAL, "captive-portal-511", { plain: true }),
    fault: "a site in plain http answers 511, and the network wants no log-in",
    truth: { side: "server", cause: "origin-invalid", alsoAccept: ["origin-down", "gateway-fault"] },
  },
];
