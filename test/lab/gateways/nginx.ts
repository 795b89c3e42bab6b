import { createSocket, type Socket } from "node:dgram";
import { once } from "node:events";
import { freePorts, LOOPBACK } from "../ports.ts";
import type { RequestLog } from "../request-log.ts";
import { type Gateway, type GatewaySetup, READ_TIMEOUT_SECONDS } from "./contract.ts";
import { nginxConfig, parseAccessLine } from "./nginx-config.ts";
import { runProgram, withRetries } from "./program.ts";

/** A real nginx, http and https. It tells the lab of every request. */
export const startNginx = ({
  upstreamPort,
  certificate,
  log,
  limited = false,
  http2 = false,
  patienceSeconds = READ_TIMEOUT_SECONDS,
  originTrust,
}: GatewaySetup): Promise<Gateway> =>
  withRetries(async () => {
    const [httpPort = 0, httpsPort = 0] = await freePorts(2);
    const logSocket = await receiveLog(log);
    const settings = {
      httpPort,
      httpsPort,
      upstreamPort,
      logPort: logSocket.address().port,
      readTimeoutSeconds: patienceSeconds,
      limited,
      http2,
      verifies: originTrust !== undefined,
    };
    try {
      const program = await runProgram({
        name: "nginx",
        debian: "nginx-light",
        files: () => ({
          "nginx.conf": nginxConfig(settings),
          "key.pem": certificate.key,
          "cert.pem": certificate.cert,
          ...(originTrust === undefined ? {} : { "origin.pem": originTrust }),
        }),
        // -e as well: before it reads the configuration nginx opens the log it was built with, which only root may.
        args: (folder) => ["-p", folder, "-e", "stderr", "-c", "nginx.conf", "-g", "daemon off;"],
        ports: [httpPort, httpsPort],
      });
      const stop = async () => {
        await program.stop();
        logSocket.close();
      };
      return { kind: "nginx", httpPort, httpsPort, stop };
    } catch (error) {
      logSocket.close();
      throw error;
    }
  });

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
