import * as v from "valibot";
import { items, jsonOf, list, time, word } from "./json.ts";
import type { StatusProduct } from "./product.ts";
import { COMPONENT_WORDS, stateOf, whileOpen, worst } from "./states.ts";

const ongoing = () =>
  v.object({
    name: word,
    status: word,
    url: word,
    published_at: time,
    created_at: time,
    last_update_at: time,
    starts_at: time,
    ends_at: time,
    affected_components: list(v.object({ component_id: word, name: word, status: word, current_status: word })),
    updates: list(v.object({ published_at: time })),
  });

/** What the page itself loads. */
const pageSchema = () =>
  v.object({
    summary: v.object({
      name: word,
      public_url: word,
      components: items(v.object({ id: word, name: word })),
      affected_components: list(v.object({ component_id: word, status: word, current_status: word })),
      ongoing_incidents: list(ongoing()),
      scheduled_maintenances: list(ongoing()),
    }),
  });

type Ongoing = v.InferOutput<ReturnType<typeof ongoing>>;

const CLOSED = ["resolved", "postmortem"];
const NOT_UNDER_WAY = ["scheduled", "maintenance_scheduled", "completed", "maintenance_complete", "resolved"];

function incidentOf(incident: Ongoing, names: ReadonlyMap<string, string>) {
  const affected = incident.affected_components;
  return {
    title: incident.name,
    // An incident has no impact of its own: it is as grave as what it did to its components.
    impact:
      affected.length === 0
        ? ("degraded" as const)
        : whileOpen(worst(affected.map((part) => stateOf(COMPONENT_WORDS, part.status || part.current_status)))),
    startedAt: incident.published_at ?? incident.created_at,
    updatedAt: incident.last_update_at ?? incident.updates[0]?.published_at,
    url: incident.url,
    names: affected.map((part) => part.name || (names.get(part.component_id) ?? "")),
  };
}

const maintenanceOf = (maintenance: Ongoing, names: ReadonlyMap<string, string>) => ({
  ...incidentOf(maintenance, names),
  impact: "maintenance" as const,
  startedAt: maintenance.starts_at ?? maintenance.published_at,
  endsAt: maintenance.ends_at,
});

/**
 * incident.io's own summary, which names the components that an incident concerns; its imitation of Statuspage
 * is asked first and does not. An incident may still be open when no component is affected any more.
 */
export const incidentIo: StatusProduct = {
  id: "incident-io",
  marks: /incident-io-status-page-logos|statuspage\.incident\.io/,
  endpoints: (page) => [`/proxy/${page.hostname}`],
  parse({ answers }) {
    const own = jsonOf(pageSchema, answers[0])?.summary;
    if (!own) return null;
    const names = new Map(own.components.map(({ id, name }) => [id, name]));
    const affected = new Map(
      own.affected_components.map((part) => [
        part.component_id,
        stateOf(COMPONENT_WORDS, part.current_status || part.status),
      ]),
    );
    return {
      url: own.public_url,
      name: own.name,
      // Also what is affected but not listed.
      indicator: affected.size > 0 ? worst([...affected.values()]) : null,
      components: own.components.map(({ id, name }) => ({ name, state: affected.get(id) ?? "operational" })),
      notices: [
        ...own.ongoing_incidents.filter(({ status }) => !CLOSED.includes(status)).map((it) => incidentOf(it, names)),
        ...own.scheduled_maintenances
          .filter(({ status }) => !NOT_UNDER_WAY.includes(status))
          .map((it) => maintenanceOf(it, names)),
      ],
    };
  },
};
