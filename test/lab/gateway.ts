import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import type { Gateway, GatewayKind, GatewaySetup } from "./gateway-contract.ts";
import { startNginx } from "./gateway-nginx.ts";
import { startNodeGateway } from "./gateway-node.ts";

/** Path of an installed nginx, or null. Debian keeps it where only root's PATH looks. */
export function findNginx(): string | null {
  const folders = [...(process.env.PATH ?? "").split(delimiter), "/usr/sbin", "/usr/local/sbin", "/opt/homebrew/bin"];
  return folders.map((folder) => join(folder, "nginx")).find((path) => existsSync(path)) ?? null;
}

/** Starts nginx when it is installed, else a proxy in Node; `kind` insists on one of them. */
export async function startGateway(setup: GatewaySetup, kind?: GatewayKind): Promise<Gateway> {
  const nginx = kind === "node" ? null : findNginx();
  if (nginx !== null) return startNginx(nginx, setup);
  if (kind === "nginx") throw new Error("nginx is not installed (Debian: apt-get install nginx-light)");
  return startNodeGateway(setup);
}
