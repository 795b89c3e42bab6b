import { cleanDetail, type GatewayFamily } from "./gateway.ts";
import type { FamilyNotes } from "./note.ts";
import { wordOfReason } from "./reasons.ts";

/** Names of fields that are made to tell what went wrong. */
const TELLS =
  /(?:^|[-_])(?:router-?|proxy-?|gateway-?|upstream-?)?(?:err(?:or)?|fault|failure)(?:[-_]?(?:code|type|reason|message|details?|cause|info))?$/;
const TELLS_TOO =
  /(?:^|[-_])(?:(?:fail(?:ure|ed)?|down|unavailable|response|status)[-_]?reason|response[-_]code[-_]details|grpc[-_]message)$/;

/** Fields that belong to a product: its own family reads them. */
const READ_BY_OTHERS: ReadonlySet<string> = new Set([
  "cf-error-type",
  "heroku-error",
  "l5d-err",
  "l5d-proxy-error",
  "ngrok-error-code",
  "x-amz-error-code",
  "x-amzn-errortype",
  "x-apigee-fault-code",
  "x-azure-externalerror",
  "x-azure-internalerror",
  "x-cf-routererror",
  "x-fc-error-type",
  "x-ms-error-code",
  "x-squid-error",
  "x-swift-error",
  "x-vercel-error",
]);

/**
 * Whoever gives a reason in a field that is made for it, in words that everybody uses, of which nobody says whose they
 * are: the site's own word, and hearsay.
 */
export const reportedErrors: GatewayFamily = {
  id: "reported-errors",
  products: [],
  recognise({ headers }) {
    for (const [name, value] of headers) {
      if (READ_BY_OTHERS.has(name) || !(TELLS.test(name) || TELLS_TOO.test(name))) continue;
      const word = wordOfReason(value);
      const detail = cleanDetail(value.replaceAll("%20", " "));
      if (word && detail !== undefined) {
        return { family: "reported-errors", product: null, word, side: "either", weak: true, detail };
      }
    }
    return null;
  },
};

export const reportedErrorsNotes: FamilyNotes = {
  id: "reported-errors",
  entries: [{ say: ["owner_reported_reason"] }],
};
