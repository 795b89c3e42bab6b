import { once } from "node:events";
import { createServer } from "node:http";
import { connect } from "node:tls";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { SHOP } from "../../lab/names.ts";
import { ORIGIN_TLS, type OriginTls, startTlsOrigin, type TlsOrigin } from "../../lab/origin-tls.ts";
import { closeServer, LOOPBACK, listen } from "../../lab/ports.ts";

const codeOf = (error: unknown): string => (error instanceof Error && "code" in error ? String(error.code) : "no code");

/** What a client meets that speaks TLS to this origin, under the shop's name, and trusts what it is told to. */
async function meets({ port, trust }: TlsOrigin): Promise<string> {
  const socket = connect({ host: LOOPBACK, port, ca: trust, servername: SHOP });
  const failed = once(socket, "error").then(([error]) => codeOf(error));
  const met = await Promise.race([once(socket, "secureConnect").then(() => "sound"), failed]);
  socket.destroy();
  return met;
}

const EXPECTED: Record<OriginTls, RegExp> = {
  sound: /^sound$/,
  expired: /^CERT_HAS_EXPIRED$/,
  "wrong-name": /^ERR_TLS_CERT_ALTNAME_INVALID$/,
  "unknown-authority": /^DEPTH_ZERO_SELF_SIGNED_CERT$/,
  "handshake-refused": /^ERR_SSL_\w*HANDSHAKE_FAILURE$/,
  "plain-port": /^ERR_SSL_(?:WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG)$/,
};

describe("TLS between a gateway and the lab's app", () => {
  const app = createServer((_, response) => response.end("the app"));
  let appPort = 0;
  beforeEach(async () => {
    appPort = await listen(app);
  });
  afterEach(() => closeServer(app));

  it.each(ORIGIN_TLS)("is %s as a client that verifies it meets it", async (fault) => {
    const origin = await startTlsOrigin(fault, appPort);
    try {
      expect(await meets(origin)).toMatch(EXPECTED[fault]);
    } finally {
      await origin.stop();
    }
  });
});
