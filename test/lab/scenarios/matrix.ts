import { MAINTENANCE, ORIGIN, reacting, type Truth } from "../faults.ts";
import { GATEWAY_KINDS, type GatewayKind } from "../gateways/contract.ts";
import { SHOP } from "../names.ts";
import type { Behaviour } from "../upstream.ts";
import { html, killed, saying } from "./behaviours.ts";
import type { Draft } from "./scenario.ts";

/** What an app says that serves so many a second and no more, to everybody alike. */
const LIMITED = html(503, "Too many requests", "The shop takes no more requests at the moment.", {
  "retry-after": "30",
});

interface Row {
  readonly fault: string;
  readonly behaviour: () => Behaviour;
  readonly truth: Truth;
}

/** Refused, broken and cut answers look the same behind most gateways: naming both causes is right. */
const ROWS: readonly Row[] = [
  {
    fault: "killed",
    behaviour: killed,
    truth: { side: "server", cause: "origin-down", alsoAccept: ["origin-invalid"] },
  },
  {
    fault: "hung",
    behaviour: () => reacting(() => "hang"),
    truth: { side: "server", cause: "origin-slow", alsoAccept: ["origin-down", "origin-invalid"] },
  },
  {
    fault: "slow",
    behaviour: () => reacting(() => "slow"),
    truth: { side: "server", cause: "origin-slow", alsoAccept: ["origin-down", "origin-invalid"] },
  },
  {
    fault: "garbage",
    behaviour: () => reacting(() => "garbage"),
    truth: { side: "server", cause: "origin-invalid", alsoAccept: ["origin-down"] },
  },
  {
    fault: "truncated",
    behaviour: () => reacting(() => "truncate"),
    truth: { side: "server", cause: "origin-invalid", alsoAccept: ["origin-down"] },
  },
  { fault: "maintenance", behaviour: saying(MAINTENANCE), truth: { side: "server", cause: "maintenance" } },
  {
    fault: "rate-limit",
    behaviour: saying(LIMITED),
    truth: { side: "server", cause: "overload", alsoAccept: ["maintenance"] },
  },
];

/** Every other cell over plain http, so that each gateway and each fault is met both ways. */
const originFor = (row: number, column: number): string => ((row + column) % 2 === 0 ? ORIGIN : `http://${SHOP}`);

/** The same cell over https with HTTP/2, as most of the web is met today. */
const overHttp2 = (program: GatewayKind, { fault, behaviour, truth }: Row): Draft => ({
  id: `${program}-${fault}-h2`,
  gateway: program,
  fault: `${fault}, over HTTP/2`,
  truth,
  staging: { program, http2: true, url: `${ORIGIN}/cart`, behaviour },
});

/** Caddy always speaks HTTP/2 over https: there the cell would be played twice. */
const isAlreadyThere = (program: GatewayKind, row: number, column: number): boolean =>
  program === "caddy" && originFor(row, column) === ORIGIN;

/**
 * Over HTTP/2 HAProxy sends no page for an app that cuts the connection: it closes the stream, so that the browser asks
 * again. Measured with 2.6.
 */
const isWithoutPage = (program: GatewayKind, { fault }: Row): boolean => program === "haproxy" && fault === "truncated";

const cell = (program: GatewayKind, column: number, { fault, behaviour, truth }: Row, row: number): Draft => ({
  id: `${program}-${fault}`,
  gateway: program,
  fault,
  truth,
  staging: { program, url: `${originFor(row, column)}/cart`, behaviour },
});

/** The matrix over HTTP/2. */
export const MATRIX_OVER_HTTP2: readonly Draft[] = GATEWAY_KINDS.flatMap((program, column) =>
  ROWS.flatMap((row, index) =>
    isAlreadyThere(program, index, column) || isWithoutPage(program, row) ? [] : [overHttp2(program, row)],
  ),
);

/** Each gateway with each way in which what stands behind it can fail. */
export const MATRIX: readonly Draft[] = GATEWAY_KINDS.flatMap((program, column) =>
  ROWS.map((row, index) => cell(program, column, row, index)),
);
