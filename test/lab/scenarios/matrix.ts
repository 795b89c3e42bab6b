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

const cell = (program: GatewayKind, column: number, { fault, behaviour, truth }: Row, row: number): Draft => ({
  id: `${program}-${fault}`,
  gateway: program,
  fault,
  truth,
  staging: { program, url: `${originFor(row, column)}/cart`, behaviour },
});

/** Each gateway with each way in which what stands behind it can fail. */
export const MATRIX: readonly Draft[] = GATEWAY_KINDS.flatMap((program, column) =>
  ROWS.map((row, index) => cell(program, column, row, index)),
);
