import { GATEWAY_NAMES, WORLD_NAMES } from "./names.ts";

/** Where each part of the lab listens. */
export interface LabPorts {
  readonly gatewayHttp: number;
  readonly gatewayHttps: number;
  readonly worldHttp: number;
  readonly worldHttps: number;
  readonly socks: number;
}

/** Which port of loopback answers for `name:80` and `name:443`. */
export function portTable(ports: LabPorts): ReadonlyMap<string, number> {
  return new Map<string, number>([
    ...GATEWAY_NAMES.flatMap(
      (name): Array<[string, number]> => [
        [`${name}:80`, ports.gatewayHttp],
        [`${name}:443`, ports.gatewayHttps],
      ],
    ),
    ...WORLD_NAMES.flatMap(
      (name): Array<[string, number]> => [
        [`${name}:80`, ports.worldHttp],
        [`${name}:443`, ports.worldHttps],
      ],
    ),
  ]);
}

/** Value for Chromium's `--host-resolver-rules`: names without ports work, and nothing leaves the machine. */
export function chromiumRules(table: ReadonlyMap<string, number>): string {
  const rules = [...table].map(([hostAndPort, port]) => `MAP ${hostAndPort} 127.0.0.1:${port}`);
  return [...rules, "MAP * ~NOTFOUND", "EXCLUDE 127.0.0.1", "EXCLUDE localhost"].join(", ");
}

/**
 * Switches that make Chromium see the lab. The certificate is trusted by its key, as if it were a real
 * one: with `--ignore-certificate-errors` it would stay an error, and Chromium caches nothing then.
 */
export function chromiumArgs(rules: string, publicKeyHash: string): string[] {
  return [
    `--host-resolver-rules=${rules}`,
    `--ignore-certificate-errors-spki-list=${publicKeyHash}`,
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-quic",
    "--no-proxy-server",
    // Chromium's sandbox does not start as root.
    ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
  ];
}

/** The same switches for a browser in which somebody has set a forward proxy. Chromium never asks it for loopback. */
export const behindProxy = (args: readonly string[], port: number, past: readonly string[]): string[] => [
  ...args.filter((arg) => arg !== "--no-proxy-server"),
  `--proxy-server=http://127.0.0.1:${port}`,
  ...(past.length > 0 ? [`--proxy-bypass-list=${past.join(";")}`] : []),
];

/** Preferences that make Firefox see the lab; launch it with `acceptInsecureCerts: true` as well. */
export function firefoxPrefs(ports: LabPorts): Record<string, string | number | boolean> {
  return {
    "network.proxy.type": 1,
    "network.proxy.socks": "127.0.0.1",
    "network.proxy.socks_port": ports.socks,
    "network.proxy.socks_version": 5,
    "network.proxy.socks_remote_dns": true,
    "network.proxy.failover_direct": false,
    "network.trr.mode": 5,
    // Google's names are pinned to Google's keys.
    "security.cert_pinning.enforcement_level": 0,
  };
}
