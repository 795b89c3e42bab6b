import { eachOnce } from "../prose/page/prose.ts";
import { asksForProof, refusesVisitor } from "../prose/refusal/notice.ts";
import { statedIn } from "../prose/stated.ts";
import type { Sample } from "./gateway.ts";

/** What was asked for, and that it is refused: of a page that is known to be a filter's this is no one's but the filter's. */
const REFUSED =
  /\b(?:url|(?:web ?)?(?:site|page)|category|categories|access|download|file|object|content)\b.{0,80}(?<!\b(?:may|might|could|can) be )\b(?:blocked|denied|not (?:be )?(?:allowed|permitted|provided)|prohibited|forbidden|restricted)\b/;
const BY_POLICY =
  /\bpolic(?:y|ies)\b.{0,40}\b(?:(?:does|do) not (?:permit|allow)|restricts?|forbids?|prohibits?|blocks?)\b/;
const NOT_REACHED = /\b(?:could not|cannot|can't|unable to) (?:be )?(?:connect|reach|resolve|find|contact|communicate)/;

/** Whether the page of a box on the user's side says plainly that a rule of the box's refuses this request. */
export function refusesByRule(sample: Sample): boolean {
  const prose = eachOnce(statedIn(sample.body));
  if (prose.sentences.some((said) => NOT_REACHED.test(said))) return false;
  if (refusesVisitor(prose) || asksForProof(prose)) return true;
  return prose.sentences.some((said) => REFUSED.test(said) || BY_POLICY.test(said));
}
