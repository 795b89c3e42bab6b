import type { Entry } from "../../../../src/core/history/entry.ts";

export const NOW = Date.UTC(2026, 8, 23, 12);

export const entry = (parts: Partial<Entry> = {}): Entry => ({
  id: "incident-1",
  host: "shop.example",
  status: 502,
  since: NOW,
  until: NOW + 90_000,
  ended: "back",
  side: "server",
  cause: "origin-down",
  says: "It’s not you. shop.example is down.",
  marks: [],
  ...parts,
});
