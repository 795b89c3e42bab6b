import { freePorts } from "../ports.ts";
import { type Gateway, type GatewaySetup, READ_TIMEOUT_SECONDS } from "./contract.ts";
import { runProgram, withRetries } from "./program.ts";

const MODULES = ["mpm_event", "authz_core", "proxy", "proxy_http", "socache_shmcb", "ssl"];

/** Debian's folder; other systems keep their modules elsewhere and are not served. */
const MODULE_FOLDER = "/usr/lib/apache2/modules";

const config = (folder: string, httpPort: number, httpsPort: number, upstreamPort: number): string => `
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
ProxyPass / http://127.0.0.1:${upstreamPort}/ connectiontimeout=${READ_TIMEOUT_SECONDS} timeout=${READ_TIMEOUT_SECONDS} retry=0
<VirtualHost 127.0.0.1:${httpPort}>
</VirtualHost>
<VirtualHost 127.0.0.1:${httpsPort}>
  SSLEngine on
  SSLCertificateFile ${folder}/cert.pem
  SSLCertificateKeyFile ${folder}/key.pem
</VirtualHost>
`;

/** Apache httpd with mod_proxy, http and https. */
export const startApache = ({ upstreamPort, certificate }: GatewaySetup): Promise<Gateway> =>
  withRetries(async () => {
    const [httpPort = 0, httpsPort = 0] = await freePorts(2);
    const { stop } = await runProgram({
      name: "apache2",
      debian: "apache2-bin",
      files: (folder) => ({
        "apache.conf": config(folder, httpPort, httpsPort, upstreamPort),
        "cert.pem": certificate.cert,
        "key.pem": certificate.key,
      }),
      args: (folder) => ["-d", folder, "-f", `${folder}/apache.conf`, "-DFOREGROUND"],
      ports: [httpPort, httpsPort],
    });
    return { kind: "apache", httpPort, httpsPort, stop };
  });
