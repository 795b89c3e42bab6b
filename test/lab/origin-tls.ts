import { createServer as createPlainServer } from "node:net";
import { type Certificate, makeCertificate } from "./certificate.ts";
import { startTlsFront } from "./gateways/tls-front.ts";
import { OTHER, SHOP } from "./names.ts";
import { closeServer, listen } from "./ports.ts";

/** What can be wrong with TLS between a gateway and the site's server; `sound`: nothing. */
export const ORIGIN_TLS = [
  "sound",
  "expired",
  "wrong-name",
  "unknown-authority",
  "handshake-refused",
  "plain-port",
] as const;

export type OriginTls = (typeof ORIGIN_TLS)[number];

/** The server's end of such a connection. */
export interface TlsOrigin {
  readonly port: number;
  /** The certificate that the gateway is told to trust (PEM). */
  readonly trust: string;
  stop(): Promise<void>;
}

/** A fatal alert 40, `handshake_failure` (RFC 8446 section 6.2), in a record of TLS 1.2. */
const HANDSHAKE_FAILURE = Buffer.from([0x15, 0x03, 0x03, 0x00, 0x02, 0x02, 0x28]);

async function startRefuser(): Promise<Omit<TlsOrigin, "trust">> {
  const server = createPlainServer((socket) => {
    socket.on("error", () => socket.destroy()).once("data", () => socket.end(HANDSHAKE_FAILURE));
  });
  return { port: await listen(server), stop: () => closeServer(server) };
}

async function startFront(certificate: Certificate, appPort: number): Promise<Omit<TlsOrigin, "trust">> {
  const { httpsPort, stop } = await startTlsFront(certificate, appPort);
  return { port: httpsPort, stop };
}

/** Puts TLS in front of the app, with this fault in it. */
export async function startTlsOrigin(fault: OriginTls, appPort: number): Promise<TlsOrigin> {
  const sound = await makeCertificate({ names: [SHOP] });
  const trusting = async (certificate: Certificate): Promise<TlsOrigin> => ({
    ...(await startFront(certificate, appPort)),
    trust: certificate.cert,
  });
  switch (fault) {
    case "sound":
      return trusting(sound);
    case "expired":
      return trusting(await makeCertificate({ names: [SHOP], endsInDays: -2 }));
    case "wrong-name":
      return trusting(await makeCertificate({ names: [OTHER] }));
    case "unknown-authority":
      return { ...(await startFront(await makeCertificate({ names: [SHOP] }), appPort)), trust: sound.cert };
    case "handshake-refused":
      return { ...(await startRefuser()), trust: sound.cert };
    case "plain-port":
      return { port: appPort, trust: sound.cert, stop: async () => {} };
  }
}
