import { badgeText, clearBadge, showBadge } from "../platform/badge.ts";
import { translate } from "../platform/i18n.ts";
import { notify } from "../platform/notifications.ts";
import { isInFront } from "../platform/tabs.ts";
import type { RetryPlan, StopReason } from "../retry/plan.ts";
import { message } from "../texts/message.ts";
import { endIncident } from "./incidents.ts";

/** How long the tick of recovery stands. */
const TICK_MS = 10_000;
const TICK = "✓";

const TEXTS = {
  recovered: ["notify_recovered_title", "notify_recovered_text"],
  "site-answers": ["notify_answers_title", "notify_answers_text"],
  refused: ["notify_refused_title", "notify_refused_text"],
  deadline: ["notify_deadline_title", "notify_deadline_text"],
} as const;

export const notificationId = (tabId: number): string => `tab:${tabId}`;

/** A plan never ends without a word, unless the user ended it: badge and, where allowed, a notification. */
export async function tellOutcome({ tabId, url }: RetryPlan, outcome: StopReason): Promise<void> {
  if (outcome === "stopped") return;
  const { host } = new URL(url);
  // Where the page was not loaded again it stands there failing, and so the incident goes on.
  if (outcome === "recovered") await endIncident(tabId, "works");
  if (outcome === "left" || outcome === "refused") await endIncident(tabId, "left");
  if (outcome === "left") return;
  if (outcome === "recovered" || outcome === "site-answers") await showRecovery(tabId, host);
  // Whoever looks at the tab sees it happen.
  if (outcome === "recovered" && (await isInFront(tabId))) return;
  const [title, text] = TEXTS[outcome];
  await notify(notificationId(tabId), translate(message(title, host)), translate(message(text)));
}

/** A tick for ten seconds, unless the tab has something newer to say by then. */
export async function showRecovery(tabId: number, host: string): Promise<void> {
  await showBadge(tabId, { text: TICK, title: translate(message("badge_back", host)), color: "back" });
  setTimeout(async () => {
    if ((await badgeText(tabId)) === TICK) await clearBadge(tabId, translate(message("action_title_idle")));
  }, TICK_MS);
}
