import * as v from "valibot";
import { jsonOf, list, time, word } from "./json.ts";
import type { StatusState } from "./model.ts";
import { found, type StatusProduct } from "./product.ts";
import { stateOf, type Words } from "./states.ts";

/** Null is the word for health here, so it must not be taken for a missing one. */
const type = v.nullable(v.string());

const notice = () =>
  v.object({
    title: word,
    type: v.fallback(type, ""),
    inserted_at: time,
    starts_at: time,
    ends_at: time,
    updates: list(v.object({ type: word, inserted_at: time })),
  });
const summarySchema = () =>
  v.object({
    status_page: v.object({ name: word, url: word, current_incident_type: type }),
    services: list(
      v.object({ name: word, current_incident_type: type, is_up: v.fallback(v.nullable(v.boolean()), null) }),
    ),
    incidents: list(notice()),
    maintenances: list(notice()),
  });

const TYPES: Words = {
  minor: "degraded",
  major: "major_outage",
  scheduled: "maintenance",
  maintenance: "maintenance",
};

const read = (word: string | null): StatusState => (word === null ? "operational" : stateOf(TYPES, word));

const noticeOf = (said: v.InferOutput<ReturnType<typeof notice>>, impact: StatusState) => ({
  title: said.title,
  impact,
  startedAt: said.starts_at ?? said.inserted_at,
  updatedAt: said.updates[0]?.inserted_at,
  endsAt: said.ends_at,
});

const isOpen = ({ updates }: v.InferOutput<ReturnType<typeof notice>>): boolean => updates[0]?.type !== "resolved";

/** StatusPal's summary, served by its makers under the page's short name. */
export const statuspal: StatusProduct = {
  id: "statuspal",
  at: [".statuspal.io"],
  marks: /statuspal/i,
  apiHosts: ["statuspal.io"],
  endpoints(page, html) {
    const name =
      found(/^([\w-]{1,100})\.statuspal\.io$/, page.hostname) ||
      found(/statuspal\.io\/(?:api\/v[12]\/status_pages|s)\/([\w-]{1,100})/, html);
    return name === "" ? [] : [`https://statuspal.io/api/v1/status_pages/${name}/summary`];
  },
  parse({ answers }) {
    const summary = jsonOf(summarySchema, answers[0]);
    if (!summary) return null;
    const { status_page, services, incidents, maintenances } = summary;
    return {
      url: status_page.url,
      name: status_page.name,
      indicator: read(status_page.current_incident_type),
      components: services.map(({ name, current_incident_type, is_up }) => ({
        name,
        state: is_up === false ? "major_outage" : read(current_incident_type),
      })),
      notices: [
        ...incidents.filter(isOpen).map((incident) => noticeOf(incident, stateOf(TYPES, incident.type ?? ""))),
        ...maintenances.filter(isOpen).map((maintenance) => noticeOf(maintenance, "maintenance")),
      ],
      past: incidents
        .filter((incident) => !isOpen(incident) && stateOf(TYPES, incident.type ?? "") !== "maintenance")
        .map(({ title, starts_at, inserted_at, ends_at, updates }) => ({
          title,
          startedAt: starts_at ?? inserted_at,
          endedAt: ends_at ?? updates[0]?.inserted_at,
        })),
    };
  },
};
