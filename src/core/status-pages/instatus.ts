import * as v from "valibot";
import { code, items, jsonOf, list, time, word } from "./json.ts";
import type { StatusProduct } from "./product.ts";
import { moment } from "./report.ts";
import { stateOf, type Words, whileOpen } from "./states.ts";

const summarySchema = () =>
  v.object({
    page: v.object({ name: word, url: word, status: v.string() }),
    activeIncidents: list(
      v.object({ name: word, started: time, status: word, impact: word, url: word, updatedAt: time }),
    ),
    activeMaintenances: list(
      v.object({ name: word, start: time, status: word, duration: code, url: word, updatedAt: time }),
    ),
  });
/** As documented a bare list, as served inside an object. */
const bareSchema = () => items(v.object({ name: word, status: word }));
const componentsSchema = () => v.object({ components: bareSchema() });

const PAGE: Words = { UP: "operational", HASISSUES: "degraded", UNDERMAINTENANCE: "maintenance" };
/** Words of components and of an incident's impact. */
const WORDS: Words = {
  OPERATIONAL: "operational",
  UNDERMAINTENANCE: "maintenance",
  DEGRADEDPERFORMANCE: "degraded",
  MINOROUTAGE: "partial_outage",
  PARTIALOUTAGE: "partial_outage",
  MAJOROUTAGE: "major_outage",
};
const UNDER_WAY: Words = { INPROGRESS: "maintenance", VERIFYING: "maintenance" };

/** Instatus's summary, with its components beside it. The lists of what is open are left out when they are empty. */
export const instatus: StatusProduct = {
  id: "instatus",
  at: [".instatus.com"],
  marks: /instatus\.com\/(?:user-content|api\/og)|"activeIncidents"/,
  endpoints: () => ["/summary.json", "/v3/components.json"],
  parse({ answers }) {
    const summary = jsonOf(summarySchema, answers[0]);
    if (!summary) return null;
    const { page, activeIncidents, activeMaintenances } = summary;
    return {
      url: page.url,
      name: page.name,
      indicator: stateOf(PAGE, page.status),
      components: (jsonOf(componentsSchema, answers[1])?.components ?? jsonOf(bareSchema, answers[1]) ?? []).map(
        ({ name, status }) => ({
          name,
          state: stateOf(WORDS, status),
        }),
      ),
      notices: [
        ...activeIncidents
          .filter(({ status }) => status !== "RESOLVED")
          .map((incident) => ({
            title: incident.name,
            impact: whileOpen(stateOf(WORDS, incident.impact)),
            startedAt: incident.started,
            updatedAt: incident.updatedAt,
            url: incident.url,
          })),
        ...activeMaintenances
          .filter(({ status }) => status !== "NOTSTARTEDYET" && status !== "COMPLETED")
          .map(({ name, start, status, duration, url, updatedAt }) => ({
            title: name,
            impact: stateOf(UNDER_WAY, status),
            startedAt: start,
            updatedAt,
            // The duration is given in minutes.
            endsAt: (moment(start) ?? Number.NaN) + Number(duration || Number.NaN) * 60_000,
            url,
          })),
      ],
    };
  },
};
