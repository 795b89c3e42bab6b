import * as v from "valibot";
import { code, jsonOf, list, named, time, word } from "./json.ts";
import { found, type StatusProduct } from "./product.ts";
import { moment } from "./report.ts";
import { stateOf, type Words, whileOpen } from "./states.ts";

const pageSchema = () =>
  v.object({
    result: v.object({
      status_overall: v.object({ updated: time, status_code: code }),
      status: list(v.object({ name: word, status_code: code })),
      incidents: list(
        v.object({
          name: word,
          datetime_open: time,
          messages: list(v.object({ datetime: time, status: code })),
          components_affected: list(named),
        }),
      ),
      maintenance: v.nullish(
        v.object({
          active: list(v.object({ name: word, datetime_planned_start: time, datetime_planned_end: time })),
        }),
      ),
    }),
  });

/** Status.io's codes; 600 is a security event, which takes a service down as surely as a disruption. */
const CODES: Words = {
  100: "operational",
  200: "maintenance",
  300: "degraded",
  400: "partial_outage",
  500: "major_outage",
  600: "major_outage",
};

const ID = /([0-9a-f]{24})(?![0-9a-f])/;

/** Status.io by its public API, which wants the page's id: the page's own links hold it. */
export const statusIo: StatusProduct = {
  id: "status-io",
  at: [".status.io"],
  marks: /\bstatus\.io\//,
  apiHosts: ["api.status.io"],
  endpoints(page, html) {
    const id = found(ID, page.pathname) || found(/\/pages\/(?:history\/)?([0-9a-f]{24})(?![0-9a-f])/, html);
    return id === "" ? [] : [`https://api.status.io/1.0/status/${id}`];
  },
  parse({ answers }) {
    const result = jsonOf(pageSchema, answers[0])?.result;
    if (!result) return null;
    return {
      indicator: stateOf(CODES, result.status_overall.status_code),
      components: result.status.map(({ name, status_code }) => ({ name, state: stateOf(CODES, status_code) })),
      notices: [
        ...result.incidents.map(({ name, datetime_open, messages, components_affected }) => {
          // The order of the messages is not documented.
          const [last] = messages
            .map((said) => ({ ...said, at: moment(said.datetime) ?? 0 }))
            .sort((a, b) => b.at - a.at);
          return {
            title: name,
            impact: whileOpen(stateOf(CODES, last?.status ?? "")),
            startedAt: datetime_open,
            updatedAt: last?.datetime,
            names: components_affected.map((component) => component.name),
          };
        }),
        ...(result.maintenance?.active ?? []).map(({ name, datetime_planned_start, datetime_planned_end }) => ({
          title: name,
          impact: "maintenance" as const,
          startedAt: datetime_planned_start,
          endsAt: datetime_planned_end,
        })),
      ],
      updatedAt: result.status_overall.updated,
    };
  },
};
