import { lazily } from "../../lazily.ts";
import { speaksOfMaintenance } from "../maintenance/notice.ts";
import type { Prose } from "../page/prose.ts";
import { isAbsent } from "../sentence/denied.ts";

const word = (words: string): RegExp => new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})`, "u");

/** That more is asked of a site than it can give, in the larger languages of the web. */
const load = lazily((): readonly RegExp[] => [
  // English
  word(
    "(?:over|at|exceeded) capacity|overload(?:ed)?|too busy|busy|(?:long|a) queue|in a queue|(?:high|heavy|increased|unusual|extreme|massive|peak) (?:traffic|load|demand|volumes?)|(?:too|so|very) many (?:\\p{L}+ ){0,2}(?:people|users|visitors|requests|connections|customers|clients)|no more (?:requests|visitors|users)|resource limits?|(?:reduce|lower) (?:your|the) (?:request rate|rate of (?:your )?requests)|request rate (?:is |was )?(?:too high|exceeded)|spike arrest|(?:rate|request) limit (?:was |is |has been )?(?:exceeded|reached)|(?:maximum|max) (?:number of )?(?:connections|users|clients|visitors)",
  ),
  // German
  word(
    "überlast\\p{L}*|ausgelastet|zu viele (?:anfragen|besucher|zugriffe|nutzer|benutzer|aufrufe)|ansturm|hohe[rsnm]? (?:andrang|last|auslastung|nachfrage|zugriffszahlen)",
  ),
  // French
  word(
    "(?:très|trop|si) nombreu(?:x|ses)(?! (?:à être|à avoir (?:adoré|aimé)))|surcharg\\p{L}*|saturé\\p{L}*|trop de (?:requêtes|demandes|visiteurs|connexions|trafic|monde)|(?:forte|très grande) affluence",
  ),
  // Spanish, Portuguese, Catalan
  word(
    "sobrecarg\\p{L}*|sobrecarreg\\p{L}*|saturad[oa]|(?:demasiad[oa]s|muit[oa]s) (?:peticiones|solicitudes|visitas|usuarios|usuários|conexiones|conexões|acessos|requisições)|(?:alto|mucho|muito) tr[aá]fego|(?:alto|mucho) tráfico|alta demanda|excesso de acessos",
  ),
  // Italian
  word(
    "sovraccaric\\p{L}*|tropp[ei] (?:richieste|connessioni|utenti|accessi|visitatori)|elevato (?:traffico|numero di (?:accessi|utenti))",
  ),
  // Dutch, Scandinavian
  word(
    "overbelast\\p{L}*|överbelast\\p{L}*|te veel (?:verzoeken|bezoekers|aanvragen|gebruikers)|te druk|erg druk|för många|for mange",
  ),
  // Slavic
  word(
    "przeciąż\\p{L}*|zbyt (?:wiele|dużo|duż)\\p{L}*|přetížen\\p{L}*|preťažen\\p{L}*|preopterećen\\p{L}*|перегруж\\p{L}*|перегрузк\\p{L}*|слишком (?:много|больш)\\p{L}*|(?:высок|больш|повышенн)\\p{L}* (?:нагрузк|наплыв)\\p{L}*|перевантаж\\p{L}*|забагато|претоварен\\p{L}*",
  ),
  // Turkish, Vietnamese, Indonesian, Finnish, Hungarian, Greek, Romanian
  word(
    "yoğun\\p{L}*|aşırı yük\\p{L}*|çok fazla istek|quá tải|quá nhiều|(?:terlalu|sangat) (?:banyak|sibuk|ramai)|ylikuormit\\p{L}*|ruuhka\\p{L}*|túlterhel\\p{L}*|υπερφόρτω\\p{L}*|supraîncărc\\p{L}*",
  ),
  // Arabic, Persian, Hebrew
  word("(?:ال)?ضغط\\p{L}*|(?:ال)?ازدحام|مزدحم|ترافیک|شلوغ|עומס|עמוס"),
  // Japanese, Chinese, Korean, Thai, Hindi
  /アクセス(?:が|の)?集中|混雑|混み合|込み合|過負荷|繁忙|(?:服务器|伺服器|系统|系統)(?:正|很|太)?忙|(?:活动|活動|商品|页面|頁面|网站|網站)?(?:太|过于|過於|非常)(?:火爆|火热|火熱|热门|熱門)|人气(?:太旺|爆棚)|拥挤|擁擠|过载|過載|超载|人数过多|(?:流量|访问量|訪問量)(?:过|過|较|較)?大|폭주|과부하|혼잡|접속자가? ?많|사용자가? ?많|ผู้ใช้งาน(?:จำนวน)?มาก|अधिक ट्रैफ़िक/u,
]);

/** Whether a sentence says that a site has more to do than it can. */
export function speaksOfLoad(sentence: string): boolean {
  // What a program is busy with while it starts is no rush; all other words of a rush are, whatever starts.
  const text = starts().test(sentence) ? sentence.replace(/(?<!\p{L})busy(?!\p{L})/gu, "") : sentence;
  return load().some((pattern) => {
    const found = pattern.exec(text);
    return found !== null && !isAbsent(text, { from: found.index, to: found.index + found[0].length });
  });
}

/** That a program is being started. */
const starts = lazily(() => word("starting(?: up)?|start(?:s|ed)? up|restarting|booting|warming up"));

/**
 * Whether a page says that more people want it than it can serve. A sentence that names maintenance beside it offers
 * two reasons, as the stock sentences of many servers do, and so says neither.
 */
export const reportsLoad = ({ sentences }: Prose): boolean =>
  sentences.some((sentence) => speaksOfLoad(sentence) && !speaksOfMaintenance(sentence));
