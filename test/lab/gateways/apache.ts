import { freePorts } from "../ports.ts";
import { type Gateway, type GatewaySetup, READ_TIMEOUT_SECONDS } from "./contract.ts";
import { runProgram, withRetries } from "./program.ts";

const MODULES = ["mpm_event", "authz_core", "proxy", "proxy_http", "http2", "socache_shmcb", "ssl"];

/** Debian's folder; other systems keep their modules elsewhere and are not served. */
const MODULE_FOLDER = "/usr/lib/apache2/modules";

interface Settings {
  readonly httpPort: number;
  readonly httpsPort: number;
  readonly upstreamPort: number;
  readonly protocols: string;
  readonly patienceSeconds: number;
  readonly verifies: boolean;
}

/** What makes it verify the upstream's certificate. The name is that of the request, since the Host field is kept. */
const verifying = (folder: string): string => `
  SSLProxyEngine on
  SSLProxyVerify require
  SSLProxyCheckPeerName on
  SSLProxyCheckPeerExpire on
  SSLProxyCACertificateFile ${folder}/origin.pem`;

const config = (folder: string, settings: Settings): string => {
  const { httpPort, httpsPort, upstreamPort, protocols, patienceSeconds, verifies } = settings;
  const origin = verifies ? verifying(folder) : "";
  return `
ServerRoot ${folder}
DefaultRuntimeDir ${folder}
PidFile ${folder}/apache.pid
ErrorLog ${folder}/error.log
ServerName shop.example
Listen 127.0.0.1:${httpPort}
Listen 127.0.0.1:${httpsPort}
${MODULES.map((name) => `LoadModule ${name}_module ${MODULE_FOLDER}/mod_${name}.so`).join("\n")}
StartServers 1
MinSpareThreads 5
ThreadsPerChild 25
LimitRequestFieldSize 65536
ProxyPreserveHost On
# retry=0: a backend that failed once is asked again at once, as a balancer with health checks would.
ProxyPass / ${verifies ? "https" : "http"}://127.0.0.1:${upstreamPort}/ connectiontimeout=${patienceSeconds} timeout=${patienceSeconds} retry=0
<VirtualHost 127.0.0.1:${httpPort}>${origin}
</VirtualHost>
<VirtualHost 127.0.0.1:${httpsPort}>${origin}
  Protocols ${protocols}
  SSLEngine on
  SSLCertificateFile ${folder}/cert.pem
  SSLCertificateKeyFile ${folder}/key.pem
</VirtualHost>
`;
};

/** Apache httpd with mod_proxy, http and https. */
export const startApache = ({
  upstreamPort,
  certificate,
  http2 = false,
  patienceSeconds = READ_TIMEOUT_SECONDS,
  originTrust,
}: GatewaySetup): Promise<Gateway> =>
  withRetries(async () => {
    const [httpPort = 0, httpsPort = 0] = await freePorts(2);
    const settings = {
      httpPort,
      httpsPort,
      upstreamPort,
      protocols: http2 ? "h2 http/1.1" : "http/1.1",
      patienceSeconds,
      verifies: originTrust !== undefined,
    };
    const { stop } = await runProgram({
      name: "apache2",
      debian: "apache2-bin",
      files: (folder) => ({
        "apache.conf": config(folder, settings),
        "cert.pem": certificate.cert,
        "key.pem": certificate.key,
        ...(originTrust === undefined ? {} : { "origin.pem": originTrust }),
      }),
      args: (folder) => ["-d", folder, "-f", `${folder}/apache.conf`, "-DFOREGROUND"],
      ports: [httpPort, httpsPort],
    });
    return { kind: "apache", httpPort, httpsPort, stop };
  });
