import { lazily } from "../lazily.ts";
import type { Found } from "./nearby.ts";

/** "No planned maintenance", "outside of": right before a thing. */
const NONE_OF =
  "no|without|outside|unrelated to|ekkert|engin|hakuna|hamna|non hai|ez dago|walang?|nid oes|níl aon|nuk ka|nav|nėra|pole|không có|tidak ada|keine?|außerhalb|aucune?|sin|ningún|sem|nenhuma?|senza|nessuna?|geen|inget|ingen|żadn\\p{L}+|bez|žádn\\p{L}+|нет|вне|без|немає";
/** "Is not", "has never": before what did not become of something. */
const NOT =
  "(?:not|never|isn't|aren't|wasn't|hasn't|haven't|no longer|nicht|niemals|pas|plus|jamais|no|nunca|n[ãa]o|non|mai|niet|nooit|inte|ikke|aldrig|nie|nen[íi]|nejsou|nebyl[aoiy]?|neb[oy]l[ai]?|nu|nem|nincs|ei|eivät|δεν|не|ні|nije|nisu|ni|không|khong|chưa|tidak|belum|bukan|לא|لم|ليس|ليست)(?! (?:only|nur|solo|s[óo]lo|seulement|soltanto|alleen|bara|kun|tylko|jen|только|лише|само|chỉ|hanya)(?!\\p{L}))";
/** A verb may stand between, and its helper. */
const HELPER =
  "(?: [\\p{L}-]+)?(?: (?:been|being|sido|stat[oaie]|été|ete|fost|vært|været|blitt|blevet|worden|zosta\\p{L}+|був|б[ыу]л[аои]?|يتم))?";

const before = lazily(() => new RegExp(`(?<!\\p{L})(?:(?:${NONE_OF})(?: [\\p{L}-]+){0,2}|${NOT}${HELPER}) $`, "u"));
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

/**
 * Whether a sentence in lower case says that something is not so: that nobody was blocked, that no work is under way. `said`
 * is where it names what is not so; the denial stands right before it, after it, or in its ending.
 */
export function isDenied(sentence: string, said: Found): boolean {
  const head = sentence.slice(Math.max(0, said.from - WITHIN), said.from);
  const tail = sentence.slice(said.to, said.to + WITHIN);
  const [rest = ""] = restOfWord().exec(tail) ?? [];
  return (
    before().test(head) ||
    beforeUnspaced().test(head) ||
    after().test(tail) ||
    ending().test(sentence.slice(said.from, said.to) + rest)
  );
}

/** That nobody asks for something: "you do not need to". What could not be done is asked for all the more. */
const needless = lazily(
  () =>
    /(?<!\p{L})(?:(?:(?:do|does|did|will|would) not|don't|doesn't|didn't|won't|no longer|never) (?:need|have to|ask|require|be asked|be required)|need(?:n't| not)|no need to|not (?:necessary|required|needed)|without (?:having|needing) to|(?:müssen|brauchen|musst|brauchst) (?:\p{L}{1,20} ){0,2}(?:nicht|kein)|nicht (?:nötig|notwendig|erforderlich)|(?:n'avez|n'as|n'est) pas (?:besoin|à|nécessaire)|inutile de|no (?:necesitas?|tienen? que|tienes que|hace falta|es necesario|debes?)|não (?:precisa|é necessário|tem que)|non (?:devi|deve|dovete|è necessario|serve|occorre|hai bisogno)|hoe(?:ft|f) (?:\p{L}{1,20} ){0,2}(?:niet|geen)|nie (?:musisz|musi|trzeba|jest wymagane)|не (?:нужно|надо|требуется|обязаны|должны|потрібно|треба|повинні)|nemusíte|nemusíš|nemusíte|není (?:nutné|třeba)|behöver (?:\p{L}{1,20} )?inte|(?:behøver|trenger) (?:\p{L}{1,20} )?ikke|không cần|tidak perlu|nem kell|nu (?:trebuie|este nevoie)|gerekmez|gerekmiyor|gerek yok|zorunda değil\p{L}*)(?!\p{L})|必要はあ|不要|[无無]需|不需要|不必|필요(?:가|는)? ?없|않아도/u,
);

/** Whether a sentence in lower case says that something is not needed. */
export const isNeedless = (sentence: string): boolean => needless().test(sentence);
