import { plainText } from "../http/plain-text.ts";
import { lazily } from "../lazily.ts";
import { speaksOfMaintenance } from "./maintenance/notice.ts";
import { jsonAsPage } from "./page/from-json.ts";
import { problemAsPage } from "./page/from-problem-details.ts";
import { type Prose, type ProseList, proseOf } from "./page/prose.ts";
import { asksForProof, refusesVisitor } from "./refusal/notice.ts";
import { saysSwitchedOff } from "./switched-off/notice.ts";
import { speaksOfOwnTrouble } from "./trouble/behind-site.ts";
import { speaksOfLoad } from "./trouble/load-notice.ts";

/** What a page can name as its cause, the most telling first: who is overloaded is a server as well. */
const CAUSES: ReadonlyArray<(said: Prose) => boolean> = [
  refusesVisitor,
  asksForProof,
  ({ sentences }) => sentences.some(speaksOfMaintenance),
  ({ sentences }) => sentences.some(speaksOfLoad),
  saysSwitchedOff,
  ({ sentences }) => sentences.some(speaksOfOwnTrouble),
];

/** A sentence or a heading below which possible reasons stand. */
const supposes = lazily(
  () =>
    /(?<!\p{L})(?:(?:may|might|could|can) (?:be|have|happen|occur)|possibl[ey]|perhaps|probabl[ey]|usual(?:ly)?|typical(?:ly)?|common(?:ly)?|often|reasons|causes|one of (?:the following|these)|mögliche[nr]?|möglicherweise|vielleicht|ursachen|gründe|(?:kann|könnte) (?:daran|folgende|verschiedene|mehrere)|possibles?|peut-être|(?:peut|pourrait) (?:être|avoir)|raisons|posibles?|(?:puede|podría|pode|poderia) (?:ser|deberse|tener|dever-se)|causas|razones|razões|motivos|possíve(?:l|is)|possibil[ei]|(?:può|potrebbe) (?:essere|dipendere)|motivi|mogelijk(?:e|erwijs)?|redenen|oorzaken|möjliga|mulige|orsaker|årsaker|årsager|możliw\p{L}+|przyczyn\p{L}+|powod\p{L}+|možn\p{L}+|příčin\p{L}+|důvod\p{L}+|возможн\p{L}+|причин\p{L}+|можлив\p{L}+|olası|nedenler\p{L}*|mungkin|kemungkinan|penyebab|có thể do|nguyên nhân)(?!\p{L})|可能|考えられ|原因|가능|원인/u,
);

/** More items than that are no list of reasons. */
const MOST_ITEMS = 12;

/** Which of the causes each item names; -1 for none. */
const causeOf = (sentences: readonly string[]): number =>
  CAUSES.findIndex((names) => names({ headings: [], sentences }));

/**
 * Whether a list offers reasons of which the page does not say which it is: they are different causes, or stand below
 * a sentence that only supposes. A list that is about one cause from its first item to its last says what it says.
 */
function offersReasons({ lead, items }: ProseList): boolean {
  if (items.length < 2 || items.length > MOST_ITEMS) return false;
  const causes = new Set(items.map(causeOf));
  const named = [...causes].filter((cause) => cause >= 0);
  return named.length > 1 || (named.length === 1 && causes.size > 1 && supposes().test(lead));
}

/** A failing answer as a page: what is no page, and is JSON, as its reader would hear it. */
function asPage(body: string): string {
  const text = plainText(body);
  return text === null ? body : (problemAsPage(text) ?? jsonAsPage(text) ?? body);
}

/**
 * What a failing answer states: its prose without the lists of possible reasons, for each of which it would say something
 * else. `body` is its start, at most 16 KB.
 */
export const statedIn = (body: string): Prose => proseOf(asPage(body), offersReasons);
