import * as v from "valibot";
import { items, jsonOf, time, word } from "./json.ts";
import type { StatusProduct } from "./product.ts";
import { stateOf, type Words } from "./states.ts";

const orgsSchema = () =>
  items(v.object({ name: word, services: items(v.object({ name: word, status: v.string(), time })) }));

const WORDS: Words = {
  "No known issues": "operational",
  Resolved: "operational",
  "Low disruptions": "degraded",
  "Medium disruptions": "partial_outage",
  "High disruptions": "major_outage",
};

/** Meta's board for its business products; it has none for plain visitors. */
export const meta: StatusProduct = {
  id: "meta",
  at: ["metastatus.com"],
  endpoints: () => ["https://metastatus.com/data/orgs.json"],
  parse({ answers }) {
    const orgs = jsonOf(orgsSchema, answers[0]);
    if (!orgs) return null;
    return {
      name: "Meta",
      components: orgs.flatMap(({ name: org, services }) =>
        services.map(({ name, status }) => ({ name: `${org} ${name}`, state: stateOf(WORDS, status) })),
      ),
    };
  },
};
