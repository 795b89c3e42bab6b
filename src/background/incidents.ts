import * as v from "valibot";
import { type Incident, type Method, REMEMBERED_MS } from "../core/incident/incident.ts";
import type { TabLook } from "../core/incident/page.ts";
import { pageAddress } from "../core/incident/page-address.ts";
import { isLimited } from "../core/incident/status.ts";
import { lazily } from "../core/lazily.ts";
import { momentSchema } from "../core/moment-schema.ts";
import type { RequestOf } from "../core/protocol/protocol.ts";
import type { RetryPlan } from "../core/retry/plan.ts";
import { read, type StoredValue, updateWith } from "../platform/storage.ts";
import { noteEnd, noteFailure, noteUnseen } from "./history.ts";
import { planOfPage } from "./retry/plans.ts";

const MOST = 1_000;
/** All of them together, in characters: the session's 10 MB are there for everything, and each change writes all. */
const ROOM = 1_000_000;
/** What an incident takes beside its address: ordinary ones take half of that. */
const BESIDE = 800;

interface Kept {
  readonly incident: Incident;
  /** When the page was left; null while it stands in the tab. */
  readonly leftAt: number | null;
  /** It was left because it worked again. */
  readonly worked: boolean;
}

const keptSchema = lazily(() =>
  v.object({
    incident: v.object({ id: v.string(), tabId: v.number(), url: pageAddress(), since: momentSchema() }),
    leftAt: v.nullable(momentSchema()),
    worked: v.boolean(),
  }),
);

type ByTab = Readonly<Record<string, Kept>>;

/**
 * Memory only: incidents are of this session, and of no other. One per tab. There may be a thousand, and most who read
 * want one of them: each is parsed where it is taken out.
 */
export const INCIDENTS: StoredValue<Readonly<Record<string, unknown>>> = {
  key: "incidents",
  area: "session",
  version: 1,
  initial: {},
  parse: (raw) => (isByTab(raw) ? raw : null),
};

const isByTab = (raw: unknown): raw is Readonly<Record<string, unknown>> => typeof raw === "object" && raw !== null;

const isKept = (raw: unknown): raw is Kept => v.is(keptSchema(), raw);

/** What is kept of one tab: what lies under another's number is not its own. */
function keptOf(all: Readonly<Record<string, unknown>>, tabId: number): Kept | undefined {
  const raw = all[tabId];
  return isKept(raw) && raw.incident.tabId === tabId ? raw : undefined;
}

/** What is kept of every tab. */
const everyKept = (all: Readonly<Record<string, unknown>>): ByTab =>
  Object.fromEntries(
    Object.keys(all).flatMap((tabId) => {
      const kept = keptOf(all, Number(tabId));
      return kept ? [[tabId, kept] as const] : [];
    }),
  );

/** The incident that stands in a tab, or null. */
export async function incidentOf(tabId: number): Promise<Incident | null> {
  const kept = keptOf(await read(INCIDENTS), tabId);
  return kept && kept.leftAt === null ? kept.incident : null;
}

/**
 * The incident that a click of the user's was on. Otherwise what comes of that click: `too-late` where it is over or another
 * stands in its place; `not-done` where nothing is remembered of its tab, as of a failure for which the session had no room:
 * then nothing has changed.
 */
export async function clickedOn({ tabId, incidentId }: Click): Promise<Incident | "too-late" | "not-done"> {
  const kept = Number.isInteger(tabId) ? keptOf(await read(INCIDENTS), tabId) : undefined;
  if (!kept) return incidentId === undefined ? "too-late" : "not-done";
  const isMeant = incidentId === undefined || kept.incident.id === incidentId;
  return isMeant && kept.leftAt === null ? kept.incident : "too-late";
}

/** Whether another incident stands in the tab than the one that a click was on. */
export async function isReplaced({ tabId, incidentId }: Click): Promise<boolean> {
  const standing = await incidentOf(tabId);
  return standing !== null && incidentId !== undefined && standing.id !== incidentId;
}

type Click = RequestOf<"retry/now">;

/** Whether a tab's failure that stands now is another than the one that stood there before, or another document's. */
export async function hasFailedSince(tabId: number, before: Incident | null): Promise<boolean> {
  const now = await incidentOf(tabId);
  const isSame = now?.id === before?.id && now?.navigation?.startedAt === before?.navigation?.startedAt;
  return now !== null && !isSame;
}

/**
 * How that was asked for what a tab shows now of an address, as its incident says; `not-told` where no incident is about
 * the document that stands there: it may have come from a form, and its sentinel's word is still on its way (after an
 * update of the extension, too, which forgets all incidents and begins with putting sentinels into open pages).
 */
export async function methodShown(tabId: number, url: string, look: TabLook): Promise<Method | "not-told"> {
  const incident = await incidentOf(tabId);
  const isAbout = incident?.url === url;
  if (look.state !== "answered") return isAbout ? incident.method : "unknown";
  return isAbout && incident.navigation?.startedAt === look.startedAt ? incident.method : "not-told";
}

/** The incident last seen in a tab, even if it was left a few minutes ago. */
export async function lastIncidentOf(tabId: number): Promise<Kept | null> {
  const kept = keptOf(await read(INCIDENTS), tabId);
  return kept && isRemembered(kept, Date.now()) ? kept : null;
}

const isRemembered = ({ leftAt }: Kept, now: number): boolean => leftAt === null || now - leftAt < REMEMBERED_MS;

function pruned(all: ByTab, now: number): ByTab {
  const kept = Object.entries(all).filter(([, one]) => isRemembered(one, now));
  kept.sort(([, a], [, b]) => b.incident.since - a.incident.since);
  let room = ROOM;
  const fitting = kept.slice(0, MOST).filter(([, { incident }]) => {
    room -= incident.url.length + BESIDE;
    return room >= 0;
  });
  return Object.fromEntries(fitting);
}

/** As it is kept: the page's own list of timings has served by then, and may be long. */
const asKept = (incident: Incident): Incident =>
  incident.navigation ? { ...incident, navigation: { ...incident.navigation, serverTiming: [] } } : incident;

/**
 * Writes what is now known of a tab's failure. The same address failing again in the same tab continues
 * its incident (`since` and `id` stay), whether the page was reloaded by the user or by us. A limit that becomes a
 * failure, or the other way round, is another incident: what was seen or told of the one says nothing of the other.
 * One that stood there until now was left, though its page's word of that may be lost: of words that come close
 * together the last alone is heeded.
 */
export async function keepIncident(fresh: Incident): Promise<Incident> {
  const now = Date.now();
  const { incident, left } = await updateWith(INCIDENTS, (all) => {
    const remembered = pruned(everyKept(all), now);
    const kept = remembered[fresh.tabId];
    const before = kept?.worked ? undefined : kept?.incident;
    const continues = before?.url === fresh.url && isLimited(before.status) === isLimited(fresh.status);
    const incident = continues ? { ...fresh, id: before.id, since: before.since } : fresh;
    const left = kept?.leftAt === null && kept.incident.id !== incident.id ? kept.incident : null;
    const standing = { incident: asKept(incident), leftAt: null, worked: false };
    return { value: pruned({ ...remembered, [fresh.tabId]: standing }, now), result: { incident, left } };
  }).catch((error: unknown) => {
    // Where the session has no room, what follows from a failure follows all the same.
    console.warn("Faultline: a failing page is not remembered", error);
    return { incident: fresh, left: null };
  });
  if (left) void noteEnd(left, "left", now);
  void noteFailure(incident);
  return incident;
}

/**
 * Begins the incident of a failure that is noticed now, or continues it: see `keepIncident`. Where the session's memory
 * was lost with an update of the extension, the plan on the disk knows which failure it is, and since when.
 */
export async function keepFailure(
  failure: Pick<Incident, "tabId" | "url" | "status" | "noticed" | "method"> & Partial<Incident>,
): Promise<Incident> {
  const isForgotten = !failure.private && (await lastIncidentOf(failure.tabId)) === null;
  const plan = isForgotten && !isLimited(failure.status) ? await planOfPage(failure) : null;
  const { id = crypto.randomUUID(), since = Date.now() } = plan ? { id: plan.id, since: failingSince(plan) } : {};
  return keepIncident({ id, since, private: false, navigation: null, ...failure });
}

const failingSince = ({ failingSince, createdAt }: RetryPlan): number => failingSince ?? createdAt;

/**
 * The page was left, or it works again. A page left in failure continues its incident if it fails again
 * within minutes; one that worked in between begins a new one. Never rejects: what follows from an end follows where the
 * session has no room to note it, too.
 */
export async function endIncident(tabId: number, how: "left" | "works"): Promise<void> {
  const now = Date.now();
  const ended = await updateWith(INCIDENTS, (all) => {
    const kept = keptOf(all, tabId);
    if (kept?.leftAt !== null) return { value: all, result: null };
    const value = pruned({ ...everyKept(all), [tabId]: { ...kept, leftAt: now, worked: how === "works" } }, now);
    return { value, result: kept.incident };
  }).catch((error: unknown) => {
    console.warn("Faultline: that a failing page is over is not remembered", error);
    // The history lies on the disk, which may have room.
    return incidentOf(tabId).catch(() => null);
  });
  if (ended) void noteEnd(ended, how === "works" ? "back" : "left", now);
}

/** The tabs of which an incident is remembered. */
export const tabsOfIncidents = async (): Promise<number[]> => Object.keys(everyKept(await read(INCIDENTS))).map(Number);

/** All that is remembered, one a tab. */
export const keptIncidents = async (): Promise<Kept[]> => Object.values(everyKept(await read(INCIDENTS)));

/** Forgets the incident of a tab that is gone. */
export async function forgetIncident(tabId: number): Promise<void> {
  const gone = await updateWith(INCIDENTS, (all) => {
    if (!(tabId in all)) return { value: all, result: null };
    const value = Object.fromEntries(Object.entries(all).filter(([key]) => key !== String(tabId)));
    return { value, result: keptOf(all, tabId) ?? null };
  });
  if (gone && gone.leftAt === null && !gone.incident.private) void noteUnseen(gone.incident.id);
}
