import type { EvidenceId } from "./weights.ts";

/**
 * What a check has seen that weighs for no cause by itself, but opens or settles a pair of twins. It is true from the
 * moment it is seen, also while the rest of what the check needs is still on its way.
 * - `stranger-answered-differently`: a stranger got anything but the failure: the page, a redirect, a refusal, a copy.
 * - `strangers-met-it-too`: two strangers, a second or more apart, got the very failure that the tab shows.
 * - `tab-failed-after-strangers`: a stranger was served twice in a row, and the tab, loaded after that, failed again.
 * - `stranger-failed`: a stranger met an error of the network's, on the page or the site's front page.
 * - `page-worker-may-have-written`: the page's service worker may have written what stands in the tab.
 * - `tab-loaded-since`: the tab itself was loaded again after the check's answers, with whatever result.
 * - `way-out-unasked`: over plain http nobody has asked whether addresses that have nothing to do with the site answer.
 * - `page-tells-of-the-way`: the failing page says that the reader's own Internet, or their device's, was paused.
 * - `seen-in-private-window`, `seen-on-other-device`: the user saw the page work there.
 */
export const OBSERVATIONS = [
  "stranger-answered-differently",
  "strangers-met-it-too",
  "tab-failed-after-strangers",
  "stranger-failed",
  "page-worker-may-have-written",
  "tab-loaded-since",
  "way-out-unasked",
  "page-tells-of-the-way",
  "seen-in-private-window",
  "seen-on-other-device",
] as const;

export type ObservationId = (typeof OBSERVATIONS)[number];

export type Sign = EvidenceId | ObservationId;

interface Twin {
  readonly id: string;
  /** Any of these shows one of the two. */
  readonly opens: readonly Sign[];
  /** Any of these closes it for good. Some never stand beside what opens it, but come in its place when asked again. */
  readonly settledBy: readonly Sign[];
  /** Which two faults look alike, and what tells them apart. */
  readonly why: string;
}

/**
 * The twins: faults of the two sides that look alike from one browser. While a pair of them is open the site
 * is not named, however likely it is. No row holds `you` back, for `you` needs a mechanism of its own.
 */
export const TWINS = [
  {
    id: "recovered-or-only-here",
    opens: ["stranger-answered-differently"],
    settledBy: ["tab-loaded-since", "fails-sometimes", "strangers-met-it-too"],
    why: "A site that has come back serves strangers, and so does one that fails for this user alone. The tab itself, loaded again, tells; or a failure that a stranger meets after a good answer. Once strangers have met the same failure twice it is no longer this user's alone: what serves them later has come back, or works now and then.",
  },
  {
    id: "recovered-or-only-this-tab",
    opens: ["seen-in-private-window", "seen-on-other-device"],
    settledBy: ["tab-loaded-since"],
    why: "The page works in the user's other window or device because the fault sits in this tab, or because the site came back while they went there. Only the tab, loaded after it, tells.",
  },
  {
    id: "account-system-or-cookie",
    opens: ["stranger-redirected-while-failing", "stranger-served-by-shared-cache"],
    settledBy: ["whole-site", "fresh-session-fails", "fails-on-other-device"],
    why: "Where strangers are asked to sign in or get a cache's copy while the tab fails, the account system is dead or a cookie is bad, whatever the gateway says. It is the site's once strangers fail on its front page, or the page fails without these cookies.",
  },
  {
    id: "server-of-accounts-or-of-this-session",
    opens: ["fails-only-with-cookies", "tab-failed-after-strangers", "fresh-session-works"],
    settledBy: ["fails-sometimes", "fresh-session-fails", "fails-on-other-device"],
    why: "Strangers or a fresh session are served, and the tab fails again: what serves accounts is dead, or a cookie leads this session alone to a server that is, and the gateway tells the truth of both. It is the site's once the page fails without these cookies, for a stranger or a new session.",
  },
  {
    id: "page-or-this-session",
    opens: ["front-page-works", "front-page-redirects", "front-page-refuses"],
    settledBy: ["reload-works", "fresh-session-fails", "fails-on-other-device"],
    why: "The front page answers strangers, and a page that must not be asked for again has failed: it is broken by itself, or fails with this browser's cookies alone. It was the site's once the tab is served again, and is once it fails without those cookies.",
  },
  {
    id: "part-of-the-site-or-this-network",
    opens: ["works-on-other-device", "limited-only-here", "places-served", "places-served-limited-here"],
    settledBy: ["fails-on-other-device"],
    why: "What works in other networks and not in this one is not broken for everybody: an edge of the site's that serves this network is down, or the fault is this network's own. It fails for others only once the other network fails as well.",
  },
  {
    id: "portal-or-site",
    opens: ["portal-may-stand-between"],
    settledBy: ["tab-loaded-since"],
    why: "A log-in page shows at another address, and the site's failure has not come again: the log-in may have run out since, or the network filters that address alone while the site is down. The tab, loaded again, shows whose page comes.",
  },
  {
    id: "site-or-way-out",
    opens: ["nobody-answered", "way-out-unasked", "page-tells-of-the-way"],
    settledBy: [
      "only-this-page",
      "recovered-meanwhile",
      "fails-sometimes",
      "reload-works",
      "status-page-green",
      "status-page-red",
      "status-page-maintenance",
      "fails-everywhere",
      "fails-in-region",
      "fails-on-other-device",
    ],
    why: "No independent address answers, or over plain http none was asked, and all that was asked of the site went the same way: a box that has lost its way out writes such a page for every site, and a network that blocks the test addresses looks the same beside a site that is down, as does a portal whose log-in page nobody has looked for. So does a network that pauses its reader's Internet, by what its page says. It is the site's once some page of it comes through, somebody on another host answers, or another network fails as well.",
  },
  {
    id: "region-or-this-user",
    opens: ["works-far-away"],
    settledBy: ["fails-in-region", "places-served", "places-served-limited-here", "places-served-refused-here"],
    why: "All places that were asked are served, but none of them is near: a region's trouble, or this user's alone. Only places near by tell.",
  },
  {
    id: "one-ip-version-or-this-user",
    opens: ["works-by-other-ip-version"],
    settledBy: ["fails-everywhere", "places-served"],
    why: "All places that were asked are served, but by the other version of IP: the site may be dead to everybody by this one, or to this user alone. Only places that use the same version tell.",
  },
  {
    id: "full-site-or-session",
    opens: ["limit-spares-strangers", "limited-only-with-cookies"],
    settledBy: ["reload-works"],
    why: "A limit that spares strangers is no limit for everybody, whoever else meets it with the same account: the site counts this session, or was full for a moment. It was the site's once the tab is served again.",
  },
  {
    id: "site-or-lost-connection",
    opens: ["page-worker-may-have-written"],
    settledBy: ["stranger-failed", "fails-everywhere", "fails-in-region", "fails-on-other-device"],
    why: "A site's own worker shows its page alike when the site fails and when the connection is lost, whatever that page says. It was the site's once somebody else meets an error of the network's.",
  },
] as const satisfies readonly Twin[];

export type TwinId = (typeof TWINS)[number]["id"];

/**
 * The twins that these signs leave open, in the order of the table. With signs that may come beside them: also those that
 * may then be open.
 */
export function openTwins(signs: readonly Sign[], toCome: readonly Sign[] = []): TwinId[] {
  const given = new Set(signs);
  const opening = new Set([...signs, ...toCome]);
  const isOpen = ({ opens, settledBy }: Twin): boolean =>
    opens.some((sign) => opening.has(sign)) && !settledBy.some((sign) => given.has(sign));
  return TWINS.filter(isOpen).map(({ id }) => id);
}

const SETTLED_BY_RELOAD: readonly TwinId[] = TWINS.filter((twin: Twin) =>
  twin.settledBy.includes("tab-loaded-since"),
).map(({ id }) => id);

/** Whether loading the tab again tells one of these twins apart, with whatever result. */
export const reloadSettles = (open: readonly TwinId[]): boolean => open.some((id) => SETTLED_BY_RELOAD.includes(id));
