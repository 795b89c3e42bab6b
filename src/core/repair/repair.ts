import type { Cause, Side } from "../evidence/causes.ts";
import { isLimited } from "../incident/status.ts";
import type { CheckView } from "../verdict/view.ts";

/**
 * What the user can have repaired by a click. The first two change something in the browser; the others only show: where
 * it forgets addresses, which extensions may touch the site, and which proxy it asks.
 */
export const REPAIR_IDS = [
  "delete-cookies",
  "remove-page-worker",
  "forget-addresses",
  "name-extensions",
  "name-proxy",
] as const;

export type RepairId = (typeof REPAIR_IDS)[number];

/** The two kinds of browser, which differ in what an extension may ask for and open. */
export type Engine = "chromium" | "firefox";

/** What cures a cause; of the others the verdict's own step does, or nothing here. */
const CURES: Partial<Record<Cause, RepairId>> = {
  cookies: "delete-cookies",
  "page-worker": "remove-page-worker",
  "stale-address": "forget-addresses",
  extension: "name-extensions",
  "local-proxy": "name-proxy",
};

/**
 * The repair that a verdict calls for, or null. Only where the trouble is shown to be on the user's side: nobody is to lose
 * cookies for a guess.
 */
export function repairFor({ side, cause }: { readonly side: Side; readonly cause: Cause }): RepairId | null {
  return side === "you" ? (CURES[cause] ?? null) : null;
}

/**
 * Whether extensions are worth naming although no side is shown: the page fails with what this browser sends along and
 * with nothing else, and a private window, where extensions are off unless the user let them in, got it without a sign-in.
 * That leaves the site's accounts, cookies and extensions; naming these changes nothing and loses nothing.
 */
export function mayBeExtensions({ rows, status, verdict }: Pick<CheckView, "rows" | "status" | "verdict">): boolean {
  const failsOnlyHere = rows.some(({ check, outcome }) => check === "cookies" && outcome === "fail");
  const seenInPrivate = rows.some(({ check, outcome }) => check === "private-window" && outcome === "inconclusive");
  return verdict?.side === "unsure" && !isLimited(status) && failsOnlyHere && seenInPrivate;
}

/** Optional permissions that a repair asks for at its click, and gives back after it. */
export type RepairPermission = "cookies" | "management" | "proxy";

/**
 * What a repair needs beside access to the page. Chromium lets no extension ask for `proxy` later, so there those
 * extensions are named that may set one.
 */
export function permissionsFor(id: RepairId, engine: Engine): readonly RepairPermission[] {
  switch (id) {
    case "delete-cookies":
      return ["cookies"];
    case "name-extensions":
      return ["management"];
    case "name-proxy":
      return [engine === "firefox" ? "proxy" : "management"];
    default:
      return [];
  }
}

/** All of them, over all browsers. */
export const REPAIR_PERMISSIONS: readonly RepairPermission[] = ["cookies", "management", "proxy"];

/**
 * The page of the browser where the user does by hand what a repair does, or cannot do. Chromium opens its own pages for
 * an extension; Firefox opens none, so the address is shown to be copied. Null where there is a place without an address.
 */
export function placeByHand(id: RepairId, engine: Engine, url: string): string | null {
  const isChromium = engine === "chromium";
  switch (id) {
    case "delete-cookies":
      return isChromium
        ? `chrome://settings/content/siteDetails?site=${encodeURIComponent(new URL(url).origin)}`
        : null;
    case "remove-page-worker":
      return isChromium ? "chrome://serviceworker-internals" : "about:serviceworkers";
    case "forget-addresses":
      return isChromium ? "chrome://net-internals/#dns" : "about:networking#dns";
    case "name-extensions":
      return isChromium ? "chrome://extensions" : "about:addons";
    case "name-proxy":
      return isChromium ? "chrome://settings/system" : "about:preferences#general";
  }
}
