import { lazily } from "../../lazily.ts";
import { allOf, type Found } from "../sentence/found.ts";

const word = (words: string, flags = "u"): RegExp => new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})`, flags);

/** "After the maintenance", "seit der Wartung": right before the work. What language it is a word of decides of "na" and "po". */
const afterIt = lazily(
  () =>
    /(?<!\p{L})(?:(?:after|following|post|nach|après|tras|después de|después del|depois d[aeo]|após|dopo|efter|etter|eftir|после|після|след|nakon|poslije|după|μετά(?: από)?|setelah|sesudah|selepas|بعد|אחרי|לאחר)(?: [\p{L}'-]+){0,3}|(?:since|seit|depuis|desde|dal|dall|sinds|siden|sedan|от|с момента|со времени|με[τά]|από|sejak|منذ|מאז)(?: (?:the|our|yesterday's|last|der|den|dem|unserer|la|le|l|les|el|los|as?|os?|het|de|den|det|την?))?(?: [\p{L}'-]+)?|suite à(?: [\p{L}']+){0,2}) $/u,
);
/** The same before the clause's own words in languages that write it before the work without a space, or with an apostrophe. */
const afterItJoined = lazily(
  () => /(?<!\p{L})(?:หลัง(?:จาก)?(?:การ)?|(?:dopo|depuis|dall'|après) ?l')$|หลัง(?:จาก)?(?:การ)?$/u,
);
/** The same where it stands behind the work. */
const behindIt = lazily(
  () =>
    /^\p{L}{0,12}(?: çal[ıi]şma\p{L}{0,12}| work)? (?:sonra(?:s[ıi]nda)?|beri|után|óta|jälkeen|lähtien)(?!\p{L})|^(?:作業|工事)?の?(?:後|以降|明け)(?!は(?:再開|通常))|^(?:工作|作业|作業)?(?:之?[后後]|以[后後来來])|^ ?(?:작업 ?)?(?:이후|후|뒤)(?:로|에)?(?= |,|$)|^ के बाद/u,
);
/** Of "suite à", which also names a reason, and of what lies behind in any case. */
const lately = lazily(() =>
  word(
    "yesterday(?:'s)?|last (?:night|week|weekend|evening)(?:'s)?|gestern|gestrig\\p{L}*|letzte[nrs]?|vergangene[nrs]?|hier|cette nuit|la nuit (?:dernière|passée)|semaine dernière|ayer|anoche|pasad[oa]|ontem|passad[oa]|ieri|scors[oa]|gister(?:en)?|afgelopen|igår|i går|wczoraj\\p{L}*|ubiegł\\p{L}*|včera\\p{L}*|вчера\\p{L}*|прошл\\p{L}*|вчора\\p{L}*|минул\\p{L}*|dünkü|dün|tegnap\\p{L}*|eilen|eilisen|χθες|kemarin|semalam|hôm qua|ieri|jučer\\p{L}*|أمس|אתמול",
  ),
);
/** That the site comes back: so the work goes on. */
const comesBack = lazily(
  () =>
    /(?<!\p{L})(?:(?<!(?:not|n't|never|nicht|yet) (?:come |been |be )?)back|available again|wieder (?:für|da|erreichbar|verfügbar|online|zur)|(?:de|à) (?:retour|nouveau)|reviendr\p{L}+|revenons|volve(?:mos|remos|rá)|regresa\p{L}*|voltar(?:emos|á)|voltamos|torn(?:iamo|eremo|erà)|terug|weer (?:bereikbaar|beschikbaar|online)|wrócimy|wraca(?:my)?|zpět|späť|верн[её]мся|заработает|возобнов\p{L}+|повернемо\p{L}*|відновить|geri|aç(?:acağ|ılacak)\p{L}*|visszatér\p{L}*|palaamme|tillbaka|tilbage|tilbake|igen|igjen|kembali|trở lại|revenim)(?!\p{L})|再開|再开|恢复|恢復|重新|다시|재개|กลับมา|سنعود|نعود|سيعود|נחזור|יחזור|ישוב/u,
);
/** That something is to be after it, which is when it comes back. */
const isAfterwards = lazily(() =>
  word("will be|werden|serons|sera|estar(?:emos|á)|saremo|sarà|będzie|bude|будет|будем|буде|olacak|θα"),
);

/** That it is done, behind the work. */
const isDone = lazily(
  () =>
    /(?<!\p{L})(?:tamamland[ıi]|tamamlanmışt[ıi]r|bitti|sona erdi|sona ermiştir|(?:est|sont|a été|ont été|est désormais) (?:terminée?s?|achevée?s?|finie?s?)|ha(?:n)? (?:finalizado|terminado|concluido|sido (?:completad|finalizad)[oa]s?)|(?:foi|foram|está) (?:concluída|finalizada|terminada)s?|terminou|(?:è|sono|è stata|sono stati) (?:terminat|conclus|completat)[aoie]|is (?:voltooid|afgerond|afgelopen|klaar|done|complete|completed|finished)|zijn (?:voltooid|afgerond)|zosta\p{L}{1,2} zakończon\p{L}|zakończon\p{L}|zakończył\p{L}{1,2}|byla (?:dokončena|ukončena)|skončila|завершен[аыо]?|завершён|окончен[аыо]?|закончен[аыо]?|проведен[аыо]?|закінчен[аио]?|är (?:avslutat|klart|slutfört)|er (?:afsluttet|færdig|avsluttet|ferdig|fullført)|on (?:päättynyt|valmis)|befejeződ\p{L}{2,6}|véget ért|(?:s-a|s-au|a fost) (?:finalizat|încheiat)\p{L}?|ολοκληρώθηκ\p{L}{1,3}|đã (?:hoàn tất|hoàn thành|kết thúc)|(?:telah|sudah) (?:selesai|berakhir)|završen\p{L}?|je završeno|انتهت|اكتملت|הסתיימ\p{L}{1,2}|הושלמ\p{L}{1,2})(?!\p{L})|(?:は|が)?(?:終了|完了)(?:(?:いた|致)?しました|して(?:います|おります)|済み)|已(?:经|經)?(?:全部)?(?:完成|结束|結束)|完毕(?!后)|(?:이|가|은|는)? ?(?:완료|종료)(?:되었|됐|했|하였)|เสร็จ(?:สิ้น|เรียบร้อย)?แล้ว/u,
);
/** What makes a promise of it. */
const isDoneLater = lazily(() =>
  word(
    "until|once|when|as soon as|will|bis|sobald|wenn|wird|dès que|quand|sera|une fois|una vez|cuando|hasta|será|quando|assim que|até|sarà|finché|appena|zodra|wanneer|totdat|gdy|kiedy|do|zostan\\p{L}+|až|dokud|jakmile|как только|когда|пока|будет|будут|поки|коли|буде|буд\\p{L}+|när|når|kun|amint|amíg|când|până|όταν|μόλις|khi|setelah|jika|sampai|hingga|kad",
  ),
);

/** A day by its name or its date, which may be any but today. */
const someDay = lazily(() =>
  [
    "(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|(?:next|coming) \\p{L}+|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|sonnabend|(?:nächste|kommende)[nrs]?|demain|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|prochaine?|lunes|martes|miércoles|jueves|viernes|sábado|domingo|mañana|próxim[oa]|(?:segunda|terça|quarta|quinta|sexta)(?:-feira)?|amanhã|(?:lune|marte|mercole|giove|vener)dì|sabato|domenica|domani|prossim[oa]|(?:maan|dins|woens|donder|vrij|zater|zon)dag|(?:volgende|komende)|(?:mån|tis|ons|tors|fre|lör|sön|man|tirs|lør)dag(?:en)?|maanantai\\p{L}*|tiistai\\p{L}*|keskiviikko\\p{L}*|torstai\\p{L}*|perjantai\\p{L}*|lauantai\\p{L}*|sunnuntai\\p{L}*|poniedział\\p{L}*|wtor(?:ek|ku)|środ[aęy]|czwart(?:ek|ku)|piąt(?:ek|ku)|sobot[aęuyo]",
    "niedziel[aęi]|jutro|następn\\p{L}*|pondělí|úter(?:ý|ek|ok)|střed[auy]|stred[au]|čtvrtek|štvrtok|pátek|piatok|neděl[ie]|nedeľu|zítra|zajtra|pazartesi|salı|çarşamba|perşembe|cuma|cumartesi|pazar|yarın|thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật|ngày mai|(?:hari )?(?:senin|selasa|rabu|kamis|jumat|sabtu|minggu)|besok|hétfőn?|kedden?|szerdán?|csütörtökön?|pénteken?|szombaton?|vasárnap|holnap|luni|marți|miercuri|joi|vineri|sâmbătă|duminică|mâine",
    "понедельник\\p{L}*|вторник\\p{L}*|сред[ау]|четверг\\p{L}*|пятниц[ауы]|суббот[ауы]|воскресень\\p{L}|завтра|понеділ\\p{L}*|вівтор\\p{L}*|четвер|п'ятниц[яюі]|субот[ауи]|неділ[яюі]",
    "\\d{1,2}(?:st|nd|rd|th|\\.|º)?(?: de| of)? (?:jan|feb|fév|mar|mär|apr|avr|abr|ma[iyj]|may|mag|gen|ene|jun|jui|giu|jul|lug|lip|aug|aoû|ago|sep|set|okt|oct|out|ott|nov|dez|dec|déc|dic|sty|lut|kwi|cze|sie|wrz|paź|lis|gru|янв|фев|мар|апр|мая|июн|июл|авг|сен|окт|ноя|дек|січ|лют|бер|кві|тра|чер|лип|сер|вер|жов|гру|oca|şub|nis|haz|tem|ağu|eyl|eki|kas|ara)\\p{L}{0,8}|(?:january|february|march|april|june|july|august|september|october|november|december) \\d{1,2}|^(?:januari?|februari?|märz|april|mai|juni?|juli?|august|september|oktober|november|de[csz]ember)(?= \\p{L})|^(?:ledna|února|března|dubna|května|června|července|srpna|září|října|listopadu|prosince|\\p{L}+kuuta)|\\d{1,2}[./]\\d{1,2}(?:[./]\\d{2,4})?(?![\\d:])|\\d{4}-\\d\\d-\\d\\d",
  ].map((days) => word(days, "gu")),
);
const aDayUnspaced = lazily(
  () =>
    /\d{1,2} ?[月월] ?\d{1,2} ?[日일号號]|[月火水木金土日]曜|(?:周|星期|礼拜|禮拜|週)[一二三四五六日天]|[월화수목금토일]요일|明[日天]|내일|(?:下|来|來)[周週]|次回|下次|다음 ?(?:주|달)|วัน(?:จันทร์|อังคาร|พุธ|พฤหัส|ศุกร์|เสาร์|อาทิตย์)|พรุ่งนี้/gu,
);
/** "Until Monday", "since Saturday", and the same behind it: it goes on between. */
const upTo = lazily(
  () =>
    /(?<!\p{L})(?:until|till|to|through|since|bis|seit|jusqu'(?:au|à)|au|depuis|hasta|al?|desde|até|fino al?|al|da|dal|tot|t\/m|sinds|till|til|fram till|frem til|sedan|siden|do|od|до|по|с|со|від|з|đến|từ|hingga|sampai|sejak|până|pană|din|εως|έως|μέχρι|από)(?: (?:the|zum|den|dem|am|el|o|a|le|la|il|de|het|\p{L}{2,9}),?)? $|(?:至|到|直到|从|自|から|[～~–-]) ?$/u,
);
const upToBehind = lazily(
  () =>
    /^.{0,12}?(?:まで|から|까지|부터|(?<!\p{L})(?:kadar|beri|saakka|asti|lähtien|-ig|óta)(?!\p{L}))|^ ?(?:起|以来)/u,
);

const isToday = lazily(
  () =>
    /(?<!\p{L})(?:today|tonight|this (?:morning|afternoon|evening)|heute|aujourd'hui|ce (?:matin|soir)|cette nuit|hoy|esta noche|hoje|oggi|stasera|stanotte|vandaag|vannacht|vanavond|idag|i dag|ikväll|tänään|dziś|dzisiaj|dnes|сегодня|сьогодні|днес|danas|bugün|bu gece|azi|σήμερα|hôm nay|hari ini|اليوم|امروز|היום|आज)(?!\p{L})|今[日天晚夜]|本日|오늘|วันนี้/u,
);
/** That it is so now, or that the site is not to be had. */
const isNow = lazily(
  () =>
    /(?<!\p{L})(?:now|currently|moment|presently|unavailable|inaccessible|not (?:be )?available|down|offline|closed|in progress|under ?way|ongoing|derzeit|zur ?zeit|momentan|gerade|aktuell|nicht (?:erreichbar|verfügbar)|geschlossen|vorübergehend|actuellement|en cours|indisponibles?|inaccessibles?|fermée?|actualmente|ahora|momento|no (?:está |estará )?disponible|cerrad[oa]|temporalmente|indisponíve(?:l|is)|fora do ar|attualmente|in corso|momentaneamente|temporaneamente|non (?:è |sarà )?(?:disponibil|raggiungibil)\p{L}+|chius[oa]|momenteel|nu|tijdelijk|niet (?:bereikbaar|beschikbaar)|gesloten|just nu|pågår|tillfälligt|lige nu|midlertidig\p{L}*|parhaillaan|obecnie|aktualnie|trwa(?:ją)?|niedostępn\p{L}+|chwilowo|aktuáln\p{L}|právě|práve|probíh[áa]\p{L}*|prebieha\p{L}*|dočasn\p{L}|nedostupn\p{L}+|mimo|сейчас|временно|недоступ\p{L}+|ведутся|ид[её]т|идут|зараз|тимчасово|тривають|şu an(?:da)?|geçici|erişilem\p{L}+|verem\p{L}+|jelenleg|átmeneti\p{L}*|momentan|temporar|hiện|đang|tạm|saat ini|sedang|sementara|προσωρινά|αυτή τη στιγμή)(?!\p{L})|現在|ただいま|只今|停止|休止|(?:中|おり)です|ご利用(?:いただけ|でき)(?:ません|ない)|目前|正在|暂停|暫停|暂时|暫時|现在|現在|停机|停機|현재|일시|중단|중입니다|중이|ขณะนี้|กำลัง|حاليا|כרגע/u,
);
/** The future of whatever the sentence tells. */
const isToCome = lazily(
  () =>
    /(?<!\p{L})(?:will|going to|wird|werden|sera|seront|será|serán|serão|sarà|saranno|zal|zullen|będzie|będą|bude|budou|budú|будет|будут|буде|будуть|ще|kommer att|vil|va fi|vor fi|sẽ|akan|θα)(?!\p{L})|[ea]ca[kğ]|ece[kğ]|将|將|예정|予定/u,
);
/** The future of the work alone: what people say of it before it begins. */
const workToCome = lazily(
  () =>
    /(?<!\p{L})(?:(?:will|going to)(?: be)? (?:perform|carry|carri|conduct|undergo|do|hav|tak|begin|start|held|schedul)\p{L}*|(?:aura|auront) lieu|(?:effectuer|procéder|réaliser)(?:ons|a|ont)|(?:sera|seront) (?:effectué|réalisé)\p{L}*|(?:realizar|efectuar|llevar|har)(?:emos|án|á)|tendrán? lugar|(?:realizar|efetuar|far)(?:emos|á|ão)|(?:será|serão) (?:realizad|efetuad|feit)\p{L}+|(?:effettuer|eseguir|svolger)(?:emo|à|anno)|(?:verrà|verranno|sarà|saranno) (?:effettuat|eseguit|svolt)\p{L}|(?:zal|zullen) .{0,60}?(?:uitvoeren|plaatsvinden|uitgevoerd|plegen)|(?:będzie|będą) (?:prowadzon|przeprowadzan)\p{L}|przeprowadzimy|odbęd\p{L}+|(?:bude|budeme|budou|budú) (?:prováděn|prová?d|vykonáva|probíh|prebieh)\p{L}*|proběhne|provedeme|(?:будут|будет|будем) (?:провод|провед|выполн)\p{L}+|провед[её]м|состо(?:ится|ятся)|пройдут|(?:будуть|буде|будемо) (?:провод|провед)\p{L}+|проведемо|відбуд\p{L}+|(?:yapıl|gerçekleştiril)acak\p{L}*|gerçekleştirilecek\p{L}*|yapacağ\p{L}+|(?:kommer att|kommer vi att|kommer til å|vil) .{0,30}?(?:utför|genomför|utfør|foretag|gennemfør|gjennomfør)\p{L}*|va avea loc|vor avea loc|vom efectua|sẽ (?:tiến hành|được|thực hiện|bảo)|akan (?:melakukan|dilakukan|diadakan)|θα (?:πραγματοποι|γίν|εκτελ)\p{L}+|سيتم|سنقوم|سوف|תתבצע|יתבצעו|נבצע)|(?:将|將)(?:于|於|在|会|會|进行|進行)|예정(?:입니다|이며|되어|이오니)?|(?:実施|行う|開始)(?:する)?予定/u,
);

/** Whether the work lies behind: the sentence tells what is since, or that it is done. */
function isBehind(work: Found, text: string, after: RegExp | null): boolean {
  const [before, behind] = [text.slice(0, work.from), text.slice(work.to)];
  const done = isDone().exec(behind);
  if (done && !isDoneLater().test(before + behind.slice(0, done.index))) return true;
  const found =
    afterIt().exec(before) ?? after?.exec(before) ?? afterItJoined().exec(before) ?? behindIt().exec(behind);
  if (!found || comesBack().test(text) || isAfterwards().test(text)) return false;
  return !found[0].startsWith("suite") || lately().test(text);
}

/** Whether a day is named that may be any but today, and neither as the end of the work nor as its beginning. */
function isOfAnotherDay(text: string): boolean {
  const days = [...someDay().flatMap((days) => allOf(days, text)), ...allOf(aDayUnspaced(), text)];
  const goesOn = ({ from, to }: Found): boolean =>
    upTo().test(text.slice(0, from)) || upToBehind().test(text.slice(to));
  return days.length > 0 && !days.some(goesOn);
}

/**
 * Whether the work that a sentence speaks of is not of this moment: done, or still to come. `after` is how its language
 * says "after", right before it. By the hour alone nobody can tell, and a day that is named may be today where the site
 * is said to be away: both are left to be now. Takes lower case.
 */
export function isAtAnotherTime(work: Found, text: string, after: RegExp | null): boolean {
  if (isBehind(work, text, after)) return true;
  if (isToday().test(text)) return false;
  const now = isNow().test(text);
  return (
    (isOfAnotherDay(text) && !comesBack().test(text) && (!now || isToCome().test(text))) ||
    (!now && workToCome().test(text))
  );
}
