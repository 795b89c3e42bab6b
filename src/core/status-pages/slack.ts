import * as v from "valibot";
import { items, jsonOf, time, word } from "./json.ts";
import type { StatusProduct } from "./product.ts";
import { stateOf, type Words } from "./states.ts";

const currentSchema = () =>
  v.object({
    status: word,
    date_updated: time,
    active_incidents: items(
      v.object({
        title: word,
        type: word,
        status: word,
        url: word,
        date_created: time,
        date_updated: time,
        services: v.nullish(items(v.string()), []),
      }),
    ),
  });

const TYPES: Words = { notice: "operational", incident: "degraded", outage: "major_outage" };
const CLOSED = ["resolved", "scheduled", "completed", "cancelled"];

/** Slack's own board. */
export const slack: StatusProduct = {
  id: "slack",
  at: ["slack-status.com", "status.slack.com"],
  apiHosts: ["slack-status.com"],
  endpoints: () => ["https://slack-status.com/api/v2.0.0/current"],
  parse({ answers }) {
    const current = jsonOf(currentSchema, answers[0]);
    if (!current) return null;
    const open = current.active_incidents.filter(({ status }) => !CLOSED.includes(status));
    const nothing = current.status === "ok" ? "operational" : "unknown";
    return {
      name: "Slack",
      // "active" says no more than that there is something in the list.
      indicator: current.status === "active" && open.length > 0 ? null : nothing,
      notices: open.map(({ title, type, url, date_created, date_updated, services }) => ({
        title,
        impact: stateOf(TYPES, type),
        startedAt: date_created,
        updatedAt: date_updated,
        url,
        names: services,
      })),
      updatedAt: current.date_updated,
    };
  },
};
