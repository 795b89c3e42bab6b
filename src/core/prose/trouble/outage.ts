import { lazily } from "../../lazily.ts";

/** That the site or its server is what fails, said in so many words. */
const outage = lazily(
  () =>
    /(?<!\p{L})(?:server|site|website|service|system|database)s? (?:is|are|was|went) (?:\p{L}{1,20} )?(?:down|offline|unavailable|unreachable|broken|not (?:responding|answering|working|available|reachable))(?!\p{L})|(?<!\p{L})servers? (?:did not|didn't|does not|doesn't) (?:answer|respond)|(?<!\p{L})(?:server|internal|gateway) error(?!\p{L})|bad gateway|gateway time-?out|(?<!\p{L})server(?:fehler| (?:ist|sind) (?:\p{L}{1,20} )?(?:ausgefallen|nicht erreichbar))(?!\p{L})|erreur (?:interne )?du serveur|error (?:interno )?del servidor|erro (?:interno )?(?:do|no) servidor|errore (?:interno )?del server|сервер не отвечает|(?<!\p{L})(?:server non risponde|serv(?:idor|er) no responde|servidor não responde|serveur ne répond (?:pas|plus)|server (?:antwortet|reagiert) nicht|server (?:reageert|antwoordt) niet|serwer nie odpowiada|server neodpovídá|sunucu yanıt vermiyor)(?!\p{L})|сервер не відповідає|ошибка сервера|服务器(?:错误|内部错误|无响应)|サーバーエラー|서버 오류/u,
);

/** Whether a sentence says so. */
export const saysOutage = (sentence: string): boolean => outage().test(sentence);

/** What a site forbids everybody: a rule of its own, which is no answer to this reader. */
const rule = lazily(
  () =>
    /(?<!\p{L})(?:bots?|scrapers?|crawlers?|scraping|crawling|automated (?:tools|access|requests|queries)) (?:are|is) (?:not|prohibited|forbidden)(?!\p{L})/u,
);

/** The first sentences of a page, in which it says what it is about. */
const FIRST = 4;
/** So many sentences further down it speaks of something else. */
const FAR_BELOW = 6;

/**
 * Whether a page has said that it is down before its sentence number `at`, which tells of a refusal: then its rules, and
 * what others tell far below, are not what it is about.
 */
export function isBelowOutage(sentences: readonly string[], at: number): boolean {
  const said = sentences.slice(0, Math.min(at, FIRST)).findIndex(saysOutage);
  if (said < 0) return false;
  return at - said > FAR_BELOW || rule().test(sentences[at] ?? "");
}
