import { lazily } from "../lazily.ts";

/**
 * How boxes between a reader and a site speak, in large languages beside English. Text in lower case. Each list alone
 * says little: a box is known by two of them in one sentence.
 */

/** A name that is looked up. */
const lookUp = lazily(
  () =>
    /(?<!\p{L})dns(?!\p{L})|auflös|aufgelöst|résou|résol|resolver|resolv(?:ido|ida|ió)|resuelto|risolv|risolt|(?<!\p{L})oplossen|opgelost|rozwiąz|přelož|разреш|розпізна|çözümle|çözülem|phân giải|解析|解決|해석|(?:find|locate|determine) (?:the |an |any )?ip address|主机名|主機名|호스트 이름/u,
);
/** What is looked up: what resolves a name also solves, parses and allows. */
const name = lazily(
  () =>
    /(?<![\p{L}\d.-])(?:dns|host|ip)(?![\p{L}\d.])|name(?:n|ns)?(?!\p{L})|(?<!\p{L})(?:nom|nombre|nome|naam|nazw\p{L}*|jmén\p{L}*|имя|имени|ім'я|адрес\p{L}*|adını?|alan adı\p{L}*|tên miền)(?!\p{L})|hostname|h[ôo]te|ip address|主机|主機|域名|網域|ホスト|ドメイン|名前|호스트|도메인|이름/u,
);
/** That something could not be done. */
const failed = lazily(
  () =>
    /(?<!\p{L})(?:nicht|fehl(?:geschlagen|er)|impossible|pas pu|échou\p{L}+|échec|no (?:se )?(?:pudo|puede|ha podido)|falló|error al|não (?:foi possível|pôde|consegui\p{L}*)|falh\p{L}+|impossibile|non (?:è stato possibile|può|riesce|raggiungibile|risponde)|kan niet|kon niet|mislukt|nie (?:można|udało|może|odpowiada)|nelze|nepodařilo|не (?:удалось|удается|удаётся|смог\p{L}*|зміг|змогла|найден\p{L}*|может|отвечает|вдалося)|невозможно|неможливо|недоступ\p{L}+|injoignable|inaccessible|bulunamadı|\p{L}*(?:lamadı|lemedi|lamıyor|lemiyor)|không thể|tidak (?:dapat|bisa)|gagal|unable|could ?n[o']t|can ?n?[o']t|failed)(?!\p{L})|无法|無法|失败|失敗|找不到|できません|できませんでした|見つかりません|없습니다|못했습니다|실패/u,
);
/** A site as somebody calls it who is not the site. What a site calls its own pages ("the requested page") is left out. */
const otherSite = lazily(
  () =>
    /(?<!\p{L})(?:angeforderte[nrs]? (?:web-?)?(?:site|webseite|server|host)|webseite die|ziel-?(?:server|host|system)|entfernte[nr]? (?:server|host)|site (?:web )?demandé|serveur (?:distant|demandé)|hôte distant|(?:sitio|servidor|site)(?: web)? (?:solicitado|remoto|de destino)|(?:sito|server)(?: web)? (?:richiesto|remoto|di destinazione)|(?:opgevraagde|gevraagde|externe) (?:web)?(?:site|server)|(?:żądan|zdaln|docelow)\p{L}+ (?:witryn|serwer|host)\p{L}*|(?:запрошенн|запрашиваем|запитуван|удал[её]нн|віддален)\p{L}+ (?:сайт|сервер|узел|узл|хост|вузол)\p{L}*|(?:istenen|uzak|hedef) (?:web )?(?:site|sunucu)\p{L}*)(?!\p{L})|(?:目标|目標|远程|遠端|所?请求的)(?:网站|網站|服务器|伺服器|主机|站点)|(?:要求された|リモート|接続先の?|宛先の?)(?:サイト|サーバー?|ホスト)|(?:요청한|원격|대상) ?(?:사이트|서버|호스트)/u,
);
/** What only a site's own programs call so. */
const behindSite = lazily(
  () =>
    /back-?end|upstream|datenbank|bases? de d(?:onn|at|ad)|database|tietokan|baz\p{L}{0,3} dan|баз\p{L}{0,3} дан|veri ?taban|数据库|資料庫|データベース|데이터베이스/u,
);
/** Trouble is solved, and a user is let in, in the words in which a name is looked up. */
const solved = lazily(
  () =>
    /probl|incid|vorfall|panne|störung|problém|проблем|неполадк|неисправн|问题|問題|문제|sorun|utilisateur|usuari|utente|benutzer|użytkownik|пользовател|користувач|vấn đề|masalah/u,
);

const TROUBLE = "(?:error|issue|problem|incident|outage|fault|situation|matter|bug|fallo|problema|incidente)";
/** English and its kin resolve names and troubles in one word. */
const solves = lazily(
  () =>
    new RegExp(
      `resolv\\p{L}{0,4} (?:(?:the|this|that|an?|any|your|our|el|un|este|o|il)\\s)?(?:\\p{L}{1,20} )?${TROUBLE}(?!\\p{L})|(?<!\\p{L})${TROUBLE}(?! (?:occurred|because))(?: [^\\s:]{1,40}){0,8} (?:resolved?|resolver|resolvido|resuelto)(?!\\p{L})`,
      "u",
    ),
);

/** Whether a sentence is about solving a trouble, and names nothing that is looked up. */
export const speaksOfSolving = (text: string): boolean => solves().test(text) && !name().test(text);

/** Whether a sentence says that a look-up failed, in any of these languages: of which name, the caller must see. */
export const saysLookUpFailed = (text: string): boolean =>
  lookUp().test(text) && name().test(text) && failed().test(text) && !solved().test(text);

/** Whether a sentence says that some other site could not be reached. */
export const saysOtherUnreached = (text: string): boolean =>
  otherSite().test(text) && failed().test(text) && !behindSite().test(text);
