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
import type { RequestOf } from "../../core/protocol/protocol.ts";
import { permissionsFor, REPAIR_PERMISSIONS } from "../../core/repair/repair.ts";
import { cookieHosts } from "../../core/repair/sent-cookies.ts";
import { isAboutPage, type RepairStep, type RepairView } from "../../core/repair/view.ts";
import { isFirefox } from "../../platform/browser.ts";
import {
  hasForRepair,
  lackedOf,
  originPattern,
  overEach,
  type RepairGrant,
  releaseAfterRepair,
} from "../../platform/permissions.ts";
import { registrableDomains } from "../../platform/registrable-domain.ts";
import { frontTabs, getTab } from "../../platform/tabs.ts";
import { shownIn, showRepair, tabsShown } from "../tab-view.ts";
import { change, loadAgain, look } from "./acts.ts";
import { isAnyBegun, isBegun, isBegunIn, saidToLack, whileBegun } from "./begun.ts";
import { inTurn } from "./in-turn.ts";
import { owe, takeOwed } from "./owed.ts";
import { isOfAnother, type Target, targetOf } from "./target.ts";

const ENGINE = isFirefox ? "firefox" : "chromium";

/** Tabs in which a repair works just now: a second click, or a grant beside it, changes nothing. */
const busy = new Set<number>();

const show = ({ tabId, id, url }: Target, step: RepairStep): Promise<void> =>
  showRepair(tabId, { id, url, at: Date.now(), ...step });

/** All that the repair needs of the browser; of hosts only where it is cookies that go. */
async function grantFor({ id, url }: Target): Promise<RepairGrant> {
  const permissions = permissionsFor(id, ENGINE);
  if (id !== "delete-cookies") return { permissions, origins: [] };
  const domainOf = await registrableDomains();
  const hosts = cookieHosts(new URL(url).hostname, domainOf(url));
  return { permissions, origins: hosts.map((host) => originPattern(`https://${host}/`)) };
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
export async function onRepairBegin(request: RequestOf<"repair/begin">): Promise<undefined> {
  if (isBegun(request)) return;
  // Before the first wait: what needs no prompt is granted in the very turn of the click.
  const next = await whileBegun(request, () => ask(request).catch((error: unknown) => broken(request, error)));
  await next();
}

/** Shows that a repair has begun, and that the browser asks for what it lacks; resolves with what comes next. */
async function ask(request: RequestOf<"repair/begin">): Promise<() => Promise<void>> {
  const target = await targetOf(request);
  if (!target || isOfAnother(request, target)) return comesToNothing(request);
  // What works in this tab gives back in the end.
  if (busy.has(target.tabId)) return async () => undefined;
  const grant = await grantFor(target);
  if (target.id === "remove-page-worker") return () => finish(target, grant);
  const lacked = await allLacked(grant, [...saidToLack(request), ...(await lackedBefore(target))]);
  await show(target, { state: "asking", lacked });
  // What is granted now is this one's.
  await takeOwed();
  return () => goOn(target, grant, lacked);
}

/** What the popup has asked the browser for may be granted by now, or be granted yet. */
async function comesToNothing(request: RequestOf<"repair/begin">): Promise<() => Promise<void>> {
  const asked = { permissions: permissionsFor(request.id, ENGINE), origins: saidToLack(request) };
  if (asked.origins.length > 0) await owe(asked);
  return giveBackUnasked;
}

/** Still is what it is to the popup that asked, once everything is given back. */
async function broken(request: RequestOf<"repair/begin">, error: unknown): Promise<() => Promise<void>> {
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
async function goOn(target: Target, grant: RepairGrant, lacked: readonly string[]): Promise<void> {
  if (!(await hasForRepair(grant))) return;
  await alone(target, () =>
    look(target, lacked).finally(() => releaseAfterRepair({ permissions: grant.permissions, origins: lacked })),
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
export async function onPromptGranted(request: RequestOf<"repair/granted">): Promise<undefined> {
  const target = await targetOf(request);
  await goOnIn(request.tabId);
  const asking = target && !isOfAnother(request, target) ? await askingFor(target) : null;
  if (target && asking) {
    await giveBack(asking);
    await show(target, { state: "by-hand", why: "failed" });
  }
  await giveBackUnasked();
}

/** This very repair, where it waits for the browser's prompt and does not work by now. */
async function askingFor({ tabId, id, url }: Target): Promise<RepairView | null> {
  const { repair } = await shownIn(tabId);
  const isIt = repair?.state === "asking" && repair.id === id && repair.url === url;
  return isIt && !busy.has(tabId) && !isBegunIn(tabId) ? repair : null;
}

/** Gives back what was owed, where the browser has granted it. */
async function payOwed(): Promise<void> {
  if (isAnyBegun()) return;
  for (const debt of await takeOwed())
    await ((await isItsOwn(debt)) ? releaseAfterRepair(debt) : owe(debt, debt.since));
}

/** A click came to nothing: what was granted while it was looked into is nobody's. */
async function giveBackUnasked(): Promise<void> {
  await inTurn(payOwed);
  await giveBackUnawaited();
}

/**
 * A second click may be granted, without a prompt, what the work of the first has given back by then. While a repair of any
 * tab begins, or waits for what it asks for, nobody can tell whose that is.
 */
const giveBackUnawaited = (): Promise<void> => inTurn(giveBackWhereNobodyWaits);

async function giveBackWhereNobodyWaits(): Promise<void> {
  const shown = await tabsShown().then(
    (tabs) => Promise.all(tabs.map(shownIn)),
    () => [],
  );
  const waits = shown.some(
    ({ repair }) =>
      (repair?.state === "asking" || repair?.state === "counted") && isAboutPage(repair, repair.url, Date.now()),
  );
  if (waits || busy.size > 0 || isAnyBegun()) return;
  // A click that came to nothing since may owe hosts, which are known by what the leftovers would take.
  await payOwed();
  await giveBackLeftovers();
}

/** A check took a repair's place. */
export const onDroppedRepair = (tabId: number, repair: RepairView): Promise<void> | void =>
  busy.has(tabId) ? undefined : giveBackUnfinished(repair);

async function goOnIn(tabId: number): Promise<void> {
  const { repair } = await shownIn(tabId);
  // One that has just begun looks for itself, once it is shown.
  if (repair?.state !== "asking" || isBegunIn(tabId)) return;
  const target = await targetOf({ tabId, id: repair.id });
  if (target?.url === repair.url) return goOn(target, await grantFor(target), repair.lacked);
  // Once: it shall not take away what is granted to another tab's repair.
  await showRepair(tabId, null);
  await giveBackUnfinished(repair);
}

/** Whether the browser has granted a repair this. Where its permission is missing, its hosts are the user's own grant. */
const isItsOwn = ({ permissions }: RepairGrant): Promise<boolean> => hasForRepair({ permissions, origins: [] });

const grantOf = (repair: RepairView): RepairGrant => ({
  permissions: permissionsFor(repair.id, ENGINE),
  origins: "lacked" in repair ? repair.lacked : [],
});

/** Gives back what the browser may have granted to a repair that comes to nothing. */
const giveBack = (repair: RepairView): Promise<void> => releaseAfterRepair(grantOf(repair));

/**
 * Only these two hold a grant: after any other word of a repair the user may have granted the same hosts for themselves.
 * So they may while one waits for its prompt. What the browser may yet grant to that one is owed.
 */
async function giveBackUnfinished(repair: RepairView): Promise<void> {
  if (repair.state === "working") return giveBack(repair);
  if (repair.state !== "asking") return;
  const grant = grantOf(repair);
  if (!(await hasForRepair(grant))) await owe(grant);
  if (await isItsOwn(grant)) await releaseAfterRepair(grant);
}

/** Gives back every permission that only repairs ask for. Never rejects. */
export async function giveBackLeftovers(): Promise<void> {
  for (const permission of REPAIR_PERMISSIONS) await releaseAfterRepair({ permissions: [permission], origins: [] });
}

/** The user has confirmed it, or done by hand what was theirs. */
export async function onRepairFinish(request: RequestOf<"repair/finish">): Promise<undefined> {
  const target = await targetOf(request);
  const { repair } = await shownIn(request.tabId);
  if (busy.has(request.tabId) || repair?.state === "asking") return;
  // Only what was shown of this very page can be confirmed.
  if (!target || repair?.id !== target.id || repair.url !== target.url)
    return repair ? giveBack(repair).then() : undefined;
  if (repair.state === "counted") {
    return finish(target, { permissions: permissionsFor(target.id, ENGINE), origins: repair.lacked });
  }
  // What was done by hand, or refused, is not done once more.
  if (repair.state === "working") return;
  await show(target, { state: "working", lacked: [] });
  await alone(target, () => loadAgain(target));
}

async function finish(target: Target, grant: RepairGrant): Promise<undefined> {
  if (busy.has(target.tabId)) return;
  await show(target, { state: "working", lacked: grant.origins });
  await alone(target, async () => {
    const done = await change(target).finally(() => releaseAfterRepair(grant));
    if (done === null) return { state: "by-hand", why: "failed" };
    // Before the page is loaded, which takes half a minute: a browser that quits meanwhile forgets what is to be given back.
    await show(target, { state: "working", lacked: [] });
    return loadAgain(target, done);
  });
}

/** The user leaves it; what the browser would have granted is named with the place where they can do it themselves. */
export async function onRepairLeave({ refused, ...request }: RequestOf<"repair/leave">): Promise<undefined> {
  const target = await targetOf(request);
  if (!target || busy.has(target.tabId)) return;
  if (refused === true) await show(target, { state: "by-hand", why: "refused" });
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
    void giveBackUnfinished(repair);
    return null;
  }
  if (repair.state === "asking") void goOnIn(tabId);
  return repair;
}

/** What is shown of a tab is forgotten: nobody goes on with its repair. */
export async function forgetRepair(tabId: number): Promise<void> {
  const { repair } = await shownIn(tabId);
  if (repair && !busy.has(tabId)) await giveBackUnfinished(repair);
}
