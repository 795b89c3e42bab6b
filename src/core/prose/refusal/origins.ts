import { lazily } from "../../lazily.ts";
import { allOf, type Found } from "../sentence/found.ts";
import { speaksOfLoad } from "../trouble/load-notice.ts";

const whole = (words: string): RegExp => new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})`, "gu");

/** Countries and parts of the world, as pages that keep them out name them in English. */
const PLACES =
  "(?:the )?(?:eu|eea|european union|european economic area|(?:(?:most|many|some|all) )?european countries|europe|uk|united kingdom|great britain|britain|england|scotland|ireland|us|usa|united states(?: of america)?|america|canada|mexico|brazil|argentina|australia|new zealand|germany|austria|switzerland|france|spain|portugal|italy|belgium|netherlands|luxembourg|denmark|sweden|norway|finland|iceland|poland|czechia|czech republic|slovakia|hungary|romania|bulgaria|greece|croatia|serbia|slovenia|estonia|latvia|lithuania|ukraine|russia|russian federation|belarus|turkey|türkiye|israel|iran|iraq|syria|egypt|saudi arabia|uae|united arab emirates|india|pakistan|bangladesh|china|mainland china|hong kong|taiwan|japan|korea|south korea|north korea|vietnam|thailand|indonesia|malaysia|singapore|philippines|cuba|venezuela|crimea|south africa|nigeria|africa|asia)";
const YOURS =
  "(?:your (?:current )?(?:country|region|location|area|territory|jurisdiction|state)|(?:this|these) (?:country|countries|territory|jurisdiction))";

/** What will be over soon, or a part of a network, is a failure and no rule about who comes from there. */
const PASSING =
  "(?! (?:regions?|zones?|data ?cent(?:er|re)s?|clusters?|servers?)(?!\\p{L})|[^.]{0,80}(?<!\\p{L})(?:at the moment|right now|today|this (?:morning|afternoon|evening))(?!\\p{L}))";
/** The same of the site, in English. */
const AVAILABLE = [`(?:${YOURS}|(?:(?:most|many|all) )?european countries)`, PLACES]
  .map(
    (place, at) =>
      `${at === 0 ? "" : "(?<!(?:currently|temporarily|partially) )"}(?:un|not )(?:available|accessible|offered|permitted|allowed|supported) (?:in|from|for|to (?:users|visitors|customers|people) (?:in|from)) ${place}${at === 0 ? "" : PASSING}`,
  )
  .join("|");
const SERVES_NOT =
  "(?:do not|don't|cannot|can't|no longer|not able to|unable to|will not|won't) (?:(?:currently|yet) )?(?:serve|offer|provide|support|accept|operate|allow|permit|service)";
/** A sentence that names whom the site serves, or where it can be used, whoever its subject is. */
const SERVED: readonly string[] = [
  `${SERVES_NOT}(?: (?!access to)\\p{L}{1,20}){0,5} (?:in|from|to|for|within) ${YOURS}`,
  `${SERVES_NOT}(?:(?: (?!access to)\\p{L}{1,20}){0,3} (?:access|visits|traffic|connections|requests|services?|users|visitors|customers|clients|people|anyone|anybody|residents|content|(?:web ?)?sites?|products|orders)(?: \\p{L}{1,20}){0,3})? (?:in|from|to|for|within) ${PLACES}${PASSING}`,
  `(?:country|region|location|place|jurisdiction) (?:that |which )?(?:we|is) (?:do not|don't|cannot|can't|no longer|not) (?:serve|support|allow|permit|accept)(?:ed|d)?`,
  "from (?:a |your )?(?:country|region)[^.]{0,200} access cannot be (?:granted|given|allowed)",
  `(?:(?:can|may) only be|is only|are only) (?:used|accessed|visited|viewed|opened|reached|accessible|available)(?: from)? (?:within|inside|from|in) ${PLACES}`,
  `(?:can|may) be (?:used|accessed|visited|viewed|opened|reached) only(?: from)? (?:within|inside|from|in) ${PLACES}`,
  "only (?:available|accessible|open) (?:to|for) (?:(?:users|visitors|customers|people) (?:in|from|within|located in)|residents (?:in|of))",
  "we block (?:all )?(?:access|requests|traffic|visitors|connections) from (?:your|this) (?:country|region|network|provider)",
];

/** "Not available in your country", in languages that put blanks between words. */
const HERE: readonly string[] = [
  "nur (?:für (?:besucher|nutzer|kunden|personen) (?:aus|in)|aus (?:\\p{L}{1,20} ){1,2}(?:erreichbar|verfügbar|zugänglich))",
  "réservé\\p{L}* aux (?:visiteurs|utilisateurs|internautes|résidents|clients) (?:de|du|des|en|situés)",
  "in (?:ihrem|deinem|diesem|ihrer|deiner|dieser) (?:land|region|gebiet) (?:leider )?(?:nicht|noch nicht) (?:verfügbar|zugänglich|freigegeben|erlaubt|erreichbar)",
  "(?:pas|plus|in)(?: | ?)(?:disponible|accessible|autorisée?) (?:dans|depuis|pour) (?:votre|ce) (?:pays|région|zone)",
  "no (?:está|se encuentra|es) (?:disponible|accesible) (?:en|desde|para) (?:su|tu|este) (?:país|región|ubicación)",
  "não (?:está|é|se encontra) (?:disponível|acessível) (?:em|no|para o) (?:seu|teu|sua) (?:país|região)",
  "non (?:è|sono) (?:disponibil[ei]|accessibil[ei]) (?:nel|dal|in|per il) (?:tuo|suo|vostro|questo) (?:paese|regione)",
  "niet (?:beschikbaar|toegankelijk) (?:in|vanuit|voor) (?:uw|je|jouw|dit) (?:land|regio)",
  "(?:inte|ikke) (?:tillgänglig\\p{L}*|tilgjengelig\\p{L}*|tilgængelig\\p{L}*) i (?:ditt|dit) (?:land|område)",
  "nie jest (?:dostępn\\p{L}+|obsługiwan\\p{L}+) w (?:twoim|państwa|tym) (?:kraju|regionie)",
  "(?:není|nie je) (?:\\p{L}{1,20} )?(?:dostupn\\p{L}+) (?:ve|vo) (?:vaší|vašej|vašem) (?:zemi|krajine|regionu)",
  "(?:недоступ\\p{L}+|не доступ\\p{L}+|запрещ[её]н\\p{L}*) (?:в|из|для) (?:вашей|вашего|вашому|вашій) (?:стран\\p{L}+|регион\\p{L}*|країн\\p{L}+|регіон\\p{L}*)",
  "(?:ülkenizde|bölgenizde|ülkenizden) (?:kullanılam\\p{L}+|mevcut değil|erişilem\\p{L}+|sunulm\\p{L}+)",
  "(?:tidak|belum) tersedia di (?:negara|wilayah|lokasi) anda",
  "(?:zugriffe?|zugang|aufrufe?|besuche?)(?: \\p{L}{1,20}){0,3} (?:aus dem ausland|von außerhalb \\p{L}+)(?: \\p{L}{1,20}){0,3} (?:nicht|gesperrt|blockiert|untersagt|eingeschränkt)",
  "(?:accès|connexions?)(?: \\p{L}{1,20}){0,3} (?:depuis|de|hors de) (?:l'étranger|france)(?: [\\p{L}']{1,20}){0,3} (?:interdit|bloqué|refusé|limité|impossible|pas autorisé|restreint)\\p{L}*",
  "(?:acceso|acesso|accesso)(?: \\p{L}{1,20}){0,3} (?:desde el extranjero|do exterior|desde fuera de \\p{L}+|fora do brasil|dall'estero)(?: \\p{L}{1,20}){0,3} (?:permitid[oa]|bloquead[oa]|restringid[oa]|restrit[oa]|limitad[oa]|consentito|bloccato|vietato)",
  "(?:dostęp)\\p{L}*(?: \\p{L}{1,20}){0,3} (?:z zagranicy|spoza polski)(?: \\p{L}{1,20}){0,3} (?:zablokowany|ograniczony|niemożliwy|możliwy)",
  "(?:přístup|prístup)(?: \\p{L}{1,20}){0,3} (?:ze|zo) zahraničí(?: \\p{L}{1,20}){0,3} (?:povolen|blokován|zablokován|omezen|možn)\\p{L}*",
  "(?:доступ|вход)(?: \\p{L}{1,20}){0,3} (?:(?:с|из|для|з|із) (?:зарубежн|иностранн|заграничн|закордонн|іноземн)\\p{L}{1,5}|из-за (?:рубежа|границы)|з-за кордону|из других стран)(?:[ -]\\p{L}{1,20}){0,4} (?:ограничен|закрыт|запрещ[её]н|заблокирован|невозможен|недоступен|обмежен|заборонен|заблокован|неможлив|закрит)\\p{L}*",
  "yurt ?dışından(?: \\p{L}{1,20}){0,3} (?:erişim|giriş)\\p{L}*(?: \\p{L}{1,20}){0,3} (?:kapalı|engel|kısıt|yasak|mümkün değil|izin ver)\\p{L}*",
  "(?:truy cập) từ nước ngoài(?: \\p{L}{1,20}){0,3} (?:bị|không)",
  "akses dari luar negeri(?: \\p{L}{1,20}){0,3} (?:tidak|diblokir|dibatasi|ditolak)",
  "không (?:khả dụng|có sẵn|hỗ trợ) (?:ở|tại|trong) (?:quốc gia|khu vực|vùng)(?: của bạn)?",
];
/** The same where they put none, or where the reader is named by an ending. */
const hereUnspaced = lazily(
  () =>
    /(?:お住まいの|お使いの|ご利用の|現在の|お客様の|あなたの|この)(?:国|地域)(?:から)?(?:では|は|からは)[^、。]{0,16}(?:いただけません|できません|対象外|制限)|(?:海外|国外|日本国外)からの?(?:アクセス|接続|ご利用|通信)?[^、。]{0,10}(?:できません|いただけません|制限|禁止|お断り|遮断|拒否|許可(?:されて|して)(?:い|お)(?:ません|りません|ない))|(?:日本)?国内からのみ[^、。]{0,10}(?:可能|利用|アクセス|いただけ)|(?:不|无法|無法|未|暂不)(?:对|向|为|在|對|為)[您你]所在的?(?:国家|地区|國家|地區)[^，。]{0,10}(?:提供|开放|開放|服务|服務)|(?:海外|境外|国外|國外|大陆以外)(?:的)?(?:ip|用户|用戶|地区|地區|访问|訪問)[^，。]{0,10}(?:不支持|无法|無法|禁止|限制|拒绝|拒絕|不允许)|仅(?:限|支持)[^，。]{0,4}(?:境内|国内|大陆|中国)[^，。]{0,8}(?:访问|使用)|[您你](?:所在)?的?(?:国家|地区|國家|地區|区域|區域)[^，。]{0,8}(?:不可用|无法|無法|不支持|不支援|不提供|限制)|(?:귀하의|해당|현재) ?(?:국가|지역)[^.]{0,10}(?:이용|사용|접속|제공)[^.]{0,6}(?:없|불가|않)|(?:해외|국외) ?(?:ip|아이피|지역|국가)? ?(?:에서|에서의|로부터)[^.]{0,16}(?:없|불가|차단|제한|금지|않)|국내에서만[^.]{0,10}(?:가능|접속|이용)|از خارج از (?:کشور|ایران)[^.]{0,20}(?:نیست|نمی|مسدود|محدود)|غير متاح\p{L}* في (?:بلدك|منطقتك)/gu,
);

/** A condition, and a guess that every page of hints makes: "if you are using a VPN, turn it off". */
const GUESSED = "(?:if|when|whether|unless|in case|because|that|maybe|perhaps|sure|ensure|check)";
const SERVICE =
  "an? (?:\\p{L}{1,20} ){0,2}(?:vpn|proxy|anonymi[sz]er|unblocker|tor)(?! (?:server )?(?:that|which)(?!\\p{L}))";
const WORDS = "(?: [\\p{L}'-]{1,20}){0,4}";
/**
 * A service that hides where its reader comes from. That it is to be turned off is a hint of what may help, on any page
 * that does not open, unless it says that only so one comes to use the site.
 */
const HIDDEN: readonly string[] = [
  `(?<!${GUESSED} )you(?:'re| are| appear to be| seem to be)(?: currently)? (?:using|behind|connecting (?:through|via|from|with)|connected (?:through|via|to)) ${SERVICE}`,
  `(?:detected|noticed) that you(?:'re| are) (?:using|behind|connecting (?:through|via|from|with)) ${SERVICE}`,
  "(?<!(?:reverse|the|our) )(?:vpn|proxy|anonymi[sz]er|tor) (?:or (?:vpn|proxy) )?(?:(?:connection|user|usage|use|traffic)s? )?(?:was |has been |is |are )?(?:detected|not (?:allowed|permitted)|blocked|forbidden)",
  "(?<!(?:try(?: to)?|could|can|may|might|helps?(?: to)?) )(?:turn off|disable|switch off|disconnect(?: from)?|deactivate) (?:your|the|any) (?:vpn|proxy)(?: \\p{L}{1,20}){0,3} to (?:use|access|view|visit|continue|proceed|enter)",
  "(?:отключите|выключите|вимкніть|відключіть)(?: [\\p{L}-]{1,20}){0,2} vpn,? (?:чтобы|для|щоб)(?: \\p{L}{1,20})? (?:продолж|продовж|доступ|вход|вхід|войти|увійти|просм|перегляд|посе[тщ]|відвід|польз|использ|корист|викорис|перейти)\\p{L}*",
  `(?:deaktivieren|trennen|schalten) sie(?: \\p{L}{1,20}){0,2} vpn(?:[- ]\\p{L}{1,20})?,? (?:aus,? )?um${WORDS} (?:fortzufahren|fortzusetzen|zuzugreifen|weiterzu\\p{L}+|aufzurufen|zu (?:nutzen|benutzen|verwenden|besuchen|sehen|gelangen))`,
  "(?:désactivez|coupez)(?: \\p{L}{1,20}){0,2} vpn (?:pour|afin de|afin) (?:d')?(?:continuer|poursuivre|accéder|utiliser|visiter|consulter|voir|entrer|naviguer)",
  "(?:desactiv[ae]|apague|desative|deslig[ue]{1,2}|disattivate?|disattiva)(?: \\p{L}{1,20}){0,3} vpn (?:para|per) (?:continuare?|pros+e[gq]u?ire?|acceder|accedere|acessar|aceder|usare?|utilizz?are?|visitare?|ver|vedere|entrare?|navegar|navigare)",
  `schakel(?: \\p{L}{1,20}){0,2} vpn uit,? om${WORDS} (?:(?:door|verder) te gaan|te (?:gebruiken|bezoeken|bekijken|krijgen))`,
  "wyłącz(?: \\p{L}{1,20}){0,2} vpn,? (?:aby|żeby)(?: \\p{L}{1,20})? (?:kontynuować|s?korzystać|dostęp|wejść|odwiedzić|przejść|oglądać)",
  "vypněte(?: \\p{L}{1,20}){0,2} vpn,? abyste(?: \\p{L}{1,20})? (?:pokračov|použ|navštív|získa|vstoup|přistup)\\p{L}*",
  "(?:kullanmak|erişmek|erişim|girmek|giriş yapmak|devam etmek|ziyaret etmek|görüntülemek|izlemek) için(?: (?!\\p{L}+s[ae]n[ıi]z)\\p{L}{1,20}){0,2} vpn'?\\p{L}{0,8} (?:kapatın|kapatınız|devre dışı bırakın)",
  "(?<!coba )matikan vpn(?: \\p{L}{1,20})? untuk (?:melanjutkan|mengakses|menggunakan|mengunjungi|masuk|melihat)",
  "(?<!thử )tắt vpn(?: \\p{L}{1,20}){0,2} để (?:tiếp tục|truy cập|sử dụng|xem|vào)",
  "فیلترشکن(?: \\p{L}{1,20}){0,2} (?:را )?(?:خاموش|قطع) کنید",
];

/** What a site offers beside its pages, and not everywhere: nobody is kept from the site by that. */
const offeredBeside = lazily(
  () =>
    /(?<!\p{L})(?:(?:live )?chat|live ?streams?|apps?|(?:apple|google|samsung) pay|paypal|klarna|funktion\p{L}*|fonctionnalités?|fonctions?|funci(?:ón|ones)|funç(?:ão|ões)|funzion[ei]|aplicación|aplicativo|applicatie|application mobile|aplikacja|приложение|функция|uygulama\p{L}*|özellik\p{L}*|ứng dụng|tính năng|aplikasi|fitur|phone|telephone|hotline|(?<!(?:not|n't|longer|able to|not currently|n't currently|not yet|n't yet) )support|help ?desk|deliver(?:y|ies)|shipping|pick-?up|payments?|lieferung|versand|livraison|envíos?|entregas?|consegna|bezorging|dostawa|доставка|telefon\p{L}*|téléphone|teléfono)(?!\p{L})|配送|配達|电话|客服|電話|배송|アプリ|機能|应用程序|應用程式|功能|(?<!웹 ?)앱|기능/u,
);

/** The site, or what is on the page, as what cannot be had: nobody is kept away where something else cannot. */
const site = lazily(
  () =>
    /^(?:(?:we're |we are )?(?:sorry|unfortunately|oops|error|notice|regrettably|at this time)\P{L}{0,3}){0,2}(?:(?:due to|because of|for) [^,]{1,80}, ?)?(?:but |that )?(?:(?:this|the|that|our|your|requested|you requested|access to|page|we|you|it|and|or) ?)*$|(?<!\p{L})(?:(?:web ?)?(?:sites?|pages?|app)|content|services?|shop|store|portal|access|video|film|movie|show|programme|program|media|article|resource|url|link|domain|[a-z0-9-]{1,60}\.[a-z]{2,20})(?!\p{L})/u,
);

/** Of all that a site has, some of it: whoever reads that is on the site. */
const some = lazily(
  () =>
    /^(?:(?:please note|note|bitte beachten sie),? (?:that |dass )?)?(?:(?:some|many|most|certain|several|selected|a few|not all|parts of|einige|manche|bestimmte|viele|einzelne|nicht alle|certain(?:e?s)|quelques|plusieurs|beaucoup d\p{L}+|algun[oa]s|alguns|algumas|ciert[oa]s|cert[oa]s|much[oa]s|muit[oa]s|vari[oa]s|vári[oa]s|no tod[oa]s|nem tod[oa]s|alcun[ie]|cert[ie]|molt[ie]|non tutt[ie]|sommige|bepaalde|enkele|veel|niet alle|vissa|några|många|visse|nogle|noen|mange|niektóre|część|wiele|nie wszystkie|některé|niektoré|mnoho|некоторые|многие|отдельные|часть|не все|деякі|частина|не всі|bazı|birçok|beberapa|sebagian|một số|nhiều|câteva|unele|μερικ\p{L}+|ορισμέν\p{L}+)(?!\p{L})|一部|部分|一些|某些|일부|몇몇|بعض)/u,
);

/** What they all speak of, for a first look: most sentences speak of none. */
const origin = lazily(
  () =>
    /country|region|location|area|territory|land|gebiet|pays|zone|país|paese|regio|kraj|zemi|område|стран|країн|регион|регіон|ülke|bölge|negara|wilayah|lokasi|quốc gia|khu vực|vùng|[国國](?!際)|地域|海外|地区|地區|区域|區域|국가|지역|بلدك|منطقتك|only (?:available|accessible|open)|nur (?:für|aus)|réservé|vpn|proxy|anonymi|unblocker|(?<!\p{L})tor(?!\p{L})|jurisdiction|(?:available|accessible|used|accessed|visited|viewed|opened|reached|serve|offer|provide|support|accept|operate|allow|permit|service|supported|offered|permitted|allowed|users|visitors|customers|people)(?: \p{L}{1,20}){0,6} (?:in|from|within|inside|to|for) (?!\p{L}+ing(?!\p{L}))|ausland|außerhalb|étranger|extranjero|exterior|estero|zagranicy|zahraničí|рубеж|иностранн|закордон|заграничн|кордону|yurt ?dışı|nước ngoài|luar negeri|国外|境外|大陆|国内|해외|국외|국내|خارج|فیلترشکن/u,
);

const patterns = lazily((): readonly RegExp[] => [...[...SERVED, ...HERE].map(whole), hereUnspaced()]);
const hidden = lazily(() => whole(HIDDEN.join("|")));
const condition = lazily(() => /^(?:if|when|in case|اگر) /u);
const available = lazily(() => whole(AVAILABLE));

/**
 * Where a sentence in lower case refuses its reader by where they come from: their country, or a service that hides it.
 * Null where it does not.
 */
export function originRefusedIn(sentence: string): Found | null {
  if (!origin().test(sentence)) return null;
  const [found] = [
    ...allOf(available(), sentence).filter(({ from }) => site().test(sentence.slice(0, from))),
    ...patterns().flatMap((pattern) => allOf(pattern, sentence)),
    ...(condition().test(sentence) ? [] : allOf(hidden(), sentence)),
  ];
  if (found === undefined || some().test(sentence)) return null;
  if (offeredBeside().test(sentence.slice(0, found.to)) || speaksOfLoad(sentence.slice(found.from, found.to)))
    return null;
  return found;
}
