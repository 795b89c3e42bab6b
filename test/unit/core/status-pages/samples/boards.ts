import { apple } from "../../../../../src/core/status-pages/apple.ts";
import { aws } from "../../../../../src/core/status-pages/aws.ts";
import { google } from "../../../../../src/core/status-pages/google.ts";
import { heroku } from "../../../../../src/core/status-pages/heroku.ts";
import { meta } from "../../../../../src/core/status-pages/meta.ts";
import { salesforce } from "../../../../../src/core/status-pages/salesforce.ts";
import { slack } from "../../../../../src/core/status-pages/slack.ts";
import { stripe } from "../../../../../src/core/status-pages/stripe.ts";
import { by, type Sample, USUAL } from "./sample.ts";

const INCIDENT = "People cannot sign in";
const DAY = 86_400_000;

export const BOARDS: readonly Sample[] = [
  {
    product: slack,
    page: "https://slack-status.com/",
    asks: ["https://slack-status.com/api/v2.0.0/current"],
    answers: (situation, iso) => [
      {
        status: situation === "good" ? "ok" : "active",
        date_created: iso,
        date_updated: iso,
        active_incidents:
          situation === "good"
            ? []
            : [
                {
                  id: 1,
                  title: INCIDENT,
                  type: by(situation, "", "incident", "outage", "notice"),
                  status: "active",
                  url: "https://slack-status.com/1",
                  date_created: iso,
                  date_updated: iso,
                  services: ["Login/SSO"],
                },
              ],
      },
    ],
    // Work is told as a notice.
    overall: { ...USUAL, maintenance: "operational" },
    bad: ["outage"],
    partsOnly: true,
  },
  {
    product: heroku,
    page: "https://status.heroku.com/",
    asks: ["https://status.heroku.com/api/v4/current-status"],
    answers: (situation, iso) => [
      {
        status: [
          { system: "Apps", status: by(situation, "green", "yellow", "red", "yellow") },
          { system: "Tools", status: "green" },
        ],
        incidents:
          situation === "good" ? [] : [{ id: 1, title: INCIDENT, state: "open", created_at: iso, updated_at: iso }],
        scheduled: [],
      },
    ],
    overall: { ...USUAL, maintenance: "degraded" },
    bad: ["red"],
  },
  {
    product: google,
    page: "https://status.cloud.google.com/",
    asks: ["https://status.cloud.google.com/incidents.json"],
    answers: (situation, iso) => {
      const closed = { begin: iso, end: iso, modified: iso, external_desc: "Past", status_impact: "SERVICE_OUTAGE" };
      const open = {
        begin: iso,
        end: null,
        modified: iso,
        external_desc: INCIDENT,
        status_impact: by(situation, "", "SERVICE_DISRUPTION", "SERVICE_OUTAGE", "SERVICE_INFORMATION"),
        affected_products: [{ title: "Google Compute Engine", id: "x" }],
        most_recent_update: { when: iso, status: "SERVICE_DISRUPTION", text: "" },
        uri: "incidents/abc",
      };
      return [situation === "good" ? [closed] : [open]];
    },
    overall: { ...USUAL, maintenance: "operational" },
    bad: ["SERVICE_OUTAGE"],
    partsOnly: true,
  },
  {
    product: aws,
    well: [0, []],
    page: "https://health.aws.amazon.com/health/status",
    asks: ["https://health.aws.amazon.com/public/currentevents"],
    answers: (situation, _iso, at) => [
      situation === "good"
        ? []
        : [
            {
              arn: "arn:aws:health:us-east-1::event/CLOUDFRONT/x",
              date: String(Math.floor(at / 1_000)),
              region_name: "",
              status: by(situation, "0", "2", "3", "1"),
              service: "cloudfront",
              service_name: "Amazon CloudFront",
              summary: INCIDENT,
              event_log: [{ summary: INCIDENT, message: "words", status: 3, timestamp: Math.floor(at / 1_000) }],
            },
          ],
    ],
    overall: { ...USUAL, maintenance: "operational" },
    bad: ['"status":"3"'],
    partsOnly: true,
  },
  {
    product: salesforce,
    page: "https://status.salesforce.com/",
    asks: ["https://api.status.salesforce.com/v1/instances/status/preview?products=Salesforce_Services"],
    answers: (situation) => [
      [
        {
          key: "NA123",
          location: "NA",
          status: by(situation, "OK", "MINOR_INCIDENT_CORE", "MAJOR_INCIDENT_CORE", "MAINTENANCE_CORE"),
        },
        { key: "EU45", location: "EMEA", status: "OK" },
      ],
    ],
    overall: USUAL,
    bad: ["MAJOR_INCIDENT_CORE"],
    timeless: true,
    partsOnly: true,
  },
  {
    product: apple,
    well: [[]],
    page: "https://www.apple.com/support/systemstatus/",
    asks: ["https://www.apple.com/support/systemstatus/data/system_status_en_US.js"],
    answers: (situation, _iso, at) => {
      const event = {
        statusType: by(situation, "Outage", "Performance", "Outage", "Maintenance"),
        eventStatus: situation === "good" ? "resolved" : "ongoing",
        epochStartDate: at,
        epochEndDate: situation === "good" ? at + DAY / 24 : null,
        message: "words",
        usersAffected: "Some users are affected",
      };
      return [`jsonCallback(${JSON.stringify({ services: [{ serviceName: "App Store", events: [event] }] })});`];
    },
    overall: USUAL,
    bad: ["Outage"],
    partsOnly: true,
  },
  {
    product: meta,
    page: "https://metastatus.com/",
    asks: ["https://metastatus.com/data/orgs.json"],
    answers: (situation, iso) => [
      [
        {
          id: "ads",
          name: "Ads",
          services: [
            {
              id: "1",
              name: "Ads Manager",
              status: by(situation, "No known issues", "Low disruptions", "High disruptions", "Medium disruptions"),
              time: iso,
            },
          ],
        },
      ],
    ],
    overall: { ...USUAL, maintenance: "partial_outage" },
    bad: ["High disruptions"],
    timeless: true,
    partsOnly: true,
  },
  {
    product: stripe,
    page: "https://status.stripe.com/",
    asks: ["https://status.stripe.com/current/full"],
    answers: (situation) => [{ UptimeStatus: by(situation, "up", "degraded", "down", "paused"), message: INCIDENT }],
    overall: { ...USUAL, maintenance: "unknown" },
    bad: ["down"],
    timeless: true,
  },
];
