import * as v from "valibot";
import { items, jsonOf, list, time, word } from "./json.ts";
import type { StatusProduct } from "./product.ts";
import { moment } from "./report.ts";
import { stateOf, type Words } from "./states.ts";

const listSchema = () =>
  items(
    v.object({
      name: v.string(),
      key: word,
      results: list(v.object({ success: v.fallback(v.nullable(v.boolean()), null), timestamp: time })),
    }),
  );

/** What its owner has to say stands beside them, with a word for its kind. */
const configSchema = () =>
  v.object({
    announcements: list(
      v.object({ timestamp: time, type: word, message: word, archived: v.fallback(v.boolean(), false) }),
    ),
  });
const KINDS: Words = {
  outage: "major_outage",
  warning: "degraded",
  information: "operational",
  operational: "operational",
  none: "operational",
};

/** Gatus's endpoints, each with its latest looks, the newest last. */
export const gatus: StatusProduct = {
  id: "gatus",
  marks: /\bgatus\b|<title>Health Dashboard/i,
  endpoints: () => ["/api/v1/endpoints/statuses?page=1&pageSize=20", "/api/v1/config"],
  parse({ answers }) {
    const endpoints = jsonOf(listSchema, answers[0]);
    if (!endpoints) return null;
    const last = endpoints.map(({ name, results }) => ({ name, look: results.at(-1) }));
    const looks = last.flatMap(({ look }) => moment(look?.timestamp) ?? []);
    return {
      components: last.map(({ name, look }) => ({
        name,
        state: look?.success === true ? "operational" : look?.success === false ? "major_outage" : "unknown",
      })),
      notices: (jsonOf(configSchema, answers[1])?.announcements ?? [])
        .filter(({ archived }) => !archived)
        .map(({ timestamp, type, message }) => ({
          title: message,
          impact: stateOf(KINDS, type),
          startedAt: timestamp,
        })),
      updatedAt: looks.length === 0 ? null : Math.max(...looks),
    };
  },
};
