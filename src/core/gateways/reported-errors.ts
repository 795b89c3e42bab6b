import { cleanDetail, type GatewayFamily, type GatewayWord, type Sample } from "./gateway.ts";
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

/** Names of what a guard did with the request, and the acts that refuse it. */
const GUARDS_ACT =
  /(?:^|[-_])(?:waf|fire-?wall|security|shield|threat|acl|access|geo-?(?:ip|block)?|bot(?:[-_](?:management|manager|protection|defen[cs]e|control))?)[-_](?:action|decision|verdict|result|outcome|disposition)$/;
const IS_REFUSAL =
  /^"?(?:den(?:y|ied)|block(?:ed)?|reject(?:ed)?|drop(?:ped)?|ban(?:ned)?|forbid(?:den)?|refuse[d]?)\b/i;

/** How many requests are left: the working group's field in both of its forms, and the older ones that say it beside a wait. */
const COUNTER = /^ratelimit$/;
const IS_SPENT = /[;,\s]\s{0,4}(?:r|remaining)\s{0,4}=\s{0,4}0(?![\d.])/i;
const REMAINING = /^(?:x-)?rate-?limit-remaining$/;

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
  if (GUARDS_ACT.test(name)) return IS_REFUSAL.test(value.trim()) ? "blocked" : null;
  const said = TELLS.test(name) || TELLS_TOO.test(name) ? wordOfReason(value) : null;
  return said ?? (REFUSES.test(name) && !IS_NOTHING.test(value.trim()) ? "blocked" : null);
}

/** Whether a refusal to serve says that whoever asks has used up their requests. */
function isSpent({ status, headers }: Sample, name: string, value: string): boolean {
  if (status !== 503) return false;
  if (COUNTER.test(name)) return IS_SPENT.test(` ${value}`);
  return REMAINING.test(name) && value.trim() === "0" && headers.some(([field]) => field === "retry-after");
}

/** A name tells what a bare number or a state is about. */
function reasonIn(name: string, value: string): string {
  if (STATES.test(name)) return name;
  return COUNTER.test(name) || REMAINING.test(name) ? `${name}: ${value}` : value.replaceAll("%20", " ");
}

/**
 * Whoever gives a reason in a field that is made for it, in words that everybody uses, of which nobody says whose they
 * are: the site's own word, and hearsay.
 */
export const reportedErrors: GatewayFamily = {
  id: "reported-errors",
  products: [],
  recognise(sample) {
    for (const [name, value] of sample.headers) {
      const word = wordOf(name, value) ?? (isSpent(sample, name, value) ? "overload" : null);
      const detail = cleanDetail(reasonIn(name, value));
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
