/** What the user says by the buttons of the card in the page. */
import * as v from "valibot";
import { type Incident, pageUrl } from "../../core/incident/incident.ts";
import { lazily } from "../../core/lazily.ts";
import { CARD_ACTS, type CardAct } from "../../core/protocol/card.ts";
import { withoutCardsOn } from "../../core/settings/cards.ts";
import type { Sender } from "../../platform/messages.ts";
import { changeSetting } from "../../platform/settings.ts";
import { openFullView } from "../../platform/windows.ts";
import { text } from "../bounds.ts";
import { incidentOf } from "../incidents.ts";
import { onTabReload } from "../on-reload.ts";
import { retry } from "../retry/driver.ts";
import { planOf } from "../retry/plans.ts";
import { inTabTurn } from "../tab-turns.ts";
import { closeCard, followCards } from "./cards.ts";
import { keptCard } from "./kept-cards.ts";

const requestSchema = lazily(() => v.object({ incidentId: text(100), act: v.picklist(CARD_ACTS) }));

/** Only the card that stands in this page is heeded; whatever comes faster than a hand is dropped. */
export async function onCard(request: unknown, sender: Sender): Promise<undefined> {
  const parsed = v.safeParse(requestSchema(), request);
  if (sender.from !== "page" || sender.private || !parsed.success) return;
  const { incidentId, act } = parsed.output;
  const { tabId, url } = sender;
  await inTabTurn(`card's word ${tabId}`, async () => {
    const [incident, card] = await Promise.all([incidentOf(tabId), keptCard(tabId)]);
    const isCards = incident?.id === incidentId && incident.url === pageUrl(url) && card?.isShown === true;
    if (isCards && card.incidentId === incidentId) await carryOut(act, incident);
  });
}

async function carryOut(act: CardAct, incident: Incident): Promise<void> {
  const { tabId, url } = incident;
  switch (act) {
    case "try-now":
      return tryNow(incident);
    case "stop":
      return void (await retry.tell(tabId, { type: "stop", reason: "stopped" }));
    case "details":
      return openFullView(tabId);
    case "not-here":
      await changeSetting("cards", (cards) => withoutCardsOn(cards, new URL(url).hostname));
      return followCards();
    case "never":
      await changeSetting("cards", (cards) => ({ ...cards, off: true }));
      return followCards();
    case "close":
      return closeCard(tabId);
  }
}

/** The plan's next try at once; where none runs, the user's own reload. */
async function tryNow(incident: Incident): Promise<void> {
  const { tabId } = incident;
  if (await planOf(tabId)) await retry.tell(tabId, { type: "now" });
  else await onTabReload({ tabId, pastCache: false });
}
