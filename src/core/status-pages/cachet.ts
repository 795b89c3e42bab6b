import * as v from "valibot";
import { code, items, jsonOf, time, word } from "./json.ts";
import type { SaidNotice, SaidPast, StatusProduct } from "./product.ts";
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

const dated = () => v.fallback(v.nullish(v.object({ string: time })), null);
const incident = () =>
  v.object({
    name: word,
    status: v.fallback(v.union([v.object({ value: code }), code]), ""),
    latest_status: code,
    is_resolved: v.fallback(v.nullable(v.boolean()), null),
    occurred_at: time,
    created_at: time,
    updated_at: time,
    occurred: dated(),
    created: dated(),
    updated: dated(),
  });
const incidentsSchema = () =>
  v.object({ data: items(v.object({ ...incident().entries, attributes: v.nullish(incident()) })) });

/** 1 to 3: somebody looks, has found it, watches it. 4 is fixed, 0 only planned. */
const OPEN = ["1", "2", "3"];
const FIXED = "4";

type Incident = v.InferOutput<ReturnType<typeof incident>>;

const stageOf = ({ status: told, latest_status }: Incident): string =>
  String(latest_status || (typeof told === "object" ? told.value : told));

/** A list of incidents; null when it could not be read. */
const incidentsIn = (text: string | undefined): readonly Incident[] | null =>
  jsonOf(incidentsSchema, text)?.data.map((entry) => entry.attributes ?? entry) ?? null;

/** The open ones, which have no weight of their own. */
const openOnes = (all: readonly Incident[]): readonly SaidNotice[] =>
  all
    .filter((one) => one.is_resolved !== true && OPEN.includes(stageOf(one)))
    .map(({ name, created_at, updated_at, created, updated }) => ({
      title: name,
      impact: "degraded",
      startedAt: created_at ?? created?.string,
      updatedAt: updated_at ?? updated?.string,
    }));

/** Those that are fixed. None says when: that was its last change, as long as nobody has mended a word since. */
const fixedOnes = (all: readonly Incident[]): readonly SaidPast[] =>
  all
    .filter((one) => one.is_resolved === true || stageOf(one) === FIXED)
    .map(({ name, occurred_at, created_at, updated_at, occurred, created, updated }) => ({
      title: name,
      startedAt: occurred_at ?? occurred?.string ?? created_at ?? created?.string,
      endedAt: updated_at ?? updated?.string,
    }));

/** What only the documents of version 3 load. */
const VERSION_3 = /\bvendor\/cachethq\/cachet\b/;

/** Whether the list goes on after the `count` that came. */
function goesOn(text: string, count: number): boolean {
  const pages = jsonOf(pagesSchema, text);
  const told = [pages?.meta, pages?.meta?.pagination];
  return (
    (pages?.links?.next ?? "") !== "" ||
    told.some((said) => Number(said?.total) > count || Number(said?.total_pages) > 1 || Number(said?.last_page) > 1)
  );
}

/**
 * Cachet's components, the first page of them, and its newest incidents, which need not show in any component. Without
 * the incidents nobody knows whether all is well.
 */
export const cachet: StatusProduct = {
  id: "cachet",
  marks: /\bcachet\b/i,
  endpoints: (_page, html) =>
    VERSION_3.test(html)
      ? ["/api/components?per_page=100", "/api/incidents?sort=-id&per_page=20"]
      : ["/api/v1/components?per_page=100", "/api/v1/incidents?sort=id&order=desc&per_page=20"],
  parse({ answers: [text = "", list] }) {
    const flat = jsonOf(listSchema, text)?.data.map((part) => part.attributes ?? part);
    if (!flat) return null;
    const nested = jsonOf(nestedSchema, text)?.data;
    const incidents = incidentsIn(list);
    return {
      indicator: incidents === null || goesOn(text, flat.length) ? "unknown" : null,
      components: flat.map(({ name, status: plain }, index) => ({
        name,
        state: stateOf(CODES, nested?.[index]?.attributes.status?.value ?? plain),
      })),
      notices: openOnes(incidents ?? []),
      past: fixedOnes(incidents ?? []),
    };
  },
};
