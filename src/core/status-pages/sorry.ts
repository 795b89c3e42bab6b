import * as v from "valibot";
import { jsonOf, time, word } from "./json.ts";
import type { StatusProduct } from "./product.ts";
import { stateOf, type Words } from "./states.ts";

const statusSchema = () =>
  v.object({
    page: v.object({ name: word, state: v.string(), state_text: word, updated_at: time }),
  });

/** Written with underscores in its documentation and with dashes on the wire. */
const WORDS: Words = {
  operational: "operational",
  under_maintenance: "maintenance",
  "under-maintenance": "maintenance",
  partially_degraded: "degraded",
  "partially-degraded": "degraded",
  degraded: "degraded",
};

/** Sorry's status of the page as a whole; its gravest word does not tell how grave. */
export const sorry: StatusProduct = {
  id: "sorry",
  marks: /\bsorryapp\b/i,
  endpoints: () => ["/api/v1/status"],
  parse({ answers }) {
    const page = jsonOf(statusSchema, answers[0])?.page;
    if (!page) return null;
    return {
      name: page.name,
      indicator: stateOf(WORDS, page.state),
      updatedAt: page.updated_at,
    };
  },
};
