import { isOneShot } from "../../core/http/one-shot/one-shot.ts";
import { shownHost } from "../../core/incident/shown-host.ts";
import { siteOf } from "../../core/incident/site.ts";
import { type MessageKey, message } from "../../core/message.ts";
import { enteredAt } from "../../core/retry/moments.ts";
import { isWatch, NO_TAB, type RetryPlan } from "../../core/retry/plan.ts";
import { isPageBack, type StopReason } from "../../core/retry/stop-reason.ts";
import { badgeText, clearBadge, showBadge } from "../../platform/badge.ts";
import { translate } from "../../platform/i18n.ts";
import { notify } from "../../platform/notifications.ts";
import { isInFront, wasInFrontSince } from "../../platform/tabs.ts";
import { badgeFailure } from "../badge-failure.ts";
import { endIncident, incidentOf } from "../incidents.ts";
import { sayOnce } from "./notices.ts";

/** How long the tick of recovery stands. */
const TICK_MS = 10_000;
const TICK = "✓";

const TEXTS = {
  recovered: ["notify_recovered_title", "notify_recovered_text"],
  "site-answers": ["notify_answers_title", "notify_answers_text"],
  "front-page-works": ["notify_front_page_title", "notify_front_page_text"],
  refused: ["notify_refused_title", "notify_refused_text"],
  queued: ["notify_queued_title", "notify_queued_text"],
  deadline: ["notify_deadline_title", "notify_deadline_text"],
  "gave-up": ["notify_deadline_title", "notify_gave_up_text"],
  dropped: ["notify_deadline_title", "notify_dropped_text"],
} as const;

/** Chromium takes no longer ones. */
const LONGEST_ID = 500;

/** A click on it leads to the tab, or opens the page of a site that is watched without one: its front page, where the address is too long. */
function notificationId({ id, tabId, url }: RetryPlan): string {
  if (tabId !== NO_TAB) return `tab:${tabId}`;
  return id.length <= LONGEST_ID ? id : `watch:${new URL("/", url).href}`;
}

/** What is said where the page was left as it is: of a form, of an address for one use, of a tab with input in it, of a site without a tab. */
function answersText(plan: RetryPlan): MessageKey {
  if (isWatch(plan)) return "notify_answers_watch_text";
  if (plan.touchesTab) return "notify_answers_tab_text";
  return isOneShot(plan.url) ? "notify_answers_once_text" : "notify_answers_text";
}

/** The text of an outcome. */
function textOf(plan: RetryPlan, outcome: keyof typeof TEXTS): MessageKey {
  if (outcome === "site-answers") return answersText(plan);
  const [, text] = TEXTS[outcome];
  return outcome === "front-page-works" && isOneShot(plan.url) ? "notify_front_page_once_text" : text;
}

/**
 * A plan never ends without a word, unless the user ended it: badge and, where allowed, a notification. Of a tab that
 * was never in front while it failed the badge alone speaks, for nobody waits for it. A site is notified of once in ten
 * minutes, whatever becomes of its tabs; whoever has asked to be told is told, and not the same twice.
 */
export async function tellOutcome(plan: RetryPlan, outcome: StopReason): Promise<void> {
  if (outcome === "stopped") return;
  const { tabId, url } = plan;
  const { host } = new URL(url);
  if (isWatch(plan)) {
    // The tab that came back has had its word already.
    if (outcome === "left" || outcome === "recovered") return;
  } else {
    const failing = await incidentOf(tabId);
    // A late word changes nothing about what has failed in the tab since.
    const isLate = failing !== null && (failing.url !== url || failing.since > enteredAt(plan));
    if (!isLate) {
      // Where the page was not loaded again it stands there failing, and so the incident goes on.
      if (isPageBack(outcome)) await endIncident(tabId, "works");
      if (outcome === "left" || outcome === "refused") await endIncident(tabId, "left");
      if (outcome === "recovered" || outcome === "site-answers") {
        await showRecovery(tabId, host, outcome === "recovered" ? "badge_back" : "badge_answers");
      }
    }
    if (outcome === "left") return;
    // Whoever looks at the tab sees it happen, and whoever has brought the page back has seen it.
    if (outcome === "recovered" && (plan.seen || (await isInFront(tabId)))) return;
    if (!plan.inFront && !(await wasInFrontSince(tabId, plan.createdAt))) return;
  }
  const [title] = TEXTS[outcome];
  const says = textOf(plan, outcome);
  const say = () => notify(notificationId(plan), translate(message(title, shownHost(host))), translate(message(says)));
  const site = `site ${siteOf(url)}`;
  await (isWatch(plan) ? sayOnce(`${title} ${siteOf(url)}`, say, [site]) : sayOnce(site, say));
}

/** There was no room for all plans; said once, however many had to go. */
export async function tellDropped(count: number): Promise<void> {
  const title = translate(message("notify_room_title", String(count)));
  await sayOnce("dropped", () => notify("dropped", title, translate(message("notify_dropped_text"))));
}

/**
 * A tick for ten seconds, unless the tab has something newer to say by then. A page that was left as it is shows its
 * failure all the same, and its icon says so again.
 */
export async function showRecovery(
  tabId: number,
  host: string,
  says: "badge_back" | "badge_answers" = "badge_back",
): Promise<void> {
  await showBadge(tabId, { text: TICK, title: translate(message(says, host)), color: "back" });
  setTimeout(async () => {
    if ((await badgeText(tabId)) !== TICK) return;
    const failing = await incidentOf(tabId);
    if (failing?.status) await badgeFailure(tabId, failing.url, failing.status);
    else await clearBadge(tabId, translate(message("action_title_idle")));
  }, TICK_MS);
}
