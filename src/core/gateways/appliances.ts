import { BY_STATUS, family } from "./markers.ts";
import type { FamilyNotes } from "./note.ts";

/** Load balancers and doors that data centres buy. */
export const appliances = family("appliances", () => [
  {
    name: "IBM WebSEAL",
    side: "site",
    markers: [
      { body: /This is a WebSEAL error message template file/i, word: BY_STATUS },
      { headers: { server: /^WebSEAL\b/i }, word: "passed-on" },
    ],
  },
  {
    name: "IBM DataPower",
    side: "site",
    requestId: [["x-global-transaction-id", /^([0-9a-f]{8,40})$/i]],
    markers: [
      // FAIL stands for each try to reach the backend that brought nothing.
      { headers: { "x-backside-transport": /^FAIL\b/ }, word: "no-valid-answer", detail: "X-Backside-Transport: FAIL" },
      { headers: { "x-backside-transport": /./ }, word: "passed-on" },
    ],
  },
  {
    name: "Citrix NetScaler",
    side: "site",
    markers: [
      { status: [503], body: /<b>Http\/1\.1 Service Unavailable<\/b>/i, word: "origin-down", weak: true },
      { headers: { via: /\bNS-CACHE/ }, word: "passed-on" },
      { headers: { cneonction: /./ }, word: "passed-on" },
      { headers: { nncoection: /./ }, word: "passed-on" },
    ],
  },
  {
    name: "Kemp LoadMaster",
    side: "site",
    markers: [{ headers: { "x-servedby": /^KEMP-LM/i }, word: "passed-on" }],
  },
]);

export const appliancesNotes: FamilyNotes = {
  id: "appliances",
  entries: [
    { product: "Citrix NetScaler", say: ["owner_netscaler_vserver"] },
    { product: "IBM WebSEAL", say: ["owner_webseal_junction"] },
    { product: "IBM DataPower", say: ["owner_datapower_log"] },
  ],
};
