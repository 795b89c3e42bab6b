import { COOKIE_LIMIT_BYTES, ORIGIN, reacting } from "../faults.ts";
import type { GatewayKind } from "../gateways/contract.ts";
import type { StatusPageState } from "../status-page.ts";
import { killed } from "./behaviours.ts";
import type { Draft } from "./scenario.ts";
import { DOWN, yours } from "./truths.ts";

type Row = readonly [statusPage: StatusPageState, program: GatewayKind, says: string];

/** Each of them beside an outage and beside a fault of the user's, which a status page cannot know. */
const ROWS: readonly Row[] = [
  ["open-incident-green", "nginx", "an open incident above components that are all green"],
  ["forgotten-incident", "squid", "a grave incident of three months ago that nobody closed"],
  ["major-outage", "apache", "a major outage"],
  ["maintenance", "caddy", "a maintenance"],
  ["html", "varnish", "nothing that a program can read"],
  ["forbidden", "nginx", "that it may not be read"],
  ["never-ending", "node", "one byte, and then nothing"],
];

/** What the status page says meanwhile: beside a dead site, and beside cookies of the user's that are too big. */
export const STATUS_PAGES: readonly Draft[] = ROWS.flatMap(([statusPage, program, says]): readonly Draft[] => [
  {
    id: `status-page-${statusPage}-site-down`,
    gateway: program,
    fault: `dead, and the status page says ${says}`,
    truth: DOWN,
    staging: { program, http2: true, url: `${ORIGIN}/cart`, behaviour: killed, statusPage },
  },
  {
    id: `status-page-${statusPage}-cookies`,
    gateway: program,
    fault: `cookies beyond the app's limit, and the status page says ${says}`,
    truth: yours("cookies"),
    twin: `status-page-${statusPage}-site-down`,
    staging: {
      program,
      http2: true,
      url: `${ORIGIN}/cart`,
      prepareUrl: `${ORIGIN}/-/prepare/oversized-cookie`,
      behaviour: () => reacting(({ cookie }) => (Buffer.byteLength(cookie) > COOKIE_LIMIT_BYTES ? "drop" : "serve")),
      statusPage,
    },
  },
]);
