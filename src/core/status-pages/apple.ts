import * as v from "valibot";
import { items, jsonOf, time, word } from "./json.ts";
import type { StatusProduct } from "./product.ts";
import { stateOf, type Words, worst } from "./states.ts";

const statusSchema = () =>
  v.object({
    services: items(
      v.object({
        serviceName: word,
        // Empty when all is well. Without it nobody knows.
        events: v.nullish(
          items(
            v.object({ statusType: word, eventStatus: word, epochStartDate: time, epochEndDate: time, message: word }),
          ),
        ),
      }),
    ),
  });

const TYPES: Words = {
  Available: "operational",
  Maintenance: "maintenance",
  Issue: "degraded",
  Performance: "degraded",
  Outage: "major_outage",
};
const NO_OUTAGE = ["Available", "Maintenance"];
const NOT_OPEN = ["resolved", "upcoming", "completed"];

/** Apple's board for everybody, in a file that may be wrapped in a callback; only ongoing events count. */
export const apple: StatusProduct = {
  id: "apple",
  at: ["www.apple.com/support/systemstatus", "developer.apple.com/system-status"],
  apiHosts: ["www.apple.com"],
  endpoints: () => ["https://www.apple.com/support/systemstatus/data/system_status_en_US.js"],
  parse({ answers }) {
    const status = jsonOf(statusSchema, answers[0]);
    if (!status) return null;
    const services = status.services.map(({ serviceName, events }) => ({
      name: serviceName,
      isTold: Array.isArray(events),
      open: (events ?? []).filter(({ eventStatus }) => !NOT_OPEN.includes(eventStatus)),
      over: (events ?? []).filter(
        ({ eventStatus, statusType }) => eventStatus === "resolved" && !NO_OUTAGE.includes(statusType),
      ),
    }));
    return {
      name: "Apple",
      components: services.map(({ name, isTold, open }) => ({
        name,
        state:
          isTold && open.length === 0 ? "operational" : worst(open.map(({ statusType }) => stateOf(TYPES, statusType))),
      })),
      notices: services.flatMap(({ name, open }) =>
        open.map(({ statusType, epochStartDate, epochEndDate, message }) => ({
          title: message || name,
          impact: stateOf(TYPES, statusType),
          startedAt: epochStartDate,
          endsAt: epochEndDate,
          names: [name],
        })),
      ),
      past: services.flatMap(({ name, over }) =>
        over.map(({ epochStartDate, epochEndDate, message }) => ({
          title: message || name,
          startedAt: epochStartDate,
          endedAt: epochEndDate,
          names: [name],
        })),
      ),
    };
  },
};
