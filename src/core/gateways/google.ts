import { family } from "./markers.ts";
import type { FamilyNotes } from "./note.ts";

const STATUS_PAGE = "https://status.cloud.google.com/";
const TEMPORARY = /encountered a temporary error and could not complete your request/i;

export const google = family("google", () => [
  {
    name: "Google",
    side: "site",
    statusPage: "https://www.google.com/appsstatus/dashboard/",
    markers: [{ body: /<title>Error 50\d \(Server Error\)!!1<\/title>/i, word: "gateway-fault", weak: true }],
  },
  {
    name: "Google Cloud Run",
    side: "site",
    statusPage: STATUS_PAGE,
    requestId: [["x-cloud-trace-context", /^([0-9a-f]{32})/]],
    markers: [
      {
        body: /The request failed because either the HTTP response was malformed or connection to the instance had an error/i,
        word: "no-valid-answer",
        weak: true,
      },
    ],
  },
  {
    name: "Google App Engine",
    side: "site",
    statusPage: STATUS_PAGE,
    requestId: [["x-cloud-trace-context", /^([0-9a-f]{32})/]],
    markers: [
      {
        body: /<h1>Over Quota<\/h1>|\bapplication is temporarily over its serving quota\b/i,
        word: "switched-off",
        detail: "over quota",
      },
      {
        body: /The service you requested is not available at this time\.<p>Service error -?\d/i,
        word: "overload",
        detail: /(Service error -?\d{1,4})/i,
      },
      {
        headers: { server: /^Google Frontend$/i },
        body: /<h1>Error: Server Error<\/h1>/i,
        word: { 500: "no-valid-answer", 502: "no-valid-answer", 503: "unavailable" },
      },
      { headers: { server: /^Google Frontend$/i }, word: "passed-on" },
    ],
  },
  {
    name: "Google Cloud Load Balancing",
    side: "site",
    statusPage: STATUS_PAGE,
    markers: [
      {
        body: new RegExp(`<h1>Error: Server Error</h1>\\s{0,4}<h2>The server ${TEMPORARY.source}`, "i"),
        word: { 502: "no-valid-answer", 503: "unavailable", 504: "origin-slow" },
      },
      { text: /^fault filter abort$/, word: "gateway-fault", weak: true },
      { headers: { via: /\b1\.1 google\b/i }, word: "passed-on" },
    ],
  },
]);

export const googleNotes: FamilyNotes = {
  id: "google",
  entries: [
    { product: "Google", say: ["owner_platform"] },
    { product: "Google Cloud Run", say: ["owner_cloud_run_log"] },
    { product: "Google App Engine", words: ["switched-off"], say: ["owner_app_engine_quota"] },
    { product: "Google App Engine", say: ["owner_app_engine_log"] },
    { words: ["origin-slow"], say: ["owner_google_details", "owner_google_timeout"] },
    {
      words: ["no-valid-answer"],
      say: ["owner_google_details", "owner_google_health", "owner_google_keepalive"],
    },
    { say: ["owner_google_details", "owner_google_health"] },
  ],
};
