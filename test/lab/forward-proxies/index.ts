import type { ForwardProxy, ForwardProxyPlan, ForwardProxySetup } from "./forward-proxy.ts";
import { startNodeForwardProxy } from "./node.ts";
import { startSquidForwardProxy } from "./squid.ts";

/** Starts the forward proxy that a scenario asks for. */
export const startForwardProxy = (
  { kind, wayOut }: ForwardProxyPlan,
  setup: ForwardProxySetup,
): Promise<ForwardProxy> =>
  kind === "squid" ? startSquidForwardProxy(wayOut) : startNodeForwardProxy(kind, wayOut, setup);
