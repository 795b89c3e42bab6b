import type { History } from "../history/entry.ts";
import type { Mark } from "../history/marks.ts";
import type { IpVersion } from "../http/address.ts";
import type { StepAnswer, StepId } from "../incident/told.ts";
import type { Home } from "../places/home.ts";
import type { AddressFacts } from "../places/second-opinion.ts";
import type { RepairId } from "../repair/repair.ts";
import type { CardAct, CardView } from "./card.ts";
import type { TabView } from "./tab-view.ts";

/**
 * What came of a click, where it is not seen by itself: `too-late` where what it was on is over or another stands in its
 * place, so that nothing was done; `not-kept` where what it changes cannot be stored; `not-done` where nothing has changed,
 * and it cannot be done all the same.
 */
export type ClickEnd = "too-late" | "not-kept" | "not-done" | undefined;

/**
 * Every message between the parts: what is asked, and what is answered. A handler answers only what
 * it owns. `page/*` come from the scripts inside a page, `card/*` go to the card in one, the rest come from the
 * extension's own pages.
 */
interface Protocol {
  /** JSON of the navigation entry; parsed by `core/incident/navigation.ts`. */
  "page/failed": { request: { entry: string }; response: undefined };
  /** The same entry, which names the document that goes: its word may come after the first one of the next. */
  "page/left": { request: { entry: string }; response: undefined };
  /** A click on the card in the page. */
  "page/card": { request: { incidentId: string; act: CardAct }; response: undefined };
  /** Shows this card, or changes the one that is shown; false where the document is not the one that it is about. */
  "card/show": { request: CardView; response: boolean };
  "card/hide": { request: Record<never, never>; response: undefined };
  /** Requests of a page that loaded have failed twice at one origin. */
  "page/parts-failed": { request: { origin: string; status: number }; response: undefined };
  /** Notices the failing requests of a host's pages live, or no more; begins at once in the tab that is named. */
  "parts/watch": { request: { host: string; on: boolean; tabId: number }; response: ClickEnd };
  /** What stands in the tab; starts a check when it is failing. The answer is published as well. */
  "tab/open": { request: { tabId: number }; response: TabView };
  /**
   * The user asks about a site by its name, in a page of ours that stands in this tab. What is found is published, and a
   * failure is checked like that of a page.
   */
  "site/check": { request: { tabId: number; typed: string }; response: undefined };
  /** Checks the failing page of the tab anew; the answer is published as well. */
  "check/again": { request: { tabId: number }; response: TabView };
  /** The user's own reload: with `pastCache`, past the browser's cache and the page's service worker. */
  "tab/reload": {
    request: { tabId: number; pastCache: boolean };
    response: undefined;
  };
  /** Goes back to the form whose sending failed, in the tab's history; what was found there is published. */
  "form/back": { request: IncidentClick; response: ClickEnd };
  /**
   * Asks places around the world for the site's front page, or for the page when the user adds its path; by the version
   * of IP by which the popup has reached the site, where that is known; those of a provider first, where one is named.
   */
  "opinion/places": {
    request: IncidentClick & {
      home: Home;
      withPath: boolean;
      ipVersion: IpVersion | null;
      provider: string | null;
    };
    response: ClickEnd;
  };
  /**
   * Where public resolvers lead, and which address answered the popup: the popup alone learns that one, so it asks
   * them as well. `at` and `took` in milliseconds, as of every probe.
   */
  "opinion/address": {
    request: IncidentClick & { incidentId: string; at: number; took: number } & Omit<AddressFacts, "tested">;
    response: ClickEnd;
  };
  /** Asks the same places to open the site at the address that this browser reached. */
  "opinion/address-test": { request: IncidentClick; response: ClickEnd };
  /** Asks the archive whether it has a copy of the tab's failing page; what it says is published. */
  "opinion/saved-copy": { request: IncidentClick; response: ClickEnd };
  /** The user goes to do a step that only they can do; for the private window, it is opened. */
  "step/begin": { request: IncidentClick & { step: StepId }; response: ClickEnd };
  /** What they saw there; null when they have not tried it after all. */
  "check/told": {
    request: IncidentClick & { step: StepId; answer: StepAnswer | null };
    response: ClickEnd;
  };
  /** The user gave leave to ask the status page of the tab's check. */
  "check/status-page-granted": { request: { tabId: number }; response: undefined };
  /**
   * The user wants this repair: it begins once the browser has granted what it needs, whether or not the popup is open by
   * then. Of cookies it first says how many would go.
   */
  "repair/begin": {
    request: RepairClick;
    response: ClickEnd;
  };
  /** The popup was told that the browser grants what a repair has asked for, and still stands open. */
  "repair/granted": { request: RepairClick; response: ClickEnd };
  /** The user has confirmed it, or done it by hand: whatever is left is done, and the page loaded once and judged again. */
  "repair/finish": { request: RepairClick; response: ClickEnd };
  /** They leave it; `refused`: the browser's prompt. */
  "repair/leave": { request: RepairClick & { refused: boolean }; response: undefined };
  /** The plan of the tab asks at once. */
  "retry/now": { request: IncidentClick; response: ClickEnd };
  /** The plan of the tab ends: nothing is tried again unless the user wants it. */
  "retry/stop": { request: IncidentClick; response: ClickEnd };
  /** The failing page in the tab is tried again, also after its plan was stopped. */
  "retry/keep": { request: IncidentClick; response: ClickEnd };
  /** Tell me when it's back, also after the tab is closed. */
  "retry/watch": { request: IncidentClick; response: ClickEnd };
  /** A site is watched no more; `id` is that of its plan. */
  "retry/unwatch": { request: { id: string }; response: ClickEnd };
  /**
   * Forgets all that is over: the failures in the history, how long they lasted, plans that have ended, and notifications;
   * of one host's site, or with null of all.
   */
  "history/clear": { request: { host: string | null }; response: ClickEnd };
  /** Takes one failure out of the history. */
  "history/remove": { request: { id: string }; response: ClickEnd };
  /** What has happened to an incident so far, and the last failures of its host before it. */
  "history/line": {
    request: { id: string; host: string };
    response: { readonly marks: readonly Mark[]; readonly earlier: History };
  };
}

/** A click on what is shown of an incident; absent where it was on something else of the tab. */
interface IncidentClick {
  readonly tabId: number;
  readonly incidentId?: string | undefined;
}

/**
 * A click on a repair. `url`: of the page that it was on, null or absent where nothing but the browser is looked at. `lacked`:
 * patterns of hosts that were not granted before the click.
 */
interface RepairClick {
  readonly tabId: number;
  readonly id: RepairId;
  readonly url?: string | null;
  readonly lacked?: readonly string[];
}

export type MessageType = keyof Protocol;
export type RequestOf<T extends MessageType> = Protocol[T]["request"];
export type ResponseOf<T extends MessageType> = Protocol[T]["response"];

/** Storage key of the list of sites that are watched without a tab, which pages follow. */
export const WATCHED_KEY = "watched";

/** What is watched for a page, and opened again on a click: the front page where its address works only once. */
export const watchedPage = (url: string, worksOnce: boolean): string => (worksOnce ? new URL("/", url).href : url);
/** The plan that watches a page without a tab. */
export const watchId = (page: string): string => `watch:${page}`;
