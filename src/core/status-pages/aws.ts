import * as v from "valibot";
import { code, items, jsonOf, list, time, word } from "./json.ts";
import type { StatusProduct } from "./product.ts";
import { moment } from "./report.ts";
import { stateOf, type Words } from "./states.ts";

const eventsSchema = () =>
  items(
    v.object({
      date: time,
      region_name: word,
      status: code,
      service_name: v.string(),
      summary: word,
      event_log: list(v.object({ timestamp: time })),
    }),
  );

/** 0 is resolved, 1 informational. */
const CODES: Words = { 0: "operational", 1: "operational", 2: "degraded", 3: "major_outage" };

/** AWS's board, which is UTF-16 and lists only what is going on; each event is of one service in one region. */
export const aws: StatusProduct = {
  id: "aws",
  at: ["health.aws.amazon.com", "status.aws.amazon.com"],
  apiHosts: ["health.aws.amazon.com"],
  endpoints: () => ["https://health.aws.amazon.com/public/currentevents"],
  parse({ answers }) {
    const events = jsonOf(eventsSchema, answers[0]);
    if (!events) return null;
    return {
      name: "AWS",
      indicator: "operational",
      notices: events
        .filter(({ status }) => String(status) !== "0")
        .map(({ date, region_name, status, service_name, summary, event_log }) => ({
          title: `${summary} (${[service_name, region_name].filter((name) => name !== "").join(", ")})`,
          impact: stateOf(CODES, status),
          startedAt: date,
          updatedAt: Math.max(...event_log.map(({ timestamp }) => moment(timestamp) ?? 0)),
          names: [service_name],
        })),
    };
  },
};
