import { family } from "./markers.ts";
import type { FamilyNotes } from "./note.ts";

/** The codes (H10 and so on) stand in the owner's log only, unless the page was made to show one. */
const page = (name: string) => new RegExp(`herokucdn\\.com/error-pages/${name}\\.html`, "i");

export const heroku = family("heroku", () => [
  {
    name: "Heroku",
    side: "site",
    statusPage: "https://status.heroku.com/",
    requestId: [["x-request-id", /^([0-9a-f-]{36})$/]],
    markers: [
      { body: page("maintenance-mode"), word: "maintenance" },
      { body: page("no-such-app"), word: "misconfigured" },
      { headers: { "heroku-error": /^H\d\d/ }, word: "no-valid-answer", detail: ["heroku-error", /^(H\d\d)/] },
      // Crashed, not running or silent for 30 seconds: one page for all.
      { body: page("application-error"), word: { 502: "no-valid-answer", 503: "no-valid-answer", 504: "origin-slow" } },
      { headers: { via: /\b1\.1 (?:vegur|heroku-router)\b/i }, word: "passed-on" },
      { headers: { server: /^Heroku$/i }, word: "passed-on" },
    ],
  },
]);

export const herokuNotes: FamilyNotes = {
  id: "heroku",
  enough: true,
  entries: [
    { words: ["maintenance"], say: ["owner_heroku_maintenance"] },
    { words: ["misconfigured"], say: ["owner_heroku_domain"] },
    { detail: /^H\d\d$/, say: ["owner_heroku_code", "owner_heroku_dynos"] },
    { say: [["owner_heroku_log_by_id", "owner_heroku_log"], "owner_heroku_dynos"] },
  ],
};
