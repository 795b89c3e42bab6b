import type { Answer, Response } from "../http/answer.ts";
import type { PageContent } from "../http/page-content.ts";
import { notSent, type Settled } from "../http/settled.ts";
import type { AddressFacts, AskedPlaces } from "../places/second-opinion.ts";
import type { StatusReport } from "../status-pages/model.ts";
import type { Navigation } from "./navigation.ts";
import type { PageRequests } from "./page-requests.ts";
import type { ReloadOutcome } from "./reload.ts";
import type { OtherDevice, PrivateWindow } from "./told.ts";

/**
 * How the way to the internet looks from here, by an address whose answer is fixed:
 * - `online`: it came, and could be read.
 * - `opaque`: over https somebody answered. Without access to that host nobody can read who.
 * - `captive-portal`: a redirect, a 511 or a page that is no error came in its place, over plain http.
 * - `impostor`: an error, a refusal or, over https, any other page came in its place.
 * - `no-internet`: nobody answered, as far as could be asked.
 */
export type Connectivity = "online" | "opaque" | "captive-portal" | "impostor" | "no-internet";

/** What an address whose answer is fixed showed of the way, and the page that somebody else gave in its place, where that was one. */
export interface WayOut {
  readonly connectivity: Connectivity;
  readonly impostorAnswer: Response | null;
}

/** Everything probes can gather about one incident. A check sees only the ones it requires. */
export interface Signals {
  /** Address, status and safety of the failing page. */
  readonly incident: { readonly url: string; readonly status: number | null; readonly protected: boolean };
  readonly navigation: Navigation | null;
  readonly page: Settled<PageContent>;
  /** The same address, without cookies, past the cache. */
  readonly anonymous: Settled<Answer>;
  /** The same again, 1, 1.2 and 4.8 seconds apart; oldest first. */
  readonly retries: ReadonlyArray<Settled<Answer>>;
  /** The one of them in which the failure is described in fields (RFC 9457), as its gateway was asked to; null where none is. */
  readonly described: Response | null;
  /** The site's front page. */
  readonly root: Settled<Answer>;
  /** The same address through the site's own service worker in this browser, asked twice; oldest first. */
  readonly throughPageWorker: ReadonlyArray<Settled<Answer>>;
  readonly connectivity: Settled<Connectivity>;
  /** The page that came in place of an unrelated address's fixed answer; null when none did that could be read. */
  readonly impostorAnswer: Response | null;
  /** A value of null means that no status page is known or could be found. */
  readonly statusPage: Settled<StatusReport | null>;
  /** The same of the content network or host whose gateway wrote the failing page. */
  readonly gatewayStatus: Settled<StatusReport | null>;
  readonly reload: ReloadOutcome;
  /** Second opinions: not sent unless the user asks for them. */
  readonly askedPlaces: Settled<AskedPlaces>;
  readonly address: Settled<AddressFacts>;
  /** What the user says of the page in a private window. A `works` is older than the reload. */
  readonly privateWindow: PrivateWindow;
  /** The same of another device in another network. */
  readonly otherDevice: OtherDevice;
  /** The requests of a page that itself loaded; null where the page failed. */
  readonly requests: PageRequests | null;
}

export type SignalName = keyof Signals;

/** What is known when a check begins: the page, and how the browser says that it came. */
export function nothingAsked(incident: Signals["incident"], navigation: Navigation | null): Signals {
  const nothing = notSent("not-needed");
  return {
    incident,
    navigation,
    page: nothing,
    anonymous: nothing,
    retries: [],
    described: null,
    root: nothing,
    throughPageWorker: [],
    connectivity: nothing,
    impostorAnswer: null,
    statusPage: nothing,
    gatewayStatus: nothing,
    // A reload counts for a check only if it comes after the check's own answers.
    reload: "not-tried",
    askedPlaces: nothing,
    address: nothing,
    privateWindow: "not-asked",
    otherDevice: "not-asked",
    requests: null,
  };
}
