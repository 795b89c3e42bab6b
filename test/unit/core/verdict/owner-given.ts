import type { GatewayWord } from "../../../../src/core/gateways/gateway.ts";
import type { NoteFacts } from "../../../../src/core/gateways/note.ts";

/** nginx's 502 page for a dead server, with nothing else known. */
export const GIVEN: NoteFacts = {
  cause: "origin-down",
  alternatives: ["origin-invalid"],
  family: "nginx",
  product: "nginx",
  word: "no-valid-answer",
  detail: null,
  status: 502,
  since: Date.UTC(2026, 10, 20, 14, 2, 11),
  requestId: null,
  waited: null,
};

/** No gateway is recognised. */
export const NOBODY = { family: null, product: null, word: null } as const;

const ALL_WORDS = {
  "origin-down": true,
  "origin-slow": true,
  "origin-invalid": true,
  "no-valid-answer": true,
  unreached: true,
  "name-not-found": true,
  overload: true,
  "switched-off": true,
  unavailable: true,
  maintenance: true,
  misconfigured: true,
  "gateway-fault": true,
  "own-upstream-dead": true,
  blocked: true,
  "passed-on": true,
} satisfies Record<GatewayWord, true>;

export const WORDS = Object.keys(ALL_WORDS) as GatewayWord[];
