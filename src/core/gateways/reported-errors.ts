import { cleanDetail, type GatewayFamily, type GatewayWord } from "./gateway.ts";
import type { FamilyNotes } from "./note.ts";
import { wordOfReason } from "./reasons.ts";

/** Names of fields that are made to tell what went wrong. */
const TELLS =
  /(?:^|[-_])(?:router-?|proxy-?|gateway-?|upstream-?)?(?:err(?:or)?|fault|failure)(?:[-_]?(?:code|type|reason|message|details?|cause|info))?$/;
const TELLS_TOO =
  /(?:^|[-_])(?:(?:fail(?:ure|ed)?|down|unavailable|response|status|den(?:y|ied)|block(?:ed)?|reject(?:ed|ion)?)[-_]?reason|response[-_]code[-_]details|grpc[-_]message)$/;

/** Names that say all themselves, and what their value then is. */
const STATES = /(?:^|[-_])(?:maintenance(?:[-_]mode)?|suspended)$/;
const IS_SO = /^(?:1|true|yes|on|active|enabled)$/i;

const IS_NOTHING = /^(?:|-|0|no|none|null|false|off|n\/a)$/i;

/** Names that say that it is whoever asks who is refused, whatever the reason is called. */
const REFUSES = /(?:^|[-_])(?:(?:den(?:y|ied)|block(?:ed)?)[-_]?reason|blocked[-_]by)$/;

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

/** What a field says of the reason; null where it says none that is known. */
function wordOf(name: string, value: string): GatewayWord | null {
  if (READ_BY_OTHERS.has(name)) return null;
  if (STATES.test(name)) return IS_SO.test(value.trim()) ? wordOfReason(name) : null;
  const said = TELLS.test(name) || TELLS_TOO.test(name) ? wordOfReason(value) : null;
  return said ?? (REFUSES.test(name) && !IS_NOTHING.test(value.trim()) ? "blocked" : null);
}

/**
 * Whoever gives a reason in a field that is made for it, in words that everybody uses, of which nobody says whose they
 * are: the site's own word, and hearsay.
 */
export const reportedErrors: GatewayFamily = {
  id: "reported-errors",
  products: [],
  recognise({ headers }) {
    for (const [name, value] of headers) {
      const word = wordOf(name, value);
      const detail = cleanDetail(STATES.test(name) ? name : value.replaceAll("%20", " "));
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
