import * as v from "valibot";
import type { SeenRequest } from "../request-log.ts";

export interface NginxSettings {
  readonly httpPort: number;
  readonly httpsPort: number;
  readonly upstreamPort: number;
  /** Where the lab listens for the access log, over UDP. */
  readonly logPort: number;
  readonly readTimeoutSeconds: number;
  /** One request a minute for all together; everything beyond is refused with nginx's own 503. */
  readonly limited: boolean;
  /** Offers browsers HTTP/2. */
  readonly http2: boolean;
  /** Speaks TLS to the upstream and trusts `origin.pem` alone. */
  readonly verifies: boolean;
}

/** What makes it verify the upstream's certificate; without it nginx takes any. */
const VERIFYING = `
      proxy_ssl_verify on;
      proxy_ssl_trusted_certificate origin.pem;
      proxy_ssl_name shop.example;
      proxy_ssl_server_name on;`;

/**
 * The configuration of the shop's gateway: as plain as a distribution's own, with room for 64 KB header
 * fields so that big cookies break the app and not the gateway, and error pages left to whoever wrote them.
 * The access log goes to the lab as syslog datagrams, each with one JSON object.
 */
export function nginxConfig(settings: NginxSettings): string {
  const { httpPort, httpsPort, upstreamPort, logPort, readTimeoutSeconds, limited, http2, verifies } = settings;
  return `
worker_processes 1;
pid nginx.pid;
error_log stderr warn;
events { worker_connections 512; }
http {
  client_body_temp_path client_body;
  proxy_temp_path proxy;
  fastcgi_temp_path fastcgi;
  uwsgi_temp_path uwsgi;
  scgi_temp_path scgi;
  log_format seen escape=json '{"ended":$msec,"took":$request_time,"scheme":"$scheme","host":"$host","method":"$request_method",'
    '"path":"$request_uri","cookie":"$http_cookie","mode":"$http_sec_fetch_mode","userAgent":"$http_user_agent","status":$status}';
  access_log syslog:server=127.0.0.1:${logPort},nohostname,tag=lab seen;
  large_client_header_buffers 8 64k;
  keepalive_timeout 30s;
  ${limited ? "limit_req_zone $server_name zone=all:1m rate=1r/m;" : ""}
  server {
    listen 127.0.0.1:${httpPort};
    listen 127.0.0.1:${httpsPort} ssl${http2 ? " http2" : ""};
    server_name shop.example;
    ssl_certificate cert.pem;
    ssl_certificate_key key.pem;
    location / {
      ${limited ? "limit_req zone=all;" : ""}
      proxy_pass ${verifies ? "https" : "http"}://127.0.0.1:${upstreamPort};${verifies ? VERIFYING : ""}
      proxy_http_version 1.1;
      proxy_set_header Host $host;
      proxy_set_header X-Forwarded-Proto $scheme;
      proxy_set_header X-Real-IP $remote_addr;
      proxy_connect_timeout ${readTimeoutSeconds}s;
      proxy_read_timeout ${readTimeoutSeconds}s;
      proxy_intercept_errors off;
      proxy_buffer_size 64k;
      proxy_buffers 8 64k;
      proxy_busy_buffers_size 128k;
    }
  }
}
`;
}

const lineSchema = v.object({
  ended: v.number(),
  took: v.number(),
  scheme: v.picklist(["http", "https"]),
  host: v.string(),
  method: v.string(),
  path: v.string(),
  cookie: v.string(),
  mode: v.string(),
  userAgent: v.string(),
  status: v.number(),
});

/** Reads one datagram of the access log; null for anything else, and for connections that asked nothing. */
export function parseAccessLine(datagram: string): SeenRequest | null {
  let raw: unknown;
  try {
    raw = JSON.parse(datagram.slice(datagram.indexOf("{")));
  } catch {
    return null;
  }
  const parsed = v.safeParse(lineSchema, raw);
  if (!parsed.success || parsed.output.method === "") return null;
  const { ended, took, ...rest } = parsed.output;
  return { ...rest, at: Math.round((ended - took) * 1000), by: "gateway" };
}
