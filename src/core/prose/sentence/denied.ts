import { lazily } from "../../lazily.ts";
import type { Found } from "./found.ts";

/** "Not only": that it is so, and more. */
const ONLY =
  "(?! (?:only|nur|solo|s[óo]lo|seulement|soltanto|alleen|bara|kun|tylko|jen|только|лише|само|chỉ|hanya)(?!\\p{L}))";
/** A verb behind the Spanish and the Catalan "no", which is "in the" in Portuguese, "now" in Norwegian. */
const SPANISH_VERB =
  "ha|han|he|has|hemos|hay|hubo|es|son|est\\p{L}{1,5}|fue|fueron|era|será\\p{L}?|se|te|tiene[ns]?|sigue|queda|quedó|és|són|s'ha|s'han|hi ha";
/**
 * "Is not", "has never": before what did not become of something. What is another word in another language stands with
 * what its own language puts beside it: "nu" is "now" in Dutch, Danish and Swedish, "pas" "only just" in Dutch, "mai" a
 * month, "ni" the Swedish "you".
 */
const NOT = `(?:not|never|isn't|aren't|wasn't|hasn't|haven't|no longer|nicht|niemals|n(?:e |')(?:\\p{L}+ ){1,3}(?:pas|plus)|jamais|no (?:${SPANISH_VERB})|nunca|n[ãa]o|non|mai (?:è|ha|sono|stat[oaie]|s'ha)|niet|nooit|inte|ikke|aldrig|nie|nen[íi]|nejsou|nebyl[aoiy]?|neb[oy]l[ai]?|nu (?:a|au|am|este|e|sunt|s-au?|mai|va|vor)|nem|nincs|ei|eivät|δεν|не|ні|nije|nisu|ni(?! (?:är|har|kan))|không|khong|chưa|tidak|belum|bukan|לא|لم|ليس|ليست)${ONLY}`;
/** A verb may stand between, and its helper. */
const HELPER =
  "(?: [\\p{L}-]+)?(?: mai)?(?: (?:been|being|sido|stat[oaie]|estat|été|ete|fost|vært|været|blitt|blevet|worden|zosta\\p{L}+|був|б[ыу]л[аои]?|يتم))?";
/** What is not so right before itself alone: of a block outside a country, or without a name, nothing is denied. */
const NO = `(?:no|keine?|aucune?|geen|ingen)${ONLY}`;

/** "No planned maintenance", "outside of": before a thing that there is not. */
const NONE_OF =
  "without|outside|unrelated to|ekkert|engin|hakuna|hamna|non hai|ez dago|walang?|nid oes|níl aon|nuk ka|nav|nėra|pole|không có|tidak ada|keine?|außerhalb|pas de|aucune?|ningún|sem(?! (?:er|v)(?!\\p{L}))|nenhuma?|senza|nessuna?|geen|inget|ingen|żadn\\p{L}+|bez|žádn\\p{L}+|нет|вне|без|немає";
/** "No access because of maintenance": there is maintenance. */
const NO_REASON =
  "(?!(?:during|wegen|während|aufgrund|pour|pendant|por|durante|per|wegens|vanwege|tijdens|grundet|pga|podczas|kvůli|из-за|через|zbog|zaradi)(?!\\p{L}))";
/** What stands between the English "no" and a thing, and between the Spanish ones. */
const NO_THING =
  "(?:no(?: (?:planned|scheduled|current|ongoing|active|known|upcoming|further|other|more|regular|routine|urgent|emergency|technical|system|server|site|website|such|need for|plans? for)){0,2}|no hay \\p{L}+ de|sin(?: (?:ningún|ninguna|\\p{L}+ de))?)";

const denial = `${NOT}${HELPER}|${NO}`;
const before = lazily(() => new RegExp(`(?<!\\p{L})(?:${denial}) $`, "u"));
const beforeThing = lazily(
  () => new RegExp(`(?<!\\p{L})(?:(?:${NONE_OF})(?: ${NO_REASON}[\\p{L}-]+){0,2}|${NO_THING}|${denial}) $`, "u"),
);
/** The same in scripts that put no blanks between words. */
const beforeUnspaced = lazily(() => /(?:没有?|沒有?|[并並]?未曾?|不会|不會|并不是?|並不是?)被?$|ไม่ได้ ?(?:ถูก)?$/u);
/** What languages with the verb at the end say after it. */
const after = lazily(
  () =>
    /^[^、。]{0,8}(?:わけではあ|(?:れて|して)(?:い|お)(?:ません|りません|ない))|^[^.]{0,8}(?:(?:것|게)(?:은|이)? ?아니?[닙다]|지(?:는)? ?않)|^[^.]{0,14}नहीं|^[^.]{0,10}(?:نشده|نیست)|^(?: \p{L}{1,12})? değil/u,
);
/** A Turkish verb has its denial in its ending. */
const ending = lazily(() => /[lnrt]m[ae](?:d[ıi]|m[ıi][şs]|z(?!\p{L}))/u);
const restOfWord = lazily(() => /^\p{L}*/u);

/** Further off a denial belongs to something else. */
const WITHIN = 40;

function isDeniedBy(before: RegExp, sentence: string, said: Found): boolean {
  const head = sentence.slice(Math.max(0, said.from - WITHIN), said.from);
  const tail = sentence.slice(said.to, said.to + WITHIN);
  const [rest = ""] = restOfWord().exec(tail) ?? [];
  return (
    before.test(head) ||
    beforeUnspaced().test(head) ||
    after().test(tail) ||
    ending().test(sentence.slice(said.from, said.to) + rest)
  );
}

/**
 * Whether a sentence in lower case says that something did not become of anybody: that nobody was blocked, that nothing was
 * suspended. `said` is where it names what; the denial stands right before it, after it, or in its ending.
 */
export const isDenied = (sentence: string, said: Found): boolean => isDeniedBy(before(), sentence, said);

/** Whether it says so of a thing, or that there is none of it: no work under way, no rush. */
export const isAbsent = (sentence: string, said: Found): boolean => isDeniedBy(beforeThing(), sentence, said);

/** That nobody asks for something: "you do not need to". What could not be done is asked for all the more. */
const needless = lazily(
  () =>
    /(?<!\p{L})(?:(?:(?:do|does|did|will|would) not|don't|doesn't|didn't|won't|no longer|never) (?:need|have to|ask|require|be asked|be required)|need(?:n't| not)|no need to|not (?:necessary|required|needed)|without (?:having|needing) to|(?:müssen|brauchen|musst|brauchst) (?:\p{L}{1,20} ){0,2}(?:nicht|kein)|nicht (?:nötig|notwendig|erforderlich)|(?:n'avez|n'as|n'est) pas (?:besoin|à|nécessaire)|inutile de|no (?:necesitas?|tienen? que|tienes que|hace falta|es necesario|debes?)|não (?:precisa|é necessário|tem que)|non (?:devi|deve|dovete|è necessario|serve|occorre|hai bisogno)|hoe(?:ft|f) (?:\p{L}{1,20} ){0,2}(?:niet|geen)|nie (?:musisz|musi|trzeba|jest wymagane)|не (?:нужно|надо|требуется|обязаны|должны|потрібно|треба|повинні)|nemusíte|nemusíš|není (?:nutné|třeba)|behöver (?:\p{L}{1,20} )?inte|(?:behøver|trenger) (?:\p{L}{1,20} )?ikke|không cần|tidak perlu|nem kell|nu (?:trebuie|este nevoie)|gerekmez|gerekmiyor|gerek yok|zorunda değil\p{L}*)(?!\p{L})|必要はあ|不要|[无無]需|不需要|不必|필요(?:가|는)? ?없|않아도/u,
);

/** Whether a sentence in lower case says that something is not needed. */
export const isNeedless = (sentence: string): boolean => needless().test(sentence);
