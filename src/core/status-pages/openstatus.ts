import * as v from "valibot";
import { jsonOf } from "./json.ts";
import { found, type StatusProduct } from "./product.ts";
import { COMPONENT_WORDS, stateOf, type Words } from "./states.ts";

const statusSchema = () => v.object({ status: v.string() });

const WORDS: Words = { ...COMPONENT_WORDS, incident: "degraded" };

/** OpenStatus's word for the whole page, made for embedding and served under the page's short name. */
export const openstatus: StatusProduct = {
  id: "openstatus",
  at: [".openstatus.dev"],
  marks: /openstatus\.dev/,
  apiHosts: ["api.openstatus.dev"],
  endpoints(page, html) {
    const name =
      found(/^([\w-]{1,100})\.openstatus\.dev$/, page.hostname) ||
      found(/\/\/(?!www\.|api\.|docs\.)([\w-]{1,100})\.openstatus\.dev/, html);
    return name === "" ? [] : [`https://api.openstatus.dev/public/status/${name}`];
  },
  parse({ answers }) {
    const answer = jsonOf(statusSchema, answers[0]);
    return answer && { indicator: stateOf(WORDS, answer.status) };
  },
};
