import { BY_STATUS, family } from "./markers.ts";
import type { FamilyNotes } from "./note.ts";

const ngrok = (code: string) => new RegExp(`\\bERR_NGROK_${code}\\b`);

/** Ways from the internet to a developer's machine: the server is the one that listens there. */
export const tunnels = family("tunnels", () => [
  {
    name: "ngrok",
    side: "site",
    statusPage: "https://status.ngrok.com/",
    detail: /\b(ERR_NGROK_\d{1,5})\b/,
    markers: [
      { body: ngrok("(?:8012|3200)"), word: "origin-down" },
      { body: ngrok("3004"), word: "no-valid-answer" },
      // What the account's plan includes of bandwidth or requests is used up.
      { body: ngrok("72[567]"), word: "switched-off" },
      {
        headers: { "ngrok-error-code": ngrok("72[567]") },
        word: "switched-off",
        detail: ["ngrok-error-code", /^(ERR_NGROK_\d{1,5})$/],
        weak: true,
      },
      {
        headers: { "ngrok-error-code": ngrok("(?:8012|3200)") },
        word: "origin-down",
        detail: ["ngrok-error-code", /^(ERR_NGROK_\d{1,5})$/],
        weak: true,
      },
      {
        headers: { "ngrok-error-code": ngrok("\\d{1,5}") },
        word: BY_STATUS,
        detail: ["ngrok-error-code", /^(ERR_NGROK_\d{1,5})$/],
        weak: true,
      },
    ],
  },
  {
    name: "localtunnel",
    side: "site",
    markers: [{ body: /\b503 - Tunnel Unavailable\b/i, status: [503], word: "origin-down", weak: true }],
  },
  {
    name: "frp",
    side: "site",
    markers: [{ body: /Faithfully yours, frp\./i, word: "origin-down", weak: true }],
  },
]);

export const tunnelsNotes: FamilyNotes = {
  id: "tunnels",
  enough: true,
  entries: [
    { detail: /^ERR_NGROK_8012$/, say: ["owner_ngrok_local"] },
    { detail: /^ERR_NGROK_3200$/, say: ["owner_ngrok_agent"] },
    { words: ["switched-off"], say: ["owner_ngrok_plan"] },
    { detail: /^ERR_NGROK_/, say: ["owner_ngrok_code"] },
    { say: ["owner_tunnel_client"] },
  ],
};
