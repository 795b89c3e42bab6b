import * as v from "valibot";
import { items, jsonOf, list, time, word } from "./json.ts";
import type { StatusProduct } from "./product.ts";
import { stateOf, type Words } from "./states.ts";

const flag = v.fallback(v.boolean(), false);
const indexSchema = () =>
  v.object({
    cStateVersion: v.string(),
    title: word,
    baseURL: word,
    summaryStatus: word,
    systems: items(
      v.object({
        name: word,
        status: word,
        unresolvedIssues: list(
          v.object({
            title: word,
            createdAt: time,
            lastMod: time,
            permalink: word,
            severity: word,
            resolved: flag,
            informational: flag,
          }),
        ),
      }),
    ),
  });

const WORDS: Words = { ok: "operational", notice: "operational", disrupted: "degraded", down: "major_outage" };

/** cState's index, a static file: its words, gravest last, are ok, notice, disrupted and down. */
export const cstate: StatusProduct = {
  id: "cstate",
  marks: /\bcstate\b/i,
  endpoints: () => ["/index.json"],
  parse({ answers }) {
    const index = jsonOf(indexSchema, answers[0]);
    if (!index) return null;
    return {
      url: index.baseURL,
      name: index.title,
      indicator: stateOf(WORDS, index.summaryStatus),
      components: index.systems.map(({ name, status }) => ({ name, state: stateOf(WORDS, status) })),
      notices: index.systems.flatMap(({ name, unresolvedIssues }) =>
        unresolvedIssues
          .filter(({ resolved }) => !resolved)
          .map((issue) => ({
            title: issue.title,
            impact: issue.informational ? ("operational" as const) : stateOf(WORDS, issue.severity),
            startedAt: issue.createdAt,
            updatedAt: issue.lastMod,
            url: issue.permalink,
            names: [name],
          })),
      ),
    };
  },
};
