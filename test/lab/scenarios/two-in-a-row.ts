import { MAINTENANCE, ORIGIN, reacting, type Truth } from "../faults.ts";
import type { GatewayKind } from "../gateways/contract.ts";
import { SHOP } from "../names.ts";
import type { Behaviour } from "../upstream.ts";
import { killed, saying } from "./behaviours.ts";
import type { Draft } from "./scenario.ts";
import { DOWN, SLOW, theirs } from "./truths.ts";

/** Who stands in front, and who behind: pairs that operators build, so that each program is met in both places. */
const PAIRS: readonly (readonly [front: GatewayKind, behind: GatewayKind])[] = [
  ["nginx", "haproxy"],
  ["haproxy", "nginx"],
  ["varnish", "apache"],
  ["nginx", "varnish"],
  ["caddy", "squid"],
  ["haproxy", "varnish"],
  ["squid", "apache"],
  ["apache", "caddy"],
  ["node", "nginx"],
];

interface Row {
  readonly fault: string;
  readonly says: string;
  readonly behaviour: () => Behaviour;
  readonly truth: Truth;
  readonly isPatient: boolean;
}

const ROWS: readonly Row[] = [
  {
    fault: "killed",
    says: "the app is dead; the inner one writes the page, the outer one passes it on",
    behaviour: killed,
    truth: DOWN,
    isPatient: true,
  },
  {
    fault: "impatient",
    says: "the app hangs; the outer one gives up while the inner one still waits",
    behaviour: () => reacting(() => "hang"),
    truth: SLOW,
    isPatient: false,
  },
  {
    fault: "maintenance",
    says: "the app announces maintenance; both pass it on",
    behaviour: saying(MAINTENANCE),
    truth: theirs("maintenance"),
    isPatient: true,
  },
];

/** Every fourth over plain http, where neither of the two is proven to stand on the site's side. */
const isPlain = (pair: number, row: number): boolean => (pair + row) % 4 === 3;

/** Two gateways in a row: the one that the browser meets need not be the one that writes the page. */
export const TWO_IN_A_ROW: readonly Draft[] = PAIRS.flatMap(([front, behind], pair) =>
  ROWS.map(
    ({ fault, says, behaviour, truth, isPatient }, row): Draft => ({
      id: `${front}-before-${behind}-${fault}`,
      gateway: isPatient ? behind : front,
      fault: says,
      truth,
      staging: {
        program: behind,
        front: { gateway: front, isPatient },
        ...(isPlain(pair, row) ? { url: `http://${SHOP}/cart` } : { http2: true, url: `${ORIGIN}/cart` }),
        behaviour,
      },
    }),
  ),
);
