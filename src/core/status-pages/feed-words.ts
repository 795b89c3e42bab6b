/**
 * Words by which status feeds tell how an incident stands, in the larger languages of the web; Latin letters without
 * their marks, as `unmarked` leaves them.
 */

/** It is over. */
export const CLOSING =
  /\b(?:resolved|completed?|closed|fixed|recovered|restored|mitigated|ended|finished|operational|operating normally|back to normal|postmortem|behoben|gelost|erledigt|abgeschlossen|beendet|wiederhergestellt|resolue?|terminee?|retabli[es]?|corrigee?|resuelt[oa]|solucionad[oa]|completad[oa]|finalizad[oa]|restablecid[oa]|resolvid[oa]|concluid[oa]|normalizad[oa]|risolt[oa]|completat[oa]|ripristinat[oa]|opgelost|afgerond|voltooid|verholpen|rozwiazan[eyoa]|zakonczon[eyoa]|naprawion[eyoa]|vyresen[aoy]?|dokoncen[aoy]?|atgardat|rettet|selesai|teratasi|pulih|hoan tat|khac phuc xong|cozuldu|cozulmustur|tamamlandi|giderildi|korjattu|ratkaistu|palautettu|løst|utbedret|atgardad|aterstalld|megold(?:va|odott|ott(?:uk|ak)?)|elhar(?:ult|it(?:va|ott(?:uk|ak)?))|helyreall(?:t|it(?:va|ott(?:uk|ak)?))|rezolvat[aei]?|remediat[aei]?|rijesen[oaie]?|resen[oaie]?|otklonjen[oaie]?|vyriesen[eyoa]?|odstranen[aoy]?)\b|решен|решён|устранен|устранён|завершен|завершён|восстановлен|вирішен|усунен|відновлен|çozuldu|çozulmuştur|解決|復旧|完了|已解决|已恢复|已修复|已完成|恢复正常|已解決|已恢復|해결|복구|완료|تم الحل|تم حل|(?:برطرف|رفع) شد(?!ن)|נפתר|תוקן|แก้ไข(?:เรียบร้อย)?แล้ว|επιλ[υύ]θηκ|επιλυθε[ιί]|αποκαταστ[αά]θηκ|αποκατασταθε[ιί]|(?:отстранен|възстановен|разрешен)|đa (?:đuoc )?(?:giai quyet|khac phuc|khoi phuc)/;

/** It goes on, or somebody has looked at it for the first time. */
export const OPENING =
  /\b(?:investigat(?:ing|ed)|identified|monitoring|ongoing|in progress|looking into|working on|updated?|verifying|degraded|outage|aware of|untersuch\w{0,6}|identifiziert|beobacht\w{0,6}|in bearbeitung|enquete|identifiee?|surveill\w{0,8}|en cours|investigando|identificad[oa]|monitore[ao]\w{0,5}|en curso|em andamento|indagine|identificat[oa]|monitoraggio|onderzo\w{0,8}|geidentificeerd|badamy|zidentyfikowan\w|monitoruj\w{0,6}|vysetruj\w{0,4}|incelen\w{0,8}|arastiril\w{0,8}|izleniyor|diselidiki|dipantau|dang xu ly)\b|расследу|выявлен|наблюда|работаем|розсліду|виявлен|調査|確認中|監視|対応中|调查|处理中|监控|已确认|調查|處理中|조사|확인|모니터링|قيد التحقيق/;

/** It has come again after it was over. The forms of what may come again, as of what is kept from it, are none of these. */
export const REOPENED =
  /\b(?:re-?opened|re-?occurred|recurred|reappeared|resurfaced|(?:down|failing|broken|unavailable|unreachable|offline|slow) again|wieder (?:aufgetreten|gestort|ausgefallen|eroffnet)|wiedereroffnet|erneut (?:aufgetreten|gestort|ausgefallen)|reouvert|rouvert|reapparu|de nouveau (?:en panne|indisponible)|reabiert[oa]|reaparecido|reabert[oa]|reaparece[ur]|voltou a (?:ocorrer|acontecer|falhar)|riapert[oa]|ripresentat[oa]|heropend|opnieuw (?:opgetreden|verstoord)|ponownie otwart[ey]|znovu otevren[oay]?)\b|повторилась|возобновилась|переоткрыт|再発|再燃|再次出现|复发|再次發生|재발/;

/** The same where a sentence speaks of trouble, says that it was over, and goes on so: "the issue that we fixed at noon has returned". */
export const TROUBLE =
  /\b(?:issues?|problems?|errors?|outages?|incidents?|trouble|failures?|bugs?|faults?|disruptions?)\b/;
export const RETURNED_AFTER =
  /^(?:(?! - |\b(?:and|that|when|once|as|after|so|because|since)\b)[^,;:–—]|(?<=\d):(?=\d)){0,60}\b(?:has|have) (?:now )?(?:returned|come back)\b(?! to\b)/;

/** What makes a promise, a hope or a condition of a word that follows it in the same clause. */
export const NOT_YET =
  /\b(?:until|till|once|when|after|as soon as|before|unless|if|yet|will|won't|shall|should|to be|being|expect(?:ed)?|hope|partially|bis|sobald|wenn|noch|wird|werden|jusqu\w{0,3}|des que|quand|sera|hasta|cuando|aun|ate|quando|finche|sara|totdat|zodra|wordt|do czasu|gdy|bude|dokud|kym|ked|nar|tills|innan|blir|kommer att|inntil|indtil|inden|vil|bliver|kun|kunnes|ennen|jos|va fi|vor fi|inca|pana cand|cand|dok|kada?|cim|amig|amikor|amint|mihelyt|miutan|lesz|khi)\b|(?:^|[^а-яё])(?:пока|до|когда|будет|доки|коли|буде|ще|докато|когато|щом)(?![а-яё])|(?:^|[^ά-ώ])(?:θα|να|[οό]ταν|μ[οό]λις|μ[εέ]χρι|[εέ]ως|πριν|αφο[υύ]|ε?[αά]ν)(?![ά-ώ])|(?:^| )(?:עד|כאשר|כש|לאחר|אם|تا|وقتی|اگر|پس از|قبل از)(?= |$)|เมื่อ|จนกว่า/;

/** What denies a word that follows it at once, or nearly so. */
export const DENIED =
  /\b(?:not|never|isn't|hasn't|aren't|nicht|pas|no|nao|non|niet|nie|ne|ne(?:bol|byl)[aoiy]?|belum|chua|inte|ej|ikke|ei|eivat|nu (?:a|au|este|e|sunt)|nije|nisu|nem|nincs(?:en)?)\b|(?:^|[^а-яё])не(?![а-яё])|(?:^|[^ά-ώ])δεν?(?![ά-ώ])|(?:^| )(?:לא|טרם|עדיין)(?= |$)|ยังไม่|尚未|未|まだ|还没|還沒|아직/;

/**
 * That it is over for a part only: right before the word, as what begins its clause, for what met some may be over for all;
 * right after it; or anywhere in its sentence.
 */
export const PARTLY_BEFORE =
  /(?:^|[,;:–—] |\b(?:and|but|und|aber|et|mais|y|pero|e|mas|ma|en|maar) )(?:some|most|half|parts?|many|several|einige|viele|manche|certains|algun[oa]s|alguns|algumas|alcuni|sommige)(?: of)?(?: (?!and\b)\w+){0,2} (?:is|are|was|were|has been|have been|sind|wurden|sont|estan|estao|sono|zijn)(?: \w+)? $/;
export const PARTLY_AFTER = /^ (?:for |in )?(?:only )?(?:some|most|half|parts?|many|several|a few|the majority)\b/;
export const STILL =
  /(?<!\bif (?:you|anybody|anyone) (?:are |is )?)\bstill (?:\w+ ){0,3}(?:cannot|can't|down|fail\w{0,3}|unavailable|affected|degraded|not|unable|out|slow|offline)\b|(?<!\b(?:who|that|which|anyone|anybody|if you|if you are|should you) )\bstill (?:see|seeing|get|getting|have|having|experience|experiencing|receive|receiving|face|facing) (?:\w+ ){0,3}(?:errors?|problems?|issues?|failures?|timeouts?|trouble|delays?)\b|\b(?:aber|jedoch|noch) (?:\w+ ){0,4}(?:nicht|gestort)\b/;

/** The same where a language puts it after the word. */
export const NOT_YET_AFTER =
  /していま?せん|していない|しておりません|しておらず|され?次第|次第|するまで|できて(?:いません|おらず)|[后後]|之前|되지 않|하지 않|될 때까지|되는 대로/;

/** Work that was announced, which is no incident. */
export const PLANNED =
  /\b(?:scheduled|planned|maintenance|wartung|geplant|planifiee?|mantenimiento|programad[oa]|manutencao|manutenzione|programmat[oa]|onderhoud|gepland|konserwac|prace techniczne|udrzba|bakim|pemeliharaan|bao tri)|плановы|техническ|обслуживан|регламентн|технічн|メンテナンス|計画|维护|維護|점검/;
