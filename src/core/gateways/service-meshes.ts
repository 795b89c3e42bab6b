import { BY_STATUS, type Finder, family, type Marker } from "./markers.ts";
import type { FamilyNotes } from "./note.ts";

const WORDS = { 500: "no-valid-answer", ...BY_STATUS } as const;

/** A field in which a proxy gives its reason, in words. The answer itself is empty, or says less. */
const reasonIn = (field: string, detail: RegExp): Marker => ({
  headers: { [field]: /./ },
  word: WORDS,
  reason: [field, /^(.{1,400})/],
  detail: [field, detail],
});
/** The last of the clauses: those before it name addresses and services. */
const LAST_CLAUSE = /([^:]{1,80})$/;
const VCAP: Finder = ["x-vcap-request-id", /^([0-9a-f-]{36})$/];

/** Routers between the parts of a site, which say in a field what went wrong behind them. */
export const serviceMeshes = family("service-meshes", () => [
  {
    name: "Linkerd",
    side: "site",
    markers: [reasonIn("l5d-proxy-error", LAST_CLAUSE), reasonIn("l5d-err", LAST_CLAUSE)],
  },
  {
    name: "Cloud Foundry",
    side: "site",
    requestId: [VCAP],
    // Gorouter names what it could not reach; what an application answers carries its id alone.
    markers: [
      reasonIn("x-cf-routererror", /^(.{1,200})/),
      { headers: { "x-vcap-request-id": /./ }, word: "passed-on" },
    ],
  },
  {
    name: "KrakenD",
    side: "site",
    markers: [
      { headers: { "x-krakend": /./, "x-krakend-completed": /^false$/i }, word: WORDS, weak: true },
      { headers: { "x-krakend": /./ }, word: "passed-on" },
    ],
  },
]);

export const serviceMeshesNotes: FamilyNotes = {
  id: "service-meshes",
  entries: [
    { product: "Linkerd", words: ["origin-down"], say: ["owner_linkerd_endpoints", "owner_reported_reason"] },
    { product: "Cloud Foundry", detail: /./, say: ["owner_reported_reason", "owner_cloud_foundry_app"] },
    { product: "KrakenD", say: ["owner_krakend_log"] },
    { detail: /./, say: ["owner_reported_reason"] },
  ],
};
