import * as v from "valibot";
import { code, jsonOf, list, time, word } from "./json.ts";
import type { StatusProduct } from "./product.ts";
import { moment } from "./report.ts";
import { stateOf, type Words, whileOpen } from "./states.ts";

const attributes = () =>
  v.object({
    public_name: word,
    status: word,
    title: word,
    starts_at: time,
    ends_at: time,
    aggregate_state: word,
    report_type: word,
    affected_resources: list(v.object({ status_page_resource_id: word, status: word })),
    // Of an update: which report's, and since when it stands there.
    status_report_id: code,
    published_at: time,
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

type Included = v.InferOutput<ReturnType<typeof pageSchema>>["included"];

/** When all resources of each report were well again for the first time, by its updates; an update may name only some. */
function endsOf(reports: Included, updates: Included): ReadonlyMap<string, number> {
  const ill = new Map(
    reports.map(({ id, attributes: { affected_resources } }) => [
      id,
      new Set(affected_resources.map(({ status_page_resource_id }) => status_page_resource_id)),
    ]),
  );
  const told = updates.flatMap(({ attributes: { status_report_id, affected_resources: parts, published_at } }) => {
    const at = moment(published_at);
    return at === null || parts.length === 0 ? [] : [{ report: String(status_report_id), parts, at }];
  });
  const ends = new Map<string, number>();
  for (const { report, parts, at } of told.sort((one, other) => one.at - other.at)) {
    const still = ill.get(report);
    if (still === undefined || ends.has(report)) continue;
    for (const { status_page_resource_id: id, status } of parts) {
      if (status === "resolved") still.delete(id);
      else still.add(id);
    }
    if (still.size === 0) ends.set(report, at);
  }
  return ends;
}

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
    const reports = answer.included.filter(({ type }) => type === "status_report");
    const ends = endsOf(
      reports,
      answer.included.filter(({ type }) => type === "status_update"),
    );
    const namesOf = ({ affected_resources }: Included[number]["attributes"]): string[] =>
      affected_resources.map(({ status_page_resource_id }) => names.get(status_page_resource_id) ?? "");
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
        ...reports
          .filter(({ attributes: { aggregate_state: state } }) => state !== "resolved")
          .map(({ attributes: report }) => ({
            title: report.title,
            impact: whileOpen(stateOf(WORDS, report.aggregate_state)),
            startedAt: report.starts_at,
            endsAt: report.ends_at,
            names: namesOf(report),
          })),
      ],
      past: reports
        .filter(({ attributes: { aggregate_state: state, report_type } }) => {
          return state === "resolved" && report_type !== "maintenance";
        })
        .map(({ id, attributes: report }) => ({
          title: report.title,
          startedAt: report.starts_at,
          // Only announced work has an end of its own.
          endedAt: moment(report.ends_at) ?? ends.get(id),
          names: namesOf(report),
        })),
      updatedAt: updated_at,
    };
  },
};
