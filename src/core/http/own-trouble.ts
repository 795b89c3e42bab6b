import { lazily } from "../lazily.ts";
import { namesTrouble } from "./trouble-notice.ts";

/** What stands behind a site, where no reader comes. */
const behind = lazily(
  () =>
    /(?<!\p{L})(?:upstream|back-?ends?|outages?|malfunction\p{L}*|störung\p{L}*|ausfall\p{L}*|averías?|falha (?:no|na|técnica|interna)|guast[oi]|storing\p{L}*|driftst\p{L}+|výpad\p{L}*|výpadk\p{L}*|авари\p{L}*|аварі\p{L}*|arıza\p{L}*|hiba|défaillance)(?!\p{L})|不具合|トラブル|サーバー(?:の)?(?:異常|ダウン)|서버 ?오류|后端|後端|上游|ขัดข้อง|तकनीकी/u,
);
/** The server as the reason: "because our servers are down". A reason that speaks of the reader is theirs. */
const becauseOfServer = lazily(
  () =>
    /(?<!\p{L})(?:because(?: of)?|since|due to|owing to|caused by)(?: (?!(?:your?|requests?|traffic|attempts?)(?!\p{L}))[\p{L}'-]{1,20}){0,5} servers?(?!\p{L})(?! (?:have |has )?(?:received|got|detected|noticed|registered|recorded)(?!\p{L}))/u,
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
  [behind, becauseOfServer, byServer, serverIs].some((pattern) => pattern().test(sentence));
