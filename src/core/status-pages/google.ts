import * as v from "valibot";
import { items, jsonOf, list, time, word } from "./json.ts";
import type { StatusProduct } from "./product.ts";
import { moment } from "./report.ts";
import { stateOf, type Words } from "./states.ts";

/** The history is part of the list, so an empty one would be no answer at all. */
const incidentsSchema = () =>
  items(
    v.object({
      begin: time,
      end: time,
      modified: time,
      external_desc: word,
      status_impact: word,
      service_name: word,
      affected_products: list(v.object({ title: word })),
      most_recent_update: v.nullish(v.object({ status: word })),
      uri: word,
    }),
  );

const IMPACTS: Words = {
  SERVICE_INFORMATION: "operational",
  SERVICE_DISRUPTION: "degraded",
  SERVICE_OUTAGE: "major_outage",
};

const wasOutage = (impact: string): boolean => stateOf(IMPACTS, impact) !== "operational";

/** Clocks differ; an end that lies further after the last word on an incident is only hoped for. */
const SKEW_MS = 3_600_000;

type Incident = v.InferOutput<ReturnType<typeof incidentsSchema>>[number];

/** What an incident concerns. */
const namesOf = ({ affected_products, service_name }: Incident): readonly string[] =>
  affected_products.length > 0 ? affected_products.map(({ title }) => title) : [service_name];

/** Whether an incident is over: by its last update, or by an end that is a moment and had come when that was written. */
function hasEnded({ end, modified, most_recent_update }: Incident): boolean {
  if (most_recent_update?.status === "AVAILABLE") return true;
  const [endedAt, saidAt] = [moment(end), moment(modified)];
  return endedAt !== null && saidAt !== null && endedAt <= saidAt + SKEW_MS;
}

/** Google's boards for Cloud and for Workspace: one list of incidents, open while they have no end. */
export const google: StatusProduct = {
  id: "google",
  at: ["status.cloud.google.com", "www.google.com/appsstatus"],
  endpoints: ({ hostname }) => [
    hostname === "status.cloud.google.com" ? "/incidents.json" : "/appsstatus/dashboard/incidents.json",
  ],
  parse({ page, answers }) {
    const incidents = jsonOf(incidentsSchema, answers[0]);
    if (!incidents) return null;
    const ended = new Set(incidents.filter(hasEnded));
    const base = page.hostname === "status.cloud.google.com" ? page.origin : `${page.origin}/appsstatus/dashboard/`;
    return {
      indicator: incidents.length > 0 ? "operational" : "unknown",
      notices: incidents
        .filter((incident) => !ended.has(incident))
        .map((incident) => ({
          title: incident.external_desc,
          impact: stateOf(IMPACTS, incident.status_impact),
          startedAt: incident.begin,
          updatedAt: incident.modified,
          url: URL.canParse(incident.uri, base) ? new URL(incident.uri, base).href : null,
          names: namesOf(incident),
        })),
      past: [...ended]
        .filter(({ status_impact }) => wasOutage(status_impact))
        .map((incident) => ({
          title: incident.external_desc,
          startedAt: incident.begin,
          endedAt: incident.end,
          names: namesOf(incident),
        })),
    };
  },
};
