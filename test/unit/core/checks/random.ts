import fc from "fast-check";
import type { Answer } from "../../../../src/core/http/answer.ts";
import type { Settled } from "../../../../src/core/http/settled.ts";
import type { AnswerSource } from "../../../../src/core/incident/answer-source.ts";
import type { Signals } from "../../../../src/core/incident/signals.ts";
import { ANSWERS } from "../../../../src/core/incident/told.ts";
import { NOWHERE } from "../../../../src/core/places/home.ts";
import type { PlaceAnswer } from "../../../../src/core/places/place.ts";
import type { StatusReport } from "../../../../src/core/status-pages/model.ts";
import { CLASSICS } from "../gateways/samples.ts";
import { SITE_SIDE } from "../gateways/site-side-samples.ts";
import { USER_SIDE } from "../gateways/user-side-samples.ts";

const BODIES = [
  "",
  "<html><center>nginx</center></html>",
  "<h1>Down for maintenance</h1>",
  "<h1>This site has been suspended</h1>",
  "<h1>Internet access for this device is paused</h1>",
  "<center>cloudflare</center>",
  "no healthy upstream",
  "error code: 521",
  "[Fiddler] The connection to the upstream proxy/gateway failed.",
  "[Fiddler] The connection to 'x' failed. <br />Error: ConnectionRefused (0x274d).",
  "<html><body id=ERR_CANNOT_FORWARD></body></html>",
  "URL is blocked by SpIDer Gate",
  "<h1>Your access to this site has been limited</h1>",
  "<h1>Checking your browser</h1>",
  "<h1>Too many people want a bargain</h1>",
  "ZAP Error [java.net.UnknownHostException]: shop.example",
  "<h1>517 Upstream Certificate Revoked</h1>",
];

const status = fc.constantFrom(200, 204, 301, 400, 401, 403, 404, 429, 500, 502, 503, 504, 520, 522, 530);
const headers = fc.constantFrom<ReadonlyArray<readonly [string, string]>>(
  [],
  [["age", "9"]],
  [["x-cache", "HIT"]],
  [["cf-mitigated", "challenge"]],
  [["server", "nginx"]],
  [["retry-after", "120"]],
  [["proxy-status", "edge; error=connection_refused"]],
  [["proxy-status", "edge; received-status=502"]],
  [["via", "1.1 proxy.office.lan:3128"]],
  [["cf-ray", "0123456789abcdef-FRA"]],
);

const answer: fc.Arbitrary<Answer> = fc.oneof(
  { weight: 1, arbitrary: fc.constant<Answer>({ kind: "redirect", url: "https://shop.example/" }) },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant("response" as const),
      url: fc.constant("https://shop.example/"),
      status,
      headers,
      body: fc.constantFrom(...BODIES),
      truncated: fc.boolean(),
    }),
  },
);

const failingResponse = fc.record({
  kind: fc.constant("response" as const),
  url: fc.constantFrom("https://www.gstatic.com/generate_204", "http://www.gstatic.com/generate_204"),
  status: fc.constantFrom(500, 502, 503, 504),
  headers,
  body: fc.constantFrom(...BODIES),
  truncated: fc.boolean(),
});

function settled<T>(value: fc.Arbitrary<T>): fc.Arbitrary<Settled<T>> {
  const times = { at: fc.nat(), took: fc.nat(30_000) };
  return fc.oneof(
    { weight: 4, arbitrary: fc.record({ state: fc.constant("ok" as const), value, ...times }) },
    {
      weight: 1,
      arbitrary: fc.record({
        state: fc.constant("failed" as const),
        reason: fc.constantFrom("timeout" as const, "network" as const, "malformed" as const),
        ...times,
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        state: fc.constant("not-sent" as const),
        reason: fc.constantFrom(
          "throttled" as const,
          "forbidden" as const,
          "protected" as const,
          "not-needed" as const,
          "unasked" as const,
        ),
      }),
    },
  );
}

const ADDRESSES = ["198.51.100.7", "203.0.113.9", "127.0.0.1", "2001:db8::7"];

const place: fc.Arbitrary<PlaceAnswer> = fc.record({
  city: fc.constant("Somewhere"),
  country: fc.constantFrom("DE", "FR", "US"),
  continent: fc.constantFrom("EU", "NA"),
  network: fc.constant("Example Net"),
  latitude: fc.constant(50),
  longitude: fc.constant(10),
  result: fc.constantFrom("works", "down", "blocked", "cached", "none", "pending"),
  status: fc.option(status),
  took: fc.option(fc.nat(30_000)),
  address: fc.option(fc.constantFrom(...ADDRESSES)),
});

const state = fc.constantFrom(
  "operational" as const,
  "maintenance" as const,
  "degraded" as const,
  "partial_outage" as const,
  "major_outage" as const,
  "unknown" as const,
);
const moment = fc.option(fc.nat(400_000_000));
const componentName = fc.constantFrom("Website", "API", "Newsletter", "");
const statusReport: fc.Arbitrary<StatusReport> = fc.record({
  product: fc.constant("statuspage"),
  url: fc.constant("https://status.shop.example/"),
  name: fc.option(fc.string()),
  overall: state,
  indicator: fc.option(state),
  title: fc.option(fc.string()),
  components: fc.array(fc.record({ name: componentName, state }), { maxLength: 4 }),
  notices: fc.array(
    fc.record({
      kind: fc.constantFrom("incident" as const, "maintenance" as const),
      title: fc.string(),
      impact: state,
      startedAt: moment,
      updatedAt: moment,
      endsAt: moment,
      url: fc.constant(null),
      componentNames: fc.array(componentName, { maxLength: 2 }),
    }),
    { maxLength: 3 },
  ),
  updatedAt: moment,
});

/** Signals of which none cares for another. */
const independent: fc.Arbitrary<Signals> = fc.record({
  incident: fc.record({
    url: fc.constantFrom(
      "https://shop.example/cart",
      "https://shop.example/",
      "http://shop.example/cart",
      "http://localhost:3000/x",
      "http://nas/x",
    ),
    status: fc.option(fc.constantFrom(429, 500, 501, 502, 503, 504, 507, 509, 511, 520, 529, 530)),
    protected: fc.boolean(),
  }),
  navigation: fc.option(
    fc.record({
      status,
      type: fc.constantFrom("navigate" as const, "reload" as const, "back_forward" as const, "prerender" as const),
      startedAt: fc.nat(),
      source: fc.constantFrom<AnswerSource>(
        "network",
        "network",
        "passed-on",
        "browser-cache",
        "page-worker",
        "perhaps-page-worker",
        "unknown",
      ),
      protocol: fc.constantFrom("", "h2"),
      waited: fc.nat(30_000),
      serverTiming: fc.constant([]),
    }),
  ),
  page: settled(
    fc.record({
      html: fc.constantFrom(...BODIES),
      cookieBytes: fc.constantFrom(0, 300, 7_999, 8_000, 40_000),
      links: fc.constant([]),
    }),
  ),
  anonymous: settled(answer),
  retries: fc.array(settled(answer), { maxLength: 3 }),
  described: fc.oneof({ weight: 19, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: failingResponse }),
  root: settled(answer),
  throughPageWorker: fc.array(settled(answer), { maxLength: 2 }),
  connectivity: settled(
    fc.constantFrom(
      "online" as const,
      "opaque" as const,
      "captive-portal" as const,
      "impostor" as const,
      "no-internet" as const,
    ),
  ),
  impostorAnswer: fc.option(failingResponse),
  statusPage: settled(fc.option(statusReport)),
  gatewayStatus: settled(fc.option(statusReport)),
  reload: fc.constantFrom("not-tried" as const, "works" as const, "works-past-cache" as const, "fails" as const),
  askedPlaces: settled(
    fc.record({
      home: fc.constantFrom(NOWHERE, { country: "DE", continent: "EU" } as const),
      ipVersion: fc.constantFrom(null, 4, 6),
      places: fc.array(place, { maxLength: 6 }),
      here: settled(answer),
    }),
  ),
  address: settled(
    fc.record({
      reached: fc.option(fc.constantFrom(...ADDRESSES)),
      resolvers: fc.array(
        fc.record({
          name: fc.constant("dns.example"),
          answer: fc.option(fc.record({ exists: fc.boolean(), addresses: fc.subarray(ADDRESSES) })),
        }),
        { maxLength: 2 },
      ),
      tested: fc.option(fc.array(place, { maxLength: 5 })),
    }),
  ),
  privateWindow: fc.constantFrom("not-asked" as const, ...ANSWERS["private-window"]),
  otherDevice: fc.constantFrom("not-asked" as const, ...ANSWERS["other-device"]),
  requests: fc.option(
    fc.record({
      pageHost: fc.constantFrom("shop.example", "www.shop.example"),
      pageStatus: fc.constantFrom(200, 204),
      seen: fc.nat(),
      hidden: fc.nat(),
      failing: fc.array(
        fc.record({
          host: fc.constantFrom("api.shop.example", "cdn.example:8443"),
          failed: fc.integer({ min: 1, max: 250 }),
          statuses: fc.constantFrom([502], [500, 503]),
          url: fc.constant("https://api.shop.example/items"),
          status: fc.constantFrom(500, 502),
          repeatable: fc.boolean(),
        }),
        { maxLength: 3 },
      ),
    }),
  ),
});

const ROWS = [...CLASSICS, ...SITE_SIDE, ...USER_SIDE];
/** Whatever a gateway may say is as likely as anything else, however many pages say it. */
const sample = fc.oneof(
  ...[...new Set(ROWS.map(([, word]) => word))].map((word) =>
    fc.constantFrom(...ROWS.filter((row) => row[1] === word).map(([, , , written]) => written)),
  ),
);
const FAR = "203.0.113.9";

/** What a site in trouble, and whoever asks it, have in common: chance alone seldom brings two answers that agree. */
const trouble = fc.record({
  sample,
  extra: headers,
  other: fc.constantFrom(null, null, null, null, 429, 511),
  strangers: fc.constantFrom("fail" as const, "fail" as const, "are-served" as const),
  took: fc.constantFrom(80, 5_000, 60_000),
  reloadFails: fc.boolean(),
  meetsElsewhere: fc.boolean(),
  isSilent: fc.boolean(),
  isPlain: fc.boolean(),
  isStale: fc.boolean(),
  home: fc.constantFrom(NOWHERE, { country: "DE", continent: "EU" } as const),
  /** What all places meet, or those near and those far; null where each meets something of its own. */
  outside: fc.constantFrom(["works", "works"] as const, ["down", "down"] as const, ["down", "works"] as const, null),
  near: place,
  far: place,
  ipVersion: fc.constantFrom(null, null, null, 4, 4, 6),
});

const likely: fc.Arbitrary<Signals> = fc
  .tuple(independent, trouble)
  .map(
    ([
      given,
      {
        sample,
        extra,
        other,
        isSilent,
        isPlain,
        strangers,
        took,
        reloadFails,
        meetsElsewhere,
        isStale,
        home,
        outside,
        near,
        far,
        ipVersion,
      },
    ]) => {
      const { status, body } = other === null ? sample : { status: other, body: "" };
      const failing = {
        kind: "response" as const,
        url: given.incident.url,
        status,
        headers: [...sample.headers, ...extra],
        body,
        truncated: false,
      };
      const settledAt = <T>(value: T) => ({ state: "ok" as const, value, at: 1_000, took });
      const served = { ...failing, status: 200, headers: extra, body: "" };
      const fromOutside = settledAt(strangers === "fail" ? failing : served);
      const here = { ...near, country: "DE", continent: "EU", result: outside?.[0] ?? near.result };
      const there = { ...far, ...(outside && { country: "US", continent: "NA", result: outside[1] }) };
      const places = [here, here, there, there].map((one) => ({ ...one, address: FAR }));
      const led = { name: "dns.example", answer: { exists: true, addresses: [FAR] } };
      return {
        ...given,
        incident: { ...given.incident, status, url: isPlain ? "http://shop.example/cart" : given.incident.url },
        navigation: given.navigation && { ...given.navigation, status, waited: took },
        page: given.page.state === "ok" ? settledAt({ ...given.page.value, html: body }) : given.page,
        anonymous: fromOutside,
        retries: [fromOutside, fromOutside, fromOutside],
        described: null,
        reload: reloadFails ? "fails" : given.reload,
        throughPageWorker: [settledAt(failing), settledAt(failing)],
        impostorAnswer: meetsElsewhere
          ? { ...failing, url: given.incident.url.replace("shop.example", "other.example") }
          : null,
        connectivity: meetsElsewhere
          ? settledAt("impostor" as const)
          : isSilent
            ? settledAt("no-internet" as const)
            : given.connectivity,
        askedPlaces: settledAt({ home, ipVersion, places, here: settledAt(failing) }),
        address: isStale
          ? settledAt({
              reached: "198.51.100.7",
              resolvers: [led],
              tested: places.map((one) => ({ ...one, result: "down" as const })),
            })
          : given.address,
      };
    },
  );

/** Any signals that probes can bring together, likely and unlikely. */
export const anySignals: fc.Arbitrary<Signals> = fc.oneof(independent, likely);
