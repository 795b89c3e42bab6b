import * as v from "valibot";
import { jsonOf, word } from "./json.ts";
import type { StatusProduct } from "./product.ts";
import { stateOf, type Words } from "./states.ts";

const currentSchema = () => v.object({ UptimeStatus: v.string(), message: word });

const WORDS: Words = { up: "operational", degraded: "degraded", down: "major_outage" };

/** Stripe's own board: one word and one sentence. */
export const stripe: StatusProduct = {
  id: "stripe",
  at: ["status.stripe.com"],
  endpoints: () => ["https://status.stripe.com/current/full"],
  parse({ answers }) {
    const current = jsonOf(currentSchema, answers[0]);
    if (!current) return null;
    const indicator = stateOf(WORDS, current.UptimeStatus);
    return {
      name: "Stripe",
      indicator,
      notices: indicator === "operational" ? [] : [{ title: current.message, impact: indicator }],
    };
  },
};
