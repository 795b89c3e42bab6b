import * as v from "valibot";
import { jsonOf, list, time, word } from "./json.ts";
import type { StatusState } from "./model.ts";
import { found, type StatusProduct } from "./product.ts";

const flag = v.fallback(v.boolean(), false);
const overviewSchema = () =>
  v.object({
    overallStatus: v.object({ name: word, isOperationalState: flag, isOfflineState: flag }),
    activeIncidents: list(v.object({ title: word, createdAt: time, updatedAt: time })),
  });

/** The words are the owner's own; only the two flags mean the same everywhere, and what is neither is in between. */
function stateOf({
  name,
  isOperationalState,
  isOfflineState,
}: v.InferOutput<ReturnType<typeof overviewSchema>>["overallStatus"]): StatusState {
  if (isOfflineState) return "major_outage";
  if (isOperationalState) return "operational";
  return name === "" ? "unknown" : "degraded";
}

const ID = /status-page(?:-api)?\/(?:\w{1,20}\/)?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/i;

/** OneUptime's public overview, which wants the page's id: its address or its document holds it. */
export const oneuptime: StatusProduct = {
  id: "oneuptime",
  marks: /oneuptime|\/status-page-api\//i,
  endpoints(page, html) {
    const id = found(ID, page.pathname) || found(ID, html);
    return id === "" ? [] : [`/status-page-api/overview/${id}`];
  },
  parse({ answers }) {
    const overview = jsonOf(overviewSchema, answers[0]);
    if (!overview) return null;
    return {
      indicator: stateOf(overview.overallStatus),
      notices: overview.activeIncidents.map(({ title, createdAt, updatedAt }) => ({
        title,
        // An incident's severity is named by the owner too.
        impact: "degraded" as const,
        startedAt: createdAt,
        updatedAt,
      })),
    };
  },
};
