import * as v from "valibot";
import { items, jsonOf, list, time, word } from "./json.ts";
import type { StatusProduct } from "./product.ts";
import { isTrouble, stateOf, type Words, worst } from "./states.ts";

const currentSchema = () =>
  v.object({
    status: items(v.object({ system: word, status: word })),
    incidents: list(v.object({ title: word, state: word, created_at: time, updated_at: time, full_url: word })),
  });

const COLOURS: Words = { green: "operational", yellow: "degraded", red: "major_outage" };

/** Heroku's own board. An incident carries no weight of its own: it is as grave as the systems are. */
export const heroku: StatusProduct = {
  id: "heroku",
  at: ["status.heroku.com"],
  endpoints: () => ["https://status.heroku.com/api/v4/current-status"],
  parse({ answers }) {
    const current = jsonOf(currentSchema, answers[0]);
    if (!current) return null;
    const components = current.status.map(({ system, status }) => ({ name: system, state: stateOf(COLOURS, status) }));
    const state = worst(components.map((component) => component.state));
    return {
      name: "Heroku",
      components,
      notices: current.incidents
        .filter(({ state: said }) => said !== "resolved")
        .map(({ title, created_at, updated_at, full_url }) => ({
          title,
          impact: isTrouble(state) ? state : ("degraded" as const),
          startedAt: created_at,
          updatedAt: updated_at,
          url: full_url,
        })),
    };
  },
};
