import * as v from "valibot";
import { jsonOf, list, time, word } from "./json.ts";
import type { StatusProduct } from "./product.ts";
import { stateOf, type Words, whileOpen } from "./states.ts";

const attributes = () =>
  v.object({
    public_name: word,
    status: word,
    title: word,
    starts_at: time,
    ends_at: time,
    aggregate_state: word,
    affected_resources: list(v.object({ status_page_resource_id: word })),
  });
const pageSchema = () =>
  v.object({
    data: v.object({
      type: v.literal("status_page"),
      attributes: v.object({
        company_name: word,
        contact_url: word,
        aggregate_state: word,
        announcement: word,
        updated_at: time,
      }),
    }),
    included: list(v.object({ id: word, type: word, attributes: attributes() })),
  });

const WORDS: Words = {
  operational: "operational",
  resolved: "operational",
  maintenance: "maintenance",
  degraded: "degraded",
  downtime: "major_outage",
};

/** Better Stack's page as JSON:API. A closed report is known by its state, for its end is not always set. */
export const betterStack: StatusProduct = {
  id: "better-stack",
  at: [".betteruptime.com"],
  marks: /uptime\.betterstack\.com|betteruptime\.com|text-statuspage-(?:green|red|blue|yellow)/,
  endpoints: () => ["/index.json"],
  parse({ answers }) {
    const answer = jsonOf(pageSchema, answers[0]);
    if (!answer) return null;
    const { company_name, contact_url, aggregate_state, announcement, updated_at } = answer.data.attributes;
    const resources = answer.included.filter(({ type }) => type === "status_page_resource");
    const names = new Map(resources.map(({ id, attributes: { public_name } }) => [id, public_name]));
    return {
      name: company_name,
      contact: contact_url,
      indicator: stateOf(WORDS, aggregate_state),
      components: resources
        .filter(({ attributes: { status } }) => status !== "not_monitored")
        .map(({ attributes: { public_name, status } }) => ({ name: public_name, state: stateOf(WORDS, status) })),
      notices: [
        // A line at the top of the page may be about anything: while it stands there, nobody can read that all is well.
        ...(announcement === "" ? [] : [{ title: announcement, impact: "unknown" as const }]),
        ...answer.included
          .filter(
            ({ type, attributes: { aggregate_state: state } }) => type === "status_report" && state !== "resolved",
          )
          .map(({ attributes: report }) => ({
            title: report.title,
            impact: whileOpen(stateOf(WORDS, report.aggregate_state)),
            startedAt: report.starts_at,
            endsAt: report.ends_at,
            names: report.affected_resources.map(
              ({ status_page_resource_id }) => names.get(status_page_resource_id) ?? "",
            ),
          })),
      ],
      updatedAt: updated_at,
    };
  },
};
