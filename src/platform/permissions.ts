import type { Manifest, Permissions } from "webextension-polyfill";
import { REPAIR_PERMISSIONS, type RepairPermission } from "../core/repair/repair.ts";
import { browser, isFirefox } from "./browser.ts";

const ALL = { origins: ["<all_urls>"] };

/** `permissions.request` names what it may ask for; the newest names are not in the types yet. */
type Optional = Manifest.OptionalPermission;

const WITH_AUTOMATIC = (
  isFirefox ? ["notifications"] : ["notifications", "webNavigation", "declarativeNetRequestFeedback"]
) as Optional[];

/**
 * The one optional prompt that turns on automatic mode. Call it first thing in a click handler: any
 * wait before it loses the user's gesture. The popup may close; the work happens in `onGranted`.
 */
export const requestAll = (): Promise<boolean> =>
  browser.permissions.request({ origins: ALL.origins, permissions: WITH_AUTOMATIC });

/** Turns automatic mode off: takes back all that `requestAll` got. Rejects where an administrator has fixed it. */
export const releaseAll = (): Promise<boolean> =>
  browser.permissions.remove({ origins: ALL.origins, permissions: WITH_AUTOMATIC });

/** Asks for one site. Same rule about gestures. */
export const requestSite = (origin: string): Promise<boolean> => browser.permissions.request({ origins: [origin] });

/** Whether Faultline may notice failures on every site. */
export const hasAll = (): Promise<boolean> => browser.permissions.contains(ALL);

/**
 * Whether a grant covers this address: `<all_urls>` or the site alone; activeTab does not count. Chromium's own "On this
 * site" grants one scheme of a host (measured), so the other one is not asked about.
 */
export const hasSite = (url: string): Promise<boolean> =>
  browser.permissions.contains({ origins: [schemePattern(url)] });

/** Whether the user granted this very host, and not merely all of them. */
export async function hasNamedSite(url: string): Promise<boolean> {
  const { origins = [] } = await browser.permissions.getAll();
  return areOf(origins, url);
}

export const hasNotifications = (): Promise<boolean> =>
  browser.permissions.contains({ permissions: ["notifications"] });

/** Match pattern of a whole site. Chromium cannot pin ports in patterns, so the host alone counts. */
export function originPattern(url: string): string {
  return `*://${new URL(url).hostname}/*`;
}

/** Match pattern of a site over the address's own scheme. */
function schemePattern(url: string): string {
  const { protocol, hostname } = new URL(url);
  return `${protocol}//${hostname}/*`;
}

/** The host of such a pattern. */
export const hostOfPattern = (pattern: string): string => pattern.split("/")[2] ?? "";

/** What a repair asks for: the patterns are those of the page's host and of those above it, which set cookies too. */
export interface RepairGrant {
  readonly permissions: readonly RepairPermission[];
  readonly origins: readonly string[];
}

const asAsked = ({ permissions, origins }: RepairGrant): Permissions.Permissions => ({
  permissions: [...permissions],
  origins: [...origins],
});

/** Asks for what a repair needs. Same rule about gestures. `cookies` brings no prompt in either browser. */
export const requestForRepair = (grant: RepairGrant): Promise<boolean> => browser.permissions.request(asAsked(grant));

const isNothing = ({ permissions, origins }: RepairGrant): boolean => permissions.length + origins.length === 0;

/** A host over both schemes: what covers each of them need not cover both at once. */
export const overEach = (pattern: string): readonly string[] =>
  pattern.startsWith("*:") ? ["http", "https"].map((scheme) => pattern.replace("*", scheme)) : [pattern];

/** Whether a repair has all that it needs. */
export const hasForRepair = async ({ permissions, origins }: RepairGrant): Promise<boolean> =>
  isNothing({ permissions, origins }) ||
  browser.permissions.contains(asAsked({ permissions, origins: origins.flatMap(overEach) }));

/**
 * What of a host a repair lacks: of one that the user has granted over one scheme only the other. Chromium would take the
 * user's grant away with that for both, when it is given back (measured).
 */
export async function lackedOf(pattern: string): Promise<readonly string[]> {
  const schemes = overEach(pattern);
  const has = await Promise.all(schemes.map((one) => hasForRepair({ permissions: [], origins: [one] })));
  const lacked = schemes.filter((_, index) => has[index] === false);
  return lacked.length === schemes.length ? [pattern] : lacked;
}

/** Whether one of these patterns is of the address's host, over its scheme or both. */
export const areOf = (patterns: readonly string[], url: string): boolean =>
  patterns.includes(originPattern(url)) || patterns.includes(schemePattern(url));

/**
 * Gives back what a repair was granted; never rejects. Where nothing of it is there the browser is not told: a removal of
 * nothing that comes while the user grants a site takes that site away again (Chromium 156, measured).
 */
export async function releaseAfterRepair(grant: RepairGrant): Promise<void> {
  const parts = [
    ...grant.permissions.map((one) => ({ permissions: [one], origins: [] })),
    ...grant.origins.flatMap(overEach).map((one) => ({ permissions: [], origins: [one] })),
  ];
  const has = await Promise.all(parts.map(hasForRepair)).catch(() => [true]);
  if (has.includes(true)) await browser.permissions.remove(asAsked(grant)).catch(() => false);
}

/**
 * Of a change, whether it is about nothing but what a repair asks for and gives back; or, in Firefox, about what may be sent
 * to others, which is looked at when it is to be sent.
 */
const isOfRepairAlone = ({ permissions = [], origins = [] }: Permissions.Permissions): boolean =>
  origins.length === 0 && permissions.every((name) => REPAIR_PERMISSIONS.some((known) => known === name));

/** Registers for grants and revocations, in the worker synchronously at start. What it gives ends that. */
export function onPermissionsChanged(listener: (change: "grants" | "repair") => void): () => void {
  const onChanged = (change: Permissions.Permissions) => listener(isOfRepairAlone(change) ? "repair" : "grants");
  browser.permissions.onAdded.addListener(onChanged);
  browser.permissions.onRemoved.addListener(onChanged);
  return () => {
    browser.permissions.onAdded.removeListener(onChanged);
    browser.permissions.onRemoved.removeListener(onChanged);
  };
}
