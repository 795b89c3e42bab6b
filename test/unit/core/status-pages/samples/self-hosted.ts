import { cachet } from "../../../../../src/core/status-pages/cachet.ts";
import { cstate } from "../../../../../src/core/status-pages/cstate.ts";
import { gatus } from "../../../../../src/core/status-pages/gatus.ts";
import { upptime } from "../../../../../src/core/status-pages/upptime.ts";
import { uptimeKuma } from "../../../../../src/core/status-pages/uptime-kuma.ts";
import { by, type Sample, USUAL } from "./sample.ts";

const PAGE = "https://status.shop.example/";
const INCIDENT = "Checkout fails";

export const SELF_HOSTED: readonly Sample[] = [
  {
    product: uptimeKuma,
    well: [0],
    page: PAGE,
    html: "<title>Shop</title><script>window.preloadData = {'config':{'slug':'shop','title':'Shop'}};</script>",
    asks: [
      "https://status.shop.example/api/status-page/shop",
      "https://status.shop.example/api/status-page/heartbeat/shop",
    ],
    answers: (situation, iso) => [
      {
        config: { slug: "shop", title: "Shop", description: "" },
        incident: null,
        publicGroupList: [{ id: 1, name: "All", weight: 1, monitorList: [{ id: 5, name: "Website", type: "http" }] }],
        maintenanceList:
          situation === "maintenance"
            ? [{ title: "Work", status: "under-maintenance", timeslotList: [{ startDate: iso, endDate: iso }] }]
            : [{ title: "Later", status: "scheduled", timeslotList: [] }],
      },
      {
        heartbeatList: {
          5: [
            { status: 1, time: "2026-01-01 00:00:00.000", msg: "", ping: 9 },
            { status: by(situation, 1, 2, 0, 3), time: iso.replace("T", " ").replace("Z", ""), msg: "", ping: 9 },
            0,
          ],
        },
        uptimeList: {},
      },
    ],
    overall: USUAL,
    bad: ['"status":0'],
  },
  {
    product: cachet,
    page: PAGE,
    html: '<title>Cachet</title><link rel="icon" href="/vendor/cachethq/cachet/favicon.ico">',
    asks: [
      "https://status.shop.example/api/components?per_page=100",
      "https://status.shop.example/api/incidents?sort=-id&per_page=20",
    ],
    answers: (situation) => [
      {
        data: [{ id: "1", type: "components", attributes: { name: "Website", status: by(situation, 1, 2, 4, 6) } }],
      },
      { data: [] },
    ],
    overall: USUAL,
    bad: ['"status":4'],
    timeless: true,
  },
  {
    product: cstate,
    page: PAGE,
    html: '<meta name="generator" content="Hugo"><a href="https://github.com/cstate/cstate">cState</a>',
    asks: ["https://status.shop.example/index.json"],
    answers: (situation, iso) => {
      const word = by(situation, "ok", "disrupted", "down", "notice");
      const issue = { title: INCIDENT, createdAt: iso, lastMod: iso, permalink: `${PAGE}1`, severity: word };
      return [
        {
          is: "index",
          cStateVersion: "5.6",
          apiVersion: "2.0",
          title: "Shop",
          baseURL: PAGE,
          summaryStatus: word,
          systems: [{ name: "Website", status: word, unresolvedIssues: situation === "good" ? [] : [issue] }],
        },
      ];
    },
    // It has no word for maintenance but "notice", which keeps the system up.
    overall: { ...USUAL, maintenance: "operational" },
    bad: ["down"],
  },
  {
    product: gatus,
    well: [true],
    page: PAGE,
    html: "<title>Health Dashboard | Gatus</title>",
    asks: [
      "https://status.shop.example/api/v1/endpoints/statuses?page=1&pageSize=20",
      "https://status.shop.example/api/v1/config",
    ],
    answers: (situation, iso) => [
      [
        {
          name: "Website",
          group: "core",
          key: "core_website",
          results: [
            { success: true, timestamp: "2026-01-01T00:00:00Z" },
            { success: situation === "good", timestamp: iso },
          ],
        },
      ],
    ],
    // It knows no more than that a look succeeded or failed.
    overall: { ...USUAL, degraded: "major_outage", maintenance: "major_outage" },
    bad: ["false"],
  },
  {
    product: upptime,
    page: PAGE,
    html: '<a href="https://github.com/shop/uptime-data">GitHub</a> by <a href="https://upptime.js.org">Upptime</a>',
    asks: ["https://raw.githubusercontent.com/shop/uptime-data/HEAD/history/summary.json"],
    answers: (situation) => [
      [
        {
          name: "Website",
          url: "https://shop.example",
          slug: "website",
          status: by(situation, "up", "degraded", "down", "down"),
        },
      ],
    ],
    overall: { ...USUAL, maintenance: "major_outage" },
    bad: ["down"],
    timeless: true,
  },
];
