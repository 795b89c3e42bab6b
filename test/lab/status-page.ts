import type { ServerResponse } from "node:http";

/** What the shop's status page says, or how it misbehaves. */
export type StatusPageState =
  | "operational"
  | "major-outage"
  | "maintenance"
  /** Red, but for a component that has nothing to do with the shop's pages. */
  | "unrelated-outage"
  /** Every component green, and an open incident above them: whoever wrote it has touched nothing else. */
  | "open-incident-green"
  /** Green again, with the incident of an hour ago still listed as resolved. */
  | "old-incident"
  /** A grave incident of three months ago that nobody has closed. */
  | "forgotten-incident"
  | "html"
  | "forbidden"
  | "never-ending"
  | "huge";

const PAGE = { id: "shop", name: "Shop", url: "https://status.shop.example", time_zone: "Etc/UTC" };

/** What the summary says in each state that has one. */
const SAYS = {
  operational: { indicator: "none", description: "All Systems Operational", component: "operational" },
  "major-outage": { indicator: "critical", description: "Major Service Outage", component: "major_outage" },
  maintenance: { indicator: "maintenance", description: "Service Under Maintenance", component: "under_maintenance" },
  "unrelated-outage": { indicator: "minor", description: "Partially Degraded Service", component: "operational" },
  "open-incident-green": { indicator: "none", description: "All Systems Operational", component: "operational" },
  "old-incident": { indicator: "none", description: "All Systems Operational", component: "operational" },
  "forgotten-incident": { indicator: "critical", description: "Major Service Outage", component: "operational" },
} as const;

const anHourAgo = () => new Date(Date.now() - 3_600_000).toISOString();
const monthsAgo = () => new Date(Date.now() - 90 * 86_400_000).toISOString();
const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString();

const entry = () => ({
  id: "1",
  created_at: anHourAgo(),
  updated_at: anHourAgo(),
  shortlink: "https://status.shop.example/1",
  incident_updates: [],
});

/** The incidents of a state. A real summary lists open ones only; imitators leave resolved ones in. */
function incidents(state: keyof typeof SAYS) {
  switch (state) {
    case "major-outage":
    case "open-incident-green":
      return [{ ...entry(), name: "The shop is down", status: "investigating", impact: "critical" }];
    case "unrelated-outage":
      return [{ ...entry(), name: "Delayed newsletters", status: "identified", impact: "minor" }];
    case "old-incident":
      return [{ ...entry(), name: "The shop was slow", status: "resolved", impact: "major" }];
    case "forgotten-incident": {
      const times = { created_at: monthsAgo(), updated_at: monthsAgo() };
      return [{ ...entry(), ...times, name: "The shop is down", status: "monitoring", impact: "critical" }];
    }
    default:
      return [];
  }
}

/** The document of a Statuspage's `/api/v2/summary.json`, as far as readers use it. */
function summary(state: keyof typeof SAYS) {
  const { indicator, description, component } = SAYS[state];
  const shop = { id: "web", name: "Web shop", status: component, updated_at: anHourAgo() };
  const newsletter = { id: "mail", name: "Newsletter", status: "partial_outage", updated_at: anHourAgo() };
  const move = {
    ...entry(),
    name: "Moving to new servers",
    status: "in_progress",
    impact: "maintenance",
    scheduled_for: anHourAgo(),
    scheduled_until: inAnHour(),
  };
  return {
    page: { ...PAGE, updated_at: anHourAgo() },
    components: state === "unrelated-outage" ? [shop, newsletter] : [shop],
    incidents: incidents(state),
    scheduled_maintenances: state === "maintenance" ? [move] : [],
    status: { indicator, description },
  };
}

/** Writes a piece so many times, at the pace of the reader. */
function pour(response: ServerResponse, piece: string, pieces: number): void {
  let written = 0;
  const go = () => {
    while (written < pieces && !response.destroyed) {
      written++;
      if (!response.write(piece)) return void response.once("drain", go);
    }
    if (!response.destroyed) response.end("]");
  };
  go();
}

/** Answers any request for the status page in its present state. */
export function serveStatusPage(state: StatusPageState, path: string, response: ServerResponse): void {
  response.setHeader("access-control-allow-origin", "*");
  response.setHeader("cache-control", "no-store");
  if (state === "forbidden") return void response.writeHead(403, { "content-type": "text/plain" }).end("Forbidden");
  if (state === "html" || !path.startsWith("/api/v2/")) {
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
    return void response.end("<!doctype html><title>Shop status</title><h1>Shop status</h1>");
  }
  response.writeHead(200, { "content-type": "application/json; charset=utf-8" });
  if (state === "huge") return void pour(response, `[${"0,".repeat(32_768)}`, 1600);
  // One byte, and then silence: a reader needs patience of its own, since the connection stays open.
  if (state === "never-ending") return void response.write("{");
  response.end(JSON.stringify(summary(state)));
}
