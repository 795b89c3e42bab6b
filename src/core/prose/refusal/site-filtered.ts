import { lazily } from "../../lazily.ts";
import { isDenied } from "../sentence/denied.ts";
import { allOf, type Found } from "../sentence/found.ts";

/**
 * How those who stand between a site and its readers say that they block it: a court's order, a ministry's list, a
 * provider, a school. They speak of the site or the way to it, in the languages that they write in. Latin, Greek and
 * Cyrillic words stand between blanks.
 */
const FILTERED: readonly string[] = [
  // English
  "(?:your )?requested (?:url|page|site|website|address) (?:is|was|has been) (?:\\p{L}{1,20} )?blocked",
  "(?:this|the) domain (?:is|was|has been) (?:\\p{L}{1,20} )?blocked(?= (?:by|because|as|due|under|in|for|on)(?!\\p{L}))",
  "(?:site|website|page|content|domain) blocked (?:by|under|pursuant|on|at the|due to|in accordance) (?:\\p{L}{1,20} ){0,4}(?:court|order|law|authorit\\p{L}{1,3}|government|ministry|request)",
  // German
  "(?:zugriff|zugang) (?:auf|zu) diese[rn]? (?:internet|web)?(?:seite|site)(?: \\p{L}{1,20}){0,2} (?:gesperrt|blockiert)",
  "diese (?:internet|web)?(?:seite|site) ist aus (?:\\p{L}{0,20}rechtlichen|jugendschutz\\p{L}{0,8}) gründen (?:nicht|gesperrt)",
  // French
  "accès à (?:ce|cette) (?:site|contenu|page)(?: \\p{L}{1,20}){0,3} (?:bloqué|interdit|restreint)e?",
  "(?:site|contenu|page) bloquée? (?:par|sur) (?:décision|ordre|ordonnance|l'administrateur|votre)",
  // Spanish, Portuguese, Catalan
  "(?:acceso|acesso|accés) (?:a|al|à) (?:est[ea]s?|aquest|aquesta|sitio|la|o)(?: \\p{L}{1,20}){1,4} (?:bloquead|restringid|prohibid|proibid|inhabilitad|bloquejat)[oa]?",
  "(?:contenido|conteúdo|web|sitio|site|página|dominio|domínio) bloquead[oa](?: (?:por|en|em) (?:requerimiento|orden|ordem|resolución|determinação|decisão|decisión|mandato|cumplimiento|la autoridad)|$)",
  // Italian
  "accesso (?:al|a questo) (?:sito|contenuto)(?: \\p{L}{1,20}){0,3} (?:inibit|bloccat|vietat|oscurat)o",
  "(?:sito|pagina|contenuto) (?:\\p{L}{1,20} )?(?:inibit|oscurat|sequestrat|bloccat)[oa](?: (?:per|su|dall|con)(?!\\p{L})|$)",
  // Dutch, Scandinavian, Finnish
  "toegang tot deze (?:web)?(?:site|pagina)(?: \\p{L}{1,20}){0,3} (?:geblokkeerd|ontzegd)",
  "(?:adgang|tilgang|åtkomst)\\p{L}{0,3} til[l]? (?:denne|dette|denna|den här|nettstedet)(?: \\p{L}{1,20}){1,3} (?:blokere|blokker|blockera|spærre|sperre|spärra)\\p{L}{1,3}",
  "pääsy (?:tälle|tähän)(?: \\p{L}{1,20}){1,3} estetty",
  // Polish, Czech, Slovak
  "dostęp do (?:tej|tego) (?:strony|witryny|serwisu)(?: \\p{L}{1,20}){0,3} (?:zablokowan|ograniczon)[ya]",
  "p[řr][íi]stup (?:na|k|ke) (?:tyto|tuto|této|tejto|těmto|webov\\p{L}{1,4})(?: \\p{L}{1,20}){1,4} (?:za)?blok[ao]v[aá]n\\p{L}{0,2}",
  // Hungarian, Romanian, Greek
  "(?:hozzáférés|elérés)\\p{L}{0,3} (?:ehhez|ennek) [^.,;]{1,70}? (?:tiltott|letiltott|blokkolt|korlátozott|tiltva)|(?:ez az? )?(?:oldal|honlap|weboldal) (?:\\p{L}{1,20} ){0,3}(?:hatósági|bírósági) (?:\\p{L}{1,20} ){0,3}(?:tiltott|letiltott|blokkolt)",
  "accesul (?:la|către) (?:acest|această)(?: \\p{L}{1,20}){1,4} (?:blocat|restricționat|interzis)",
  "πρόσβαση (?:στην?|στο|σε|σ) [^.,;]{1,60}? αποκλε[ιί]στ?\\p{L}{1,4}",
  // Russian, Ukrainian, Bulgarian
  "(?:доступ|достъпът?) (?:к|до) (?:\\p{L}{1,20}[ -]){0,4}(?:заблокирован|заблоковано?|блокиран)\\p{L}{0,2}",
  "(?:этот|данный|запрашиваемый|цей|даний|този) (?:интернет-)?(?:сайт|ресурс)(?: \\p{L}{1,20}){0,2} (?:заблокирован|заблоковано?|блокиран|внес[её]н в реестр)",
  // Turkish, Vietnamese, Indonesian, Malay
  "bu (?:internet )?site\\p{L}{0,4}(?: \\p{L}{1,20}){0,4} erişim\\p{L}{0,2} (?:engel|kapat|yasak)\\p{L}{1,8}",
  "(?:trang web|website|trang) này (?:đã |đang )?bị (?:chặn|cấm)",
  "(?:situs|laman|website|halaman) (?:\\p{L}{1,20} ){0,8}(?:diblokir|diblok|disekat)",
  // Hebrew
  "הגישה לאתר (?:זה )?(?:נחסמה|חסומה)",
];
/** In the scripts that put no blanks between words, and where one root is word enough. */
const unspaced = lazily(
  () =>
    /ถูกปิดกั้น|ระงับ[^.]{0,20}ตามคำสั่งศาล|(?:الموقع|الصفحة|الرابط)[^.]{0,40}(?:محجوب|محظور)|این (?:سایت|تارنما|وب ?سایت)[^.]{0,20}(?:مسدود|فیلتر)|(?:该|此|这个|這個)(?:网站|網站|网页|網頁)[^，。]{0,8}被[^，。]{0,8}(?:屏蔽|封[锁鎖])|(?:불법|유해)[^.]{0,12}(?:사이트|정보)[^.]{0,24}차단/gu,
);

const spaced = lazily(() => FILTERED.map((words) => new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})`, "gu")));

/** What they all speak of, for a first look: most sentences speak of none. */
const block = lazily(
  () =>
    /blo[ckq]|blok|блок|gesperrt|gründen|interdit|restr|prohibid|proibid|inhabilit|inibit|vietat|oscurat|sequestrat|ontzegd|sp[æeä]rr|estetty|ograniczon|tilt|korlátoz|interzis|αποκλε|реестр|engel|kapat|yasak|chặn|cấm|disekat|נחסמה|חסומה|ปิดกั้น|คำสั่งศาล|محجوب|محظور|مسدود|فیلتر|屏蔽|封[锁鎖]|차단/u,
);

/** Whoever rents the site: what they block is switched off for everybody. */
const renter = lazily(
  () =>
    /(?<!\p{L})(?:web ?)?host(?:ing|er|s)?(?:[- ]\p{L}{1,20})?(?!\p{L})|(?<!\p{L})(?:registrar|owner|hébergeur|alojamiento|hospedagem|betreiber|хостинг\p{L}{0,10}|хостер\p{L}{0,3}|владелец|владельц\p{L}{1,3}|barındırma|právce|właściciel\p{L}{0,2})(?!\p{L})|主机商|空间商|レンタルサーバ|호스팅/u,
);

/** A word of a script that puts no blanks between words. */
const unspacedWord = lazily(() => /\p{Script=Han}{2}$/u);

/** The last word of what was found, which is the block; before it a reason may stand, "for maintenance". */
function lastWordOf({ from, to }: Found, sentence: string): Found {
  const isUnspaced = unspacedWord().test(sentence.slice(from, to));
  return { from: isUnspaced ? to - 2 : Math.max(from, sentence.lastIndexOf(" ", to - 1) + 1), to };
}

/** Where a sentence in lower case says that somebody keeps readers from the site: the block alone; null where it does not. */
export function filteredIn(sentence: string): Found | null {
  if (!block().test(sentence)) return null;
  const [found] = [...spaced(), unspaced()].flatMap((pattern) => allOf(pattern, sentence));
  if (found === undefined || renter().test(sentence)) return null;
  const said = lastWordOf(found, sentence);
  return isDenied(sentence, said) ? null : said;
}

/** "Page blocked" and no more, which a page that has come to a halt says as well. */
const bare = lazily(
  () =>
    /^(?:(?:web ?)?(?:site|page) (?:(?:is|was|has been) )?blocked|(?:contenido|conteúdo|web|sitio|site|página|dominio|domínio) bloquead[oa]|(?:sito|pagina|contenuto) bloccat[oa])$/u,
);

/** Whether a sentence in lower case says that a page is blocked and nothing of who does it, or why. */
export const isBareBlock = (sentence: string): boolean => bare().test(sentence);
