import { betterStack } from "../../../../../src/core/status-pages/better-stack.ts";
import { incidentIo } from "../../../../../src/core/status-pages/incident-io.ts";
import { instatus } from "../../../../../src/core/status-pages/instatus.ts";
import { oneuptime } from "../../../../../src/core/status-pages/oneuptime.ts";
import { openstatus } from "../../../../../src/core/status-pages/openstatus.ts";
import { sorry } from "../../../../../src/core/status-pages/sorry.ts";
import { statusIo } from "../../../../../src/core/status-pages/status-io.ts";
import { statuscast } from "../../../../../src/core/status-pages/statuscast.ts";
import { statuspage } from "../../../../../src/core/status-pages/statuspage.ts";
import { statuspal } from "../../../../../src/core/status-pages/statuspal.ts";
import { uptimerobot } from "../../../../../src/core/status-pages/uptimerobot.ts";
import { by, type Sample, USUAL } from "./sample.ts";

const PAGE = "https://status.shop.example/";
const INCIDENT = "Checkout fails";
const WORK = "Database upgrade";
const HOUR = 3_600_000;

export const HOSTED: readonly Sample[] = [
  {
    product: statuspage,
    page: PAGE,
    asks: ["https://status.shop.example/api/v2/summary.json"],
    answers: (situation, iso, at) => {
      const parts = [{ name: "Website", status: "operational" }];
      const incident = { name: INCIDENT, status: "identified", created_at: iso, updated_at: iso, components: parts };
      const until = new Date(at + 2 * HOUR).toISOString();
      const work = { name: WORK, status: "in_progress", scheduled_for: iso, scheduled_until: until, components: parts };
      return [
        {
          page: { id: "p", name: "Shop", url: PAGE, time_zone: "Etc/UTC", updated_at: iso },
          status: { indicator: by(situation, "none", "minor", "critical", "maintenance"), description: "words" },
          components: [
            {
              name: "Website",
              status: by(situation, "operational", "degraded_performance", "major_outage", "under_maintenance"),
            },
          ],
          incidents: by(situation, [], [{ ...incident, impact: "minor" }], [{ ...incident, impact: "critical" }], []),
          scheduled_maintenances: situation === "maintenance" ? [work] : [],
        },
      ];
    },
    overall: USUAL,
    bad: ["critical", "major_outage"],
  },
  {
    product: incidentIo,
    page: PAGE,
    html: '<img src="https://storage.googleapis.com/incident-io-status-page-logos/x.png">',
    asks: ["https://status.shop.example/proxy/status.shop.example"],
    answers: (situation, iso) => {
      const status = by(situation, "", "degraded_performance", "full_outage", "under_maintenance");
      const affected_components = situation === "good" ? [] : [{ component_id: "c", status, current_status: status }];
      const entry = { name: INCIDENT, status: "monitoring", published_at: iso, affected_components };
      const isIncident = situation === "degraded" || situation === "outage";
      const work = { ...entry, name: WORK, status: "maintenance_in_progress", starts_at: iso };
      return [
        {
          summary: {
            name: "Shop",
            public_url: PAGE,
            components: [{ id: "c", name: "Website" }],
            affected_components,
            ongoing_incidents: isIncident ? [entry] : [],
            scheduled_maintenances: situation === "maintenance" ? [work] : [],
          },
        },
      ];
    },
    overall: USUAL,
    bad: ["full_outage"],
  },
  {
    product: instatus,
    page: "https://shop.instatus.com/",
    asks: ["https://shop.instatus.com/summary.json", "https://shop.instatus.com/v3/components.json"],
    answers: (situation, iso) => [
      {
        page: { name: "Shop", url: PAGE, status: by(situation, "UP", "HASISSUES", "HASISSUES", "UNDERMAINTENANCE") },
        ...((situation === "degraded" || situation === "outage") && {
          activeIncidents: [
            {
              name: INCIDENT,
              started: iso,
              status: "INVESTIGATING",
              impact: by(situation, "", "DEGRADEDPERFORMANCE", "MAJOROUTAGE", ""),
              url: `${PAGE}1`,
              updatedAt: iso,
            },
          ],
        }),
        ...(situation === "maintenance" && {
          activeMaintenances: [{ name: WORK, start: iso, status: "INPROGRESS", duration: "120", updatedAt: iso }],
        }),
      },
      {
        components: [
          {
            name: "Website",
            status: by(situation, "OPERATIONAL", "DEGRADEDPERFORMANCE", "MAJOROUTAGE", "UNDERMAINTENANCE"),
            group: null,
          },
        ],
      },
    ],
    overall: USUAL,
    bad: ["MAJOROUTAGE", "HASISSUES"],
  },
  {
    product: betterStack,
    page: PAGE,
    html: '<script src="https://uptime.betterstack.com/packs/js/status_page_v2-1.js"></script>',
    asks: ["https://status.shop.example/index.json"],
    answers: (situation, iso) => {
      const state = by(situation, "operational", "degraded", "downtime", "maintenance");
      const report = { title: INCIDENT, report_type: "manual", starts_at: iso, ends_at: null, aggregate_state: state };
      const affected_resources = [{ status_page_resource_id: "7", status: state }];
      return [
        {
          data: {
            id: "1",
            type: "status_page",
            attributes: { company_name: "Shop", aggregate_state: state, updated_at: iso },
          },
          included: [
            { id: "7", type: "status_page_resource", attributes: { public_name: "Website", status: state } },
            { id: "8", type: "status_page_resource", attributes: { public_name: "Old", status: "not_monitored" } },
            ...(situation === "good"
              ? [{ id: "9", type: "status_report", attributes: { ...report, aggregate_state: "resolved" } }]
              : [{ id: "9", type: "status_report", attributes: { ...report, affected_resources } }]),
          ],
        },
      ];
    },
    overall: USUAL,
    bad: ["downtime"],
  },
  {
    product: statusIo,
    page: PAGE,
    html: '<a href="/pages/history/55957a99e800baa4470002da">History</a> <a href="https://status.io/">Status.io</a>',
    asks: ["https://api.status.io/1.0/status/55957a99e800baa4470002da"],
    answers: (situation, iso, at) => {
      const status_code = by(situation, 100, 300, 500, 200);
      const messages = [
        { datetime: new Date(at - HOUR).toISOString(), status: 300 },
        { datetime: iso, status: status_code },
      ];
      return [
        {
          result: {
            status_overall: { updated: iso, status: "words", status_code },
            status: [{ id: "1", name: "Website", status: "words", status_code, containers: [] }],
            incidents:
              situation === "degraded" || situation === "outage"
                ? [{ name: INCIDENT, datetime_open: iso, messages }]
                : [],
            maintenance: {
              active: situation === "maintenance" ? [{ name: WORK, datetime_planned_start: iso }] : [],
              upcoming: [],
            },
          },
        },
      ];
    },
    overall: USUAL,
    bad: ["500"],
  },
  {
    product: sorry,
    page: PAGE,
    html: '<link rel="stylesheet" href="https://assets.sorryapp.com/page.css">',
    asks: ["https://status.shop.example/api/v1/status"],
    answers: (situation, iso) => [
      {
        page: {
          name: "Shop",
          state: by(situation, "operational", "partially-degraded", "degraded", "under-maintenance"),
          state_text: "words",
          updated_at: iso,
        },
      },
    ],
    // Its gravest word covers everything from a slow page to a dead one.
    overall: { ...USUAL, outage: "degraded" },
    bad: ["degraded"],
  },
  {
    product: statuspal,
    page: "https://shop.statuspal.io/",
    asks: ["https://statuspal.io/api/v1/status_pages/shop/summary"],
    answers: (situation, iso) => {
      const type = by(situation, null, "minor", "major", "scheduled");
      const notice = { title: INCIDENT, type, inserted_at: iso, updates: [{ type: "identified", inserted_at: iso }] };
      return [
        {
          status_page: { name: "Shop", url: PAGE, current_incident_type: type },
          services: [{ name: "Website", current_incident_type: type }],
          incidents: situation === "degraded" || situation === "outage" ? [notice] : [],
          maintenances: situation === "maintenance" ? [{ ...notice, title: WORK }] : [],
        },
      ];
    },
    overall: USUAL,
    bad: ["major"],
  },
  {
    product: statuscast,
    page: PAGE,
    html: (situation) => {
      const word = by(situation, "available", "degraded", "unavailable", "maintenance");
      return `<table><tr><td><span class="status-list-component-status-text component-${word}">words</span></td></tr></table></body></html>`;
    },
    asks: [],
    answers: () => [],
    overall: USUAL,
    bad: ["unavailable"],
    timeless: true,
  },
  {
    product: uptimerobot,
    page: "https://stats.uptimerobot.com/AbC123dEf4",
    asks: [
      "https://stats.uptimerobot.com/api/getMonitorList/AbC123dEf4?page=1",
      "https://stats.uptimerobot.com/api/getEventFeed/AbC123dEf4",
    ],
    answers: (situation) => [
      {
        status: "ok",
        psp: {},
        data: [
          { monitorId: 1, name: "Website", statusClass: by(situation, "success", "warning", "danger", "warning") },
          { monitorId: 2, name: "Paused", statusClass: "black" },
        ],
      },
    ],
    // A paused monitor is all that it has for a maintenance.
    overall: { ...USUAL, maintenance: "degraded" },
    bad: ["danger"],
    timeless: true,
  },
  {
    product: oneuptime,
    well: [true],
    page: PAGE,
    html: '<script>fetch("/status-page-api/overview/6f1e8a1c-2b3d-4c5e-8f70-112233445566")</script>',
    asks: ["https://status.shop.example/status-page-api/overview/6f1e8a1c-2b3d-4c5e-8f70-112233445566"],
    answers: (situation, iso) => [
      {
        overallStatus: {
          name: "words",
          isOperationalState: situation === "good",
          isOfflineState: situation === "outage",
        },
        activeIncidents: situation === "outage" ? [{ title: INCIDENT, createdAt: iso }] : [],
      },
    ],
    // The names of the states between are the owner's own.
    overall: { ...USUAL, maintenance: "degraded" },
    bad: ["true"],
  },
  {
    product: openstatus,
    page: "https://shop.openstatus.dev/",
    asks: ["https://api.openstatus.dev/public/status/shop"],
    answers: (situation) => [
      { status: by(situation, "operational", "degraded_performance", "major_outage", "under_maintenance") },
    ],
    overall: USUAL,
    bad: ["major_outage"],
    timeless: true,
  },
];
