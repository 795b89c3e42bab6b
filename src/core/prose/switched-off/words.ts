import { lazily } from "../../lazily.ts";

/**
 * How a site says in languages other than English that it was switched off or has used up its share: a thing, and what
 * has become of it, in one sentence. What is said of a service that broke down ("stopped", "disabled") is no fate of a
 * service here. Latin letters stand without their marks, as `unmarked` leaves them.
 */
export const FATES: ReadonlyArray<readonly [thing: RegExp, fate: RegExp]> = [
  // German
  [
    /\b(?:web)?(?:site|seite|shop|space|hosting|prasenz|projekt|konto|account|domain)/,
    /\b(?:gesperrt|deaktiviert|abgeschaltet|stillgelegt|pausiert|gekundigt|ausgesetzt)\b/,
  ],
  [/\bdienst\b/, /\b(?:stillgelegt|pausiert|gekundigt)\b/],
  // French
  [
    /\b(?:site|compte|hebergement|domaine|boutique|projet)\b/,
    /\b(?:suspendue?|desactivee?|mise? en pause|resiliee?|expiree?)\b/,
  ],
  [/\bservice\b/, /\b(?:suspendue?|mise? en pause|resiliee?|expiree?)\b/],
  // Spanish and Portuguese
  [
    /\b(?:sitio|site|pagina|cuenta|conta|alojamiento|hospedagem|dominio|tienda|loja)\b/,
    /\b(?:suspendid[oa]|suspens[oa]|desactivad[oa]|desativad[oa]|deshabilitad[oa]|pausad[oa]|caducad[oa]|expirad[oa])\b/,
  ],
  [
    /\b(?:plano|hospedagem|dominio|alojamiento|hosting|licenca|licencia|assinatura|suscripcion)\b/,
    /\b(?:expirou|venceu|vencid[oa]|expiro|caduco|vencio)\b/,
  ],
  [/\b(?:servicio|servico)\b/, /\b(?:suspendid[oa]|suspens[oa]|pausad[oa]|caducad[oa]|expirad[oa])\b/],
  // Italian
  [/\b(?:sito|account|dominio|negozio)\b/, /\b(?:sospes[oa]|disattivat[oa]|disabilitat[oa]|scadut[oa])\b/],
  [/\bservizio\b/, /\b(?:sospes[oa]|scadut[oa])\b/],
  // Swedish, Danish, Norwegian, Finnish
  [
    /(?:webbplats|webbhotell|hemsida|konto|sajt|webhotel|hjemmeside|nettsted|nettside|domæne|domene|doman)/,
    /\b(?:avstangd|avstangt|sparrad|suspendera[dt]|suspendere[dt]|inaktivera[dt]|deaktivere[dt]|lukket af|stengt av|utlopt|udløbet|utgatt)\b/,
  ],
  [/(?:sivusto|webhotelli|tili|verkkotunnus)/, /\b(?:suljettu|jaadytetty|keskeytetty|vanhentunut)\b/],
  // Hungarian, Romanian, Greek, Bulgarian, Croatian and Serbian
  [
    /(?:tarhely|weboldal|honlap|fiok|domain)/,
    /(?:felfuggeszt|fel (?:lett|van) fuggesztve|letiltasra|lejart|kikapcsolt|kikapcsolasra)/,
  ],
  [/\b(?:site(?:-?ul(?:ui)?)?|cont(?:ul(?:ui)?)?|gazduire\w*|domeni\w+)\b/, /\b(?:suspendat|dezactivat|expirat)a?\b/],
  [
    /(?:λογαριασμ|ιστοσελιδ|ιστοσελίδ|ιστοτοπ|ιστότοπ|φιλοξενι|φιλοξενί)/,
    /(?:ανασταλεί|ανασταλει|αναστολή|απενεργοποι(?:ηθ|ήθ|ημ|ημέ)|έχει λήξει)/,
  ],
  [/(?:сайт|акаунт|хостинг|домейн)/, /(?:спрян|деактивиран|изтекъл)/],
  [/\b(?:stranic|racun|hosting|domen|sajt|nalog)/, /\b(?:suspendiran|suspendovan|deaktiviran|obustavljen|istekl?[ao])/],
  // Dutch
  [
    /\b(?:web)?(?:site|winkel|pagina|hosting|account|domein)/,
    /\b(?:opgeschort|uitgeschakeld|gedeactiveerd|geblokkeerd|verlopen)\b/,
  ],
  [/\bdienst\b/, /\b(?:opgeschort|verlopen)\b/],
  // Polish, Czech and Slovak
  [
    /\b(?:stron|serwis|witryn|kont|domen|web|stran|ucet)/,
    /\b(?:zawieszon|wylaczon|nieaktywn|dezaktywowan|pozastaven|deaktivov|vypnut|zrusen)/,
  ],
  [/\b(?:uslug|usług|sluzb)/, /\b(?:zawieszon|pozastaven|zrusen)/],
  // Russian and Ukrainian
  [
    /(?:сайт|аккаунт|акаунт|хостинг|домен|магазин)/,
    /(?:приостановлен|отключ[её]н|деактивирован|неактивен|призупинен|вимкнен|деактивован|за неуплату|за несплату)/,
  ],
  [/(?:аккаунт|акаунт) (?:хостинга|хостингу)/, /(?:заблокирован|заблоковано?)/],
  [/(?:услуг|послуг)/, /(?:приостановлен|призупинен)/],
  // Turkish
  [/(?:site|hesap|hesab|alan ad)/, /(?:askıya alın|askiya alin|devre dışı|devre disi|durdurul)/],
  [/hizmet/, /(?:askıya alın|askiya alin)/],
  // Indonesian and Vietnamese
  [
    /\b(?:situs|website|laman|akun|akaun|hosting)\b/,
    /\b(?:ditangguhkan|digantung|dinonaktifkan|disuspend|dihentikan)\b/,
  ],
  [/\blayanan\b/, /\b(?:ditangguhkan|disuspend)\b/],
  [/dich vu/, /(?:tam khoa|đinh chi|bi khoa|het han)/],
  [/(?:trang|website|tai khoan|hosting)/, /(?:tam ngung|tam ngưng|tam khoa|đinh chi|bi khoa|het han)/],
  // Arabic
  [/(?:الموقع|الحساب|الاستضافة)/, /(?:معلق|تعليق|موقوف|إيقاف)/],
  [/الخدمة/, /(?:معلق|تعليق)/],
  // Persian, Hebrew, Thai
  [/(?:سایت|حساب|هاست|میزبانی)/, /(?:معلق|تعلیق|غیرفعال(?! ?(?:کن|نمای))|اتمام سرویس|منقضی)/],
  [/(?:האתר|החשבון|האחסון)/, /(?:הושעה|מושעה|הושבת|פג תוקף)/],
  [/(?:เว็บไซต์|บัญชี|โฮสติ้ง)/, /(?:ถูกระงับ|ระงับการใช้งาน|หมดอายุ)/],
  // Chinese, Japanese, Korean
  [
    /(?:网站|網站|站点|站點|本站|账户|账号|帳戶|帳號|域名|空间)/,
    /(?:暂停|暫停|停用|关停|關停|(?<!(?:程序|程式|进程|服务器|伺服器)(?:已|已经|已經)?)停止(?:运行|運行)|已关闭(?!连接)|已關閉(?!連接)|欠费|欠費|已到期|已过期|已過期)/,
  ],
  [/(?:服务|服務)/, /(?:关停|關停|欠费|欠費|已到期|已过期|已過期)/],
  [/(?:サイト|アカウント|契約|サーバーのご利用期限)/, /(?:凍結|利用停止|停止され|無効|満了|期限が切れ|期限切れ)/],
  [/サービス/, /(?:凍結|利用停止|満了)/],
  [/(?:사이트|홈페이지|계정|도메인|호스팅)/, /(?:정지|만료)/],
  [/서비스/, /(?:이용 ?정지|만료|미납)/],
  // Hindi, Bengali
  [/(?:खात[ाे]|अकाउंट|साइट|होस्टिंग|डोमेन)/, /(?:निलंबित|अवधि समाप्त)/],
  [/(?:অ্যাকাউন্ট|একাউন্ট|সাইট|হোস্টিং|ডোমেইন|ডোমেন)/, /(?:স্থগিত|াদ (?:শেষ|উত্তীর্ণ))/],
];

/** What the site may use, and that it is used up. */
export const SHARES: ReadonlyArray<readonly [share: RegExp, gone: RegExp]> = [
  [
    /\b(?:ancho de banda|largura de banda|cuota|cota|franquia|trafico|trafego|transferencia)\b/,
    /\b(?:excedid[oa]|superad[oa]|agotad[oa]|esgotad[oa]|atingid[oa]|ultrapassad[oa])\b/,
  ],
  [/\b(?:traffic|transfer|volumen|kontingent)/, /\b(?:uberschritten|aufgebraucht|erschopft|verbraucht)\b/],
  [/\b(?:bande passante|quota|trafic|forfait)\b/, /\b(?:depassee?|atteinte?|epuisee?)\b/],
  [/\b(?:banda|quota|traffico)\b/, /\b(?:superat[oa]|esaurit[oa])\b/],
  [/\b(?:transfer|limit transferu|prenos)/, /\b(?:przekroczon|wyczerpan|prekrocen|vycerpan)/],
  [/(?:трафик|трафік|квот)/, /(?:исчерпан|превышен|вичерпан|перевищен)/],
  [/(?:bant genişli|bant genisli|kota|trafik)/, /(?:aşıl|asıl|asil|doldu)/],
  [/(?:流量|配额|配額|带宽|頻寬)/, /(?:用完|用尽|用盡|耗尽|耗盡|超出|超限)/],
  [/(?:転送量|帯域)/, /(?:超過|超え|上限)/],
  [/(?:트래픽|전송량|접속량)/, /(?:초과|소진)/],
];

/**
 * What runs out or is ended on any site, and what its readers are asked to turn off: a wait, a session, a connection, a
 * certificate, a program of theirs. And whose account it is: an application says that to one reader.
 */
const notTheSite = lazily(() =>
  [
    // Waits
    "time-?outs?|timed out|tempo limite|tiempo (?:de espera|limite)|tempo de espera|limite de tiempo|idokorlat|varakoz|asteptare|\\bcerere|cas(?:ovy)? limit|\\bvr(?:ij)?eme (?:za|cekanja)|(?:срок|време)\\p{L}{0,5} (?:за|на) (?:отговор|изчакване|зареждане)|врем\\p{L}{1,5} ожидания|час\\p{L}{0,5} очікування|χρονικο ?οριο|χρονικό όριο|超时|逾時|タイムアウト|시간 ?초과|หมดเวลา|مهلت",
    // Sessions, sign-ins, connections, certificates, programs
    "munkamenet|\\bsesi(?:on|une|ja|je)|\\bsessa?[oi](?:ne)?\\b|\\bistun|συνεδρ|сесия|сеанс|сесі|הפעלה|חיבור|תעודה|نشست|گواهی|เซสชัน|ใบรับรอง|การเชื่อมต่อ|会话|會話|证书|憑證|连接|連接|セッション|証明書|認証|接続|세션|인증서|연결|certific|zertifikat|sertifika|сертифик|\\bcone(?:xion|xao)|connexion|connessione|verbindung|соединени|підключен|подключени",
    // What is sold there
    "(?<!nem |elmaradt )\\bfizetes\\b|\\bplacanj|плащаният|поръчк|^การชำระเงิน|^پرداخت|(?<!未)支付(?:功能|服务)",
    // Programs of theirs
    "\\bvpns?\\b|ad ?-?block|فیلترشکن|جاوا ?اسکریپت",
    // Their account
    "fiok(?:ja|od)|contul (?:dvs|dumneavoastra|tau)|\\b(?:vas|tvoj) (?:nalog|racun)|حساب (?:کاربری )?شما|tili(?:si|nne)\\b|tilitoimist|konto(?:en|n)? (?:din|deres|ditt)|akaun anda",
  ].map((words) => new RegExp(words, "u")),
);

/** Whether a sentence, in lower case and without marks, speaks of such a thing. */
export const isOfAnythingElse = (sentence: string): boolean => notTheSite().some((words) => words.test(sentence));
