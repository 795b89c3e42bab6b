import { passage } from "../http/passage.ts";
import { BY_STATUS, type Finder, family, type Product } from "./markers.ts";
import type { FamilyNotes } from "./note.ts";

/** A network known by a header of its answers alone, own or passed on. */
const named = (name: string, header: string, value: RegExp, more: Partial<Product> = {}): Product => ({
  name,
  side: "site",
  markers: [{ headers: { [header]: value }, word: "passed-on" }],
  ...more,
});
const BUNNY_ID: Finder = ["cdn-requestid", /^([0-9a-f]{16,40})$/];

/** Content networks whose own pages are little known. */
export const cdns = family("cdns", () => [
  {
    name: "Sucuri",
    side: "site",
    statusPage: "https://status.sucuri.net/",
    requestId: [["x-sucuri-id", /^(\d{3,12})$/]],
    markers: [
      { body: passage(/Sucuri/i, 4_000, /Back-?end server error/i), word: "no-valid-answer", weak: true },
      { body: passage(/Sucuri/i, 4_000, /Connection timeout/i), word: "origin-slow", weak: true },
      { body: passage(/Sucuri WebSite Firewall/i, 200, /Access Denied/i), word: "blocked", weak: true },
      { headers: { "x-sucuri-id": /./ }, word: "passed-on" },
      { headers: { server: /^Sucuri\//i }, word: "passed-on" },
    ],
  },
  {
    name: "bunny.net",
    side: "site",
    statusPage: "https://status.bunny.net/",
    requestId: [BUNNY_ID],
    markers: [
      { headers: { "cdn-requestpullcode": /^0$/ }, word: "origin-down", detail: "CDN-RequestPullCode 0", weak: true },
      { headers: { server: /^BunnyCDN-/i }, body: /\bbunny\.net\b/i, word: BY_STATUS, weak: true },
      { headers: { server: /^BunnyCDN-/i }, word: "passed-on" },
      { headers: { "cdn-pullzone": /./ }, word: "passed-on" },
    ],
  },
  {
    name: "Alibaba Cloud CDN",
    side: "site",
    requestId: [["eagleid", /^([0-9a-f]{20,40})$/]],
    markers: [
      { headers: { "x-swift-error": /\borig response [45]xx\b/i }, word: "passed-on" },
      { headers: { "x-swift-error": /./ }, word: BY_STATUS, reason: ["x-swift-error", /^([^,]{1,200})/], weak: true },
      { headers: { eagleid: /./ }, word: "passed-on" },
      { headers: { "x-swift-savetime": /./ }, word: "passed-on" },
    ],
  },
  named("KeyCDN", "server", /^keycdn/i, { statusPage: "https://status.keycdn.com/" }),
  named("Edgio", "server", /^(?:ECS|ECD|ECAcc) \(/),
  named("CacheFly", "bestcdn", /Cachefly/i),
  named("Azion", "x-azion-edge-pop", /./),
  named("ArvanCloud", "server", /^ArvanCloud\b/i),
  named("Qrator", "server", /^QRATOR\b/i),
  named("DDoS-Guard", "server", /^ddos-guard\b/i),
  named("Variti", "server", /^Variti\//i),
  named("Link11", "server", /^rhino-core-shield\b/i),
  named("ChinaCache", "powered-by-chinacache", /./),
  named("Qiniu", "x-qiniu-cdn", /./),
  named("Huawei Cloud", "server", /^HuaweiCloudWAF\b/i),
  named("Gcore", "server", /^gcore\b/i),
  named("CDN77", "server", /^CDN77-/i),
]);

export const cdnsNotes: FamilyNotes = {
  id: "cdns",
  entries: [{ say: ["owner_cdn_past"] }],
};
