import * as v from "valibot";
import { jsonOf, list, time, word } from "./json.ts";
import type { StatusProduct } from "./product.ts";
import { stateOf, type Words } from "./states.ts";

/** The history is part of the list, so an empty one would be no answer at all. */
const incidentsSchema = v.array(
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
    const base = page.hostname === "status.cloud.google.com" ? page.origin : `${page.origin}/appsstatus/dashboard/`;
    return {
      indicator: incidents.length > 0 ? "operational" : "unknown",
      notices: incidents
        .filter(({ end, most_recent_update }) => !end && most_recent_update?.status !== "AVAILABLE")
        .map((incident) => ({
          title: incident.external_desc,
          impact: stateOf(IMPACTS, incident.status_impact),
          startedAt: incident.begin,
          updatedAt: incident.modified,
          url: URL.canParse(incident.uri, base) ? new URL(incident.uri, base).href : null,
          names:
            incident.affected_products.length > 0
              ? incident.affected_products.map(({ title }) => title)
              : [incident.service_name],
        })),
    };
  },
};
