import { createServer, type IncomingMessage, request as makeRequest, type ServerResponse } from "node:http";
import { createServer as createSecureServer, request as makeSecureRequest } from "node:https";
import { SHOP } from "../names.ts";
import { closeServer, LOOPBACK, listen } from "../ports.ts";
import { MAX_HEADER_BYTES } from "../upstream.ts";
import { type Gateway, type GatewaySetup, READ_TIMEOUT_SECONDS } from "./contract.ts";
import { startHttp2Front } from "./http2-front.ts";

/** What went wrong on the way to the upstream, in the words of RFC 9209 section 2.3. */
interface Trouble {
  readonly status: 502 | 504;
  readonly error:
    | "connection_refused"
    | "connection_terminated"
    | "http_protocol_error"
    | "http_response_timeout"
    | "tls_certificate_error"
    | "tls_protocol_error";
  readonly says: string;
}

/** How Node names a certificate that it does not take, and a handshake that failed. */
const BAD_CERTIFICATE = /^(?:CERT_|DEPTH_ZERO_|UNABLE_TO_|SELF_SIGNED_|ERR_TLS_CERT_)/;
const BAD_TLS = /^(?:ERR_SSL_|EPROTO$)/;

const TITLES = { 502: "Bad Gateway", 504: "Gateway Timeout" } as const;

function troubleOf(error: NodeJS.ErrnoException, timedOut: boolean): Trouble {
  if (timedOut) {
    return { status: 504, error: "http_response_timeout", says: "The site's server did not answer in time." };
  }
  if (error.code === "ECONNREFUSED") {
    return { status: 502, error: "connection_refused", says: "The site's server refused the connection." };
  }
  if (error.code !== undefined && (BAD_CERTIFICATE.test(error.code) || BAD_TLS.test(error.code))) {
    const word = BAD_CERTIFICATE.test(error.code) ? "tls_certificate_error" : "tls_protocol_error";
    return { status: 502, error: word, says: "There is no safe connection to the site's server." };
  }
  if (error.code?.startsWith("HPE_")) {
    return { status: 502, error: "http_protocol_error", says: "The site's server sent an invalid answer." };
  }
  return { status: 502, error: "connection_terminated", says: "The site's server closed the connection." };
}

function sendTrouble(response: ServerResponse, { status, error, says }: Trouble): void {
  const title = `${status} ${TITLES[status]}`;
  response.writeHead(status, { "content-type": "text/html", "proxy-status": `lab-gateway; error=${error}` });
  response.end(`<html><head><title>${title}</title></head><body><h1>${title}</h1><p>${says}</p></body></html>\n`);
}

type Upstream = Pick<GatewaySetup, "upstreamPort" | "patienceSeconds" | "originTrust">;

function forward(
  { upstreamPort, patienceSeconds = READ_TIMEOUT_SECONDS, originTrust }: Upstream,
  scheme: "http" | "https",
  request: IncomingMessage,
  response: ServerResponse,
) {
  let timedOut = false;
  const onward = (originTrust === undefined ? makeRequest : makeSecureRequest)({
    host: LOOPBACK,
    port: upstreamPort,
    ...(originTrust === undefined ? {} : { ca: originTrust, servername: SHOP }),
    method: request.method,
    path: request.url,
    headers: {
      ...request.headers,
      "x-forwarded-proto": scheme,
      "x-real-ip": request.socket.remoteAddress ?? "",
      via: "1.1 lab-gateway",
    },
    agent: false,
    timeout: patienceSeconds * 1000,
  });
  onward.on("timeout", () => {
    timedOut = true;
    onward.destroy();
  });
  onward.on("response", (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
    // What has begun cannot be taken back: the browser sees a truncated answer.
    answer.on("error", () => response.destroy());
  });
  onward.on("error", (error) => {
    if (response.headersSent) response.destroy();
    else sendTrouble(response, troubleOf(error, timedOut));
  });
  response.on("close", () => onward.destroy());
  request.pipe(onward);
}

/** A reverse proxy with honest error pages of its own, for machines without nginx. */
export async function startNodeGateway(setup: GatewaySetup): Promise<Gateway> {
  const { certificate, log, http2 = false } = setup;
  const handler = (scheme: "http" | "https") => (request: IncomingMessage, response: ServerResponse) => {
    response.on("close", () => log.note("gateway", scheme, request, response.headersSent ? response.statusCode : 499));
    forward(setup, scheme, request, response);
  };
  const { key, cert } = certificate;
  const plain = createServer({ maxHeaderSize: MAX_HEADER_BYTES }, handler("http"));
  const secure = createSecureServer({ key, cert, maxHeaderSize: MAX_HEADER_BYTES }, handler("https"));
  const [httpPort, httpsPort] = await Promise.all([listen(plain), listen(secure)]);
  const front = http2 ? await startHttp2Front(setup, httpPort) : null;
  const stop = async () => {
    await front?.stop();
    await Promise.all([closeServer(plain), closeServer(secure)]);
  };
  return { kind: "node", httpPort, httpsPort: front?.httpsPort ?? httpsPort, stop };
}
