import { nginxPage, type Row, sample, varnishPage } from "./samples.ts";

const atsPage = (title: string): string =>
  `<html>\n<head>\n<title>${title}</title>\n</head>\n<body>\n<h1>${title}</h1>\n<hr>\nDescription: x.\n</body>\n</html>`;
const fastlyPage = (reason: string): string => varnishPage(reason, "Guru Mediation");
/** As it has been since 2024: a number stands where the misspelt heading did. */
const numberedFastlyPage = (reason: string): string =>
  `<html>\n  <head>\n    <title>503 ${reason}</title>\n  </head>\n  <body>\n    <h1>Error 503 ${reason}</h1>\n    <p>${reason}</p>\n    <h3>Error 54113</h3>\n    <p>Details: cache-muc-eddf1234567-MUC 1733000000 4100200300</p>\n    <hr>\n    <p>Varnish cache server</p>\n  </body>\n</html>`;
const akamaiSays = (reason: string): string =>
  `<H1>Service Unavailable - ${reason}</H1>${akamaiPage("11.2d351ab8.1557333295.a4e16ab")}`;
const akamaiPage = (reference: string): string =>
  `<HTML><HEAD><TITLE>Error</TITLE></HEAD><BODY>An error occurred.<P>Reference&#32;&#35;${reference.replaceAll(".", "&#46;")}<P>https&#58;&#47;&#47;errors.edgesuite.net/${reference}</BODY></HTML>`;
const edgeOnePage = (code: number): string =>
  `<html>\n<head><title>${code}</title></head>\n<body>\n<center><h1>${code}</h1></center>\n<hr><center>TencentEdgeOne</center>\n</body>\n</html>`;
const incapsulaPage = (edet: number): string =>
  `<html><body><iframe src="/_Incapsula_Resource?CWUDNSAI=9&xinfo=1-2-0&incident_id=123000450067890123-45678901234&edet=${edet}&cinfo=ff">Request unsuccessful. Incapsula incident ID: 123000450067890123-45678901234</iframe></body></html>`;
const herokuPage = (name: string): string =>
  `<!DOCTYPE html><html><head><title>Application Error</title></head><body><iframe src="//www.herokucdn.com/error-pages/${name}.html"></iframe></body></html>`;
const googlePage = (sentence: string): string =>
  `<html><head><title>502 Server Error</title></head><body text=#000000 bgcolor=#ffffff><h1>Error: Server Error</h1><h2>${sentence}</h2></body></html>`;
const vercelPage = (code: string): string =>
  `504: GATEWAY_TIMEOUT\nCode: ${code}\nID: hnd1::fs8k9-1700000000000-0123456789ab`;

/** Family, word, sample: site-side products. Each page is matched by its own family alone. */
export const SITE_SIDE: readonly Row[] = [
  [
    "nginx",
    "no-valid-answer",
    "OpenResty's page",
    sample(502, nginxPage("502 Bad Gateway", "<hr><center>openresty</center>\r\n")),
  ],
  ["nginx", "passed-on", "a page behind OpenResty", sample(502, "<h1>ours</h1>", { server: "openresty/1.25.3.1" })],
  [
    "nginx",
    "unavailable",
    "Tengine's page",
    sample(503, nginxPage("503", "<hr/>Powered by Tengine<hr><center>tengine</center>")),
  ],
  [
    "nginx",
    "no-valid-answer",
    "Application Gateway v2's page",
    sample(502, nginxPage("502 Bad Gateway", "<hr><center>Microsoft-Azure-Application-Gateway/v2</center>")),
  ],
  [
    "nginx",
    "no-valid-answer",
    "Angie's page",
    sample(502, nginxPage("502 Bad Gateway", "<hr><center>Angie/1.10.3</center>\r\n")),
  ],
  [
    "nginx",
    "origin-slow",
    "freenginx's page",
    sample(504, nginxPage("504 Gateway Time-out", "<hr><center>freenginx/1.27.4</center>\r\n")),
  ],
  [
    "nginx",
    "no-valid-answer",
    "APISIX's page",
    sample(
      502,
      nginxPage(
        "502 Bad Gateway",
        '<hr><center>openresty</center>\r\n<p><em>Powered by <a href="https://apisix.apache.org/">APISIX</a>.</em></p>',
      ),
    ),
  ],
  [
    "aws",
    "origin-down",
    "a balancer's page with its name",
    sample(503, nginxPage("503 Service Temporarily Unavailable", "<hr><center>awselb/2.0</center>\r\n")),
  ],
  [
    "haproxy",
    "origin-down",
    "OpenShift's page",
    sample(
      503,
      "<h1>Application is not available</h1><p>The application is currently not serving requests at this endpoint.</p>",
    ),
  ],

  ["traffic-server", "origin-down", "a refusal", sample(502, atsPage("Could Not Connect"), { server: "ATS/9.2.3" })],
  ["traffic-server", "no-valid-answer", "a hangup", sample(502, atsPage("Server Connection Closed"))],
  ["traffic-server", "origin-invalid", "a malformed reply", sample(502, atsPage("Web Server Error"))],
  ["traffic-server", "misconfigured", "a dead name", sample(500, atsPage("Unknown Host"))],
  ["traffic-server", "origin-slow", "a timeout", sample(504, atsPage("Inactivity Timeout"))],
  ["traffic-server", "overload", "congestion", sample(503, atsPage("Next Hop Congested"))],
  [
    "traffic-server",
    "passed-on",
    "an application's page",
    sample(502, "<h1>ours</h1>", { via: "http/1.1 edge (ApacheTrafficServer/9.2 [uScMs])" }),
  ],

  [
    "small-servers",
    "unavailable",
    "LiteSpeed's page",
    sample(503, "<h1>503</h1><p>Proudly powered by LiteSpeed Web Server</p>"),
  ],
  ["small-servers", "passed-on", "a page behind LiteSpeed", sample(503, "<h1>ours</h1>", { server: "LiteSpeed" })],
  [
    "small-servers",
    "origin-down",
    "Pound's text",
    sample(503, "The service is not available. Please try again later.", { expires: "now", pragma: "no-cache" }),
  ],
  [
    "small-servers",
    "origin-down",
    "uWSGI's text",
    sample(500, "--- no python application found, check your startup logs ---"),
  ],
  ["small-servers", "origin-down", "Traefik's text", sample(503, "no available server\n")],

  [
    "api-gateways",
    "no-valid-answer",
    "Kong's 502",
    sample(502, '{\n  "message":"An invalid response was received from the upstream server"\n}', {
      server: "kong/3.4.0",
    }),
  ],
  [
    "api-gateways",
    "origin-down",
    "Kong's 503",
    sample(503, '{"message":"The upstream server is currently unavailable"}'),
  ],
  [
    "api-gateways",
    "origin-slow",
    "Kong's 504",
    sample(504, '{"message":"The upstream server is timing out","request_id":"0123456789abcdef0123456789abcdef"}'),
  ],
  [
    "api-gateways",
    "origin-down",
    "Kong's balancer",
    sample(503, '{"message":"failure to get a peer from the ring-balancer"}'),
  ],
  ["api-gateways", "misconfigured", "Kong's resolver", sample(503, '{"message":"name resolution failed"}')],
  ["api-gateways", "passed-on", "a page behind Kong", sample(502, "ours", { "x-kong-proxy-latency": "3" })],
  ["api-gateways", "no-valid-answer", "Tyk", sample(500, '{\n "error": "There was a problem proxying the request"\n}')],
  ["api-gateways", "misconfigured", "Tyk's resolver", sample(500, '{"error": "Upstream host lookup failed"}')],
  [
    "api-gateways",
    "origin-slow",
    "Apigee's timeout",
    sample(
      504,
      '{"fault":{"faultstring":"Gateway Timeout","detail":{"errorcode":"messaging.adaptors.http.flow.GatewayTimeout"}}}',
    ),
  ],
  [
    "api-gateways",
    "origin-down",
    "Apigee's target",
    sample(
      503,
      '{"fault":{"faultstring":"The Service is temporarily unavailable","detail":{"errorcode":"messaging.adaptors.http.flow.ServiceUnavailable"}}}',
    ),
  ],
  [
    "api-gateways",
    "origin-invalid",
    "Apigee's broken target",
    sample(
      502,
      '{"fault":{"faultstring":"Bad Gateway","detail":{"errorcode":"messaging.adaptors.http.flow.UnexpectedEOFAtTarget"}}}',
    ),
  ],

  [
    "microsoft",
    "no-valid-answer",
    "ARR's page",
    sample(
      502,
      "<title>502 - Web server received an invalid response while acting as a gateway or proxy server.</title><h1>Server Error</h1>",
    ),
  ],
  [
    "microsoft",
    "origin-slow",
    "IIS's 502.3 by timeout",
    sample(502, "<h3>HTTP Error 502.3 - Bad Gateway</h3><p>Error Code 0x80072ee2</p>"),
  ],
  [
    "microsoft",
    "origin-down",
    "IIS's 502.3 without connection",
    sample(502, "<h3>HTTP Error 502.3 - Bad Gateway</h3><p>Error Code 0x80072efd</p>"),
  ],
  [
    "microsoft",
    "origin-down",
    "http.sys",
    sample(
      503,
      "<TITLE>Service Unavailable</TITLE><BODY><h2>Service Unavailable</h2>\n<hr><p>HTTP Error 503. The service is unavailable.</p></BODY>",
      { server: "Microsoft-HTTPAPI/2.0" },
    ),
  ],
  [
    "microsoft",
    "origin-down",
    "an application that did not start",
    sample(500, "<h2>HTTP Error 500.30 - ASP.NET Core app failed to start</h2>"),
  ],
  ["microsoft", "passed-on", "a page behind IIS", sample(500, "<h1>ours</h1>", { server: "Microsoft-IIS/10.0" })],
  [
    "microsoft",
    "unavailable",
    "Front Door's page",
    sample(503, "<h2>Our services aren't available right now</h2>", {
      "x-azure-ref": "20261120T100000Z-abcdef0123456789",
    }),
  ],
  [
    "microsoft",
    "misconfigured",
    "Front Door's link to the origin",
    sample(502, "x", { "x-azure-externalerror": "0x830c1011, The certificate authority is unfamiliar." }),
  ],
  ["microsoft", "passed-on", "a page behind Front Door", sample(503, "<h1>ours</h1>", { "x-azure-ref": "0abc" })],

  [
    "java",
    "unavailable",
    "Tomcat's page",
    sample(503, "<h1>HTTP Status 503 – Service Unavailable</h1><hr><h3>Apache Tomcat/9.0.71</h3>"),
  ],
  ["java", "passed-on", "Tomcat's connector", sample(503, "<h1>ours</h1>", { server: "Apache-Coyote/1.1" })],
  ["java", "unavailable", "Jetty's page", sample(503, "<h2>HTTP ERROR 503</h2><a>Powered by Jetty:// 9.4</a>")],
  [
    "appliances",
    "no-valid-answer",
    "WebSEAL's page",
    sample(502, "<!-- This is a WebSEAL error message template file. -->", { server: "WebSEAL/10.0" }),
  ],
  ["appliances", "no-valid-answer", "DataPower", sample(500, "<fault/>", { "x-backside-transport": "FAIL FAIL" })],
  [
    "appliances",
    "origin-down",
    "NetScaler's page",
    sample(503, "<html><body><b>Http/1.1 Service Unavailable</b></body></html>"),
  ],
  ["appliances", "passed-on", "a page behind NetScaler", sample(503, "<h1>ours</h1>", { via: "NS-CACHE-10.0: 1" })],
  ["appliances", "passed-on", "a page behind Kemp", sample(503, "<h1>ours</h1>", { "x-servedby": "KEMP-LM" })],
  [
    "kubernetes",
    "origin-down",
    "no endpoints",
    sample(
      503,
      '{"kind":"Status","apiVersion":"v1","status":"Failure","message":"no endpoints available for service \\"x\\"","reason":"ServiceUnavailable","code":503}',
    ),
  ],
  [
    "kubernetes",
    "origin-down",
    "a refusal",
    sample(503, "error trying to reach service: dial tcp 10.1.2.3:80: connect: connection refused"),
  ],

  [
    "aws",
    "overload",
    "the classic balancer",
    sample(503, "HTTP/1.1 503 Service Unavailable: Back-end server is at capacity"),
  ],
  [
    "aws",
    "origin-slow",
    "API Gateway's timeout",
    sample(504, '{"message": "Endpoint request timed out"}', {
      "x-amz-apigw-id": "AbCdEfGhIjKlMnO=",
      "x-amzn-requestid": "11111111-2222-3333-4444-555555555555",
    }),
  ],
  [
    "aws",
    "origin-invalid",
    "API Gateway's malformed answer",
    sample(502, '{"message": "Internal server error"}', { "x-amz-apigw-id": "AbCdEfGhIjKlMnO=" }),
  ],
  [
    "aws",
    "overload",
    "S3 in a hurry",
    sample(503, '<?xml version="1.0"?>\n<Error><Code>SlowDown</Code><RequestId>0123456789ABCDEF</RequestId></Error>'),
  ],
  [
    "aws",
    "overload",
    "S3 that was asked too often",
    sample(503, "<Error><Code>ServiceUnavailable</Code><Message>Please reduce your request rate.</Message></Error>"),
  ],
  [
    "api-gateways",
    "overload",
    "Apigee's arrest",
    sample(
      503,
      '{"fault":{"faultstring":"Spike arrest violation. Allowed rate : MessageRate{capacity=1,period=SECOND}","detail":{"errorcode":"policies.ratelimit.SpikeArrestViolation"}}}',
    ),
  ],
  ["aws", "passed-on", "S3's name", sample(503, "<h1>ours</h1>", { server: "AmazonS3" })],

  [
    "google",
    "no-valid-answer",
    "the balancer's page",
    sample(
      502,
      googlePage(
        "The server encountered a temporary error and could not complete your request.<p>Please try again in 30 seconds.",
      ),
    ),
  ],
  [
    "google",
    "overload",
    "App Engine's quota",
    sample(503, googlePage("The service you requested is not available at this time.<p>Service error -27.")),
  ],
  ["google", "gateway-fault", "Google's own page", sample(502, "<title>Error 502 (Server Error)!!1</title>")],
  [
    "google",
    "no-valid-answer",
    "Cloud Run's instance",
    sample(
      503,
      "The request failed because either the HTTP response was malformed or connection to the instance had an error.",
    ),
  ],
  ["google", "passed-on", "a page behind the balancer", sample(502, "<h1>ours</h1>", { via: "1.1 google" })],

  ["fastly", "origin-slow", "a timeout", sample(503, fastlyPage("first byte timeout"), { via: "1.1 varnish" })],
  ["fastly", "origin-down", "a refusal", sample(503, fastlyPage("Connection refused"))],
  ["fastly", "overload", "a limit", sample(503, fastlyPage("backend.max_conn reached"))],
  ["fastly", "misconfigured", "a certificate", sample(503, fastlyPage("certificate has expired"))],
  ["fastly", "origin-down", "no address", sample(503, fastlyPage("No healthy IP available for the backend"))],
  ["fastly", "unavailable", "a reason of the site's", sample(503, fastlyPage("Back soon"))],
  ["fastly", "misconfigured", "TLS", sample(503, fastlyPage("SSL handshake error"))],
  [
    "fastly",
    "misconfigured",
    "an unknown name",
    sample(
      500,
      "<title>Fastly error: unknown domain x</title>Fastly error: unknown domain: shop.example. Please check",
    ),
  ],
  ["fastly", "origin-slow", "a timeout below a number", sample(503, numberedFastlyPage("between bytes timeout"))],
  ["fastly", "overload", "a limit below a number", sample(503, numberedFastlyPage("backend.max_conn reached"))],
  [
    "fastly",
    "misconfigured",
    "a certificate below a number",
    sample(503, numberedFastlyPage("hostname doesn't match against certificate"), { server: "Varnish" }),
  ],
  ["fastly", "unavailable", "a reason of the site's below a number", sample(503, numberedFastlyPage("Back soon"))],
  [
    "fastly",
    "misconfigured",
    "an unknown name, and the machine",
    sample(
      500,
      "<p>Fastly error: unknown domain: shop.example. Please check</p>\n<p>Details: cache-muc-eddf1234567-MUC</p>",
    ),
  ],
  ["fastly", "passed-on", "a page behind it", sample(503, "<h1>ours</h1>", { "x-served-by": "cache-fra1234-FRA" })],
  ["akamai", "blocked", "a refusal", sample(503, akamaiPage("18.2d351ab8.1557333295.a4e16ab"))],
  ["akamai", "no-valid-answer", "a failed fetch", sample(503, akamaiPage("97.2d351ab8.1557333295.a4e16ab"))],
  ["akamai", "misconfigured", "a dead name", sample(503, akamaiSays("DNS failure"))],
  ["akamai", "origin-down", "no connection", sample(503, akamaiSays("Fail to connect"))],
  ["akamai", "origin-invalid", "nothing", sample(503, akamaiSays("Zero size object"))],
  ["akamai", "unavailable", "no reason", sample(503, akamaiPage("11.2d351ab8.1557333295.a4e16ab"))],
  ["akamai", "passed-on", "a page behind it", sample(503, "<h1>ours</h1>", { server: "AkamaiGHost" })],
  ["edgeone", "misconfigured", "a dead name", sample(553, edgeOnePage(553), { server: "TencentEdgeOne" })],
  ["edgeone", "misconfigured", "TLS", sample(525, "", { server: "TencentEdgeOne", "eo-log-uuid": "410528388054" })],
  ["edgeone", "no-valid-answer", "a reset", sample(520, edgeOnePage(520), { server: "TencentEdgeOne" })],
  ["edgeone", "origin-down", "a refusal", sample(521, edgeOnePage(521), { server: "TencentEdgeOne" })],
  ["edgeone", "origin-slow", "silence", sample(554, edgeOnePage(554), { "eo-log-uuid": "410528388054" })],
  ["edgeone", "blocked", "a rule, with no words", sample(566, "", { server: "TencentEdgeOne" })],
  ["edgeone", "blocked", "a limit, without its name", sample(567, "<h1>567</h1>", { "eo-log-uuid": "410528388054" })],
  [
    "edgeone",
    "passed-on",
    "a code of the origin's own",
    sample(566, "<h1>ours</h1>", { server: "own-edge", "eo-log-uuid": "410528388054" }),
  ],
  ["edgeone", "passed-on", "a page behind it", sample(503, "<h1>ours</h1>", { "eo-log-uuid": "410528388054" })],
  ["imperva", "no-valid-answer", "a reset", sample(503, incapsulaPage(8))],
  ["imperva", "origin-down", "no connection", sample(503, incapsulaPage(20))],
  ["imperva", "misconfigured", "a dead name", sample(503, incapsulaPage(22))],
  ["imperva", "blocked", "a rule", sample(503, incapsulaPage(16))],
  [
    "imperva",
    "unavailable",
    "its words alone",
    sample(503, "<p>Request unsuccessful. Incapsula incident ID: 1234000560078901234-5678901234</p>"),
  ],
  ["imperva", "passed-on", "a page behind it", sample(503, "<h1>ours</h1>", { "x-cdn": "Imperva" })],
  [
    "cdns",
    "no-valid-answer",
    "Sucuri's page",
    sample(502, "<title>Sucuri WebSite Firewall</title><h1>Back-end server error</h1>"),
  ],
  ["cdns", "passed-on", "Sucuri's name", sample(502, "<h1>ours</h1>", { server: "Sucuri/Cloudproxy" })],
  [
    "cdns",
    "origin-down",
    "Bunny's pull",
    sample(502, "x", {
      server: "BunnyCDN-DE1-1047",
      "cdn-requestpullcode": "0",
      "cdn-requestid": "0123456789abcdef0123456789abcdef",
    }),
  ],
  ...(
    [
      ["server", "keycdn-engine"],
      ["server", "ECAcc (frc/8E3B)"],
      ["bestcdn", "Cachefly"],
      ["x-azion-edge-pop", "x"],
      ["server", "ArvanCloud"],
      ["server", "QRATOR"],
      ["server", "ddos-guard"],
      ["server", "Variti/0.9.3a"],
      ["server", "rhino-core-shield"],
      ["powered-by-chinacache", "MISS"],
      ["x-qiniu-cdn", "1"],
      ["server", "HuaweiCloudWAF"],
      ["server", "gcore"],
      ["server", "CDN77-Turbo"],
    ] as const
  ).map(
    ([name, value]): Row => ["cdns", "passed-on", `${name}: ${value}`, sample(502, "<h1>ours</h1>", { [name]: value })],
  ),

  [
    "vercel",
    "origin-slow",
    "a function's timeout",
    sample(504, "x", {
      "x-vercel-error": "FUNCTION_INVOCATION_TIMEOUT",
      "x-vercel-id": "fra1::abcde-1700000000000-0123456789ab",
    }),
  ],
  ["vercel", "origin-slow", "the same as text", sample(504, vercelPage("FUNCTION_INVOCATION_TIMEOUT"))],
  [
    "vercel",
    "gateway-fault",
    "its own fault",
    sample(504, "x", { "x-vercel-error": "INTERNAL_FUNCTION_INVOCATION_TIMEOUT" }),
  ],
  ["vercel", "no-valid-answer", "a crash", sample(500, "x", { "x-vercel-error": "EDGE_FUNCTION_INVOCATION_FAILED" })],
  ["vercel", "overload", "a limit", sample(503, "x", { "x-vercel-error": "FUNCTION_THROTTLED" })],
  ["vercel", "misconfigured", "a dead name", sample(502, "x", { "x-vercel-error": "DNS_HOSTNAME_RESOLVE_FAILED" })],
  [
    "app-hosts",
    "switched-off",
    "a service suspended on Render",
    sample(503, "<h1>Service Suspended</h1>", { "rndr-id": "0123abcd-4567", "x-render-routing": "suspend-by-user" }),
  ],
  ["cloudflare", "switched-off", "a plan that is used up", sample(503, "error code: 1027")],
  [
    "google",
    "switched-off",
    "a quota of App Engine's",
    sample(503, "<h1>Over Quota</h1><p>This application is temporarily over its serving quota.</p>"),
  ],
  ["tunnels", "switched-off", "ngrok's plan", sample(503, "<p>ERR_NGROK_725</p>")],
  ["vercel", "switched-off", "a pause", sample(503, "x", { "x-vercel-error": "DEPLOYMENT_PAUSED" })],
  ["vercel", "passed-on", "a page behind it", sample(500, "<h1>ours</h1>", { server: "Vercel" })],
  ["heroku", "no-valid-answer", "a crash", sample(503, herokuPage("application-error"))],
  ["heroku", "maintenance", "maintenance", sample(503, herokuPage("maintenance-mode"))],
  ["heroku", "no-valid-answer", "a crash with its code", sample(503, "x", { "heroku-error": "H10" })],
  ["heroku", "passed-on", "a page behind it", sample(503, "<h1>ours</h1>", { via: "1.1 vegur" })],
  [
    "app-hosts",
    "origin-down",
    "Render without a server",
    sample(502, "x", { "x-render-routing": "no-server", "rndr-id": "0123abcd-4567" }),
  ],
  ["app-hosts", "passed-on", "a page behind Render", sample(502, "<h1>ours</h1>", { "rndr-id": "0123abcd-4567" })],
  [
    "app-hosts",
    "no-valid-answer",
    "Railway",
    sample(
      502,
      '{"status":"error","code":502,"message":"Application failed to respond","request_id":"abcdefgh12345678"}',
      { server: "railway-edge" },
    ),
  ],
  ["app-hosts", "unavailable", "Fly.io", sample(503, "", { "fly-request-id": "01HABCDEFGH-fra" })],
  ["app-hosts", "passed-on", "a page behind Fly.io", sample(503, "<h1>ours</h1>", { server: "Fly/0123abc" })],
  [
    "app-hosts",
    "no-valid-answer",
    "a crash on Netlify",
    sample(502, '{"errorType":"Error","errorMessage":"x"}', { "x-nf-request-id": "01HABCDEFGHJKMNPQRSTVWXYZ0" }),
  ],
  [
    "app-hosts",
    "origin-slow",
    "a timeout on Netlify",
    sample(504, "TimeoutError: Task timed out after 10.00 seconds", {
      "x-nf-request-id": "01HABCDEFGHJKMNPQRSTVWXYZ0",
    }),
  ],
  [
    "app-hosts",
    "switched-off",
    "a paused site on Netlify",
    sample(503, "<h1>Site not available</h1><p>This site was paused as it reached its usage limits.</p>"),
  ],
  [
    "app-hosts",
    "no-valid-answer",
    "PythonAnywhere",
    sample(502, "<h1>Something went wrong :-(</h1><p>Error code: 502-backend</p>"),
  ],
  ["app-hosts", "origin-invalid", "Pantheon", sample(502, "<h1>Pantheon - 502 Upstream Header Too Big</h1>")],
  [
    "hosted-sites",
    "gateway-fault",
    "GitHub",
    sample(502, "<title>Unicorn! &middot; GitHub</title>", { "x-github-request-id": "ABCD:1234:5678:9ABC:DEF0" }),
  ],
  [
    "hosted-sites",
    "origin-slow",
    "GitLab",
    sample(502, "<h1>502</h1><p>Whoops, GitLab is taking too much time to respond.</p>"),
  ],
  [
    "hosted-sites",
    "gateway-fault",
    "Shopify",
    sample(503, "<h1>Something went wrong</h1><h2>What happened?</h2><p>The page or store could not be loaded</p>"),
  ],
  ["hosted-sites", "passed-on", "a shop of Shopify's", sample(503, "<h1>ours</h1>", { "x-shopid": "1" })],
  [
    "hosted-sites",
    "gateway-fault",
    "Squarespace",
    sample(503, '<p>BRICK-50</p><a href="https://status.squarespace.com">Status</a>'),
  ],
  ["hosted-sites", "passed-on", "Wix", sample(503, "<h1>ours</h1>", { "x-wix-request-id": "1700000000.12345678" })],
  ["hosted-sites", "passed-on", "WordPress.com", sample(503, "<h1>ours</h1>", { "host-header": "WordPress.com" })],
  [
    "site-programs",
    "blocked",
    "Wordfence's page for one visitor",
    sample(503, "<h1>Limited</h1><p>Block Reason: Too many pages</p><p>Generated by Wordfence at 12:00</p>"),
  ],
  ["site-programs", "origin-down", "a dead database", sample(500, "<h1>Error establishing a database connection</h1>")],
  [
    "site-programs",
    "maintenance",
    "an update of WordPress",
    sample(503, "Briefly unavailable for scheduled maintenance. Check back in a minute."),
  ],
  [
    "site-programs",
    "maintenance",
    "Drupal",
    sample(
      503,
      '<meta name="Generator" content="Drupal 10 (https://www.drupal.org)"><title>Site under maintenance | Shop</title>',
    ),
  ],
  [
    "site-programs",
    "maintenance",
    "an older Drupal",
    sample(
      503,
      "<title>Site under maintenance | Shop</title><p>Shop is currently under maintenance. We should be back shortly. Thank you for your patience.</p>",
    ),
  ],
  [
    "site-programs",
    "maintenance",
    "Drupal by its field",
    sample(503, "<title>Site under maintenance | Shop</title>", { "x-generator": "Drupal 9 (https://www.drupal.org)" }),
  ],
  ["site-programs", "maintenance", "Magento", sample(503, "<p>Magento is in maintenance mode.</p>")],
  [
    "site-programs",
    "unavailable",
    "Laravel",
    sample(503, '<title>Service Unavailable</title><div class="code text-lg">\n 503 </div>'),
  ],
  ["tunnels", "origin-down", "ngrok", sample(502, "<p>ERR_NGROK_8012</p>")],
  ["tunnels", "no-valid-answer", "ngrok's garbage", sample(502, "<p>ERR_NGROK_3004</p>")],
  ["tunnels", "origin-down", "localtunnel", sample(503, "<h1>503 - Tunnel Unavailable</h1>")],
  [
    "tunnels",
    "origin-down",
    "frp",
    sample(500, "<p>The page you requested was not found.</p><em>Faithfully yours, frp.</em>"),
  ],
];
