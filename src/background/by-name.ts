/** A site is checked by its name, without being opened: a page of ours shows what it answers. */
import type { Answer } from "../core/http/answer.ts";
import { hostKind } from "../core/http/host-kind.ts";
import { isOneShot } from "../core/http/one-shot/one-shot.ts";
import type { Settled } from "../core/http/settled.ts";
import type { Incident } from "../core/incident/incident.ts";
import { isChecked, isLimited } from "../core/incident/status.ts";
import { type Address, typedAddress } from "../core/incident/typed-address.ts";
import type { NamedAnswer } from "../core/protocol/named.ts";
import type { RequestOf } from "../core/protocol/protocol.ts";
import { EMPTY_VIEW } from "../core/protocol/tab-view.ts";
import { openPage } from "../platform/lifecycle.ts";
import { hasSite, originPattern } from "../platform/permissions.ts";
import { anonymousGet } from "../probes/anonymous-get.ts";
import { inTurn } from "../probes/origin-queue.ts";
import { checks } from "./check/driver.ts";
import { showNamed } from "./named-views.ts";
import { wayTo } from "./standing/hidden-page.ts";
import { showTab } from "./tab-view.ts";

/** The page that shows what a site answers which stands in no tab. */
export const SITE_PAGE = "src/pages/site/index.html";

/** Opens that page, and asks about what was typed there. */
export async function checkByName(typed: string, inFront = true): Promise<void> {
  const tabId = await openPage(SITE_PAGE, inFront);
  if (tabId !== null) await onSiteCheck({ tabId, typed });
}

/** What was asked last in each tab: an answer to what was asked before counts no more. */
const latest = new Map<number, object>();

/** The user asks about a site: by its name alone, and of nobody but that site as long as it answers. */
export async function onSiteCheck({ tabId, typed }: RequestOf<"site/check">): Promise<undefined> {
  if (!Number.isInteger(tabId) || typeof typed !== "string") return;
  const question = {};
  latest.set(tabId, question);
  await checks.forget(tabId);
  await showTab(tabId, EMPTY_VIEW);
  const address = typedAddress(typed);
  if (address.is === "none") {
    await showNamed(tabId, typed, null, { is: "no-address", problem: address.problem });
    return;
  }
  await showNamed(tabId, typed, address, { is: "asking" });
  const found = await look(address);
  if (latest.get(tabId) !== question) return;
  latest.delete(tabId);
  await showNamed(tabId, typed, address, found.is === "fails" ? await begun(tabId, found) : found);
}

/** An answer that a check looks into. */
interface Fails {
  readonly is: "fails";
  readonly url: string;
  readonly status: number;
  readonly answer: Settled<Answer>;
}
type Found = Exclude<NamedAnswer, { is: "failing" }> | Fails;

/** Over plain http whoever stands on the way can answer in a site's place, as a network's log-in page does. */
const isForgeable = (url: string): boolean => url.startsWith("http:") && hostKind(new URL(url).hostname) === "public";

async function look({ url, otherwise }: Address): Promise<Found> {
  // Without leave the browser shows nobody what a site answers.
  if (!(await hasSite(url))) return { is: "needs-grant", origin: originPattern(url) };
  const first = await ask(url);
  if (first !== null && !(isForgeable(url) && first.is === "up")) return first;
  // Only where the site says nothing, or perhaps somebody else did, is there more to ask than the site.
  const network = await wayTo(url);
  if (first !== null) return network === "captive-portal" ? { is: "no-answer", network } : first;
  const isOpen = network === "online" || hostKind(new URL(url).hostname) !== "public";
  const mayAsk = otherwise !== null && isOpen && (await hasSite(otherwise));
  return (mayAsk ? await ask(otherwise) : null) ?? { is: "no-answer", network };
}

/** What an address answers to a stranger; null where nobody does. One that may work only once is spared. */
async function ask(url: string): Promise<Found | null> {
  const target = isOneShot(url) ? new URL("/", url).href : url;
  const answer = await inTurn(target, () => anonymousGet(target));
  if (answer.state === "not-sent") return { is: "not-sent" };
  if (answer.state === "failed") return null;
  if (answer.value.kind === "redirect") return { is: "up", url, status: null };
  const { status } = answer.value;
  return isChecked(status) ? { is: "fails", url, status, answer } : { is: "up", url, status };
}

/**
 * Begins the check of a site that fails. Its incident lives in that check alone: it is not among the kept ones, so it
 * begins no plan and bears no badge.
 */
async function begun(tabId: number, { url, status, answer }: Fails): Promise<NamedAnswer> {
  const incident: Incident = {
    id: `named:${crypto.randomUUID()}`,
    tabId,
    url,
    status,
    since: Date.now(),
    noticed: "named",
    method: "GET",
    private: false,
    navigation: null,
  };
  const { view } = checks.begin(incident, { answer: isLimited(status) ? answer : null });
  await showTab(tabId, { standing: { kind: "failing", incidentId: incident.id }, check: view });
  return { is: "failing", incidentId: incident.id };
}
