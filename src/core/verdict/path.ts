import { CAUSES, type Cause } from "../evidence/causes.ts";
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
  readonly online: boolean | null;
  /** An http answer came back at all, so whoever wrote it is up. */
  readonly answered: boolean;
  /** The site gave a good answer to somebody, now. */
  readonly siteAnswers: boolean;
  readonly gatewayName: string | null;
}

/** You - Network - Gateway - Site: one broken link at most, and none marked before there is a verdict. */
export function pathOf(judgement: Judgement | null, seen: Seen): PathView {
  const { gatewayName, online, answered, siteAnswers } = seen;
  const network: LinkState = online === false ? "broken" : online || answered ? "working" : "unknown";
  const base: PathView = {
    you: "working",
    network,
    gateway: answered ? "working" : "unknown",
    site: siteAnswers ? "working" : "unknown",
    gatewayName,
  };
  if (!judgement || judgement.side === "unsure") return { ...base, you: judgement ? "unknown" : "working" };
  const broken = BREAKS[judgement.cause] ?? "site";
  // What the verdict blames is marked; that test addresses do not answer is then only a doubt.
  if (broken !== "network" && network === "broken") return pathOf(judgement, { ...seen, online: null });
  if (broken === "network") return { ...base, network: "broken", gateway: "unknown", site: "unknown" };
  if (judgement.cause === "transient" && siteAnswers) return base;
  if (broken === "you") return { ...base, you: "broken", site: siteAnswers ? "working" : "unknown" };
  return { ...base, [broken]: "broken", ...(CAUSES[judgement.cause].side === "server" ? { you: "working" } : {}) };
}
