import * as v from "valibot";
import { jsonOf, list, named, time, word } from "./json.ts";
import type { StatusProduct } from "./product.ts";
import { COMPONENT_WORDS, stateOf, type Words, whileOpen } from "./states.ts";

const notice = {
  name: word,
  status: word,
  created_at: time,
  started_at: time,
  updated_at: time,
  shortlink: word,
  components: list(named),
};

const summarySchema = () =>
  v.object({
    page: v.object({ name: word, url: word, updated_at: time }),
    status: v.object({ indicator: word }),
    components: list(v.object({ name: word, status: word, group: v.fallback(v.boolean(), false) })),
    incidents: list(v.object({ ...notice, impact: word, resolved_at: time })),
    scheduled_maintenances: list(v.object({ ...notice, scheduled_for: time, scheduled_until: time })),
  });

/** Words of the page as a whole and of an incident's impact. */
const IMPACTS: Words = {
  none: "operational",
  maintenance: "maintenance",
  minor: "degraded",
  major: "partial_outage",
  critical: "major_outage",
};

const CLOSED = ["resolved", "postmortem", "completed"];
/** Only a window that is open now counts; a word never seen is neither open nor surely closed. */
const NOT_OPEN = [...CLOSED, "scheduled"];
const UNDER_WAY: Words = { in_progress: "maintenance", verifying: "maintenance" };

const NO_OUTAGE = ["none", "maintenance"];

/**
 * Atlassian Statuspage's `summary.json`, version 2, also served by incident.io and other imitators,
 * whose empty lists are null. The page's own indicator may say `none` during an open incident, so the
 * worst of indicator, open incidents, open maintenance and components is taken. Incidents that are over stand only in
 * those of some imitators.
 */
export const statuspage: StatusProduct = {
  id: "statuspage",
  linkHosts: ["stspg.io"],
  endpoints: () => ["/api/v2/summary.json"],
  parse({ answers }) {
    const summary = jsonOf(summarySchema, answers[0]);
    if (!summary) return null;
    const { page, status, components, incidents, scheduled_maintenances } = summary;
    return {
      url: page.url,
      name: page.name,
      indicator: stateOf(IMPACTS, status.indicator),
      components: components
        .filter(({ group }) => !group)
        .map(({ name, status: state }) => ({ name, state: stateOf(COMPONENT_WORDS, state) })),
      notices: [
        ...incidents
          .filter(({ status: state }) => !CLOSED.includes(state))
          .map((incident) => ({
            title: incident.name,
            impact: whileOpen(stateOf(IMPACTS, incident.impact)),
            startedAt: incident.started_at ?? incident.created_at,
            updatedAt: incident.updated_at,
            url: incident.shortlink,
            names: incident.components.map(({ name }) => name),
          })),
        ...scheduled_maintenances
          .filter(({ status: state }) => !NOT_OPEN.includes(state))
          .map((maintenance) => ({
            title: maintenance.name,
            impact: stateOf(UNDER_WAY, maintenance.status),
            startedAt: maintenance.scheduled_for,
            updatedAt: maintenance.updated_at,
            endsAt: maintenance.scheduled_until,
            url: maintenance.shortlink,
            names: maintenance.components.map(({ name }) => name),
          })),
      ],
      past: incidents
        .filter(({ status: state, impact }) => CLOSED.includes(state) && !NO_OUTAGE.includes(impact))
        .map((incident) => ({
          title: incident.name,
          startedAt: incident.started_at ?? incident.created_at,
          endedAt: incident.resolved_at,
          names: incident.components.map(({ name }) => name),
        })),
      updatedAt: page.updated_at,
    };
  },
};
