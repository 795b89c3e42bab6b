import { startApache } from "./gateways/apache.ts";
import { startCaddy } from "./gateways/caddy.ts";
import type { Gateway, GatewayKind, GatewaySetup } from "./gateways/contract.ts";
import { startHaproxy } from "./gateways/haproxy.ts";
import { startNginx } from "./gateways/nginx.ts";
import { startNodeGateway } from "./gateways/node.ts";
import { findProgram } from "./gateways/program.ts";
import { startSquid } from "./gateways/squid.ts";
import { startVarnish } from "./gateways/varnish.ts";

const STARTS: Record<GatewayKind, (setup: GatewaySetup) => Promise<Gateway>> = {
  nginx: startNginx,
  apache: startApache,
  haproxy: startHaproxy,
  varnish: startVarnish,
  squid: startSquid,
  caddy: startCaddy,
  node: startNodeGateway,
};

/** Starts the gateway of this kind; without one nginx when it is installed, else a proxy in Node. */
export const startGateway = (setup: GatewaySetup, kind?: GatewayKind): Promise<Gateway> =>
  STARTS[kind ?? (findProgram("nginx") === null ? "node" : "nginx")](setup);
