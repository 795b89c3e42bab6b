import { chromiumArgs, chromiumRules, firefoxPrefs, type LabPorts, portTable } from "./browser-settings.ts";
import { type Certificate, makeCertificate } from "./certificate.ts";
import { type Fault, type FaultId, faultOf } from "./faults.ts";
import { startGateway } from "./gateway.ts";
import { type Gateway, type GatewayKind, type GatewaySetup, READ_TIMEOUT_SECONDS } from "./gateways/contract.ts";
import { type OriginTls, startTlsOrigin } from "./origin-tls.ts";
import { closeServer, listen } from "./ports.ts";
import { RequestLog, type SeenRequest } from "./request-log.ts";
import { createSocksServer } from "./socks.ts";
import { serveSwitches } from "./switches.ts";
import { Upstream } from "./upstream.ts";
import { World } from "./world.ts";

/** A site that can be broken on demand, with the piece of internet around it, all on loopback. */
export interface Lab {
  readonly gateway: GatewayKind;
  readonly ports: LabPorts;
  /** The fault that is set now; `recover` at first. */
  readonly fault: Fault;
  /** Every request the lab has seen. */
  readonly requests: readonly SeenRequest[];
  /** For finer control: `world.statusPage` and `world.connectivity` may be assigned; `set` resets them. */
  readonly world: World;
  readonly upstream: Upstream;
  /** Value for Chromium's `--host-resolver-rules`. */
  readonly chromiumRules: string;
  /** All switches that Chromium needs, the rules among them. */
  readonly chromiumArgs: readonly string[];
  /** For Firefox, together with `acceptInsecureCerts: true`. */
  readonly firefoxPrefs: Record<string, string | number | boolean>;
  /** Ends the present fault and begins this one. */
  set(id: FaultId): Promise<Fault>;
  /** Waits for a request yet to come; rejects after `timeout` milliseconds (10 s unless told). */
  nextRequest(fits: (request: SeenRequest) => boolean, timeout?: number): Promise<SeenRequest>;
  clearRequests(): void;
  /** From now on nobody answers at the site's addresses: connections are refused. */
  stopGateway(): Promise<void>;
  /** Stops everything; nothing stays behind. May be called twice. */
  stop(): Promise<void>;
}

export interface LabOptions {
  /** Insists on one gateway; otherwise nginx when it is installed, else the proxy in Node. */
  readonly gateway?: GatewayKind;
  /** nginx and HAProxy: the gateway itself refuses all but the first request. */
  readonly limited?: boolean;
  /** HAProxy: one request at a time for the app, a queue for the others. */
  readonly queued?: boolean;
  /** The gateway offers browsers HTTP/2. */
  readonly http2?: boolean;
  /** A second gateway between the browser and the first, with twice the other's patience, or with half of it. */
  readonly front?: { readonly gateway: GatewayKind; readonly isPatient: boolean };
  /** The gateway speaks TLS to the app, verifies it, and meets this. */
  readonly originTls?: OriginTls;
  /** One made before, to save the time of making another. */
  readonly certificate?: Certificate;
}

interface Way {
  /** What the browser meets first. */
  readonly gateway: Gateway;
  stop(): Promise<void>;
}

/** Everything between the browser and the app: one gateway or two, and TLS in front of the app where it is asked for. */
async function startWay(
  { gateway: kind, limited = false, queued = false, http2 = false, front, originTls }: LabOptions,
  setup: Pick<GatewaySetup, "upstreamPort" | "certificate" | "log">,
): Promise<Way> {
  const origin = originTls === undefined ? null : await startTlsOrigin(originTls, setup.upstreamPort);
  const behind = origin === null ? setup : { ...setup, upstreamPort: origin.port, originTrust: origin.trust };
  const inner = await startGateway({ ...behind, limited, queued, http2: http2 && front === undefined }, kind);
  const patience = (factor: number) => ({ patienceSeconds: READ_TIMEOUT_SECONDS * factor });
  const outer =
    front === undefined
      ? null
      : await startGateway(
          { ...setup, upstreamPort: inner.httpPort, http2, ...patience(front.isPatient ? 2 : 0.5) },
          front.gateway,
        );
  const stop = async () => {
    await outer?.stop();
    await inner.stop();
    await origin?.stop();
  };
  return { gateway: outer ?? inner, stop };
}

/** Starts the lab on free ports. It also stops by itself on SIGINT and SIGTERM. */
export async function startLab(options: LabOptions = {}): Promise<Lab> {
  const log = new RequestLog();
  const certificate = options.certificate ?? (await makeCertificate());
  let fault = faultOf("recover");

  const upstream = new Upstream(log);
  const set = async (id: FaultId): Promise<Fault> => {
    fault = faultOf(id);
    world.statusPage = fault.statusPage;
    world.statusPageReady = Promise.resolve();
    world.connectivity = "online";
    await upstream.behave(fault.behaviour());
    return fault;
  };
  const world = new World(certificate, log, serveSwitches({ current: () => fault, set }));
  await Promise.all([upstream.start(), world.start()]);
  const way = await startWay(options, { upstreamPort: upstream.port, certificate, log });
  const { gateway } = way;

  const socks = createSocksServer((hostAndPort) => table.get(hostAndPort));
  const ports: LabPorts = {
    gatewayHttp: gateway.httpPort,
    gatewayHttps: gateway.httpsPort,
    worldHttp: world.httpPort,
    worldHttps: world.httpsPort,
    socks: await listen(socks),
  };
  const table = portTable(ports);
  const rules = chromiumRules(table);

  let gatewayStopping: Promise<void> | null = null;
  const stopGateway = (): Promise<void> => {
    gatewayStopping ??= way.stop();
    return gatewayStopping;
  };
  let stopping: Promise<unknown> | null = null;
  const stop = async () => {
    stopping ??= Promise.all([stopGateway(), world.stop(), upstream.stop(), closeServer(socks)]);
    await stopping;
    for (const signal of SIGNALS) process.off(signal, onSignal);
  };
  const onSignal = async (signal: NodeJS.Signals) => {
    await stop();
    // With the handler gone the signal does what it would have done without the lab.
    if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
  };
  for (const signal of SIGNALS) process.on(signal, onSignal);

  return {
    gateway: gateway.kind,
    ports,
    get fault() {
      return fault;
    },
    requests: log.all,
    world,
    upstream,
    chromiumRules: rules,
    chromiumArgs: chromiumArgs(rules, certificate.publicKeyHash),
    firefoxPrefs: firefoxPrefs(ports),
    set,
    nextRequest: (fits, timeout) => log.next(fits, timeout),
    clearRequests: () => log.clear(),
    stopGateway,
    stop,
  };
}

const SIGNALS = ["SIGINT", "SIGTERM"] as const;
