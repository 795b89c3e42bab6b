/** Real shapes, gathered from the tables of the unit tests and written down here where there is none. */
import type { Sample } from "../../src/core/gateways/gateway.ts";
import type { HeaderList } from "../../src/core/http/fields.ts";
import { REASONS } from "../unit/core/gateways/reason-samples.ts";
import { CLASSICS } from "../unit/core/gateways/samples.ts";
import { SITE_SIDE } from "../unit/core/gateways/site-side-samples.ts";
import { USER_SIDE } from "../unit/core/gateways/user-side-samples.ts";
import { addressesOf, HOST, LISTS } from "../unit/core/http/one-shot/addresses/read.ts";
import { BARE_503 } from "../unit/core/verdict/real-reports/bare-503.ts";
import { BLOCKED_VISITORS } from "../unit/core/verdict/real-reports/blocked-visitors.ts";
import { MAINTENANCE } from "../unit/core/verdict/real-reports/maintenance.ts";
import { ORDINARY_OUTAGES } from "../unit/core/verdict/real-reports/ordinary-outages.ts";
import { SWITCHED_OFF } from "../unit/core/verdict/real-reports/switched-off.ts";
import { WAITS } from "../unit/core/verdict/real-reports/waits.ts";

/** Error pages with their status and fields, by those who write them. */
export const SAMPLES: readonly Sample[] = [...CLASSICS, ...SITE_SIDE, ...REASONS, ...USER_SIDE].map(
  ([, , , sample]) => sample,
);

const REPORTS = [BARE_503, BLOCKED_VISITORS, MAINTENANCE, ORDINARY_OUTAGES, SWITCHED_OFF, WAITS].flat();

/** What the bodies say that are not known by their markup. */
const SAID = [
  "<title>Site | 503</title><nav>menu</nav><h1>We'll be back soon</h1><p>You are in line. Verify you are human.</p>",
  '{"type":"https://errors.example/overload","title":"Overloaded","status":503,"detail":"Try again in 5 minutes"}',
  '{"error":{"code":503,"message":"no healthy upstream"}}',
  '<meta http-equiv=refresh content="0;url=http://portal.example/login"><form action="//portal.example/accept">',
  "<script>location.replace('https://portal.example/?u='+1)</script><WISPAccessGatewayParam><LoginURL>https://x.example",
  "<p>Le serveur est surchargé. Réessayez dans 5 minutes&nbsp;!</p><h2>Wartungsarbeiten bis 14:00 Uhr</h2>",
];

/** Documents and bodies. */
export const PAGES: readonly string[] = [
  ...new Set([...SAMPLES.map(({ body }) => body), ...REPORTS.map(({ body }) => body), ...SAID]),
].filter((body) => body.length < 16_384);

/** Sentences, one after the other. */
export const SENTENCES: readonly string[] = [
  ...new Set(PAGES.flatMap((page) => page.replace(/<[^>]*>/g, "\n").split(/[\n.!?]+/)).map((one) => one.trim())),
].filter((one) => one.length > 8 && one.length < 300);

/** What no gateway's sample has: the fields that have a grammar of their own, as well written as they get. */
const GRAMMARS: readonly HeaderList[] = [
  [["via", "1.1 varnish (Varnish/7.1), HTTP/2 edge.example:443, 1.0 192.168.0.1:3128 (squid/5.2 (a \\( b))"]],
  [
    [
      "proxy-status",
      'edge.example; error=connection_timeout; received-status=504; details="a, \\"b\\"", ("in" list);x',
    ],
  ],
  [["cache-status", '"Edge"; fwd=stale; fwd-status=502; ttl=-30; stored, Origin; hit; ttl=10; key="/a"']],
  [["server-timing", "cdn-cache; desc=HIT, edge; dur=1, origin; dur=2145.3, cfOrigin;dur=9999999"]],
  [
    ["x-timer", "S1700000000.123456,VS0,VE12345"],
    ["x-cache", "MISS, TCP_HIT"],
    ["age", "30"],
  ],
  [
    [
      "link",
      "<https://status.shop.example/>; rel=\"status help\"; title*=UTF-8''x, </a>; rel=next; rel=status, <b>;rel",
    ],
  ],
  [
    ["nel", '{"report_to":"cf-nel","success_fraction":0.0,"max_age":604800}'],
    ["report-to", '{"group":"cf-nel"}'],
  ],
  [
    ["retry-after", "Wed, 23 Sep 2026 12:10:00 GMT"],
    ["cf-ray", "0123456789abcdef-FRA"],
    ["server", "cloudflare"],
  ],
  [
    ["cf-mitigated", "challenge"],
    ["x-amzn-waf-action", "captcha"],
    ["content-type", "application/problem+json"],
  ],
];

/** The fields of answers. */
export const FIELD_LISTS: readonly HeaderList[] = [
  ...SAMPLES.map(({ headers }) => headers).filter((headers) => headers.length > 0),
  ...GRAMMARS,
];

/** Values of Retry-After, and waits in words. */
export const WAITS_WRITTEN: readonly string[] = [
  ...["120", " 5\t", "+30", "1e3", "90.5", '"120"', "1,200 seconds", "300 (retry every 5 s)", "120; comment=busy"],
  ...["Wed, 23 Sep 2026 12:10:00 GMT", "Wednesday, 23-Sep-26 12:10:00 GMT", "Wed Sep 23 12:10:00 2026"],
  ...["Wed Sep 23 2026 12:10:00 GMT+0200 (Central European Summer Time)", "2026-09-23T12:10:00.123456789+02:00"],
  ...["30s", "1h2m3.5s", "PT1M30S", "P1M", "0.00:00:30.5000000", "1 day, 0:00:05", "2h30", "30 минут", "30分钟"],
  ...["try again in 5 minutes", "10-20 seconds", "between 5 – 10 minutes", "in 1 hour, 30 minutes (or so)"],
];

/** Addresses of pages, those that act when they are opened among them. */
export const ADDRESSES: readonly string[] = [
  ...LISTS.flatMap((list) => addressesOf(list)).map((address) => HOST + address),
  ...[
    "https://user:pass@shop.example:8443/a/b;c=1?q=%E4%BD%A0&x[]=1#frag",
    "http://[2001:db8::7]/",
    "https://bücher.example",
  ],
  ...[
    "http://localhost:8080/",
    "http://192.168.1.1",
    "https://xn--bcher-kva.example/?code=abc&state=1",
    "HTTPS://A.EXAMPLE",
  ],
];

/** Addresses of machines, and names of hosts. */
export const HOSTS: readonly string[] = [
  ...["198.51.100.7", "010.0.0.1", "127.0.0.1", "2001:db8::7", "::ffff:192.0.2.1", "fe80::1%eth0", "64:ff9b::c000:201"],
  ...["2002:c000:204::1", "2001:0:53aa:64c:0:7:3fff:fdfe", "[::1]", "0", "1.2.3", "255.255.255.256"],
  ...[
    "shop.example",
    "shop.example.",
    "intranet",
    "printer.local",
    "a.b.home.arpa",
    "xn--bcher-kva.example",
    "LOCALHOST",
  ],
];

/** What somebody may type for a site. */
export const TYPED: readonly string[] = [
  ...ADDRESSES.slice(0, 40),
  ...HOSTS,
  ...[
    "shop.example/cart?x=1",
    "shop.example:8080",
    "mailto:a@b.example",
    "shop",
    "localhost",
    "two words",
    "//x.example",
    "",
  ],
];
