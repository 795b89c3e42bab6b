import type { MaintenanceLanguage } from "./language.ts";

/** What of a site is renewed. Its pages are not: a page that is "being updated" tells news. */
const THING =
  "(?:web ?)?site|(?:web|online)?-?shop|store|servers?|systems?|platform|app(?:lication)?|database|infrastructure";
const NOW = "(?:(?:currently|just|now|busy|right now|in the middle of) )?";
const WORK = "updating|upgrading|migrating|deploying|relaunching|redesigning|rebuilding";

/** How languages say that a site is being renewed, moved or put out anew: planned work that is called otherwise. */
const PHRASES: ReadonlyArray<readonly [or: string, ...phrases: readonly string[]]> = [
  // English
  [
    "or",
    `we(?:'re| are) ${NOW}(?:${WORK}) (?:(?:our|the|this) )?(?:\\p{L}{1,20} ){0,2}(?:${THING})`,
    `(?:${THING}) (?:is|are) ${NOW}being (?:updated|upgraded|migrated|moved|redeployed|relaunched|rebuilt)`,
    `we(?:'re| are) ${NOW}moving to (?:a |an )?(?:\\p{L}{1,20} ){0,2}(?:servers?|host|data ?cent(?:er|re)|platform)`,
    `(?:${THING}|page) (?:is )?(?:currently |still )?under (?:re)?construction`,
    "(?:deploy(?:ment)?|upgrade|migration|software update|system update) (?:is )?(?:in progress|under ?way|ongoing)(?! (?:in|to|from|across) )",
  ],
  // German
  [
    "oder",
    "wir (?:aktualisieren|erneuern|überarbeiten|modernisieren) (?:(?:gerade|derzeit|zurzeit|momentan|aktuell) )?(?:unsere?n?|die|den|das) (?:\\p{L}{1,20} )?(?:web\\p{L}{0,12}|(?:web|internet)?seite|(?:web|online)?-?shop|server|system\\p{L}{0,12})",
    "(?:webs(?:ite|eite)|(?:web|online)?-?shop|system|server) wird (?:gerade|derzeit|zurzeit|momentan|aktuell) (?:aktualisiert|überarbeitet|umgezogen|erneuert)",
    "wir ziehen (?:gerade |derzeit )?(?:um|auf (?:einen )?neuen? server)",
    "(?:webs(?:ite|eite)|seite|(?:web|online)?-?shop) (?:ist|befindet sich) (?:gerade |derzeit |noch )?im (?:auf|um)bau",
  ],
  // French
  [
    "ou",
    "(?:site|boutique|serveur|système)s? (?:\\p{L}{1,20} ){0,2}(?:en )?cours de (?:mise à jour|migration|refonte)",
    "mise à jour (?:du|de la|de notre) (?:site|boutique|système|serveur) (?:est )?en cours",
    "(?:site|boutique|page) (?:\\p{L}{1,20} ){0,2}en (?:travaux|construction)",
    "nous mettons (?:actuellement )?à jour (?:notre|le|la) (?:site|boutique|système|serveur)",
  ],
  // Spanish
  [
    "o",
    "estamos (?:actualizando|renovando|migrando) (?:nuestr[oa]s?|el|la|los) (?:\\p{L}{1,20} )?(?:web|sitio|página|tienda|servidor\\p{L}{0,12}|sistema\\p{L}{0,12})",
    "(?:sitio|web|página|tienda|sistema) (?:está )?en (?:proceso de )?(?:actualización|construcción|remodelación)",
    "(?:sitio|web|tienda|sistema) (?:se está|está siendo) (?:actualizando|actualizad[oa]|migrad[oa])",
  ],
  // Portuguese
  [
    "ou",
    "estamos (?:atualizando|a atualizar|migrando) (?:(?:o|a|os) )?(?:noss[oa]s? )?(?:site|loja|sistema\\p{L}{0,12}|servidor\\p{L}{0,12})",
    "(?:site|loja|sistema) (?:está )?(?:passando por|em(?: processo de)?) (?:uma )?(?:atualização|construção)",
    "(?:site|loja|sistema) (?:está sendo|está a ser) (?:atualizad[oa]|migrad[oa])",
  ],
  // Italian
  [
    "o",
    "stiamo (?:aggiornando|rinnovando|migrando) (?:il|la|lo|i) (?:nostr[oai] )?(?:sito|negozio|server|sistem[ai])",
    "sito (?:web )?(?:è )?in (?:fase di )?(?:aggiornamento|costruzione|allestimento)",
  ],
  // Dutch
  ["of", "(?:website|site|webshop|systeem) wordt (?:momenteel|nu|op dit moment) (?:bijgewerkt|vernieuwd|geüpdatet)"],
  // Polish
  [
    "lub|albo",
    "(?:aktualizujemy|modernizujemy) (?:nasz\\p{L}{0,12} )?(?:stron|serwis|sklep|system)\\p{L}{0,12}",
    "(?:serwis|strona|sklep|system) (?:jest )?w (?:trakcie )?(?:aktualizacji|budowie|przebudowie)",
    "trwa aktualizacja (?:strony|serwisu|sklepu|systemu)",
  ],
  // Russian, Ukrainian
  [
    "или|либо|або|чи",
    "(?:сайт|магазин|сервер|система) (?:сейчас |зараз |временно )?(?:обновляется|оновлюється)",
    "(?:ведется|ведётся|идет|идёт|проводится|триває|проводиться) (?:обновление|оновлення) (?:сайта|сайту|магазин[ау]|сервер[ау]|системы|системи)",
    "(?:сайт|магазин) (?:находится )?(?:в разработке|на реконструкции|в розробці|на реконструкції)",
    "мы обновляем (?:наш )?(?:сайт|магазин|сервер\\p{L}{0,12})",
  ],
  // Turkish
  [
    "veya|ya da",
    "(?:site|sitemiz|web sitemiz|sistem(?:imiz)?|sunucumuz) (?:şu an(?:da)? )?güncellen(?:iyor|mekte(?:dir)?)",
    "güncelleme çalışma\\p{L}{0,12} (?:yapıl(?:ıyor|makta(?:dır)?)|devam ed\\p{L}{1,12}|nedeniyle|sebebiyle)",
    "(?:site|sitemiz|web sitemiz) (?:şu an(?:da)? )?yapım aşamasında\\p{L}{0,12}",
  ],
  // Vietnamese, Indonesian
  ["hoặc|hay", "(?:website|trang web|hệ thống|máy chủ) (?:hiện )?đang (?:được )?(?:nâng cấp|cập nhật|xây dựng)"],
  [
    "atau",
    "(?:situs|website|sistem|server) (?:kami )?sedang (?:dalam (?:proses )?)?(?:diperbarui|pembaruan|ditingkatkan)",
  ],
];

/** The same where no blanks stand between words. */
const UNSPACED: typeof PHRASES = [
  // Japanese
  [
    "または|もしくは|あるいは",
    "(?:サイト|(?:この|本|当)ページ)は?(?:現在)?(?:工事|準備)中",
    "(?:サイト|サーバー?|システム)[^。、]{0,6}(?:更新|移行|移転|改修|リニューアル|入れ替え|アップデート|アップグレード)(?:作業)?(?:中(?!止|断)|を(?:行って|行なって|実施して)(?!くだ|下さ|いただ|頂)|のため)",
  ],
  // Chinese
  [
    "或",
    "(?:网站|網站|系统|系統|服务器|伺服器|平台)[^，。]{0,6}(?:升级|升級|迁移|遷移|改版|建设|建設)(?:改造)?中(?![心国國文断斷止])",
    "(?:网站|網站|系统|系統|服务器|伺服器|平台)正在(?:进行|進行)?(?:升级|升級|更新|迁移|遷移|改版)",
  ],
  // Korean
  [
    "또는|혹은",
    "(?:서버|시스템|사이트|홈페이지) ?(?:업데이트|업그레이드|이전|개편|리뉴얼|공사) ?(?:작업 ?)?(?:중(?![요앙단지])|을 진행)",
  ],
];

/**
 * What makes news, a policy, a habit or a plan of it: pages that tell of an outage are updated too, and so are terms of
 * use. A firm may be called like work.
 */
const UNLESS =
  "(?<!\\p{L})(?:status(?! code)\\p{L}*|privacy|polic(?:y|ies)|terms|cookies?|news|listing|as (?:we|soon as)|(?:every|each) (?:\\p{L}+|\\d)|hourly|daily|regularly|automatically|(?:next|coming) (?:week|month|year)|ltd|inc|llc|gmbh|systemstatus\\p{L}*|datenschutz\\p{L}*|neuigkeiten|sobald|stündlich|laufend|regelmäßig|dès que|régulièrement|confidentialité|estado|noticias|privacidad\\p{L}*|en cuanto|notícias|assim que|notizie|non appena|statusu|na bieżąco|кажд\\p{L}+|автоматичес\\p{L}+|автоматичн\\p{L}+|ежедневно|щодня|кожн\\p{L}+|новост\\p{L}+|her (?:gün|saat))(?!\\p{L})|©";

/** Each phrase says all by itself: what is done, and that it is done now. */
const inForm =
  (form: Pick<MaintenanceLanguage, "unspaced">) =>
  ([or, ...phrases]: (typeof PHRASES)[number]): MaintenanceLanguage => {
    const said = phrases.join("|");
    return { work: said, underWay: said, or, unless: UNLESS, ...form };
  };

/** Words by which a site says that it is being renewed, in the form in which it speaks of maintenance. */
export const RENEWAL_WORDS: readonly MaintenanceLanguage[] = [
  ...PHRASES.map(inForm({})),
  ...UNSPACED.map(inForm({ unspaced: true })),
];
