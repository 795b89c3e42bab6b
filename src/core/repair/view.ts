import type { Cause } from "../evidence/causes.ts";
import type { CheckView } from "../verdict/view.ts";
import type { NamedExtensions } from "./extensions.ts";
import type { ProxySetting } from "./proxy-setting.ts";
import type { RepairId } from "./repair.ts";

/** What the page did when it was loaded again. `leads-on`: another page, or one that asks for a sign-in, stands there. */
export type RepairEnd = "works" | "leads-on" | "fails" | "unclear";

/** How far a repair has come. */
export type RepairStep =
  /** The browser asks the user for the permission; of the hosts that they had not granted before, these patterns. */
  | { readonly state: "asking"; readonly lacked: readonly string[] }
  /** Nothing has been deleted; the user is told how many cookies would go, and of which domain other sites share some. */
  | {
      readonly state: "counted";
      readonly cookies: number;
      readonly shared: string | null;
      readonly lacked: readonly string[];
    }
  /** `lacked` as above: what is given back once the work is done. */
  | { readonly state: "working"; readonly lacked: readonly string[] }
  /** The page was loaded once and judged again, after so many cookies went, or after what the user has done by hand. */
  | { readonly state: "done"; readonly end: RepairEnd; readonly cookies: number; readonly byHand: boolean }
  /** The browser's own page was opened, or its address shown: the rest is the user's. */
  | { readonly state: "by-hand"; readonly why: "only-by-hand" | "refused" | "failed" }
  | { readonly state: "extensions"; readonly found: NamedExtensions }
  | {
      readonly state: "proxy";
      /** A request of ours did not get past it just now. */
      readonly dead: boolean;
      /** As the browser says; null where it tells nobody (Chromium). */
      readonly setting: ProxySetting | null;
      /** Extensions that can set one; null where the setting itself says by whom it is. */
      readonly setters: NamedExtensions | null;
    };

/** A repair of the page in a tab, as the popup shows it. */
export type RepairView = {
  readonly id: RepairId;
  /** The page that it is about: what stands in the tab, after a repair what it led to. Without fragment. */
  readonly url: string;
  /** When it came this far, epoch milliseconds. */
  readonly at: number;
  /** Other repairs of the page that came before it and were not it; absent for none. */
  readonly inVain?: readonly RepairId[];
} & RepairStep;

/** Whether the page fails all the same after what it did, or after what the user has done by hand. */
const hasNotHelped = (repair: RepairView): boolean => repair.state === "done" && repair.end === "fails";

/** Whether it looked for what it takes away, and none is there. */
const hasFoundNone = (repair: RepairView): boolean =>
  (repair.state === "counted" && repair.cookies === 0) ||
  (repair.state === "extensions" && repair.found.names.length === 0);

/** All that has been done for the page by now and was not it, `repair` itself included. */
export const doneInVain = (repair: RepairView): readonly RepairId[] =>
  hasNotHelped(repair) || hasFoundNone(repair) ? [...(repair.inVain ?? []), repair.id] : (repair.inVain ?? []);

/** The same for one that follows upon `earlier`, which is about another page where their addresses differ. */
export const inVainBefore = (
  { id, url }: Pick<RepairView, "id" | "url">,
  earlier: RepairView | null,
): Pick<RepairView, "inVain"> => {
  const inVain = earlier?.url === url ? doneInVain(earlier).filter((one) => one !== id) : [];
  return inVain.length > 0 ? { inVain } : {};
};

/**
 * Whether the page is shown to be broken by something else than what the verdict blames: nothing of that was found, or the
 * page fails without it.
 */
export function isRuledOut(repair: RepairView, cause: Cause): boolean {
  // Of several extensions the next may be it.
  if (cause === "extension") return repair.state === "extensions" && hasFoundNone(repair);
  return cause === "cookies" && doneInVain(repair).includes("delete-cookies");
}

/** So long what came of a repair is news. */
const NEWS_MS = 10 * 60_000;

/** Whether a repair still is about what stands in the tab. */
export const isAboutPage = ({ url, at }: RepairView, shown: string | null, now: number): boolean =>
  url === shown && now - at < NEWS_MS;

/** Whether a repair belongs beside a check: of the same page, and not of a failure before this one. */
export const belongsToCheck = (
  { url, at }: RepairView,
  { url: checked, since, about }: Pick<CheckView, "url" | "since" | "about">,
): boolean => about === "page" && url === checked && at >= since;
