import * as v from "valibot";
import { items, jsonOf, list, time, word } from "./json.ts";
import type { StatusProduct } from "./product.ts";
import { moment } from "./report.ts";

const listSchema = () =>
  items(
    v.object({
      name: v.string(),
      key: word,
      results: list(v.object({ success: v.fallback(v.nullable(v.boolean()), null), timestamp: time })),
    }),
  );

/** Gatus's endpoints, each with its latest looks, the newest last. */
export const gatus: StatusProduct = {
  id: "gatus",
  marks: /\bgatus\b|<title>Health Dashboard/i,
  endpoints: () => ["/api/v1/endpoints/statuses?page=1&pageSize=20"],
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
      updatedAt: looks.length === 0 ? null : Math.max(...looks),
    };
  },
};
