/**
 * The user's click is the only cause of a repair, and each click does one thing:
 *
 * ```
 *  begin ──▶ asking ──granted──▶ counted ──finish──▶ working ──▶ done
 *             │                  by-hand ──finish──▶   (the page is loaded once and judged again)
 *             └─refused─▶ by-hand  extensions, proxy ──finish──▶
 *  begin of remove-page-worker ──▶ working ──▶ done
 *  asking, granted, and nothing of it there any more ──▶ by-hand
 * ```
 *
 * What the browser granted for a click is given back as soon as that click's work is done, before the page is loaded.
 */
import { pageUrl } from "../../core/incident/incident.ts";
import type { ClickEnd, RequestOf } from "../../core/protocol/protocol.ts";
import { cookieHosts } from "../../core/repair/sent-cookies.ts";
import { inVainBefore, isAboutPage, type RepairStep, type RepairView } from "../../core/repair/view.ts";
import { hasForRepair, lackedOf, originPattern, overEach, type RepairGrant } from "../../platform/permissions.ts";
import { registrableDomains } from "../../platform/registrable-domain.ts";
import { frontTabs, getTab } from "../../platform/tabs.ts";
import { shownIn, showRepair } from "../tab-view.ts";
import { change, loadAgain, look } from "./acts.ts";
import { isBegun, isBegunIn, saidToLack, whileBegun } from "./begun.ts";
import {
  askedBy,
  busy,
  giveBack,
  giveBackGranted,
  giveBackPermission,
  giveBackUnasked,
  giveBackUnawaited,
  giveBackUnfinished,
  grantWith,
  payOwed,
  release,
} from "./give-back.ts";
import { inTurn } from "./in-turn.ts";
import { cancelOwed, owe, takeOwed } from "./owed.ts";
import { isOfAnother, type Target, targetOf } from "./target.ts";

/** Shows how far it has come, and what came before it for this page. */
async function show(target: Target, step: RepairStep): Promise<void> {
  const { tabId, id, url } = target;
  const { repair: earlier } = await shownIn(tabId);
  await showRepair(tabId, { id, url, at: Date.now(), ...inVainBefore(target, earlier), ...step });
}

/** All that the repair needs of the browser; of hosts only where it is cookies that go. */
async function grantFor({ id, url }: Target): Promise<RepairGrant> {
  if (id !== "delete-cookies") return grantWith(id, []);
  const domainOf = await registrableDomains();
  const hosts = cookieHosts(new URL(url).hostname, domainOf(url));
  return grantWith(
    id,
    hosts.map((host) => originPattern(`https://${host}/`)),
  );
}

/** Does a repair's work alone in its tab; where it breaks, the user is told how to do it by hand. */
async function alone(target: Target, work: () => Promise<RepairStep>): Promise<void> {
  const { tabId } = target;
  if (busy.has(tabId)) return;
  busy.add(tabId);
  try {
    const step = await work().catch((error: unknown): RepairStep => {
      console.warn("Faultline: a repair broke", target.id, error);
      return { state: "by-hand", why: "failed" };
    });
    // After a repair another page may stand there, of which this is what led to it.
    const url = pageUrl((await getTab(tabId))?.url ?? undefined) ?? target.url;
    await show({ ...target, url }, step);
  } finally {
    busy.delete(tabId);
    await giveBackUnawaited();
  }
}

/** The user wants it. Where the browser has yet to ask them, `onRepairGranted` goes on. */
export async function onRepairBegin(request: RequestOf<"repair/begin">): Promise<ClickEnd> {
  if (isBegun(request)) return;
  // Before the first wait: what needs no prompt is granted in the very turn of the click.
  const next = await whileBegun(request, () => ask(request).catch((error: unknown) => broken(request, error)));
  return next();
}

/** Shows that a repair has begun, and that the browser asks for what it lacks; resolves with what comes next. */
async function ask(request: RequestOf<"repair/begin">): Promise<() => Promise<ClickEnd>> {
  const target = await targetOf(request);
  if (!target || isOfAnother(request, target)) return comesToNothing(request);
  // What works in this tab gives back in the end.
  if (busy.has(target.tabId)) return async () => undefined;
  const grant = await grantFor(target);
  if (target.id === "remove-page-worker") return () => finish(target, grant);
  const lacked = await allLacked(grant, [...saidToLack(request), ...(await lackedBefore(target))]);
  await show(target, { state: "asking", lacked });
  // What is granted now is this one's. What is being looked through just now would be owed anew.
  await inTurn(() => takeOwed().then());
  return () => goOn(target, grant, lacked);
}

/** What the popup has asked the browser for may be granted by now, or be granted yet. */
async function comesToNothing(request: RequestOf<"repair/begin">): Promise<() => Promise<ClickEnd>> {
  const asked = askedBy(request);
  if (asked.origins.length > 0) await owe(asked, request.tabId);
  return () => giveBackUnasked().then(() => "too-late");
}

/** Still is what it is to the popup that asked, once everything is given back. */
async function broken(request: RequestOf<"repair/begin">, error: unknown): Promise<() => Promise<ClickEnd>> {
  const giveBackAll = await comesToNothing(request);
  return () => giveBackAll().finally(() => Promise.reject(error));
}

/**
 * The hosts that the user had not granted before. The browser may have granted them by now: without a prompt, or for an
 * earlier click that nobody went on with.
 */
async function allLacked({ origins }: RepairGrant, known: readonly string[]): Promise<readonly string[]> {
  const lacked: string[] = [];
  for (const origin of origins) {
    const before = [origin, ...overEach(origin)].filter((pattern) => known.includes(pattern));
    lacked.push(...(before.length > 0 ? before : await lackedOf(origin)));
  }
  return lacked;
}

async function lackedBefore({ tabId, id, url }: Target): Promise<readonly string[]> {
  const { repair } = await shownIn(tabId);
  return repair?.state === "asking" && repair.id === id && repair.url === url ? repair.lacked : [];
}

/** Looks, once the browser lets it. */
async function goOn(target: Target, grant: RepairGrant, lacked: readonly string[]): Promise<undefined> {
  if (!(await hasForRepair(grant))) return;
  await alone(target, () =>
    look(target, lacked).finally(() => release({ permissions: grant.permissions, origins: lacked }, target.tabId)),
  );
}

/** The browser has granted something, and the popup that asked may be closed by its prompt: its tab is one in front. */
export async function onRepairGranted(): Promise<void> {
  await inTurn(payOwed);
  for (const tabId of await frontTabs().catch(() => [])) await goOnIn(tabId);
  await giveBackUnawaited();
}

/**
 * The popup that asked still stands open, and knows that its prompt was granted: its tab need not be in front. Where nothing
 * of it is there any more, or less than it takes, the click shall not come to nothing in silence, nor leave a host behind.
 */
export async function onPromptGranted(request: RequestOf<"repair/granted">): Promise<ClickEnd> {
  const target = await targetOf(request);
  await goOnIn(request.tabId);
  const isThere = target !== null && !isOfAnother(request, target);
  const asking = isThere ? await askingFor(target) : null;
  if (isThere && asking) {
    await giveBack(request.tabId, asking);
    await show(target, { state: "by-hand", why: "failed" });
  }
  await giveBackGranted(request);
  return isThere ? undefined : "too-late";
}

/** This very repair, where it waits for the browser's prompt and does not work by now. */
async function askingFor({ tabId, id, url }: Target): Promise<RepairView | null> {
  const { repair } = await shownIn(tabId);
  const isIt = repair?.state === "asking" && repair.id === id && repair.url === url;
  return isIt && !busy.has(tabId) && !isBegunIn(tabId) ? repair : null;
}

/** A check took a repair's place. */
export const onDroppedRepair = (tabId: number, repair: RepairView): Promise<void> | void =>
  busy.has(tabId) ? undefined : giveBackUnfinished(tabId, repair);

async function goOnIn(tabId: number): Promise<void> {
  const { repair } = await shownIn(tabId);
  // One that has just begun looks for itself, once it is shown.
  if (repair?.state !== "asking" || isBegunIn(tabId)) return;
  const target = await targetOf({ tabId, id: repair.id });
  if (target?.url === repair.url) return void (await goOn(target, await grantFor(target), repair.lacked));
  // Once: it shall not take away what is granted to another tab's repair.
  await showRepair(tabId, null);
  await giveBackUnfinished(tabId, repair);
}

/** The user has confirmed it, or done by hand what was theirs. */
export async function onRepairFinish(request: RequestOf<"repair/finish">): Promise<ClickEnd> {
  const target = await targetOf(request);
  const { repair } = await shownIn(request.tabId);
  // Only what was shown of this very page can be confirmed, and what is under way is not done once more.
  const isIts =
    target !== null && !isOfAnother(request, target) && repair?.id === target.id && repair.url === target.url;
  const isUnderWay = busy.has(request.tabId) || repair?.state === "asking" || repair?.state === "working";
  if (!isIts || isUnderWay) {
    // Of its hosts only this click's own word tells which are not the user's.
    if (repair && !isUnderWay) await giveBackPermission(request.tabId, repair.id);
    await giveBackGranted(request);
    return isIts ? undefined : "too-late";
  }
  if (repair.state === "counted") {
    // Since they were counted hosts may have been lost, or granted by the user for themselves: the popup has looked since.
    return finish(target, grantWith(target.id, request.lacked ? saidToLack(request) : repair.lacked));
  }
  // What was done by hand, or refused, is not done once more.
  await show(target, { state: "working", lacked: [] });
  // After a load that showed nothing, what was changed before it still is.
  await alone(target, () => loadAgain(target, repair.state === "done" ? repair : undefined));
}

async function finish(target: Target, grant: RepairGrant): Promise<undefined> {
  if (busy.has(target.tabId)) return;
  await show(target, { state: "working", lacked: grant.origins });
  await alone(target, async () => {
    const done = await change(target).finally(() => release(grant, target.tabId));
    if (done === null) return { state: "by-hand", why: "failed" };
    // Before the page is loaded, which takes half a minute: a browser that quits meanwhile forgets what is to be given back.
    await show(target, { state: "working", lacked: [] });
    return loadAgain(target, done);
  });
}

/** The user leaves it; what the browser would have granted is named with the place where they can do it themselves. */
export async function onRepairLeave(request: RequestOf<"repair/leave">): Promise<undefined> {
  const refused = request.refused === true;
  // Wherever its page is by now.
  if (refused) await inTurn(() => cancelOwed(askedBy(request), request.tabId));
  const target = await targetOf(request);
  if (!target || isOfAnother(request, target) || busy.has(target.tabId)) return;
  if (refused) await show(target, { state: "by-hand", why: "refused" });
  else await showRepair(target.tabId, null);
}

/**
 * What still is true of a repair when the popup opens on a page, `shown`: one that waits for the browser's prompt goes on if
 * that was granted by now, and one whose worker has died is offered anew. Of one that came to nothing no grant is kept.
 */
export function repairAtOpening(tabId: number, repair: RepairView, shown: string | null): RepairView | null {
  const isOver = !isAboutPage(repair, shown, Date.now());
  if (busy.has(tabId)) return isOver ? null : repair;
  if (isOver || repair.state === "working") {
    void giveBackUnfinished(tabId, repair);
    return null;
  }
  if (repair.state === "asking") void goOnIn(tabId);
  return repair;
}

/** What is shown of a tab is forgotten: nobody goes on with its repair. */
export async function forgetRepair(tabId: number): Promise<void> {
  const { repair } = await shownIn(tabId);
  if (repair && !busy.has(tabId)) await giveBackUnfinished(tabId, repair);
}
