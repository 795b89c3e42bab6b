import type { GatewayWord } from "../gateways/gateway.ts";
import type { MessageKey } from "../message.ts";

/** Who wrote the failing answer, as far as the sentence about it depends on that. */
export interface Speaker {
  /** A box or a program of the user's side: the site stands behind it, but is not its. */
  readonly isYours: boolean;
  readonly word: GatewayWord | null;
}

/** What is said of the site's own gateway, in the words for a box of the user's: what that box could not do. */
const OF_YOURS: Partial<Record<MessageKey, MessageKey>> = {
  cause_origin_down_why: "cause_origin_down_why_yours",
  cause_origin_slow_why: "cause_origin_slow_why_yours",
  cause_origin_invalid_why: "cause_origin_invalid_why_yours",
  cause_no_valid_answer_why: "cause_no_valid_answer_why_yours",
  cause_misconfigured_why: "cause_misconfigured_why_yours",
  cause_gateway_fault_why: "cause_gateway_fault_why_yours",
};

/** Words that do not say what a server did that they never reached. */
const SAYS_LESS: Partial<Record<GatewayWord, MessageKey>> = {
  "own-upstream-dead": "cause_cut_off_why",
  unreached: "cause_unreached_why",
};

/** The sentence that tells why, as far as whoever wrote the answer claims it, and with whose box could not do what. */
export function whyBySpeaker(why: MessageKey, { isYours, word }: Speaker): MessageKey {
  const less = why === "cause_origin_down_why" && word !== null ? SAYS_LESS[word] : undefined;
  return less ?? (isYours ? OF_YOURS[why] : undefined) ?? why;
}
