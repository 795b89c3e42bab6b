/** What the browser has granted to a repair is given back once nobody works with it. */
import { permissionsFor, REPAIR_PERMISSIONS, type RepairId } from "../../core/repair/repair.ts";
import { isAboutPage, type RepairView } from "../../core/repair/view.ts";
import { isFirefox } from "../../platform/browser.ts";
import { hasForRepair, overEach, type RepairGrant, releaseAfterRepair } from "../../platform/permissions.ts";
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

/** Gives back what the browser may have granted to a repair that comes to nothing. */
export const giveBack = (repair: RepairView): Promise<void> => releaseAfterRepair(grantOf(repair));

/**
 * Only these hold a grant, or have a button whose prompt may stand open: after any other word of a repair the user may have
 * granted the same hosts for themselves. So they may while one waits for its prompt. What the browser may yet grant to that
 * one is owed.
 */
export async function giveBackUnfinished(repair: RepairView): Promise<void> {
  if (repair.state === "working") return giveBack(repair);
  if (repair.state !== "asking" && repair.state !== "counted") return;
  const grant = grantOf(repair);
  if (!(await hasForRepair(grant))) await owe(grant);
  if (await isItsOwn(grant)) await releaseAfterRepair(grant);
}

/** Gives back what was owed, where the browser has granted it. */
export async function payOwed(): Promise<void> {
  if (isAnyBegun()) return;
  for (const debt of await takeOwed())
    await ((await isItsOwn(debt)) ? releaseAfterRepair(debt) : owe(debt, debt.since));
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
  await inTurn(async () => {
    // Whatever works now gives back the same hosts in the end.
    const held = await heldHosts();
    const origins = askedBy(click).origins.filter((host) => !overEach(host).some((scheme) => held.has(scheme)));
    await releaseAfterRepair({ permissions: [], origins });
  });
  await giveBackUnasked();
}

/** The hosts with which a repair works, or is about to. */
async function heldHosts(): Promise<ReadonlySet<string>> {
  const working = await Promise.all([...busy].map(shownIn));
  const held = [
    ...working.flatMap(({ repair }) => (repair ? grantOf(repair).origins : [])),
    ...everyBegun().flatMap(({ lacked }) => lacked),
  ];
  return new Set(held.flatMap(overEach));
}

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
  const waits = shown.some(
    ({ repair }) =>
      (repair?.state === "asking" || repair?.state === "counted") && isAboutPage(repair, repair.url, Date.now()),
  );
  if (waits || busy.size > 0 || isAnyBegun()) return;
  // A click that came to nothing since may owe hosts, which are known by what the leftovers would take.
  await payOwed();
  await giveBackLeftovers();
}

/** Gives back every permission that only repairs ask for. Never rejects. */
export async function giveBackLeftovers(): Promise<void> {
  for (const permission of REPAIR_PERMISSIONS) await releaseAfterRepair({ permissions: [permission], origins: [] });
}
