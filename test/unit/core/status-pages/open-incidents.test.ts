import { describe, expect, it } from "vitest";
import { betterStack } from "../../../../src/core/status-pages/better-stack.ts";
import { cachet } from "../../../../src/core/status-pages/cachet.ts";
import { cstate } from "../../../../src/core/status-pages/cstate.ts";
import { gatus } from "../../../../src/core/status-pages/gatus.ts";
import { incidentIo } from "../../../../src/core/status-pages/incident-io.ts";
import { reportFrom } from "../../../../src/core/status-pages/index.ts";
import { instatus } from "../../../../src/core/status-pages/instatus.ts";
import type { StatusProduct } from "../../../../src/core/status-pages/product.ts";
import { relevanceOf } from "../../../../src/core/status-pages/relevance.ts";
import { statusIo } from "../../../../src/core/status-pages/status-io.ts";
import { statuspage } from "../../../../src/core/status-pages/statuspage.ts";
import { uptimeKuma } from "../../../../src/core/status-pages/uptime-kuma.ts";
import { uptimerobot } from "../../../../src/core/status-pages/uptimerobot.ts";

const NOW = Date.UTC(2026, 10, 2, 12);
const ISO = "2026-11-02T11:30:00Z";
const BEAT = { status: 1, time: "2026-11-02 11:59:00.000" };
const TITLE = "Nobody can order";

/** A page whose components are all green, with one incident; null for none. */
type Page = readonly [product: StatusProduct, of: string, answers: (incident: object | null) => readonly object[]];
type Incident = readonly [what: string, page: Page, incident: object];

const listed = (one: object | null): readonly object[] => (one ? [one] : []);

const KUMA: Page = [
  uptimeKuma,
  "Uptime Kuma",
  (incident) => [
    { config: { slug: "shop" }, incident, publicGroupList: [{ monitorList: [{ id: 1, name: "Website" }] }] },
    { heartbeatList: { 1: [BEAT] } },
  ],
];
const KUMA_2: Page = [
  uptimeKuma,
  "Uptime Kuma 2",
  (incident) => [
    {
      config: { slug: "shop" },
      incidents: listed(incident),
      publicGroupList: [{ monitorList: [{ id: 1, name: "Website" }] }],
    },
    { heartbeatList: { 1: [BEAT] } },
  ],
];
const STATUSPAGE: Page = [
  statuspage,
  "Statuspage",
  (incident) => [
    {
      page: { name: "Shop", url: "https://status.shop.example/", updated_at: ISO },
      status: { indicator: "none" },
      components: [{ name: "Website", status: "operational" }],
      incidents: listed(incident),
    },
  ],
];
const INSTATUS: Page = [
  instatus,
  "Instatus",
  (incident) => [
    { page: { name: "Shop", url: "https://status.shop.example/", status: "UP" }, activeIncidents: listed(incident) },
    [{ name: "Website", status: "OPERATIONAL" }],
  ],
];
const INCIDENT_IO: Page = [
  incidentIo,
  "incident.io",
  (incident) => [
    {
      summary: {
        name: "Shop",
        public_url: "https://status.shop.example/",
        components: [{ id: "1", name: "Website" }],
        ongoing_incidents: listed(incident),
      },
    },
  ],
];
const BETTER_STACK: Page = [
  betterStack,
  "Better Stack",
  (incident) => [
    {
      data: {
        type: "status_page",
        attributes: { company_name: "Shop", aggregate_state: "operational", updated_at: ISO },
      },
      included: [
        { id: "1", type: "status_page_resource", attributes: { public_name: "Website", status: "operational" } },
        ...listed(incident && { id: "9", type: "status_report", attributes: incident }),
      ],
    },
  ],
];
const ANNOUNCED: Page = [
  betterStack,
  "Better Stack's announcement",
  (incident) => [
    {
      data: { type: "status_page", attributes: { aggregate_state: "operational", updated_at: ISO, ...incident } },
      included: [
        { id: "1", type: "status_page_resource", attributes: { public_name: "Website", status: "operational" } },
      ],
    },
  ],
];
const STATUS_IO: Page = [
  statusIo,
  "Status.io",
  (incident) => [
    {
      result: {
        status_overall: { updated: ISO, status_code: 100 },
        status: [{ name: "Website", status_code: 100 }],
        incidents: listed(incident),
      },
    },
  ],
];
const CSTATE: Page = [
  cstate,
  "cState",
  (incident) => [
    {
      cStateVersion: "5",
      title: "Shop",
      baseURL: "https://status.shop.example/",
      summaryStatus: "ok",
      systems: [{ name: "Website", status: "ok", unresolvedIssues: listed(incident) }],
    },
  ],
];
const CACHET_2: Page = [
  cachet,
  "Cachet 2",
  (incident) => [{ data: [{ name: "Website", status: 1 }] }, { data: listed(incident) }],
];
const CACHET_3: Page = [
  cachet,
  "Cachet 3",
  (incident) => [
    { data: [{ attributes: { name: "Website", status: { value: 1 } } }] },
    { data: listed(incident && { attributes: incident }) },
  ],
];
const UPTIMEROBOT: Page = [
  uptimerobot,
  "UptimeRobot",
  (incident) => [{ data: [{ name: "Website", statusClass: "success" }] }, { status: true, results: listed(incident) }],
];
const GATUS: Page = [
  gatus,
  "Gatus",
  (incident) => [
    [{ name: "Website", key: "w", results: [{ success: true, timestamp: ISO }] }],
    { oidc: false, announcements: listed(incident) },
  ],
];
const PAGES = [
  KUMA,
  STATUSPAGE,
  INSTATUS,
  INCIDENT_IO,
  BETTER_STACK,
  ANNOUNCED,
  STATUS_IO,
  CSTATE,
  CACHET_2,
  CACHET_3,
  UPTIMEROBOT,
  GATUS,
];

const kuma = (style: string) => ({ title: TITLE, style, pin: true, createdDate: "2026-11-02 11:30:00" });
const cachetIncident = { name: TITLE, created_at: ISO, updated_at: ISO };

const OPEN: readonly Incident[] = [
  ...["primary", "info", "light", "dark", "warning", "a-new-colour"].map(
    (style): Incident => [`an incident in the colour ${style}`, KUMA, kuma(style)],
  ),
  ["an incident of version 2's list", KUMA_2, kuma("primary")],
  [
    "an incident without an impact",
    STATUSPAGE,
    { name: TITLE, status: "investigating", impact: "none", created_at: ISO },
  ],
  ["an incident that is watched", STATUSPAGE, { name: TITLE, status: "monitoring", impact: "none", created_at: ISO }],
  [
    "an incident without an impact",
    INSTATUS,
    { name: TITLE, status: "INVESTIGATING", impact: "OPERATIONAL", started: ISO },
  ],
  [
    "an incident whose components were left green",
    INCIDENT_IO,
    {
      name: TITLE,
      status: "investigating",
      published_at: ISO,
      affected_components: [{ component_id: "1", status: "operational" }],
    },
  ],
  ["a report that leaves all green", BETTER_STACK, { title: TITLE, aggregate_state: "operational", starts_at: ISO }],
  [
    "an incident in the green",
    STATUS_IO,
    { name: TITLE, datetime_open: ISO, messages: [{ datetime: ISO, status: 100 }] },
  ],
  ["an incident that somebody looks into", CACHET_2, { ...cachetIncident, status: 1 }],
  ["an incident that is watched", CACHET_2, { ...cachetIncident, status: 1, latest_status: 3 }],
  ["an incident", CACHET_3, { name: TITLE, status: { value: 2 }, created: { string: "2026-11-02 11:30:00" } }],
  [
    "an incident",
    UPTIMEROBOT,
    { type: "incident", title: TITLE, status: 0, timestamp: NOW / 1000 - 900, endDate: null },
  ],
  ["a warning", GATUS, { timestamp: ISO, type: "warning", message: TITLE }],
];

function said([product, , answers]: Page, incident: object | null) {
  const report = reportFrom(product, {
    page: new URL("https://status.shop.example/status/shop"),
    html: "",
    answers: answers(incident).map((answer) => JSON.stringify(answer)),
  });
  return report && relevanceOf(report, { host: "shop.example", gateway: null }, NOW);
}

describe("a page whose components are green", () => {
  it.each(PAGES.map((page) => [page[1], page] as const))("is well without an incident: %s", (_of, page) => {
    expect(said(page, null)).toMatchObject({ here: "operational", notice: null });
  });

  it.each(OPEN.map((open) => [open[1][1], ...open] as const))(
    "is not well with one: %s, %s",
    (_of, _what, page, incident) => {
      expect(said(page, incident)).toMatchObject({ here: "degraded", notice: { title: TITLE } });
    },
  );

  it.each([
    ["a red one", KUMA, kuma("danger"), "partial_outage"],
    ["an outage", GATUS, { timestamp: ISO, type: "outage", message: TITLE }, "major_outage"],
    ["a line of which nobody knows what it is about", ANNOUNCED, { announcement: TITLE }, "unknown"],
    ["one of a kind that nobody knows", GATUS, { timestamp: ISO, type: "x", message: TITLE }, "unknown"],
    ["an impact that nobody knows", STATUSPAGE, { name: TITLE, status: "x", impact: "x", created_at: ISO }, "unknown"],
    [
      "work under way",
      UPTIMEROBOT,
      { type: "maintenance", title: TITLE, status: 1, timestamp: NOW / 1000 - 900 },
      "maintenance",
    ],
  ] as const)("is as its incident is: %s", (_what, page, incident, state) => {
    expect(said(page, incident)?.here).toBe(state);
  });

  it.each([
    ["is over", STATUSPAGE, { name: TITLE, status: "resolved", impact: "none", created_at: ISO }],
    ["is over", CACHET_2, { ...cachetIncident, status: 1, latest_status: 4 }],
    ["is over", CACHET_2, { ...cachetIncident, status: 2, is_resolved: true }],
    ["is over", CACHET_3, { name: TITLE, status: { value: 4 } }],
    ["is over", UPTIMEROBOT, { type: "incident", title: TITLE, status: 2, timestamp: NOW / 1000 - 900 }],
    ["has an end", UPTIMEROBOT, { type: "incident", title: TITLE, status: 0, timestamp: 1, endDate: "Nov 2, 2026" }],
    ["is still to come", UPTIMEROBOT, { type: "maintenance", title: TITLE, status: 0, timestamp: NOW / 1000 }],
    ["is still to come", CACHET_2, { ...cachetIncident, status: 0 }],
    ["was taken down from the page", KUMA_2, { ...kuma("primary"), pin: false }],
    ["was put away", GATUS, { timestamp: ISO, type: "outage", message: TITLE, archived: true }],
    ["calls itself information", GATUS, { timestamp: ISO, type: "information", message: TITLE }],
    [
      "is of the mildest kind, which its product has for information",
      CSTATE,
      { title: TITLE, severity: "notice", createdAt: ISO },
    ],
    ["calls itself information", CSTATE, { title: TITLE, severity: "notice", informational: true, createdAt: ISO }],
    ["is of last week", KUMA, { ...kuma("primary"), createdDate: "2026-10-20 11:30:00" }],
  ] as const)("is well with one that %s", (_what, page, incident) => {
    expect(said(page, incident)?.here).toBe("operational");
  });

  it("is not called well where its incidents could not be read", () => {
    const [product, of, answers] = CACHET_2;
    expect(said([product, of, () => answers(null).slice(0, 1)], null)?.here).toBe("unknown");
  });
});

describe("Cachet's versions", () => {
  it("are asked where each answers, by what their documents load", () => {
    const url = new URL("https://status.shop.example/");
    expect(cachet.endpoints(url, '<link href="/dist/css/app.css">')[1]).toMatch(/^\/api\/v1\/incidents/);
    expect(cachet.endpoints(url, '<link href="/vendor/cachethq/cachet/favicon.ico">')[1]).toMatch(/^\/api\/incidents/);
  });
});
