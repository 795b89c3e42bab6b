import { endedServed } from "../core/diagnosis/state.ts";
import { type Incident, pageUrl, protectionOf, webPage } from "../core/incident/incident.ts";
import { type Navigation, parseNavigation } from "../core/incident/navigation.ts";
import { isFailure, isRetried } from "../core/incident/status.ts";
import type { Sender } from "../platform/messages.ts";
import { isThere } from "../probes/tab-look.ts";
import { listenForInput } from "../probes/typed-input.ts";
import { methodOf } from "./automatic-mode.ts";
import { badgeFailure } from "./badge-failure.ts";
import { beginPlan } from "./begin-plan.ts";
import { judgeAfterLoad } from "./card/first-words.ts";
import { takeServed } from "./card/served.ts";
import { checks } from "./check/driver.ts";
import { toldOf } from "./check/told-steps.ts";
import { endIncident, incidentOf, keepFailure } from "./incidents.ts";
import { isBorrowed } from "./repair/borrowed.ts";
import { retry } from "./retry/driver.ts";
import { planOf } from "./retry/plans.ts";
import { sweep } from "./sweep.ts";
import { isOurLoad, isOursToLeave, isPlansLoad } from "./watch-reload.ts";

/** The sentinel says that its page failed. */
export async function onPageFailed(request: { entry: string }, sender: Sender): Promise<undefined> {
  if (sender.from !== "page") return;
  const navigation = parseNavigation(request.entry);
  const page = webPage(sender.url);
  if (!navigation || !page || !isFailure(navigation.status)) return;
  const url = pageUrl(page.href);
  if (await isBorrowed(page.href)) return;
  if (url && (await isHeeded(sender.tabId, url, navigation))) return;
  // A private window keeps its failure to itself until the user clicks.
  if (url && !sender.private) void listenForInput(sender.tabId);
  // While the worker woke, the page may have led on: the next one bears no badge of its.
  if (await isThere(sender.tabId, navigation)) await badgeFailure(sender.tabId, page.href, navigation.status);
  void sweep();
  // An address that is too long gets its badge, and is neither kept nor asked for.
  if (!url || sender.private) return;

  const { tabId } = sender;
  const plan = await planOf(tabId);
  const { startedAt } = navigation;
  const isPlans = plan?.state.name === "reloading" && plan.url === url && plan.state.document !== startedAt;
  const ours = isPlans || isOurLoad(tabId, url, startedAt);
  const incident = await keepFailure({
    tabId,
    url,
    status: navigation.status,
    noticed: "sentinel",
    method: await methodOf(navigation),
    navigation,
  });
  // A form that the user has sent since is not ours to send again, and what came by its address is not a form's any more.
  if (ours && plan && plan.touchesTab === (protectionOf(incident) === "none")) {
    const look = {
      state: "answered",
      status: navigation.status,
      startedAt,
    } as const;
    // The plan may end with this load, and then what is kept for it goes.
    const served = takeServed(incident);
    await retry.tell(tabId, { type: "looked", look });
    if (isPlans || isPlansLoad(tabId, url, startedAt)) await tellCheck(incident);
    return void judgeAfterLoad(incident, served);
  }
  await beginPlan(incident, null);
}

/**
 * A check that has its verdict takes in what a plan's load has shown since, as it does with a load by the user. Where its
 * strangers failed too, a plan that loads the tab has been served since, and the next opening looks anew.
 */
async function tellCheck(incident: Incident): Promise<void> {
  const check = await checks.lastOf(incident);
  if (check?.incident.id !== incident.id || !endedServed(check)) return;
  // What was told too long ago is not compared with what the tab shows now.
  await checks.tell(check, { type: "told", told: await toldOf(incident) });
  await checks.tell(check, { type: "reloaded", incident, reload: "fails" });
}

/** What was said of this very load already, and is seen to. Only a page that has left may say it again. */
async function isHeeded(tabId: number, url: string, { status, startedAt }: Navigation): Promise<boolean> {
  const known = await incidentOf(tabId);
  const isSame = known?.url === url && known.status === status && known.navigation?.startedAt === startedAt;
  return isSame && (!isRetried(status) || (await planOf(tabId))?.url === url);
}

/**
 * The sentinel says that its failing page goes away: a reload, a navigation, a closed tab. Where the next page comes from
 * another process its word can come first; then it is too late for this one to end anything.
 */
export async function onPageLeft(request: { entry: string }, sender: Sender): Promise<undefined> {
  if (sender.from !== "page" || sender.private) return;
  const { tabId } = sender;
  const left = parseNavigation(request.entry);
  const known = await incidentOf(tabId);
  const gone = known ? known.navigation : left;
  if (!left || !gone) return;
  const { startedAt } = gone;
  // Of words that come close together some are dropped: the page that is known may have gone without one.
  if (startedAt !== left.startedAt && (await isThere(tabId, gone))) return;
  const plan = await planOf(tabId);
  const url = pageUrl(sender.url);
  // A plan that is about to load the tab looks at it first, and sees what the user has done.
  const { state } = plan ?? {};
  const isPlans = state?.name === "reloading" && (state.document === undefined || state.document === startedAt);
  if (isPlans || (url && isOursToLeave(tabId, url, startedAt))) return;
  await endIncident(tabId, "left");
  if (plan) await retry.tell(tabId, { type: "stop", reason: "left" });
}
