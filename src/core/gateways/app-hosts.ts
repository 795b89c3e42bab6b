import { passage } from "../http/passage.ts";
import { BY_STATUS, family } from "./markers.ts";
import type { FamilyNotes } from "./note.ts";

/** Hosts that run other people's applications behind an edge of their own. */
export const appHosts = family("app-hosts", () => [
  {
    name: "Render",
    side: "site",
    statusPage: "https://status.render.com/",
    requestId: [["rndr-id", /^([\w-]{8,60})$/]],
    detail: ["x-render-routing", /^([\w-]{3,60})$/],
    markers: [
      { headers: { "x-render-routing": /^no-server$/ }, word: "origin-down" },
      { headers: { "x-render-routing": /^hibernate-wake-error$/ }, word: "origin-down" },
      { headers: { "x-render-routing": /./ }, word: BY_STATUS, reason: ["x-render-routing", /^([\w-]{3,60})$/] },
      { headers: { "rndr-id": /./ }, word: "passed-on" },
    ],
  },
  {
    name: "Railway",
    side: "site",
    statusPage: "https://status.railway.com/",
    requestId: [["x-railway-request-id", /^([\w-]{8,60})$/], /"request_id":\s{0,4}"([\w-]{8,60})"/],
    markers: [
      {
        text: /^\{[\s\S]{0,200}"message":\s{0,4}"Application failed to respond"/,
        word: "no-valid-answer",
        detail: "Application failed to respond",
      },
      { headers: { "x-railway-fallback": /^true$/i }, word: BY_STATUS },
      { headers: { "x-railway-request-id": /./ }, word: "passed-on" },
      { headers: { server: /^railway-edge$/i }, word: "passed-on" },
    ],
  },
  {
    name: "Fly.io",
    side: "site",
    statusPage: "https://status.flyio.net/",
    requestId: [["fly-request-id", /^([\w-]{8,80})$/]],
    markers: [
      // The proxy's own answers have no body; an application's mostly do.
      { headers: { "fly-request-id": /./ }, text: /^$/, word: BY_STATUS, weak: true },
      { headers: { "fly-request-id": /./ }, word: "passed-on" },
      { headers: { server: /^Fly\// }, word: "passed-on" },
    ],
  },
  {
    name: "Netlify",
    side: "site",
    statusPage: "https://www.netlifystatus.com/",
    requestId: [["x-nf-request-id", /^([0-9A-Z]{10,40})$/]],
    markers: [
      // Every host of functions of the same make writes this line.
      {
        headers: { "x-nf-request-id": /./ },
        text: /TimeoutError: Task timed out after \d{1,4}\.\d{2} seconds/,
        word: "origin-slow",
        detail: "TimeoutError",
        weak: true,
      },
      { headers: { "x-nf-request-id": /./ }, body: /Inactivity Timeout/i, word: "origin-slow", weak: true },
      {
        headers: { "x-nf-request-id": /./ },
        text: /^\{"errorType":/,
        word: "no-valid-answer",
        detail: /"errorType":\s{0,4}"([\w.]{1,60})"/,
        weak: true,
      },
      {
        body: /This site was paused as it reached its usage limits/i,
        word: "switched-off",
        detail: "usage limits",
        weak: true,
      },
      { headers: { "x-nf-request-id": /./ }, word: "passed-on" },
      { headers: { server: /^Netlify$/i }, word: "passed-on" },
    ],
  },
  {
    name: "Alibaba Cloud Function Compute",
    side: "site",
    requestId: [["x-fc-request-id", /^([0-9a-z-]{16,60})$/i]],
    markers: [
      {
        headers: { "x-fc-error-type": /./ },
        word: { 500: "no-valid-answer", ...BY_STATUS },
        reason: ["x-fc-error-type", /^(\w{1,80})/],
      },
      { headers: { "x-fc-request-id": /./ }, word: "passed-on" },
    ],
  },
  {
    name: "PythonAnywhere",
    side: "site",
    markers: [
      {
        body: passage(/Something went wrong :-\(/i, 4_000, /\b50\d-backend\b/i),
        word: BY_STATUS,
        detail: /\b(50\d-backend)\b/,
        weak: true,
      },
    ],
  },
  {
    name: "Pantheon",
    side: "site",
    statusPage: "https://status.pantheon.io/",
    markers: [
      {
        body: /Pantheon - 502 Upstream Header Too Big/i,
        word: "origin-invalid",
        detail: "Upstream Header Too Big",
        weak: true,
      },
      { headers: { "x-pantheon-styx-hostname": /./ }, word: "passed-on" },
    ],
  },
]);

export const appHostsNotes: FamilyNotes = {
  id: "app-hosts",
  enough: true,
  entries: [
    { product: "Render", words: ["origin-down"], say: ["owner_render_server", "owner_render_log"] },
    { product: "Render", words: ["switched-off"], say: ["owner_render_suspended"] },
    { product: "Render", say: ["owner_render_log"] },
    { product: "Railway", say: ["owner_railway_port"] },
    { product: "Fly.io", say: ["owner_fly_logs", "owner_fly_status"] },
    { product: "Netlify", words: ["switched-off"], say: ["owner_netlify_usage"] },
    { product: "Netlify", detail: /./, say: ["owner_netlify_function"] },
    { product: "Alibaba Cloud Function Compute", say: ["owner_reported_reason"] },
    { product: "PythonAnywhere", say: ["owner_pythonanywhere_log"] },
    { product: "Pantheon", say: ["owner_pantheon_headers"] },
  ],
};
