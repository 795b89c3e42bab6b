/** What the browser has granted to a repair is given back once nobody works with it. */
import { permissionsFor, REPAIR_PERMISSIONS, type RepairId } from "../../core/repair/repair.ts";
import { isAboutPage, type RepairView } from "../../core/repair/view.ts";
import { isFirefox } from "../../platform/browser.ts";
import {
  hasAll,
  hasForRepair,
  lackedOf,
  overEach,
  type RepairGrant,
  releaseAfterRepair,
} from "../../platform/permissions.ts";
import { shownIn, tabsShown } from "../tab-view.ts";
import { everyBegun, isAnyBegun, saidToLack } from "./begun.ts";
import { inTurn } from "./in-turn.ts";
import { owe, takeOwed } from "./owed.ts";

/** Tabs in which a repair works just now: a second click, or a grant beside it, changes nothing. */
export const busy = new Set<number>();

/** What a repair takes of the browser to do its work, with these hosts. */
export const grantWith = (id: RepairId, origins: readonly string[]): RepairGrant => ({
  permissions: permissionsFor(id, isFirefox ? "firefox" : "chromium"),
  origins,
});

/** What a click has asked the browser for, as far as the popup knows it. */
export const askedBy = (click: { readonly id: RepairId; readonly lacked?: readonly string[] }): RepairGrant =>
  grantWith(click.id, saidToLack(click));

const grantOf = (repair: RepairView): RepairGrant => grantWith(repair.id, "lacked" in repair ? repair.lacked : []);

/** Whether the browser has granted a repair this. Where its permission is missing, its hosts are the user's own grant. */
const isItsOwn = ({ permissions }: RepairGrant): Promise<boolean> => hasForRepair({ permissions, origins: [] });

/** Gives back what a tab's repair was granted. What another one works with is given back with that one's work. */
export async function release({ permissions, origins }: RepairGrant, tabId: number | null): Promise<void> {
  const others = await worksBeside(tabId).catch(() => []);
  const held = new Set(others.flatMap((other) => [...other.permissions, ...other.origins.flatMap(overEach)]));
  await releaseAfterRepair({
    permissions: permissions.filter((one) => !held.has(one)),
    origins: origins.filter((host) => !overEach(host).some((scheme) => held.has(scheme))),
  });
}

/** Gives back what the browser may have granted to a tab's repair that comes to nothing. */
export const giveBack = (tabId: number, repair: RepairView): Promise<void> => release(grantOf(repair), tabId);

/** Gives back a tab's permission for such a repair, and no host, unless another tab's has been granted it too. */
export async function giveBackPermission(tabId: number, id: RepairId): Promise<void> {
  const grant = grantWith(id, []);
  if (!(await isOfAnyBeside(grant, tabId))) await releaseAfterRepair(grant);
}

/**
 * Only one that waits or works holds hosts: after any other word of a repair the user may have granted the same ones for
 * themselves. So they may while one waits for its prompt. What the browser may yet grant to that one is owed, and so is what
 * nobody can tell of yet.
 */
export async function giveBackUnfinished(tabId: number, repair: RepairView): Promise<void> {
  if (repair.state === "working") return giveBack(tabId, repair);
  // What confirms it may have been granted the permission once more; which hosts it asked for the popup alone knows.
  if (repair.state === "counted") return giveBackPermission(tabId, repair.id);
  if (repair.state !== "asking") return;
  const grant = grantOf(repair);
  const isUnclear = await isOfAnyBeside(grant, tabId);
  if (isUnclear || !(await hasForRepair(grant))) await owe(grant, tabId);
  if (!isUnclear && (await isItsOwn(grant))) await releaseAfterRepair(grant);
}

/** Gives back what was owed, where the browser has granted it. */
export async function payOwed(): Promise<void> {
  if (isAnyBegun()) return;
  for (const debt of await takeOwed()) {
    const isThere = await isItsOwn(debt);
    if (isThere && !(await isOfAnyBeside(debt, null))) await releaseAfterRepair(debt);
    else await owe(isThere ? debt : await withoutUsers(debt), debt.tabId, debt.since);
  }
}

/** Of a grant whose permission is missing, what may yet come: a host that is there by itself is the user's own grant. */
async function withoutUsers(grant: RepairGrant): Promise<RepairGrant> {
  if (await hasAll()) return grant;
  return { ...grant, origins: (await Promise.all(grant.origins.map(lackedOf))).flat() };
}

/** A click came to nothing: what was granted while it was looked into is nobody's. */
export async function giveBackUnasked(): Promise<void> {
  await inTurn(payOwed);
  await giveBackUnawaited();
}

/**
 * The browser has granted this very click its hosts, and nothing of its repair is there to go on with. The permission beside
 * them may be given back by now, so that it is the popup's word alone that tells them from the user's own.
 */
export async function giveBackGranted(click: Parameters<typeof askedBy>[0]): Promise<void> {
  await inTurn(() => release({ permissions: [], origins: askedBy(click).origins }, null));
  await giveBackUnasked();
}

/** What a repair works with, or is about to, in any tab but this one. A click in a tab that works changes nothing. */
async function worksBeside(tabId: number | null): Promise<readonly RepairGrant[]> {
  const working = await Promise.all([...busy].filter((one) => one !== tabId).map(shownIn));
  return [
    ...working.flatMap(({ repair }) => (repair ? [grantOf(repair)] : [])),
    ...everyBegun().flatMap((click) => (busy.has(click.tabId) ? [] : [grantWith(click.id, click.lacked)])),
  ];
}

/**
 * Whether another tab's repair works with such a permission, or has all that it waits for and goes on with it at any moment.
 * By a permission that is another's nobody can tell whose the hosts beside it are.
 */
async function isOfAnyBeside({ permissions }: RepairGrant, tabId: number | null): Promise<boolean> {
  const isSuch = (other: RepairGrant): boolean => other.permissions.some((one) => permissions.includes(one));
  try {
    if ((await worksBeside(tabId)).some(isSuch)) return true;
    const others = (await tabsShown()).filter((one) => one !== tabId);
    const waiting = (await Promise.all(others.map(shownIn))).flatMap(({ repair }) =>
      repair && waits(repair) && isSuch(grantOf(repair)) ? [grantOf(repair)] : [],
    );
    return (await Promise.all(waiting.map(hasForRepair))).includes(true);
  } catch {
    // Where nobody can look, it may be.
    return true;
  }
}

/** Whether a repair waits for what the browser grants to its first click, or to the one that confirms it. */
const waits = (repair: RepairView): boolean =>
  (repair.state === "asking" || repair.state === "counted") && isAboutPage(repair, repair.url, Date.now());

/**
 * A second click may be granted, without a prompt, what the work of the first has given back by then. While a repair of any
 * tab begins, or waits for what it asks for, nobody can tell whose that is.
 */
export const giveBackUnawaited = (): Promise<void> => inTurn(giveBackWhereNobodyWaits);

async function giveBackWhereNobodyWaits(): Promise<void> {
  const shown = await tabsShown().then(
    (tabs) => Promise.all(tabs.map(shownIn)),
    () => [],
  );
  const isAwaited = shown.some(({ repair }) => repair !== null && waits(repair));
  if (isAwaited || busy.size > 0 || isAnyBegun()) return;
  // A click that came to nothing since may owe hosts, which are known by what the leftovers would take.
  await payOwed();
  await giveBackLeftovers();
}

/** Gives back every permission that only repairs ask for. Never rejects. */
export async function giveBackLeftovers(): Promise<void> {
  for (const permission of REPAIR_PERMISSIONS) await releaseAfterRepair({ permissions: [permission], origins: [] });
}
