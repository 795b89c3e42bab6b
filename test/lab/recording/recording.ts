import * as v from "valibot";
import { CAUSE_IDS } from "../../../src/core/evidence/causes.ts";
import type { Incident } from "../../../src/core/incident/incident.ts";
import type { Signals } from "../../../src/core/incident/signals.ts";
import { EMPTY_VIEW, viewIn } from "../../../src/core/protocol/tab-view.ts";
import type { CheckView } from "../../../src/core/verdict/view.ts";

const SCHEMA = "faultline-recording/1";

/** What a finished check rested on, as the extension keeps it for itself. */
export interface Kept {
  readonly incident: Incident;
  readonly signals: Signals;
}

/** The extension's own types stand behind these; a recording is made by the build that it is replayed with. */
const objectWith = <T extends object>(...fields: ReadonlyArray<keyof T & string>) =>
  v.custom<T>((value) => typeof value === "object" && value !== null && fields.every((field) => field in value));

const keptSchema = v.object({
  incident: objectWith<Incident>("id", "url", "status", "method"),
  signals: objectWith<Signals>("incident", "anonymous", "retries", "root", "connectivity", "reload"),
});

const viewSchema = objectWith<CheckView>("incidentId", "phase", "rows", "verdict");

const sideSchema = v.picklist(["server", "you", "unsure", "none"]);

const recordingSchema = v.object({
  schema: v.literal(SCHEMA),
  id: v.string(),
  gateway: v.string(),
  fault: v.string(),
  held: v.boolean(),
  truth: v.object({
    side: sideSchema,
    cause: v.nullable(v.picklist(CAUSE_IDS)),
    alsoAccept: v.array(v.picklist(CAUSE_IDS)),
    needsAnotherBrowser: v.boolean(),
  }),
  /** What the popup said in the run itself. */
  said: v.object({ side: sideSchema, cause: v.string() }),
  anyRetryWorks: v.nullable(v.boolean()),
  /** At the end of the check and, where the user was asked for one, after the reload. */
  moments: v.array(v.object({ view: v.nullable(viewSchema), kept: v.nullable(keptSchema) })),
});

/** One scenario as it was played, with what the verdict rested on: enough to judge it again without a browser. */
export type Recording = v.InferOutput<typeof recordingSchema>;
export type Moment = Recording["moments"][number];

/** Makes a recording of its parts. */
export const recordingOf = (parts: Omit<Recording, "schema">): Recording => ({ schema: SCHEMA, ...parts });

/** Parses a recording's JSON; throws with what is amiss. */
export const parseRecording = (json: string): Recording => v.parse(recordingSchema, JSON.parse(json));

/** How deep below a storage key the signals may lie: a versioned value, a map of tabs, the entry itself. */
const DEEPEST = 4;

function* objectsIn(value: unknown, depth = 0): Generator<object> {
  if (typeof value !== "object" || value === null || depth > DEEPEST) return;
  yield value;
  for (const inner of Object.values(value)) yield* objectsIn(inner, depth + 1);
}

/**
 * What the extension's session storage tells of the only check in it: the published view, and the signals
 * with their incident wherever they are kept. Null where there is none.
 */
export function momentOf(session: Readonly<Record<string, unknown>>): Moment {
  const views = Object.entries(session).flatMap(([key, value]) => {
    const { check } = /^view:\d+$/.test(key) ? viewIn(value) : EMPTY_VIEW;
    return v.is(viewSchema, check) ? [check] : [];
  });
  for (const candidate of objectsIn(session)) {
    const parsed = v.safeParse(keptSchema, candidate);
    if (parsed.success) return { view: views[0] ?? null, kept: parsed.output };
  }
  return { view: views[0] ?? null, kept: null };
}
