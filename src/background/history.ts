/** Writes the history: what failed, whose side it was on, how it ended. Never of a private window or a container. */
import * as v from "valibot";
import {
  type Ending,
  type Entry,
  type History,
  withEnd,
  withFailure,
  withUnseen,
  withVerdict,
  young,
} from "../core/history/entry.ts";
import { MARKS, type Mark, markOf, withMark } from "../core/history/marks.ts";
import type { Incident } from "../core/incident/incident.ts";
import { siteOfHost } from "../core/incident/site.ts";
import { isFailure } from "../core/incident/status.ts";
import { lazily } from "../core/lazily.ts";
import { momentSchema } from "../core/moment-schema.ts";
import type { RetryEvent } from "../core/retry/events.ts";
import type { CheckView } from "../core/verdict/view.ts";
import { HISTORY } from "../platform/history.ts";
import { translate } from "../platform/i18n.ts";
import { readSettings } from "../platform/settings.ts";
import { read, type StoredValue, update } from "../platform/storage.ts";
import { allInOrder } from "./in-order.ts";

const MOST_LINES = 100;

/** When this worker began: what failed since then is of this session. */
const BEGAN = Date.now();

const linesSchema = lazily(() =>
  v.array(v.object({ id: v.string(), marks: v.array(v.tuple([momentSchema(), v.picklist(MARKS)])) })),
);

/** Memory only: the lines of incidents that go on, which the popup draws. The one that changed last comes last. */
export const LINES: StoredValue<ReadonlyArray<{ readonly id: string; readonly marks: readonly Mark[] }>> = {
  key: "timelines",
  area: "session",
  version: 1,
  initial: [],
  parse(raw) {
    const parsed = v.safeParse(linesSchema(), raw);
    return parsed.success ? parsed.output : null;
  },
};

const missing = (error: unknown): void => console.warn("Faultline: the history lacks something", error);

/**
 * Changes the history; while it is switched off, in another way or not at all. Never rejects: nothing else waits for it or
 * hangs on it.
 */
async function change(
  by: (all: History) => History,
  whileOff: ((all: History) => History) | null = null,
): Promise<void> {
  try {
    const way = (await readSettings()).history ? by : whileOff;
    if (way) await update(HISTORY, way);
  } catch (error) {
    missing(error);
  }
}

/** A page fails, for the first time or once more. */
export async function noteFailure(incident: Incident): Promise<void> {
  const { id, url, status, since } = incident;
  if (incident.private || incident.noticed === "requests" || (status !== null && !isFailure(status))) return;
  // Nobody reached is no outage of the site's that anybody has seen.
  if (status === null) return;
  await change((all) => withFailure(all, { id, host: new URL(url).host, status, since }, Date.now()));
}

/** A check has come to its verdict. */
export async function noteVerdict({ private: isPrivate }: Incident, view: CheckView): Promise<void> {
  const { incidentId, verdict, about, phase } = view;
  if (isPrivate || about !== "page" || phase !== "done" || verdict === null) return;
  const says = translate(verdict.headline);
  await change((all) => withVerdict(all, incidentId, { side: verdict.side, cause: verdict.cause, says }));
}

/**
 * A failure is over: the page came back, or the user left it. One that began before the history was switched off goes on no
 * more either; how it ended is then not kept.
 */
export async function noteEnd({ id, private: isPrivate }: Incident, ended: Ending, at: number): Promise<void> {
  if (isPrivate) return;
  const marks = await marksOf(id);
  await change((all) => withEnd(all, id, ended, at, marks), unseen(id));
}

/** Puts what happened to a plan on the line of its incident. */
export async function noteMark(id: string, event: RetryEvent, at: number): Promise<void> {
  const what = markOf(event);
  // A plan that watches a site without a tab has no incident, and its id bears the page's address.
  if (what === null || id.startsWith("watch:")) return;
  await update(LINES, (all) => {
    const marks = all.find((line) => line.id === id)?.marks ?? [];
    const after = withMark(marks, what, at);
    if (after === marks) return all;
    return [...all.filter((line) => line.id !== id), { id, marks: after }].slice(-MOST_LINES);
  }).catch(missing);
}

/** What stands on the line of an incident by now. */
export async function marksOf(id: string): Promise<readonly Mark[]> {
  const lines = await read(LINES).catch(() => []);
  return lines.find((line) => line.id === id)?.marks ?? [];
}

/** The tab of a failure is gone, and nobody saw how it ended. */
export const noteUnseen = (id: string): Promise<void> => change(unseen(id), unseen(id));

const unseen =
  (id: string) =>
  (all: History): History =>
    withUnseen(all, (entry) => entry.id === id);

/** In a new session: what seemed to go on ended unseen with the browser, and what is too old goes. */
export const tidyFailures = (): Promise<History> =>
  update(HISTORY, (all) => {
    const seen = withUnseen(all, ({ since }) => since < BEGAN);
    const kept = young(seen, Date.now());
    if (kept.length === all.length) return seen;
    return kept.length > 0 ? kept : HISTORY.initial;
  });

/** Forgets the failures that are meant, and their lines though the disk may refuse. */
async function forget(isMeant: (entry: Entry) => boolean): Promise<void> {
  const gone = new Set<string>();
  const forgetEntries = () =>
    update(HISTORY, (all) => {
      const kept = all.filter((entry) => {
        if (isMeant(entry)) gone.add(entry.id);
        return !isMeant(entry);
      });
      return kept.length > 0 ? kept : HISTORY.initial;
    });
  const forgetLines = () =>
    update(LINES, (all) => {
      const kept = all.filter(({ id }) => !gone.has(id));
      return kept.length === all.length ? all : kept;
    });
  await allInOrder(forgetEntries, forgetLines);
}

/** Forgets all failures of a site, or of all (null). */
export const forgetFailures = (site: string | null): Promise<void> =>
  forget(({ host }) => site === null || siteOfHost(host) === site);

/** Forgets one failure. */
export const forgetFailure = (id: string): Promise<void> => forget((entry) => entry.id === id);
