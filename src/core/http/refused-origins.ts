import { lazily } from "../lazily.ts";
import { allOf, type Found } from "./nearby.ts";

const whole = (words: string): RegExp => new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})`, "gu");

/** "Not available in your country", in languages that put blanks between words. */
const HERE: readonly string[] = [
  "(?:un|not )(?:available|accessible|offered|permitted|allowed) (?:in|from|for) (?:your (?:current )?(?:country|region|location|area|territory)|this (?:country|territory))",
  "only (?:available|accessible|open) (?:to|for) (?:(?:users|visitors|customers|people) (?:in|from|within|located in)|residents (?:in|of))",
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
  "không (?:khả dụng|có sẵn|hỗ trợ) (?:ở|tại|trong) (?:quốc gia|khu vực|vùng)(?: của bạn)?",
];
/** The same where they put none, or where the reader is named by an ending. */
const hereUnspaced = lazily(
  () =>
    /(?:お住まいの|お使いの|ご利用の|現在の|この)(?:国|地域)(?:から)?(?:では|は|からは)[^、。]{0,12}(?:いただけません|できません|対象外|制限)|海外からの(?:アクセス|接続|ご利用)[^、。]{0,8}(?:できません|制限|禁止|お断り)|[您你](?:所在)?的?(?:国家|地区|國家|地區|区域|區域)[^，。]{0,8}(?:不可用|无法|無法|不支持|不支援|不提供|限制)|(?:귀하의|해당|현재) ?(?:국가|지역)[^.]{0,10}(?:이용|사용|접속|제공)[^.]{0,6}(?:없|불가|않)|غير متاح\p{L}* في (?:بلدك|منطقتك)/gu,
);

/** A condition, and a guess that every page of hints makes: "if you are using a VPN, turn it off". */
const HIDDEN =
  "(?<!(?:if|when|whether|unless|in case|because|that|maybe|perhaps|sure|ensure|check) )you(?:'re| are| appear to be| seem to be)(?: currently)? (?:using|behind|connecting (?:through|via|from|with)|connected (?:through|via|to)) an? (?:\\p{L}{1,20} ){0,2}(?:vpn|proxy|anonymi[sz]er|unblocker|tor)|(?:detected|noticed) that you(?:'re| are) (?:using|behind|connecting (?:through|via|from|with)) an? (?:\\p{L}{1,20} ){0,2}(?:vpn|proxy|anonymi[sz]er|unblocker|tor)|(?<!(?:try(?: to)?|could|can|may|might|helps?(?: to)?) )(?:turn off|disable|switch off|disconnect(?: from)?|deactivate) (?:your|the|any) (?:vpn|proxy)(?: \\p{L}{1,20}){0,3} to (?:use|access|view|visit|continue|proceed|enter)|(?<!(?:reverse|the|our) )(?:vpn|proxy|anonymi[sz]er|tor) (?:or (?:vpn|proxy) )?(?:(?:connection|user|usage|use|traffic)s? )?(?:was |has been |is |are )?(?:detected|not (?:allowed|permitted)|blocked|forbidden)";

/** What a site offers beside its pages, and not everywhere: nobody is kept from the site by that. */
const offeredBeside = lazily(
  () =>
    /(?<!\p{L})(?:(?:live )?chat|phone|telephone|hotline|(?:phone |live |customer )?support|help ?desk|deliver(?:y|ies)|shipping|pick-?up|payments?|lieferung|versand|livraison|envíos?|entregas?|consegna|bezorging|dostawa|доставка|telefon\p{L}*|téléphone|teléfono)(?!\p{L})|配送|配達|电话|客服|電話|배송/u,
);

/** Of all that a site has, some of it: whoever reads that is on the site. */
const some = lazily(
  () =>
    /^(?:(?:please note|note|bitte beachten sie),? (?:that |dass )?)?(?:(?:some|many|most|certain|several|selected|a few|not all|parts of|einige|manche|bestimmte|viele|einzelne|nicht alle|certain(?:e?s)|quelques|plusieurs|beaucoup d\p{L}+|algun[oa]s|alguns|algumas|ciert[oa]s|cert[oa]s|much[oa]s|muit[oa]s|vari[oa]s|vári[oa]s|no tod[oa]s|nem tod[oa]s|alcun[ie]|cert[ie]|molt[ie]|non tutt[ie]|sommige|bepaalde|enkele|veel|niet alle|vissa|några|många|visse|nogle|noen|mange|niektóre|część|wiele|nie wszystkie|některé|niektoré|mnoho|некоторые|многие|отдельные|часть|не все|деякі|частина|не всі|bazı|birçok|beberapa|sebagian|một số|nhiều|câteva|unele|μερικ\p{L}+|ορισμέν\p{L}+)(?!\p{L})|一部|部分|一些|某些|일부|몇몇|بعض)/u,
);

/** What they all speak of, for a first look: most sentences speak of none. */
const origin = lazily(
  () =>
    /country|region|location|area|territory|land|gebiet|pays|zone|país|paese|regio|kraj|zemi|område|стран|країн|регион|регіон|ülke|bölge|negara|wilayah|lokasi|quốc gia|khu vực|vùng|[国國](?!際)|地域|海外|地区|地區|区域|區域|국가|지역|بلدك|منطقتك|only (?:available|accessible|open)|nur (?:für|aus)|réservé|vpn|proxy|anonymi|unblocker|(?<!\p{L})tor(?!\p{L})/u,
);

const patterns = lazily((): readonly RegExp[] => [...HERE.map(whole), hereUnspaced(), whole(HIDDEN)]);

/**
 * Where a sentence in lower case refuses its reader by where they come from: their country, or a service that hides it.
 * Null where it does not.
 */
export function originRefusedIn(sentence: string): Found | null {
  if (!origin().test(sentence)) return null;
  const [found] = patterns().flatMap((pattern) => allOf(pattern, sentence));
  if (found === undefined || some().test(sentence)) return null;
  return offeredBeside().test(sentence.slice(0, found.from)) ? null : found;
}
