import * as v from "valibot";
import { code, items, jsonOf, word } from "./json.ts";
import type { StatusProduct } from "./product.ts";
import { stateOf, type Words } from "./states.ts";

/** Version 3 writes the number plainly or beside its name. */
const status = v.fallback(v.nullable(v.object({ value: code })), null);
const component = () => v.object({ name: word, status: code });
const listSchema = () =>
  v.object({
    data: items(v.object({ ...component().entries, attributes: v.nullish(component()) })),
  });
/** How long the list is: version 2 tells beside `pagination`, version 3 as its framework does. */
const length = () => v.object({ total: code, total_pages: code, last_page: code });
const pagesSchema = () =>
  v.object({
    meta: v.fallback(v.nullish(v.object({ ...length().entries, pagination: v.nullish(length()) })), null),
    links: v.fallback(v.nullish(v.object({ next: word })), null),
  });
const nestedSchema = () => v.object({ data: items(v.object({ attributes: v.object({ name: word, status }) })) });

const CODES: Words = {
  1: "operational",
  2: "degraded",
  3: "partial_outage",
  4: "major_outage",
  6: "maintenance",
};

/** Whether the list goes on after the `count` that came. */
function goesOn(text: string, count: number): boolean {
  const pages = jsonOf(pagesSchema, text);
  const told = [pages?.meta, pages?.meta?.pagination];
  return (
    (pages?.links?.next ?? "") !== "" ||
    told.some((said) => Number(said?.total) > count || Number(said?.total_pages) > 1 || Number(said?.last_page) > 1)
  );
}

/** Cachet's components, the first page of them, at the place of version 2 or of version 3. */
export const cachet: StatusProduct = {
  id: "cachet",
  marks: /\bcachet\b/i,
  endpoints: () => ["/api/v1/components?per_page=100", "/api/components?per_page=100"],
  parse({ answers }) {
    for (const text of answers) {
      const flat = jsonOf(listSchema, text)?.data.map((part) => part.attributes ?? part);
      if (!flat) continue;
      const nested = jsonOf(nestedSchema, text)?.data;
      return {
        indicator: goesOn(text, flat.length) ? "unknown" : null,
        components: flat.map(({ name, status: plain }, index) => ({
          name,
          state: stateOf(CODES, nested?.[index]?.attributes.status?.value ?? plain),
        })),
      };
    }
    return null;
  },
};
