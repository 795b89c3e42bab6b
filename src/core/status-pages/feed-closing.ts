import { CLOSING, CLOSING_ALONE, WORKS_AGAIN } from "./feed-words.ts";

/** Where a sentence says that something is over. */
export interface Closing {
  readonly before: string;
  readonly after: string;
}

/** Nobody's sentence says so more often. */
const MOST_WORDS = 8;
const ENGLISH =
  /\b(?:resolved|completed?|closed|fixed|recovered|restored|mitigated|solved|rectified|repaired|ended|finished)\b/g;

/** What makes a verb of such a word, right before it. */
const VERB =
  /(?:^|\b(?:is|are|was|were|been|be|got|it's|now|has|have|had|we|we've|they|team|engineers?|fully|completely|successfully|just|also|as) )$/;
/** What may follow a verb. Behind such a word as an adjective stands its noun: "fixed price". */
const AFTER_VERB =
  /^(?:$|[^\w\s-]| [-–—]| (?:by|at|on|with|now|as|after|for|in|since|and|but|within|via|through|around|this|that|the|it|all|our|an?|successfully|fully|completely|today|yesterday|earlier|thanks|so|because|issues?|incident|problem|outage|\d{1,2})\b)/;
/** What such a verb tells of something else: names are resolved to addresses, and what breaks off has ended. */
const OF_ANOTHER =
  /^(?:-\w| (?:to|into|unexpectedly|prematurely|abruptly|suddenly|randomly|early|too|without|immediately|intermittently)\b)/;

/** Words of which the subject decides: an incident is closed, and so are sessions and accounts. */
const OF_ANYTHING = /^(?:completed?|closed|ended|finished)$/;
const OF_INCIDENT =
  /\b(?:issues?|problems?|incidents?|outages?|maintenance|works?|updates?|upgrades?|migrations?|this|it|that|everything|all|investigations?|deployments?|roll-?outs?|events?|disruptions?|recovery|repairs?|fix|restorations?|failovers?|restarts?|windows?|tickets?|cases?|we|status|trouble|interruptions?)\b/;
const AUXILIARIES = /\b(?:is|are|was|were|been|be|now|has|have|had|fully|successfully|completely|also|just)\b/g;

/** Whether an English word that ends things is the verb of a clause about the incident or the service. */
function isPredicate(word: string, before: string, after: string): boolean {
  if (OF_ANOTHER.test(after) || !(VERB.test(before) || AFTER_VERB.test(after))) return false;
  if (!OF_ANYTHING.test(word)) return true;
  const [clause = ""] = before.split(/[,;:–—]/).slice(-1);
  const subject = clause.replace(AUXILIARIES, "").trim();
  return subject === "" || OF_INCIDENT.test(subject);
}

/** Where a sentence, in lower case and without marks, says that an incident is over, or that a service works again. */
export function closingsIn(sentence: string): readonly Closing[] {
  const english = [...sentence.matchAll(ENGLISH)]
    .slice(0, MOST_WORDS)
    .map(({ 0: word, index }) => ({ word, from: index }));
  const others = [CLOSING, WORKS_AGAIN, CLOSING_ALONE].flatMap((pattern) => {
    const found = pattern.exec(sentence);
    return found ? [{ word: found[0], from: found.index }] : [];
  });
  return [...english, ...others]
    .map(({ word, from }) => ({ word, before: sentence.slice(0, from), after: sentence.slice(from + word.length) }))
    .filter(({ word, before, after }) => others.some((one) => one.word === word) || isPredicate(word, before, after));
}
