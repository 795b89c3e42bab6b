import { lazily } from "../../lazily.ts";
import type { Found } from "../sentence/found.ts";

const word = (words: readonly string[], unspaced: string): RegExp =>
  new RegExp(`(?<!\\p{L})(?:${words.join("|")})(?!\\p{L})|${unspaced}`, "u");

/** That it can happen: right before what would become of the reader, "your access may be". */
const possible = lazily(
  () =>
    new RegExp(
      `(?<!\\p{L})(?:${[
        "(?:may|might|can|could)(?: (?:also|then|even|still|only))? (?:be|get|become)(?: (?!\\p{L}+ing(?!\\p{L}))\\p{L}+){0,3}",
        "(?:peut|peuvent|pourrai(?:t|ent)) être(?: \\p{L}+)?",
        "(?:puede|podría|podrá)n? (?:ser|estar|verse|quedar)(?: \\p{L}+)?|(?:pode|poderá|poderia)m? (?:ser|estar|ficar)(?: \\p{L}+)?",
        "(?:può|possono|potrebbe(?:ro)?) (?:essere|venire)(?: \\p{L}+)?",
        "(?:kan|kunnen|kunna|kunne)(?: \\p{L}+){0,2}",
        "(?:może|mogą|może zostać|mogą zostać)(?: (?:być|zostać))?|(?:může|mohou|môže|môžu) (?:být|byť)(?: \\p{L}+)?",
        "(?:может|могут|може|можуть) (?:быть|бути)(?: \\p{L}+)?",
        "có thể(?: \\p{L}+)?|(?:dapat|bisa|mungkin|boleh)(?: \\p{L}+)?",
        "μπορεί να(?: \\p{L}+)?|(?:poate|pot) fi(?: \\p{L}+)?",
      ].join("|")}) $|(?:可能|也许|也許|或许)(?:会|會|将|將|被|受到)*$`,
      "u",
    ),
);
/** The same in languages that say so in the end: of the word itself, and right after it. */
const possibleInWord = lazily(() => /[ae]bilir(?:ler)?$/u);
const possibleAfter = lazily(
  () =>
    /^(?: (?:werden|sein))? (?:kann|können|könnte|könnten)(?!\p{L})|^[^、。]{0,6}(?:場合があ|ことがあ|可能性|おそれ)|^[^.]{0,3}(?:될|할) 수/u,
);

/** On which condition. "When" is no such word in languages in which it tells of what happened. */
const condition = lazily(() =>
  word(
    [
      "if|unless|in (?:the )?(?:case|event) of|provided that|reserves? the right",
      "wenn|falls|sofern|im falle?|bei (?:missbrauch|verstö\\p{L}+|verstoß|zuwiderhandlung\\p{L}*|verdacht)|behalten uns",
      "si|s'il|en cas d(?:e|'\\p{L}+)|à moins",
      "en caso de|em caso de|caso (?:você|o|a)|a menos que",
      "se (?:você|hai|stai|utilizzi|usi|blocchi|disattivi|rifiuti|o seu|a sua|il tuo|la tua)|in caso di",
      "als (?:u|je|jij|uw)|indien|tenzij|in geval van|hvis|ifall|om du|vid missbruk|ved misbrug|ved misbruk",
      "jeśli|jeżeli|w przypadku|o ile|pokud|jestliže|jestli|v případě|v prípade|ak",
      "если|в случае|якщо|у разі|у випадку|ако|eğer|halinde|durumunda|takdirde",
      "nếu|trong trường hợp|jika|apabila|dalam hal",
      "dacă|în cazul|εάν|αν|σε περίπτωση|amennyiben|jos",
    ],
    "如果|若(?:您|你)|一旦|(?:した|の)場合|하면|하시면|경우|إذا|في حال|אם |यदि|अगर|หาก|ถ้า",
  ),
);
/** It happened, whatever is said around it. */
const happened = lazily(() =>
  word(
    [
      "was|were|(?:has|have|had|'ve) (?:(?!your? )\\p{L}+ ){0,2}(?:been|blocked|banned|denied|restricted|limited|detected)",
      "wurden?|wurdest|worden|(?:a|ont|avez|as) (?:\\p{L}+ )?été|(?:ha|han|has|he) sido|fue|fueron|foi|foram|(?:è|sei|sono) (?:\\p{L}+ )?stat[oaie]",
      "werd|werden geblokkeerd|blev|ble|został\\p{L}*|byl[aoiy]?|bol[aoi]?|был[аои]?|було|був|була|були",
      "đã bị|telah|sudah|(?:a|au) fost",
    ],
    "されました|已|되었|됐",
  ),
);
/** Whoever reads it is refused: the condition is that they read it, or that they think it is a mistake. */
const isMetByReading = lazily(() =>
  word(
    [
      "(?:if|unless) (?:you(?:'re| are| can)? (?:see|read|view|reach|get|receiv|encounter|think|believe|feel|suspect)\\p{L}*|(?:this|it) is an? (?:error|mistake))",
      "(?:wenn|falls|sofern) (?:sie|du) (?:dies\\p{L}*|das|glaub\\p{L}*|mein\\p{L}*|denk\\p{L}*|der meinung)",
      "si vous (?:voyez|lisez|recevez|pensez|croyez|estimez)|si (?:usted )?(?:ves?|lee|lees|está viendo|estás viendo|cree|crees|piensa|piensas)",
      "se (?:vedi|leggi|ritieni|pensi|você (?:está vendo|vê|acha|acredita))|(?:als|indien) (?:u|je) (?:dit|deze|denkt?|meent)",
      "(?:jeśli|jeżeli) (?:widzisz|czytasz|uważasz|sądzisz)|(?:pokud|jestli) (?:vidíte|čtete|si myslíte)|(?:если|якщо) (?:вы|ви) (?:видите|читаете|считаете|думаете|бачите|читаєте|вважаєте)",
    ],
    "如果(?:您|你)(?:看到|认为|認為)",
  ),
);

/** So near stands a condition that follows: "blocked if you go on". Further on it speaks of something else. */
const FOLLOWS_WITHIN = 24;

/** A part of what a site has, or what others have: nobody is kept from the page by that. */
const partly = lazily(
  () =>
    /(?<!\p{L})(?:(?:parts|sections|areas|features|functions|elements|images|scripts|cookies|products|articles|items|offers)(?: (?:of|on|in) (?:this|the|our) (?:web)?(?:page|site))?(?: (?:that|which))?|(?:web ?)?(?:sites|pages) (?:that|which)) are(?: being)? $/u,
);

/**
 * Whether a sentence in lower case only supposes what it says of its reader: that they may be refused, that they are on
 * some condition, or that a part of the site is kept from them. `refusal` is where it says so. What is told as
 * something that happened is never supposed, nor what whoever reads it is told.
 */
export function isSupposed(sentence: string, refusal: Found): boolean {
  const before = sentence.slice(0, refusal.from);
  const after = sentence.slice(refusal.to);
  const said = sentence.slice(refusal.from, refusal.to);
  if (possible().test(before) || possibleInWord().test(said) || possibleAfter().test(after)) return true;
  if (partly().test(before)) return true;
  if (happened().test(sentence) || isMetByReading().test(sentence)) return false;
  const [next = ""] = after.slice(0, FOLLOWS_WITHIN).split(/[,;:–—，、；：]/, 1);
  return condition().test(before) || condition().test(next);
}
