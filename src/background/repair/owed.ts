/**
 * A repair that waits for the browser's prompt may be taken off the tab before that is answered: another failure stands
 * there by then, and its check. What the prompt grants after that belongs to nobody, and is given back.
 */
import * as v from "valibot";
import { REMEMBERED_MS } from "../../core/incident/incident.ts";
import { siteOfHost } from "../../core/incident/site.ts";
import { lazily } from "../../core/lazily.ts";
import { momentSchema } from "../../core/moment-schema.ts";
import { REPAIR_PERMISSIONS } from "../../core/repair/repair.ts";
import { hostOfPattern, type RepairGrant } from "../../platform/permissions.ts";
import { type StoredValue, update, updateWith } from "../../platform/storage.ts";

const schema = lazily(() =>
  v.array(
    v.object({
      permissions: v.array(v.picklist(REPAIR_PERMISSIONS)),
      origins: v.array(v.string()),
      tabId: v.nullable(v.number()),
      since: momentSchema(),
    }),
  ),
);

/** What a prompt may yet grant, for a click in which tab, and since when that is owed, in epoch milliseconds. */
type Debt = RepairGrant & { readonly tabId: number | null; readonly since: number };

/** Memory only: with the browser's end its prompt is gone, and what was granted is given back at its start. */
const OWED: StoredValue<readonly Debt[]> = {
  key: "owed-after-repairs",
  area: "session",
  version: 3,
  initial: [],
  parse(raw) {
    const parsed = v.safeParse(schema(), raw);
    return parsed.success ? parsed.output : null;
  },
};

/** More prompts than this nobody leaves open. */
const MOST = 20;

/** What found no room in the session's memory: this worker gives it back, for as long as it lives. */
let unwritten: readonly Debt[] = [];

/** This is to be given back once the browser grants it. Never rejects. */
export async function owe(
  { permissions, origins }: RepairGrant,
  tabId: number | null,
  since = Date.now(),
): Promise<void> {
  const debt = { permissions, origins, tabId: Number.isInteger(tabId) ? tabId : null, since };
  await update(OWED, (owed) => [...owed, debt].slice(-MOST)).catch((error: unknown) => {
    console.warn("Faultline: what a repair may yet be granted is remembered by this worker alone", error);
    unwritten = [...unwritten, debt].slice(-MOST);
  });
}

/** The browser's prompt for this was refused in this tab: it grants nothing of it any more. Never rejects. */
export async function cancelOwed(refused: RepairGrant, tabId: number): Promise<void> {
  const here = without(unwritten, refused, tabId);
  if (here !== unwritten) unwritten = here;
  // One prompt is one debt, and another tab's may stand open for the same hosts.
  else await update(OWED, (owed) => without(owed, refused, tabId)).catch(() => undefined);
}

/** These debts without the first of this grant in this tab; the same list where none is. */
function without(owed: readonly Debt[], { permissions, origins }: RepairGrant, tabId: number): readonly Debt[] {
  const at = owed.findIndex(
    (debt) => debt.tabId === tabId && isSameList(debt.permissions, permissions) && isSameList(debt.origins, origins),
  );
  return at < 0 ? owed : owed.toSpliced(at, 1);
}

const isSameList = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((part) => other.includes(part));

/** Everything that is owed, which is nobody's debt any more. Never rejects. */
export async function takeOwed(): Promise<readonly Debt[]> {
  const here = unwritten;
  unwritten = [];
  const written = await updateWith(OWED, (owed) => ({ value: OWED.initial, result: owed })).catch(() => []);
  return [...written, ...here].map((debt) => asYoung(debt, Date.now()));
}

/**
 * Forgets for which hosts a prompt stands open: all that are older than ten minutes, and where a site is named, or all
 * (null), those of its repairs. The permission beside them names nobody, and is owed on. A host that is granted after that
 * is the user's own grant, for they have answered the browser's question about it.
 */
export async function forgetOwedHosts(site?: string | null): Promise<void> {
  const now = Date.now();
  const forgotten = (debt: Debt): Debt => {
    const isMeant = site === null || debt.origins.some((pattern) => siteOfHost(hostOfPattern(pattern)) === site);
    return isMeant ? withoutHosts(debt) : asYoung(debt, now);
  };
  unwritten = unwritten.map(forgotten);
  await update(OWED, (owed) => {
    const kept = owed.map(forgotten);
    return kept.every((debt, index) => debt === owed[index]) ? owed : kept;
  });
}

const withoutHosts = (debt: Debt): Debt => (debt.origins.length === 0 ? debt : { ...debt, origins: [] });

/** A host is remembered no longer than the page that failed there. */
const asYoung = (debt: Debt, now: number): Debt =>
  Math.abs(now - debt.since) < REMEMBERED_MS ? debt : withoutHosts(debt);
