import * as v from "valibot";
import { items, jsonOf } from "./json.ts";
import type { StatusProduct } from "./product.ts";
import { stateOf, type Words } from "./states.ts";

const instancesSchema = () => items(v.object({ key: v.string(), status: v.string() }));

const WORDS: Words = {
  OK: "operational",
  MAINTENANCE_CORE: "maintenance",
  MAINTENANCE_NONCORE: "maintenance",
  MINOR_INCIDENT_CORE: "degraded",
  MINOR_INCIDENT_NONCORE: "degraded",
  MAJOR_INCIDENT_NONCORE: "degraded",
  MAJOR_INCIDENT_CORE: "major_outage",
};

/** Salesforce's board: one state for each instance, whose key may be part of the customer's host name. */
export const salesforce: StatusProduct = {
  id: "salesforce",
  at: ["status.salesforce.com", "trust.salesforce.com"],
  apiHosts: ["api.status.salesforce.com"],
  endpoints: () => ["https://api.status.salesforce.com/v1/instances/status/preview?products=Salesforce_Services"],
  parse({ answers }) {
    const instances = jsonOf(instancesSchema, answers[0]);
    if (!instances) return null;
    return {
      name: "Salesforce",
      components: instances.map(({ key, status }) => ({ name: key, state: stateOf(WORDS, status) })),
    };
  },
};
