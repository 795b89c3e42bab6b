import type { Cause } from "../evidence/causes.ts";
import type { GatewayWord } from "../gateways/gateway.ts";
import { recognise } from "../gateways/index.ts";
import { sampleOf } from "../gateways/sample-of.ts";
import { type Answer, isChallenge } from "../http/answer.ts";
import { isChallengePage } from "../http/challenge-page.ts";
import { type PageWord, pageWordOf } from "./page-words.ts";

/** Words of a gateway from which follows how long it may last, or that asking does no good. */
const BY_WRITER: Partial<Record<GatewayWord, Cause>> = {
  overload: "overload",
  maintenance: "maintenance",
  misconfigured: "misconfigured",
  "switched-off": "switched-off",
  blocked: "blocked-address",
};

const IN_WORDS = {
  proof: "bot-check",
  refusal: "blocked-address",
  maintenance: "maintenance",
  "switched-off": "switched-off",
  load: "overload",
} as const satisfies Record<PageWord, Cause>;

/**
 * What one failing answer names as its cause, if that says how a plan should go on; null for all others. Hearsay of a
 * product names nothing. It is the answer's own word, good enough for a pace and for no verdict.
 */
export function namedCause(answer: Answer, url: string): Cause | null {
  if (answer.kind !== "response" || answer.status < 500) return null;
  if (isChallenge(answer) || isChallengePage(answer.status, answer.body)) return "bot-check";
  const sample = sampleOf(answer, url);
  const writer = recognise([sample]);
  const named = writer && !writer.weak ? BY_WRITER[writer.word] : undefined;
  if (named) return named;
  const word = pageWordOf(writer, [sample], answer.status);
  return word && IN_WORDS[word];
}
