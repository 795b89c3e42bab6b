/** What scripts in pages report, what people and the browser say, and what lies in the session for pages of ours. */
import fc from "fast-check";
import { parseFieldsLook } from "../../../src/core/incident/form-return.ts";
import { pageUrl, webPage } from "../../../src/core/incident/incident.ts";
import { parseNavigation } from "../../../src/core/incident/navigation.ts";
import { parsePageRequests } from "../../../src/core/incident/page-requests.ts";
import { parseTold } from "../../../src/core/incident/told.ts";
import { typedAddress } from "../../../src/core/incident/typed-address.ts";
import { namedIn } from "../../../src/core/protocol/named.ts";
import { VIEW_VERSION, viewIn } from "../../../src/core/protocol/tab-view.ts";
import { suspects } from "../../../src/core/repair/extensions.ts";
import { isProxyError } from "../../../src/core/repair/proxy-error.ts";
import { proxySetting } from "../../../src/core/repair/proxy-setting.ts";
import { isSentAtTop } from "../../../src/core/repair/sent-cookies.ts";
import { ADDRESSES, TYPED } from "../corpus.ts";
import { type Door, door } from "../door.ts";
import { jsonTexts, texts, values } from "../mutations.ts";

const INCIDENT = "src/core/incident";
const REPAIR = "src/core/repair";
const SMALL = { most: 40 };

/** A navigation entry as Chromium's, and as Firefox's. */
const REPORTS = [
  {
    entry: {
      name: "https://shop.example/cart",
      entryType: "navigation",
      responseStatus: 502,
      type: "reload",
      workerStart: 3.2,
      deliveryType: "cache",
      nextHopProtocol: "h2",
      transferSize: 300,
      fetchStart: 1.5,
      requestStart: 10.4,
      responseStart: 110.9,
      serverTiming: [{ name: "edge", duration: 1, description: "" }, { name: "faultline-get" }],
    },
    timeOrigin: 1_790_000_000_000.4,
    controlled: true,
  },
  { entry: { responseStatus: 503, type: "navigate", nextHopProtocol: "http/1.1" }, timeOrigin: 1_790_000_000_000 },
];

const REQUESTS = [
  {
    seen: 12,
    hidden: 3,
    failed: [
      { address: "https://api.shop.example/cart", status: 502, initiator: "fetch", cut: true },
      { address: "https://cdn.shop.example/app.js", status: 503, initiator: "script", cut: false },
    ],
  },
];

const EXTENSIONS = [
  [
    {
      id: "a",
      name: "Ad blocker",
      enabled: true,
      type: "extension",
      permissions: ["proxy"],
      hostPermissions: ["<all_urls>"],
    },
    { id: "b", name: "Old", enabled: true, permissions: ["tabs", "*://*.shop.example/*", "https://[::1]:8080/*"] },
    { id: "c", name: "Theme", enabled: false, type: "theme" },
  ],
];

const PROXIES = [
  {
    levelOfControl: "controllable_by_this_extension",
    value: { proxyType: "manual", http: "proxy.corp.example:3128", ssl: "", socks: "10.0.0.1:1080", autoConfigUrl: "" },
  },
  { levelOfControl: "not_controllable", value: { proxyType: "autoConfig", autoConfigUrl: "http://wpad/wpad.dat" } },
];

const VIEWS = [
  { version: VIEW_VERSION, value: { standing: { kind: "unreadable" }, check: null, plan: { state: "none" } } },
  {
    version: 1,
    value: { typed: "shop.example", url: "https://shop.example/", host: "shop.example", answer: { is: "asking" } },
  },
  undefined,
];

const addresses = texts(ADDRESSES, 20_000);

export const MESSAGE_DOORS: readonly Door[] = [
  // The longest report that is taken bears two million characters; nearly all of it is left behind.
  door(`${INCIDENT}/navigation.ts: parseNavigation`, jsonTexts(REPORTS, 100_000), parseNavigation, {
    most: 50 * 103 + 300,
    shown: (navigation) => [navigation?.protocol],
  }),
  door(
    `${INCIDENT}/page-requests.ts: parsePageRequests`,
    values(REQUESTS),
    (raw) => parsePageRequests(raw, { pageHost: "shop.example", pageStatus: 200 }),
    // Ten hosts, each with its name, its address, and the statuses that there are. What is no letter of an address is escaped.
    { most: 10 * 3_000, shown: (found) => (found?.failing ?? []).flatMap(({ host, url }) => [host, url]) },
  ),
  door(
    `${INCIDENT}/form-return.ts: parseFieldsLook`,
    values([{ beganAt: 1.5e12, isLoaded: true, hasFields: true, hasText: false }]),
    parseFieldsLook,
    {
      most: 120,
    },
  ),
  door(
    `${INCIDENT}/told.ts: parseTold`,
    fc.tuple(values(["private-window", "other-device"]), values(["works", "fails", "works-signed-out"])),
    ([step, answer]) => parseTold(step, answer),
    { most: 80 },
  ),
  door(`${INCIDENT}/typed-address.ts: typedAddress`, texts(TYPED, 20_000), typedAddress, {
    most: 2 * 8_192 + 400,
    shown: (found) => (found.is === "address" ? [found.host, found.url, found.otherwise] : []),
  }),
  door(`${INCIDENT}/incident.ts: pageUrl`, addresses, pageUrl, { most: 8_194, shown: (url) => [url] }),
  // However long it is: a badge is all that comes of it.
  door(`${INCIDENT}/incident.ts: webPage`, addresses, (text) => webPage(text)?.href ?? null, { most: 200_000 }),
  door(
    `${REPAIR}/extensions.ts: suspects`,
    values(EXTENSIONS).map((all) => (Array.isArray(all) ? [...all] : [all])),
    (all) => [
      suspects(all, { own: "own", can: { touch: "https://www.shop.example/cart" } }),
      suspects(all, { own: "own", can: "set-proxy" }),
    ],
    { most: 2 * 700, shown: (found) => found.flatMap(({ names }) => names) },
  ),
  door(`${REPAIR}/proxy-setting.ts: proxySetting`, values(PROXIES), (raw) => proxySetting(raw, "https:"), {
    most: 200,
    shown: (found) => [found?.server],
  }),
  door(
    `${REPAIR}/proxy-error.ts: isProxyError`,
    texts(["net::ERR_PROXY_CONNECTION_FAILED", "NS_ERROR_PROXY_X"], 300),
    isProxyError,
    SMALL,
  ),
  door(
    `${REPAIR}/sent-cookies.ts: isSentAtTop`,
    addresses.map((topLevelSite) => ({ name: "a", storeId: "0", partitionKey: { topLevelSite } })),
    (cookie) => isSentAtTop(cookie, "https://shop.example/"),
    SMALL,
  ),
  // What the worker alone has written: only its version is looked at.
  door("src/core/protocol/tab-view.ts: viewIn", values(VIEWS), (raw) => typeof viewIn(raw), SMALL),
  door("src/core/protocol/named.ts: namedIn", values(VIEWS), (raw) => typeof namedIn(raw), SMALL),
];
