/**
 * The card in a failing page: it follows what is shown of its tab, from the first verdict on. The card itself keeps
 * nothing and decides nothing; whether there is one, and what it says, is decided here.
 */
import { type Incident, standsInTab } from "../../core/incident/incident.ts";
import { isFailure } from "../../core/incident/status.ts";
import { type CardView, cardView, cardWords } from "../../core/protocol/card.ts";
import type { TabView } from "../../core/protocol/tab-view.ts";
import type { RetryView } from "../../core/retry/view.ts";
import { mayShowCard } from "../../core/settings/cards.ts";
import { textLanguage, translate, uiLanguage } from "../../platform/i18n.ts";
import { sendToPage } from "../../platform/messages.ts";
import { pause } from "../../platform/pause.ts";
import { hasAll } from "../../platform/permissions.ts";
import { managedSettings, readSettings } from "../../platform/settings.ts";
import { injectFile } from "../../platform/tabs.ts";
import { incidentOf } from "../incidents.ts";
import { inTabTurn } from "../tab-turns.ts";
import { shownIn } from "../tab-view.ts";
import { changeCard, type KeptCard, keepVerdict, keptCard, tabsOfCards } from "./kept-cards.ts";

const SCRIPT = "card.js";
/** A document that is not parsed by then gets its card with the next thing that happens to its tab. */
const PATIENCE_MS = 5_000;

/** A page that itself failed and in which scripts run: not the browser's own page in its place, and no private window. */
const isReadable = (incident: Incident): boolean =>
  standsInTab(incident) &&
  !incident.private &&
  incident.status !== null &&
  isFailure(incident.status) &&
  incident.noticed !== "error-page";

/** Brings the card of a tab up to date with what is shown of the tab now. Never rejects: nobody waits for it. */
export async function followCard(tabId: number): Promise<void> {
  await inTabTurn(`card ${tabId}`, () => refresh(tabId)).catch((error: unknown) =>
    console.warn("Faultline: a card could not be shown", error),
  );
}

/** The same for every tab that has one: the settings or the grants are others now. */
export async function followCards(): Promise<void> {
  await Promise.all((await tabsOfCards()).map(followCard));
}

/** Whether this page is to have a card at all. */
export const mayHaveCard = async (incident: Incident): Promise<boolean> =>
  isReadable(incident) && mayShowCard((await readSettings()).cards, new URL(incident.url).hostname) && (await hasAll());

async function refresh(tabId: number): Promise<void> {
  const [before, shown] = await Promise.all([keptCard(tabId), shownIn(tabId)]);
  // Most of what is shown of tabs concerns no card: the incidents, all in one store, are read for those that it may concern.
  if (!before && !hasVerdict(shown.check)) return;
  const incident = await incidentOf(tabId);
  if (incident) await takeVerdict(incident, shown);
  const kept = await keptCard(tabId);
  if (!kept) return;
  const view = incident && (await viewFor(incident, kept, shown));
  if (view) await show(tabId, view);
  else if (kept.isShown) await hide(tabId);
}

const hasVerdict = (check: TabView["check"]): check is NonNullable<TabView["check"]> =>
  check?.sideIsFinal === true && check.verdict !== null;

/** A check's verdict is worth more than the first one, as soon as its side stands. */
async function takeVerdict(incident: Incident, { check }: TabView): Promise<void> {
  if (!hasVerdict(check) || check.incidentId !== incident.id || !isReadable(incident)) return;
  await keepVerdict(incident.tabId, "check", check);
}

async function viewFor(incident: Incident, kept: KeptCard, { plan }: TabView): Promise<CardView | null> {
  if (kept.incidentId !== incident.id || kept.isClosed || !(await mayHaveCard(incident))) return null;
  const loadedAt = incident.navigation?.startedAt ?? null;
  const words = cardWords(kept.check, planOfDocument(plan, loadedAt), uiLanguage(), Date.now());
  // What an administrator has set about cards no click changes.
  const isSet = (await managedSettings()).settings.cards !== undefined;
  const acts = words?.acts.filter(({ act }) => !(isSet && act === "never")) ?? [];
  return (
    words && cardView({ ...words, acts }, { incidentId: incident.id, url: incident.url, ...textLanguage() }, translate)
  );
}

/** A plan that had ended before the document was asked for says nothing of it. */
const planOfDocument = (plan: RetryView, loadedAt: number | null): RetryView =>
  plan.state === "stopped" && loadedAt !== null && loadedAt > plan.at ? { state: "none" } : plan;

/** Where no card listens yet the script is put in first; a page that refuses scripts stays as it is. */
async function show(tabId: number, view: CardView): Promise<void> {
  const tell = (): Promise<boolean | null> => sendToPage(tabId, "card/show", view).catch(() => null);
  let isShown = await tell();
  if (isShown === null) {
    await Promise.race([injectFile(tabId, SCRIPT), pause(PATIENCE_MS)]);
    isShown = await tell();
  }
  if (isShown) await markShown(tabId, true);
}

async function hide(tabId: number): Promise<void> {
  await sendToPage(tabId, "card/hide", {}).catch(() => undefined);
  await markShown(tabId, false);
}

const markShown = (tabId: number, isShown: boolean): Promise<void> =>
  changeCard(tabId, (card) => (card && card.isShown !== isShown ? { ...card, isShown } : card));

/** The user closes the card of this incident: it does not come back for it. */
export async function closeCard(tabId: number): Promise<void> {
  await changeCard(tabId, (card) => card && { ...card, isClosed: true });
  await followCard(tabId);
}
