import { lazily } from "../lazily.ts";
import type { Prose } from "./prose.ts";

/** The reader's own way to every site, and what was ended or used up of it. */
const wayPaused = lazily((): readonly RegExp[] => {
  const internet = "(?:internet|broadband|wi-?fi|data)";
  const paused =
    "(?:suspended|paused|disabled|blocked|restricted|turned off|switched off|cut off|disconnected|limited|expired|ended|used up|exceeded|reached|over|finished)";
  return [
    // Their Internet, or their device's.
    new RegExp(
      `(?<!\\p{L})${internet} (?:access|service|connection|subscription|usage|use|quota|plan|package|allowance|data|time|session)(?: (?:for|on|of) (?:this|your) (?:device|account|computer|phone|profile))?(?: (?:is|was|has|has been|have been))?(?: (?:currently|temporarily|now|been))? ${paused}(?!\\p{L})`,
      "u",
    ),
    new RegExp(`^(?:the |your )?internet (?:is |was |has been )?(?:currently |temporarily )?${paused}`, "u"),
    /(?<!\p{L})(?:used(?: up)?|exceeded|reached|exhausted)(?: all(?: of)?)? your (?:\p{L}{1,12} ){0,2}(?:internet|browsing|data|wi-?fi) (?:quota|limit|allowance|plan|time|package)(?!\p{L})/u,
    /(?<!\p{L})(?:internet|access|connection) (?:for|on) this device (?:is|was|has been) (?:paused|blocked|suspended|disabled|turned off)/u,
    /(?<!\p{L})(?:your )?(?:free )?(?:\d{1,3} )?(?:free )?(?:minutes|hours|internet time|browsing time|session time) (?:of internet |of wi-?fi )?(?:have|has|are|is) (?:ended|expired|run out|over|used up)(?!\p{L})/u,
    /(?<!\p{L})contact your internet (?:service )?provider about your (?:overdue|unpaid|account|bill|invoice)/u,
    // The same in the larger languages.
    /(?<!\p{L})(?:internet(?:zugang|anschluss|verbindung|zugriff)\p{L}*|datenvolumen) .{0,60}?(?:gesperrt|pausiert|unterbrochen|aufgebraucht|verbraucht|eingestellt|deaktiviert)(?!\p{L})/u,
    /(?<!\p{L})(?:accès|connexion|service|forfait) (?:à )?internet .{0,60}?(?:suspendue?|bloquée?|coupée?|épuisée?|en pause|désactivée?|interrompue?)(?!\p{L})/u,
    /(?<!\p{L})(?:acceso|acesso|servicio|serviço|conexión|conexão|accesso|servizio|connessione|plan|plano) (?:a |de |à |di |ad )?internet .{0,60}?(?:suspendid|suspens|bloquead|cortad|agotad|esgotad|pausad|desactivad|sospes|bloccat|esaurit)[oaie](?!\p{L})/u,
    /(?<!\p{L})internet(?:toegang|verbinding|abonnement) .{0,60}?(?:geblokkeerd|opgeschort|gepauzeerd|afgesloten)(?!\p{L})/u,
    /(?<!\p{L})(?:dostęp|přístup|prístup) (?:do|k) internetu .{0,60}?(?:zablokowan|wstrzyman|zawieszon|zablokován|pozastaven|zablokovan)\p{L}?(?!\p{L})/u,
    /(?<!\p{L})(?:доступ (?:в|к|до) (?:сет[иь] )?(?:интернет\p{L}*|інтернет\p{L}*)|услуг\p{L} (?:доступа|интернет\p{L}*)) .{0,60}?(?:приостановлен|заблокирован|отключ[её]н|ограничен|призупинен|заблокован|вимкнен)\p{L}?(?!\p{L})/u,
    /(?<!\p{L})internet (?:erişimi|hizmeti|bağlantı|kota)\p{L}* .{0,60}?(?:durduruldu|engellen|askıya|doldu|kesil)\p{L}*/u,
    /(?:インターネット|ネット)(?:接続|利用|サービス|アクセス)[^。]{0,30}(?:停止|制限|一時停止)|(?:上网|宽带|网络服务)[^。]{0,20}(?:暂停|停用|欠费|到期|用完)|인터넷 ?(?:접속|이용|서비스|사용)[^.]{0,30}(?:정지|중단|제한|차단)/u,
  ];
});

/**
 * Whether a page says that its reader's own way to every site was paused: their Internet service, their device's access,
 * what their network lets them use. That is said of no site, and only a box on their way can say it.
 */
export const saysWayPaused = ({ sentences }: Prose): boolean =>
  sentences.some((sentence) => wayPaused().some((pattern) => pattern.test(sentence)));
