/** What others answer: status pages, places around the world, resolvers, the archive. */
import fc from "fast-check";
import { parseDnsJson } from "../../../src/core/places/dns-answer.ts";
import { asHome } from "../../../src/core/places/home.ts";
import { parseCreated, parseMeasurement } from "../../../src/core/places/measurement.ts";
import { providerName } from "../../../src/core/places/provider.ts";
import { mayBeNamed } from "../../../src/core/places/request.ts";
import { parseAvailability } from "../../../src/core/places/saved-copy.ts";
import { cataloguedStatusPage, catalogueOf } from "../../../src/core/status-pages/catalogue.ts";
import { decode } from "../../../src/core/status-pages/decode.ts";
import { statusPageCandidates } from "../../../src/core/status-pages/discovery.ts";
import { feedLinks, readFeed } from "../../../src/core/status-pages/feed.ts";
import { closingsIn } from "../../../src/core/status-pages/feed-closing.ts";
import { isOldestFirst } from "../../../src/core/status-pages/feed-order.ts";
import { mentions, mightFit } from "../../../src/core/status-pages/fitness.ts";
import { endpointsOf, productOf, reportFrom } from "../../../src/core/status-pages/index.ts";
import type { StatusReport } from "../../../src/core/status-pages/model.ts";
import { maintenanceUntil, relevanceOf } from "../../../src/core/status-pages/relevance.ts";
import { moment, plain } from "../../../src/core/status-pages/report.ts";
import { COMPONENT_WORDS, stateOf } from "../../../src/core/status-pages/states.ts";
import { webUrl } from "../../../src/core/status-pages/web-url.ts";
import { SAMPLES } from "../../unit/core/status-pages/samples/index.ts";
import { materialOf, NOW, type Sample, SITUATIONS } from "../../unit/core/status-pages/samples/sample.ts";
import { ADDRESSES, HOSTS, PAGES } from "../corpus.ts";
import { type Door, door } from "../door.ts";
import { jsonTexts, texts, values } from "../mutations.ts";

const PLACES = "src/core/places";
const STATUS = "src/core/status-pages";
const ASKED = "https://shop.example/";

const PROBE = {
  continent: "EU",
  country: "DE",
  city: "Berlin",
  network: "Example Net",
  latitude: 52.52,
  longitude: 13.4,
  tags: ["eyeball-network"],
};
const MEASUREMENTS = [
  {
    id: "m1",
    type: "http",
    status: "finished",
    target: "shop.example",
    results: [
      {
        probe: PROBE,
        result: {
          status: "finished",
          rawBody: PAGES[0],
          truncated: false,
          headers: { server: "nginx", "set-cookie": ["a=1", "b=2"], "cache-status": "Edge; hit" },
          statusCode: 502,
          resolvedAddress: "198.51.100.7",
          timings: { total: 120, dns: 1 },
          tls: { authorized: true, protocol: "TLSv1.3" },
        },
      },
      { probe: PROBE, result: { status: "failed", rawOutput: "", failureSource: "target" } },
      { probe: PROBE, result: { status: "in-progress", rawOutput: "" } },
    ],
  },
];
const DNS = [
  {
    Status: 0,
    TC: false,
    Question: [{ name: "shop.example.", type: 1 }],
    Answer: [
      { name: "shop.example.", type: 5, TTL: 60, data: "shop.cdn.example." },
      { name: "shop.cdn.example.", type: 1, TTL: 60, data: "198.51.100.7" },
      { name: "shop.cdn.example.", type: 28, TTL: 60, data: "2001:db8::7" },
    ],
  },
];
const COPIES = [
  {
    url: "shop.example",
    archived_snapshots: {
      closest: { status: "200", available: true, url: "http://web.archive.org/x", timestamp: "20260912093015" },
    },
  },
];

/** Where a report is about a site that lies on the page's own domain. */
const SITE = { host: "shop.example", gateway: "cloudflare" };

const textsOf = (report: StatusReport | null): readonly (string | null)[] =>
  report === null
    ? []
    : [
        report.name,
        ...report.components.map(({ name }) => name),
        ...report.notices.flatMap(({ title, componentNames }) => [title, ...componentNames]),
      ];

/** The honest material of a product in some situation, one of its answers or its document changed. */
function materials(sample: Sample) {
  const honest = SITUATIONS.map((situation) => materialOf(sample, situation));
  const asJson = (text: string): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      return null;
    }
  };
  const answers = honest.flatMap((material) => material.answers);
  const jsons = answers.map(asJson).filter((value) => value !== null);
  const answer = fc.oneof(
    texts(answers.length > 0 ? answers : [""], 60_000),
    ...(jsons.length > 0 ? [jsonTexts(jsons, 60_000)] : []),
  );
  const html = texts([...honest.map((material) => material.html), PAGES[0] ?? ""], 65_536);
  return fc
    .record({
      which: fc.constantFrom(...honest),
      place: fc.nat(1),
      answer,
      html,
      changes: fc.constantFrom("answer", "html"),
    })
    .map(({ which, place, answer, html, changes }) => ({
      ...which,
      host: SITE.host,
      domain: "shop.example",
      ...(changes === "html" && { html }),
      ...(changes === "answer" &&
        which.answers.length > 0 && { answers: which.answers.with(place % which.answers.length, answer) }),
    }));
}

const productDoors: readonly Door[] = SAMPLES.map((sample) =>
  door(
    `${STATUS}/index.ts: reportFrom (${sample.product.id})`,
    materials(sample),
    (material) => {
      const report = reportFrom(sample.product, material);
      if (report) relevanceOf(report, SITE, NOW);
      if (report) maintenanceUntil(report, SITE, NOW);
      return report;
    },
    // A hundred components, twenty notices with twenty names each, and their addresses.
    { most: 100 * 250 + 20 * (900 + 20 * 125), shown: textsOf },
  ),
);

const links = texts(
  [...ADDRESSES, "https://status.shop.example/", "https://shop.statuspage.io/x", "//a.example"],
  2_100,
);

const hosts = texts(HOSTS, 300);
/** What products call their parts and write over their notices. */
const titles = texts(["Shop API", "Delayed newsletters", "Checkout: partial_outage", "EU-West · 支付"], 4_096);
/** The lines of a feed's item. */
const updates = texts(
  ["10:30 utc investigating", "nov 2, 2026, 10:45 resolved", "2026-11-02t10:30:00z identified"],
  4_096,
);
const YES_NO = { most: 5 };

export const ANSWER_DOORS: readonly Door[] = [
  door(`${PLACES}/measurement.ts: parseCreated`, jsonTexts([{ id: "m1", probesCount: 5 }], 4_096), parseCreated, {
    most: 80,
  }),
  door(
    `${PLACES}/measurement.ts: parseMeasurement`,
    jsonTexts(MEASUREMENTS, 200_000),
    (text) => parseMeasurement(text, ASKED),
    {
      most: 20 * 600 + 100,
      shown: (survey) =>
        (survey?.places ?? []).flatMap(({ city, country, continent, network, address }) => [
          city,
          country,
          continent,
          network,
          address,
        ]),
    },
  ),
  door(`${PLACES}/dns-answer.ts: parseDnsJson`, jsonTexts(DNS, 60_000), parseDnsJson, {
    most: 50 * 70 + 60,
    shown: (answer) => answer?.addresses ?? [],
  }),
  door(
    `${PLACES}/saved-copy.ts: parseAvailability`,
    jsonTexts(COPIES, 20_000),
    (text) => parseAvailability(text, NOW),
    { most: 120 },
  ),
  door(`${PLACES}/home.ts: asHome`, values([{ country: "DE", continent: "EU" }]), asHome, { most: 60 }),
  door(`${PLACES}/provider.ts: providerName`, values(["Deutsche Telekom", "AT&T", "Ö-Netz 21"]), providerName, {
    most: 70,
    shown: (name) => [name],
  }),
  door(`${PLACES}/request.ts: mayBeNamed`, fc.oneof(links, hosts), mayBeNamed, YES_NO),
  ...productDoors,
  door(
    `${STATUS}/fitness.ts: mightFit`,
    fc.tuple(hosts, titles, titles),
    ([host, name, part]) => mightFit(host, name)(part),
    YES_NO,
  ),
  door(`${STATUS}/fitness.ts: mentions`, fc.tuple(titles, titles), ([title, part]) => mentions(title, part), YES_NO),
  door(`${STATUS}/states.ts: stateOf`, titles, (word) => stateOf(COMPONENT_WORDS, word), { most: 20 }),
  door(
    `${STATUS}/feed-closing.ts: closingsIn`,
    texts(["the issue is fixed, all systems are operational", "orders cannot be completed", "復旧しました"], 500),
    closingsIn,
    { most: 11 * 540 },
  ),
  door(`${STATUS}/feed-order.ts: isOldestFirst`, fc.array(updates, { maxLength: 20 }), isOldestFirst, YES_NO),
  door(
    `${STATUS}/index.ts: productOf`,
    texts(
      SAMPLES.map((sample) => materialOf(sample, "outage").html),
      65_536,
    ),
    (html) => productOf(html).id,
    {
      most: 40,
    },
  ),
  door(
    `${STATUS}/index.ts: endpointsOf`,
    fc.tuple(
      fc.constantFrom(...SAMPLES),
      texts(
        SAMPLES.map((sample) => materialOf(sample, "outage").html),
        65_536,
      ),
    ),
    ([{ product, page }, html]) => endpointsOf(product, new URL(page), html),
    { most: 140_000 },
  ),
  door(
    `${STATUS}/feed.ts: readFeed`,
    texts(
      SAMPLES.filter(({ product }) => product.id === "feed").flatMap((sample) =>
        SITUATIONS.flatMap((situation) => materialOf(sample, situation).answers),
      ),
      100_000,
    ),
    (text) => readFeed({ page: new URL("https://status.shop.example/"), html: "", answers: [text] }),
    // Nothing is cut yet: `reportOf` does that.
    { most: 1_000_000 },
  ),
  door(
    `${STATUS}/feed.ts: feedLinks`,
    texts(
      ['<link rel="alternate" type="application/rss+xml" href="/history.rss"><a href="/feed.atom">', ...PAGES],
      65_536,
    ),
    (html) => feedLinks(new URL("https://status.shop.example/"), html),
    {
      most: 140_000,
    },
  ),
  door(
    `${STATUS}/report.ts: plain`,
    values(["<b>API</b> &amp; website", "<![CDATA[All is well]]>"]),
    (raw) => plain(raw),
    {
      most: 210,
      shown: (text) => [text],
    },
  ),
  door(
    `${STATUS}/report.ts: moment`,
    values(["2026-11-02T10:30:00Z", "Mon, 02 Nov 2026 10:30:00 GMT", 1_790_000_000, "2026-11-02 10:30"]),
    moment,
    {
      most: 20,
    },
  ),
  door(`${STATUS}/web-url.ts: webUrl`, fc.oneof(links, values(["https://status.shop.example/"])), webUrl, {
    most: 20_000,
  }),
  door(
    `${STATUS}/decode.ts: decode`,
    fc.uint8Array({ maxLength: 4_096 }),
    (bytes) => decode(bytes, "text/html; charset=utf-16"),
    {
      most: 5_000,
    },
  ),
  door(
    `${STATUS}/catalogue.ts: catalogueOf`,
    values([{ "shop.example": "https://status.shop.example/" }]),
    (raw) => cataloguedStatusPage(catalogueOf(raw), "www.shop.example"),
    {
      most: 20_000,
    },
  ),
  door(
    `${STATUS}/catalogue.ts: cataloguedStatusPage`,
    hosts,
    (host) => cataloguedStatusPage({ "shop.example": "https://status.shop.example/" }, host),
    { most: 40 },
  ),
  door(
    `${STATUS}/discovery.ts: statusPageCandidates`,
    fc.record({
      host: fc.constantFrom("shop.example", "www.shop.example", "intranet", "[::1]"),
      registrableDomain: fc.constantFrom("shop.example", null),
      links: fc.array(links, { maxLength: 200 }),
      statusLinks: fc.array(links, { maxLength: 10 }),
      catalogue: fc.constant({}),
    }),
    statusPageCandidates,
    { most: 8 * 2_300 },
  ),
];
