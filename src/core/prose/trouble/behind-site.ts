import { lazily } from "../../lazily.ts";
import { namesTrouble } from "./notice.ts";

/** What stands behind a site, where no reader comes. */
const behind = lazily(
  () =>
    /(?<!\p{L})(?:upstream|back-?ends?|outages?|malfunction\p{L}*|störung\p{L}*|ausfall\p{L}*|averías?|falha (?:no|na|técnica|interna)|guast[oi]|storing\p{L}*|driftst\p{L}+|výpad\p{L}*|výpadk\p{L}*|авари\p{L}*|аварі\p{L}*|arıza\p{L}*|hiba|défaillance)(?!\p{L})|不具合|トラブル|サーバー(?:の)?(?:異常|ダウン)|后端|後端|上游|ขัดข้อง|तकनीकी/u,
);
/** The server as the reason: "because our servers are down". A reason that speaks of the reader is theirs. */
const becauseOfServer = lazily(
  () =>
    /(?<!\p{L})(?:because(?: of)?|since|due to|owing to|caused by)(?: (?!(?:your?|requests?|traffic|attempts?)(?!\p{L}))[\p{L}'-]{1,20}){0,5} servers?(?!\p{L})(?! (?:have |has )?(?:received|got|detected|noticed|registered|recorded)(?!\p{L}))/u,
);
/** What carries a site or holds it up, as the reason; a network can as well be a reader's, so it is said to be down. */
const becauseOfHolder = lazily(
  () =>
    /(?<!\p{L})(?:because|since|as) (?:our|the|a) (?:\p{L}{1,20} ){0,2}(?:data ?cent(?:er|re)s?|hosts?|hoster|provider|network|database) (?:(?:is|are|was|were|went|has been) (?:\p{L}{1,20} )?(?:down|offline|out|unavailable|unreachable|broken|failing|not (?:responding|answering|working|available|reachable))|failed|crashed|(?:has|had|is having) (?:failed|crashed|an? (?:\p{L}{1,20} )?(?:outage|failure|problem)|problems|issues|trouble))(?!\p{L})/u,
);
/** An error or an incident as the reason. By itself the word may stand before the number of what was turned away. */
const becauseOfTrouble = lazily(
  () =>
    new RegExp(
      `(?<!\\p{L})(?:${[
        "(?:because of|due to|owing to|caused by) (?:an? |the )?(?:(?!security|abuse)\\p{L}{1,20} ){0,2}incident(?! (?:id|number|no|code|report))",
        "(?:wegen|aufgrund|infolge) (?:eine[rs] |der |des )?(?:\\p{L}{1,20} )?(?:incidents?|serverproblem\\p{L}{0,2}|serverausf[aä]ll\\p{L}{0,2})",
        "(?:en raison|à cause|suite|à la suite) (?:d'un |à un |de l'|d'|de )(?:\\p{L}{1,20} )?(?:incidents?(?! de sécurité)|problèmes? (?:sur|avec|de) (?:nos|les|le|notre) serveurs?)",
        "(?:por|debido a|a causa de) (?:una? )?(?:\\p{L}{1,20} )?(?:incidencias?|incidentes?)(?! de seguridad)",
        "(?:devido a|devido à|por|por causa de) (?:uma? )?(?:\\p{L}{1,20} )?(?:incidentes?(?! de segurança)|instabilidades?)",
        "(?<!scus\\p{L}{1,8} )(?:per|a causa di|a seguito di|causa) (?:un |il |dei )?(?:\\p{L}{1,20} )?(?:disserviz\\p{L}{1,2}|incidente(?! di sicurezza))",
        "z powodu (?:\\p{L}{1,20} )?(?:błęd(?:u|ów)(?! (?:logowani|użytkownik))|incydent\\p{L}{1,2}|problemów)",
        "из-за (?:\\p{L}{1,20} )?инцидент\\p{L}{0,2}|через (?:\\p{L}{1,20} )?інцидент\\p{L}{0,2}",
      ].join("|")})(?!\\p{L})`,
      "u",
    ),
);
/** An error of the server's, or trouble with it, by its name. What a reader takes for one is none. */
const serversError = lazily(
  () =>
    /(?<!\p{L})(?:problemas? (?:en|con) (?:los|nuestros|el|nuestro) servidor(?:es)?|problemas? (?:nos?|em nossos?|com os) (?:nossos )?servidor(?:es)?|problem[ai] (?:ai|al|con i|sui|sul) (?:nostri )?server|erro(?:r|re)? intern[oa]|erreur interne|err(?:or|eur|o|ore) (?:del?|do|no|du) (?:servidor|serveur|server)|server(?:fel|fejl|feil|fout|fehler)\p{L}{0,2}|błęd\p{L}* serwera|chyb\p{L} serveru|ошибк\p{L}{0,2} (?:на )?сервер\p{L}|внутренн\p{L}{1,3} ошибк\p{L}{1,2}|помилк\p{L}{0,2} (?:на )?сервер\p{L}|внутрішн\p{L}{1,3} помилк\p{L}{1,2}|sunucu hatas\p{L}{1,4}|lỗi (?:máy chủ|hệ thống)|kesalahan server)(?!\p{L})|(?<!(?:认为|認為|觉得|是)[^，。]{0,3})(?:服务器|伺服器|系统|系統)(?:内部|內部)?[错錯][误誤]|(?:サーバー?|システム)(?:内部)?エラー|(?:서버|시스템) ?(?:내부 ?)?오류(?!라고|로 (?:판단|생각))/u,
);
/** A connection that a server turns down, as every program reports it of another. */
const byServer = lazily(
  () =>
    /(?<!\p{L})(?:connections? (?:(?:was|is|has been) )?(?:refused|reset)|(?:refused|rejected) by (?:the |our |a )?server|vom server (?:abgelehnt|verweigert)|(?:refusée?|rejetée?) par le serveur|rechazad[oa] por el servidor|(?:recusad|rejeitad)[oa] pelo servidor|rifiutat[oa] dal server)(?!\p{L})/u,
);
/** A server that something befell, as the sentence's subject. */
const serverIs = lazily(
  () =>
    /^(?:the |our |this )?(?:\p{L}{1,20} )?servers? (?:is|are|was|were|has been|have been)(?!\p{L})(?! (?:block|refus|reject)ing)/u,
);

/** What a firewall blames a request for is no trouble of the store's. */
const attack = lazily(() => /sql[ -](?:injection|command|quer)\p{L}*/u);

/** Whether a sentence speaks of a failure behind the site: of its store, its servers or what they are joined by. */
export const speaksOfOwnTrouble = (sentence: string): boolean =>
  namesTrouble(sentence.replace(attack(), " ")) ||
  [behind, becauseOfServer, becauseOfHolder, becauseOfTrouble, serversError, byServer, serverIs].some((pattern) =>
    pattern().test(sentence),
  );
