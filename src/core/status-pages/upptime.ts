import * as v from "valibot";
import { items, jsonOf, word } from "./json.ts";
import { found, type StatusProduct } from "./product.ts";
import { stateOf, type Words } from "./states.ts";

const summarySchema = () => items(v.object({ name: v.string(), slug: v.string(), status: word }));

const WORDS: Words = { up: "operational", degraded: "degraded", down: "major_outage" };

const REPOSITORY = /github\.com\/((?!upptime\/)[\w-]{1,39}\/[\w.-]{1,100}?)(?:\.git)?["'/#?]/;

/** Upptime keeps its findings in a repository at GitHub, which the page links to. */
export const upptime: StatusProduct = {
  id: "upptime",
  marks: /\bupptime\b/i,
  apiHosts: ["raw.githubusercontent.com"],
  endpoints(_page, html) {
    const repository = decodeURIComponent(found(REPOSITORY, html));
    return repository === "" ? [] : [`https://raw.githubusercontent.com/${repository}/HEAD/history/summary.json`];
  },
  parse({ answers }) {
    const sites = jsonOf(summarySchema, answers[0]);
    if (!sites) return null;
    return {
      components: sites.map(({ name, status }) => ({ name, state: stateOf(WORDS, status) })),
    };
  },
};
