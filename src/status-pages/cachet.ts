import * as v from "valibot";
import { code, jsonOf, time, word } from "./json.ts";
import type { StatusProduct } from "./product.ts";
import { stateOf, type Words } from "./states.ts";

/** Version 3 writes the number plainly or beside its name. */
const status = v.fallback(
  v.union([
    code,
    v.pipe(
      v.object({ value: code }),
      v.transform(({ value }) => value),
    ),
  ]),
  "",
);
const component = v.object({ name: v.string(), status, updated_at: time });
const listSchema = v.object({
  data: v.array(
    v.union([
      component,
      v.pipe(
        v.object({
          attributes: v.object({ name: word, status: v.union([v.string(), v.number(), v.looseObject({})]) }),
        }),
        v.transform(({ attributes }) => v.parse(component, attributes)),
      ),
    ]),
  ),
});

const CODES: Words = {
  1: "operational",
  2: "degraded",
  3: "partial_outage",
  4: "major_outage",
  6: "maintenance",
};

/** Cachet's components, at the place of version 2 or of version 3. */
export const cachet: StatusProduct = {
  id: "cachet",
  marks: /\bcachet\b/i,
  endpoints: () => ["/api/v1/components?per_page=100", "/api/components?per_page=100"],
  parse({ answers }) {
    const parts = answers.map((text) => jsonOf(listSchema, text)).find((answer) => answer !== null)?.data;
    if (!parts) return null;
    return {
      components: parts.map(({ name, status: state }) => ({ name, state: stateOf(CODES, state) })),
    };
  },
};
