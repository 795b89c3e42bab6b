import * as v from "valibot";
import type { StatusReport } from "../signals/signals.ts";
import { type StatusProduct, webUrl } from "./product.ts";

type Overall = StatusReport["overall"];

/** A word that is missing or no string reads as the empty word, which no table knows. */
const word = v.fallback(v.string(), "");
const list = <T extends v.GenericSchema>(item: T) => v.nullish(v.array(item));

const summarySchema = v.object({
  page: v.object({ url: v.fallback(v.string(), ""), updated_at: v.fallback(v.string(), "") }),
  status: v.object({ indicator: word }),
  components: list(v.object({ status: word, group: v.fallback(v.boolean(), false) })),
  incidents: list(v.object({ name: v.fallback(v.string(), ""), status: word, impact: word })),
  scheduled_maintenances: list(v.object({ name: v.fallback(v.string(), ""), status: word })),
});

/** Words of the page as a whole and of an incident's impact. */
const IMPACTS = new Map<string, Overall>([
  ["none", "operational"],
  ["maintenance", "maintenance"],
  ["minor", "degraded"],
  ["major", "partial_outage"],
  ["critical", "major_outage"],
]);

/** Words of components; `full_outage` is incident.io's. */
const COMPONENTS = new Map<string, Overall>([
  ["operational", "operational"],
  ["under_maintenance", "maintenance"],
  ["degraded_performance", "degraded"],
  ["partial_outage", "partial_outage"],
  ["major_outage", "major_outage"],
  ["full_outage", "major_outage"],
]);

const CLOSED = new Set(["resolved", "postmortem", "completed"]);

/** Only a window that is open now counts; a word never seen is neither open nor surely closed. */
const MAINTENANCES = new Map<string, Overall | null>([
  ["scheduled", null],
  ["in_progress", "maintenance"],
  ["verifying", "maintenance"],
  ["resolved", null],
  ["postmortem", null],
  ["completed", null],
]);

/** An unknown word must never show as green, nor hide what the page does say. */
const GRAVITY: readonly Overall[] = [
  "operational",
  "unknown",
  "maintenance",
  "degraded",
  "partial_outage",
  "major_outage",
];

const gravity = (overall: Overall): number => GRAVITY.indexOf(overall);
const read = (words: ReadonlyMap<string, Overall>, text: string): Overall => words.get(text) ?? "unknown";

/**
 * Atlassian Statuspage's `summary.json`, version 2, also served by incident.io and other imitators,
 * whose empty lists are null. The page's own indicator may say `none` during an open incident, so the
 * worst of indicator, open incidents, open maintenance and components is taken.
 */
export const statuspage: StatusProduct = {
  id: "statuspage",
  endpoint: (page) => new URL("/api/v2/summary.json", page).href,
  recognise: (json) => v.is(summarySchema, json),
  parse(json, url) {
    const parsed = v.safeParse(summarySchema, json);
    const asked = webUrl(url);
    if (!parsed.success || asked === null) return null;
    const { page, status, components, incidents, scheduled_maintenances } = parsed.output;

    const notices: { name: string; overall: Overall }[] = [];
    for (const incident of incidents ?? []) {
      if (!CLOSED.has(incident.status)) notices.push({ name: incident.name, overall: read(IMPACTS, incident.impact) });
    }
    for (const { name, status: state } of scheduled_maintenances ?? []) {
      const overall = MAINTENANCES.has(state) ? MAINTENANCES.get(state) : "unknown";
      if (overall) notices.push({ name, overall });
    }
    // The sort is stable: of equally grave notices the page's first, which is the newest.
    notices.sort((a, b) => gravity(b.overall) - gravity(a.overall));

    const voices = [
      read(IMPACTS, status.indicator),
      ...(components ?? []).filter(({ group }) => !group).map((component) => read(COMPONENTS, component.status)),
      ...notices.slice(0, 1).map(({ overall }) => overall),
    ];
    const updatedAt = Date.parse(page.updated_at);
    return {
      product: "statuspage",
      url: webUrl(page.url) ?? asked,
      overall: voices.reduce((worst, voice) => (gravity(voice) > gravity(worst) ? voice : worst)),
      title: notices[0]?.name.trim().slice(0, 200) || null,
      updatedAt: Number.isNaN(updatedAt) ? null : updatedAt,
    };
  },
};
