import { type ChildProcess, spawn } from "node:child_process";
import { createSocket, type Socket } from "node:dgram";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { type Gateway, type GatewaySetup, READ_TIMEOUT_SECONDS } from "./gateway-contract.ts";
import { nginxConfig, parseAccessLine } from "./nginx-config.ts";
import { accepts, freePorts, LOOPBACK } from "./ports.ts";
import type { RequestLog } from "./request-log.ts";

/** Another program may take a port between finding and using it. */
const ATTEMPTS = 3;

/** Starts a real nginx with a folder of its own, on free ports of loopback; needs no rights. */
export async function startNginx(binary: string, setup: GatewaySetup): Promise<Gateway> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await startOnce(binary, setup);
    } catch (error) {
      if (attempt === ATTEMPTS) throw error;
    }
  }
}

async function startOnce(binary: string, { upstreamPort, certificate, log }: GatewaySetup): Promise<Gateway> {
  const folder = mkdtempSync(join(tmpdir(), "faultline-nginx-"));
  const [httpPort = 0, httpsPort = 0] = await freePorts(2);
  const logSocket = await receiveLog(log);
  writeFileSync(join(folder, "key.pem"), certificate.key, { mode: 0o600 });
  writeFileSync(join(folder, "cert.pem"), certificate.cert);
  writeFileSync(
    join(folder, "nginx.conf"),
    nginxConfig({
      httpPort,
      httpsPort,
      upstreamPort,
      logPort: logSocket.address().port,
      readTimeoutSeconds: READ_TIMEOUT_SECONDS,
    }),
  );

  // -e as well: before it reads the configuration nginx opens the log it was built with, which only root may.
  const child = spawn(binary, ["-p", folder, "-e", "stderr", "-c", "nginx.conf", "-g", "daemon off;"], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    said = (said + text).slice(-2000);
  });

  // The process may end without the lab being asked to stop: nginx must not outlive it.
  const abandon = () => {
    child.kill("SIGTERM");
    rmSync(folder, { recursive: true, force: true });
  };
  process.once("exit", abandon);
  const stop = async () => {
    process.off("exit", abandon);
    if (isRunning(child)) {
      child.kill("SIGTERM");
      await once(child, "exit");
    }
    logSocket.close();
    rmSync(folder, { recursive: true, force: true });
  };

  let broken: Error | null = null;
  child.once("error", (error) => {
    broken = error;
  });
  while (!((await accepts(httpPort)) && (await accepts(httpsPort)))) {
    if (broken !== null || !isRunning(child)) {
      await stop();
      throw new Error(`nginx did not start: ${broken ?? said}`);
    }
    await delay(20);
  }
  return { kind: "nginx", httpPort, httpsPort, stop };
}

/** Takes in the access log. Datagrams, since nginx cannot open the socket that Node gives a child as its output. */
async function receiveLog(log: RequestLog): Promise<Socket> {
  const socket = createSocket("udp4");
  socket.on("message", (datagram) => {
    const seen = parseAccessLine(datagram.toString("utf8"));
    if (seen !== null) log.add(seen);
  });
  socket.bind(0, LOOPBACK);
  await once(socket, "listening");
  return socket;
}

const isRunning = (child: ChildProcess): boolean =>
  child.pid !== undefined && child.exitCode === null && child.signalCode === null;
