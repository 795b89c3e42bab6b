import { lazily } from "../lazily.ts";
import { speaksOfMaintenance } from "./maintenance/notice.ts";
import type { Prose } from "./page/prose.ts";
import { speaksOfOwnTrouble } from "./trouble/behind-site.ts";
import { saysOutage } from "./trouble/outage.ts";

/** The reader's own way to every site, and what was ended or used up of it. */
const wayPaused = lazily((): readonly RegExp[] => {
  const internet = "(?:internet|broadband|wi-?fi)";
  const paused =
    "(?:suspended|paused|disabled|blocked|restricted|turned off|switched off|cut off|disconnected|limited|expired|ended|used up|exceeded|reached|over|finished)";
  return [
    // Their Internet, or their device's.
    new RegExp(
      `(?<!\\p{L})(?:${internet} (?:access|service|connection|subscription|usage|use|quota|plan|package|allowance|data|time|session)|data (?:plan|quota|allowance))(?: (?:for|on|of) (?:this|your) (?:device|account|computer|phone|profile))?(?: (?:is|was|has|has been|have been))?(?: (?:currently|temporarily|now|been))? ${paused}(?!\\p{L})`,
      "u",
    ),
    new RegExp(`^(?:the |your )?internet (?:is |was |has been )?(?:currently |temporarily )?${paused}`, "u"),
    /(?<!\p{L})(?:used(?: up)?|exceeded|reached|exhausted)(?: all(?: of)?)? your (?:\p{L}{1,12} ){0,2}(?:internet|browsing|data|wi-?fi) (?:quota|limit|allowance|plan|time|package)(?!\p{L})/u,
    /(?<!\p{L})(?:internet|access|connection) (?:for|on) this device (?:is|was|has been) (?:paused|blocked|suspended|disabled|turned off)/u,
    /(?<!\p{L})(?:your )?(?:free )?(?:\d{1,3} )?(?:free )?(?:(?:minutes|hours|session time) of (?:free )?(?:internet|wi-?fi)(?: access)?|(?:internet|wi-?fi) (?:minutes|hours|session time)|internet time|browsing time) (?:have|has|are|is) (?:ended|expired|run out|over|used up)(?!\p{L})/u,
    /(?<!\p{L})contact your internet (?:service )?provider about your (?:overdue|unpaid|account|bill|invoice)/u,
    // The same in the larger languages.
    /(?<!\p{L})(?:internet(?:zugang|anschluss|verbindung|zugriff)\p{L}*|datenvolumen) .{0,60}?(?:gesperrt|pausiert|unterbrochen|aufgebraucht|verbraucht|eingestellt|deaktiviert)(?!\p{L})/u,
    /(?<!\p{L})(?:accès|connexion|service|forfait) (?:à )?internet .{0,60}?(?:suspendue?|bloquée?|coupée?|épuisée?|en pause|désactivée?|interrompue?)(?!\p{L})/u,
    /(?<!\p{L})(?:acceso|acesso|servicio|serviço|conexión|conexão|accesso|servizio|connessione|plan|plano) (?:a |de |à |di |ad )?internet .{0,60}?(?:suspendid|suspens|bloquead|cortad|agotad|esgotad|pausad|desactivad|sospes|bloccat|esaurit)[oaie](?!\p{L})/u,
    /(?<!\p{L})internet(?:toegang|verbinding|abonnement) .{0,60}?(?:geblokkeerd|opgeschort|gepauzeerd|afgesloten)(?!\p{L})/u,
    /(?<!\p{L})(?:dostęp|přístup|prístup) (?:do|k) internetu .{0,60}?(?:zablokowan|wstrzyman|zawieszon|zablokován|pozastaven|zablokovan)\p{L}?(?!\p{L})/u,
    /(?<!\p{L})(?:доступ (?:в|к|до) (?:сет[иь] )?(?:интернет\p{L}*|інтернет\p{L}*)|услуг\p{L} (?:доступа|интернет\p{L}*))(?! (?:магазин|банк|портал|сайт|сервис|при[её]мн|кабинет)) .{0,60}?(?:приостановлен|заблокирован|отключ[её]н|ограничен|призупинен|заблокован|вимкнен)\p{L}?(?!\p{L})/u,
    /(?<!\p{L})internet (?:erişimi|hizmeti|bağlantı|kota)\p{L}* .{0,60}?(?:durduruldu|engellen|askıya|doldu|kesil)\p{L}*/u,
    // These leave out whose it is where it is their own.
    /(?:お客様|ご契約)[^。]{0,20}(?:インターネット|ネット)(?:接続|利用|サービス|アクセス)?[^。]{0,30}(?:停止|制限)|[您你][^。]{0,12}(?:上网|上網|宽带|寬頻|网络服务|網路服務)[^。]{0,20}(?:暂停|暫停|停用|欠费|欠費|到期|用完)|고객[^.]{0,12}인터넷 ?(?:접속|이용|서비스|사용)[^.]{0,30}(?:정지|중단|제한|차단)/u,
  ];
});

/** Whoever speaks of what is theirs speaks of their own service. */
const ours = lazily(
  () =>
    /(?<!\p{L})(?:our|unser\p{L}{0,2}|notre|nos|nuestr[oa]s?|noss[oa]s?|nostr[oaie]|onze|ons|nasz\p{L}{0,3}|naš\p{L}{0,3}|наш\p{L}{0,3}|vår[at]?|vores|sitemiz\p{L}*|hizmetimiz\p{L}*)(?!\p{L})|当社|弊社|当行|当サイト|本站|本公司|本行|我们|我們|당사|저희/u,
);

/** Where a sentence says so ends, or null: whom its reader may then turn to is another thing. */
function endOfSaying(sentence: string): number | null {
  for (const pattern of wayPaused()) {
    const found = pattern.exec(sentence);
    if (found !== null) return found.index + found[0].length;
  }
  return null;
}

function isOfTheWay(sentence: string): boolean {
  const end = endOfSaying(sentence);
  return end !== null && !ours().test(sentence.slice(0, end)) && !speaksOfOwnTrouble(sentence);
}

/**
 * Whether a page says that its reader's own way to every site was paused: their Internet service, their device's access,
 * what their network lets them use. That is said of no site, and only a box on their way can say it. A page that speaks
 * of maintenance, or says that its site is down, speaks of itself, whatever its service is called.
 */
export const saysWayPaused = ({ sentences }: Prose): boolean =>
  sentences.some(isOfTheWay) &&
  !sentences.some((sentence) => speaksOfMaintenance(sentence) || (saysOutage(sentence) && !isOfTheWay(sentence)));
