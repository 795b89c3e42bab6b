import type { Answer } from "../../core/http/answer.ts";
import { hostKind } from "../../core/http/host-kind.ts";
import { isOneShot } from "../../core/http/one-shot/one-shot.ts";
import type { Settled } from "../../core/http/settled.ts";
import type { Incident } from "../../core/incident/incident.ts";
import type { WayOut } from "../../core/incident/signals.ts";
import { isChecked, isLimited } from "../../core/incident/status.ts";
import type { Network } from "../../core/protocol/standing.ts";
import { isFirefox } from "../../platform/browser.ts";
import { pause } from "../../platform/pause.ts";
import { hasSite } from "../../platform/permissions.ts";
import type { Tab } from "../../platform/tabs.ts";
import { anonymousGet } from "../../probes/anonymous-get.ts";
import { connectivity } from "../../probes/connectivity.ts";
import { inTurn } from "../../probes/origin-queue.ts";
import { type Shown, showsStill } from "../../probes/tab-look.ts";
import { hasFailedSince, incidentOf, keepFailure } from "../incidents.ts";
import { clickedIncident } from "./clicked-incident.ts";
import { type Found, failing, plain } from "./found.ts";

/** While the popup waits for its first word, nothing may take longer. */
const FIRST_WORD_MS = 4_500;

/**
 * No script may look at what stands there. Chromium's own error page is there for a 5xx without a body, or because nobody
 * answered; Firefox's for the latter cannot be told from a download or a page of the browser's own. Asking decides; null
 * where the tab has moved on meanwhile.
 */
export async function hiddenPage(tab: Tab, url: string, shown: Shown): Promise<Found | null> {
  const isErrorPage = shown === "error-page";
  const known = await incidentOf(tab.id);
  const isKnown = known?.url === url;
  if (isErrorPage && isKnown && known.status !== null) return failing(known);
  if (!isErrorPage && !(await hasSite(url))) return plain({ kind: "unreadable" });
  const [asked, network] = await askBoth(url, targetFor(url, isKnown ? known : null));
  if (!(await standsStill(tab, url, shown, known))) return null;
  const found = await failingBy(asked, tab, url);
  if (found) return found;
  if (!isErrorPage && !isKnown) {
    if (asked.state !== "failed") return plain({ kind: "unreadable" });
    // So that the user can have a plan wait for it.
    if (!tab.private) await keepFailure({ tabId: tab.id, url, status: null, noticed: "click", method: "unknown" });
  }
  const answersNow = asked.state === "ok";
  return plain({ kind: "no-answer", host: new URL(url).host, network, answersNow, private: tab.private });
}

/**
 * A page that does not answer, though scripts may look at it: it lays out megabytes, or stands in a dialog. What is known
 * of it says whether it failed, or else what the site answers. In Firefox a click alone lets nobody ask. Null where the tab
 * has moved on meanwhile, or answers by now.
 */
export async function silentPage(tab: Tab, url: string): Promise<Found | null> {
  const known = await incidentOf(tab.id);
  const isKnown = known?.url === url;
  if (isKnown && known.status !== null) return failing(known);
  if (isFirefox && !(await hasSite(url))) return plain({ kind: "unreadable" });
  const asked = await ask(targetFor(url, isKnown ? known : null));
  if (!(await standsStill(tab, url, "silent", known))) return null;
  return (await failingBy(asked, tab, url)) ?? plain({ kind: "unreadable" });
}

/** Whether the tab shows what it showed before the site was asked, and no other failure of it has become known since. */
const standsStill = async ({ id }: Tab, url: string, shown: Shown, known: Incident | null): Promise<boolean> =>
  (await showsStill(id, url, shown)) && !(await hasFailedSince(id, known));

/** In the place of a form's page, and of an address that works once, the front page, whoever wants to know. */
const targetFor = (url: string, known: Pick<Incident, "method"> | null): string =>
  known?.method === "POST" || isOneShot(url) ? new URL("/", url).href : url;

const ask = (target: string): Promise<Settled<Answer>> =>
  inTurn(target, () => anonymousGet(target, { patience: FIRST_WORD_MS }));

/** The page fails as the site does for a stranger; null where it does not. */
async function failingBy(asked: Settled<Answer>, tab: Tab, url: string): Promise<Found | null> {
  if (asked.state !== "ok" || asked.value.kind !== "response" || !isChecked(asked.value.status)) return null;
  const found = failing(await clickedIncident(tab, url, asked.value.status, null));
  return isLimited(asked.value.status) ? { ...found, answer: asked } : found;
}

function networkOf({ connectivity: seen }: WayOut): Network {
  if (seen === "online" || seen === "opaque") return "online";
  if (seen === "captive-portal") return seen;
  // Two hosts of one vendor that do not answer are no proof that nothing does.
  return seen === "no-internet" && !navigator.onLine ? seen : "unknown";
}

/** The way to the internet, of which the popup speaks at once or not at all. It leads to no site of this computer or its network. */
export async function wayTo(url: string): Promise<Network> {
  if (hostKind(new URL(url).hostname) !== "public") return "unknown";
  const late = pause(FIRST_WORD_MS).then((): Network => "unknown");
  const network = connectivity().then((found) => (found.state === "ok" ? networkOf(found.value) : "unknown"));
  return Promise.race([network, late]);
}

/** The page and the way to the internet, side by side: plain words for both, and never a gateway verdict. */
const askBoth = (url: string, target: string): Promise<[Settled<Answer>, Network]> =>
  Promise.all([ask(target), wayTo(url)]);
