import type { Cause } from "../evidence/causes.ts";
import type { Judgement } from "../evidence/weigh.ts";

/** Which link of You - Network - Gateway - Site is broken, as far as is known. */
export type LinkState = "working" | "broken" | "unknown";

export interface PathView {
  readonly you: LinkState;
  readonly network: LinkState;
  readonly gateway: LinkState;
  readonly site: LinkState;
  /** Product name of the gateway that wrote the answer, or null. */
  readonly gatewayName: string | null;
}

/** Which link of the way a cause breaks, where it is not the site itself. */
const BREAKS: Partial<Record<Cause, "you" | "network" | "gateway">> = {
  "stale-cache": "you",
  "page-worker": "you",
  cookies: "you",
  extension: "you",
  "local-proxy": "network",
  "captive-portal": "network",
  offline: "network",
  "stale-address": "network",
  "blocked-address": "network",
  "gateway-fault": "gateway",
};

/** What has been seen of the way, apart from the judgement. */
export interface Seen {
  /** What was shown of the way from here to the internet. */
  readonly way: "works" | "fails" | "unknown";
  /** An http answer came back over the network, so whoever wrote it is up. */
  readonly answered: boolean;
  /** The site gave a good answer to somebody, now. */
  readonly siteAnswers: boolean;
  /** The verdict tells of the past: the tab was served since. */
  readonly isOver: boolean;
  /** Somebody but this user met the failure. */
  readonly notThisUser: boolean;
  readonly gatewayName: string | null;
}

const NETWORK = { works: "working", fails: "broken", unknown: "unknown" } as const;

/**
 * You - Network - Gateway - Site: one broken link at most, and none marked before there is a verdict. A link works only
 * where something has shown it: who wrote an answer that came over no proven way may stand at any of them.
 */
export function pathOf(judgement: Judgement | null, seen: Seen): PathView {
  const { gatewayName, way, answered, siteAnswers, isOver, notThisUser } = seen;
  const base: PathView = {
    you: judgement?.side === "server" && notThisUser ? "working" : "unknown",
    network: NETWORK[way],
    gateway: answered && way === "works" ? "working" : "unknown",
    site: siteAnswers ? "working" : "unknown",
    gatewayName,
  };
  if (!judgement || judgement.side === "unsure") return base;
  // What stood on the way then says nothing of it now.
  if (isOver) return way === "fails" ? { ...base, network: "unknown" } : base;
  const broken = BREAKS[judgement.cause] ?? "site";
  // What the verdict blames is marked; that test addresses do not answer is then only a doubt.
  if (broken !== "network" && way === "fails") return pathOf(judgement, { ...seen, way: "unknown" });
  if (broken === "network") return { ...base, network: "broken", gateway: "unknown", site: "unknown" };
  if (judgement.cause === "transient" && siteAnswers) return base;
  if (broken === "you") return { ...base, you: "broken", site: siteAnswers ? "working" : "unknown" };
  return { ...base, [broken]: "broken" };
}

/** The same once others are served and the tab alone fails on: what was broken may work by now, and yours may be it. */
export function reopened(path: PathView): PathView {
  const { site, gateway } = path;
  return {
    ...path,
    you: "unknown",
    gateway: gateway === "broken" ? "unknown" : gateway,
    site: site === "broken" ? "unknown" : site,
  };
}
