import { lazily } from "../../lazily.ts";
import type { Prose } from "../page/prose.ts";
import { refusesVisitor } from "../refusal/notice.ts";
import { saysSwitchedOff, saysUsedUp } from "./notice.ts";

/** The site, and not its reader, as what is blocked. */
const siteBlocked = lazily((): readonly RegExp[] => {
  const site = "(?:web ?)?(?:site|page|shop|store|account|domain|hosting|space|blog|project)";
  return [
    new RegExp(
      `^(?:(?:this|the) )?${site}(?: (?:is|was|has been))?(?: (?:currently|temporarily|permanently))? (?:blocked|locked|banned)(?: (?:by|because|due|for) .{0,200})?$`,
    ),
    new RegExp(
      `\\b(?:blocked|locked|banned|(?:had|have|has|needed|decided) to (?:block|lock|ban)) (?:this|the) ${site}\\b`,
    ),
  ];
});

/** Who can undo it is whoever runs the site, or rents it to them: nobody's network and no filter of a reader's says so. */
const tellsOwner = lazily(
  () =>
    /^(?:(?:site|web ?site|account|domain|shop|store) )?owners? ?:|\b(?:only )?(?:its|the|this site's|the (?:site|website|account|shop|store|domain)(?:'s)?) owner (?:can|must|may|should|has to|needs to|was|will|has been|is)\b|\bby (?:its|our|the) (?:(?:web )?host(?:er)?|hosting (?:provider|company|service)|registrar)\b|\b(?:its|our|the) (?:(?:web )?host|hosting (?:provider|company|service)|registrar) (?:has |had |have )?(?:to )?(?:block|lock|clos|disabl)(?:ed|ked)?\b/,
);

/** The site as what is blocked, in the languages in which sites tell of their fate. */
const sitesBlocked = lazily((): ReadonlyArray<readonly [site: RegExp, blocked: RegExp]> => {
  const word = (words: string): RegExp => new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})`, "u");
  return [
    [word("(?:web|internet)?(?:site|seite|shop|präsenz|auftritt)|account|domain|konto"), word("gesperrt|blockiert")],
    [word("site|compte|hébergement|domaine|boutique"), word("bloquée?|verrouillée?")],
    [
      word("sitio|site|página|web|cuenta|conta|alojamiento|hospedagem|dominio|domínio|tienda|loja"),
      word("bloquead[oa]"),
    ],
    [word("sito|account|dominio|negozio"), word("bloccat[oa]")],
    [word("(?:web)?(?:site|winkel|pagina)|account|domein"), word("geblokkeerd|afgesloten")],
    [
      word("webbplatsen|hemsidan|sajten|kontot|hjemmesiden|nettstedet|nettsiden|webhotellet|domænet|domenet"),
      word("spärra[dt]|blockera[dt]|blokere[dt]|blokkert|spærret|sperret"),
    ],
    [word("sivusto|tili|verkkotunnus"), word("estetty|lukittu")],
    [
      word("stron\\p{L}|serwis|witryn\\p{L}|kont[oa]|domen\\p{L}|strán\\p{L}{1,3}|web|účet"),
      word("zablokowan\\p{L}|zablokován\\p{L}?|zablokovan\\p{L}"),
    ],
    [word("weboldal|honlap|tárhely|fiók|domain"), word("letiltva|letiltották|blokkolva|blokkolta\\p{L}*|zárolva")],
    [word("site-?ul|contul|găzduirea|domeniul"), word("blocat[ăa]?")],
    [word("ιστοσελίδα|ιστότοπος|λογαριασμός|τομέας"), word("αποκλ\\p{L}+|μπλοκαρ\\p{L}+|κλειδωθεί")],
    [
      word("(?:сайт|аккаунт|акаунт|хостинг|домен|магазин|домейн)(?:а|у|ът)?"),
      word("за?блок(?:ирован|овано?|иран)\\p{L}?"),
    ],
    [word("stranica|sajt|nalog|račun|domen\\p{L}?|hosting"), word("blokiran\\p{L}?")],
    [
      word("(?:web ?)?site\\p{L}{0,6}|hesab\\p{L}{0,4}|alan adı"),
      word("engellen\\p{L}+|bloke edil\\p{L}+|kilitlen\\p{L}+"),
    ],
    [word("situs|website|laman|akun|domain"), word("diblokir|disekat|dikunci")],
    [word("trang web|website|tài khoản|tên miền"), word("bị (?:chặn|khóa)")],
    [/(?:网站|網站|站点|站點|本站|账户|账号|帳號|域名|空间)/u, /(?:封禁|封锁|封鎖|屏蔽|锁定|鎖定|冻结|凍結)/u],
    [/(?:サイト|アカウント|ドメイン)/u, /(?:ブロック|ロック|遮断|凍結)/u],
    [/(?:사이트|홈페이지|계정|도메인)/u, /차단/u],
    [/(?:الموقع|الحساب|الاستضافة)/u, /(?:محظور|حظر|محجوب|مغلق)/u],
    [/(?:سایت|حساب|هاست)/u, /(?:مسدود|قفل)/u],
    [/(?:האתר|החשבון)/u, /(?:חסום|נחסם|ננעל)/u],
    [/(?:เว็บไซต์|บัญชี)/u, /(?:ถูกบล็อก|ถูกล็อก)/u],
    [/(?:साइट|खात[ाे]|अकाउंट)/u, /(?:ब्लॉक|अवरुद्ध)/u],
  ];
});
/** Who did it: whoever the site is rented from. */
const byHost = lazily(
  () =>
    /(?<!\p{L})(?:(?:web-?)?hoster\p{L}{0,2}|hosting-?(?:anbieter|provider|partner|bedrijf)\p{L}{0,2}|hébergeur|(?:proveedor|empresa|compañía) de (?:hosting|alojamiento|hospedaje)|(?:provedor|empresa) de (?:hospedagem|alojamento|hosting)|(?:provider|fornitore|gestore) (?:di |dell')?hosting|webbhotell\p{L}*|webhotel\p{L}*|webhost\p{L}*|palveluntarjoaja\p{L}*|webhotelli\p{L}*|hostingodawc\p{L}+|(?:firm\p{L}|dostawc\p{L}|operator\p{L}?) hosting\p{L}+|(?:poskytovatel|poskytovateľ)\p{L}{0,3} (?:web)?hosting\p{L}*|(?:web)?hostinge?m|tárhelyszolgáltató\p{L}*|(?:furnizor\p{L}*|firma) de (?:găzduire|hosting)|πάροχο\p{L}? φιλοξενίας|хостинг(?:-| )?(?:провайдер|компани)\p{L}*|хост[еи]р\p{L}*|хостинг(?:ом|а)|(?:hosting|barındırma) (?:firma|sağlayıcı|şirket)\p{L}*|(?:penyedia|pembekal) hosting|nhà cung cấp (?:hosting|dịch vụ lưu trữ))(?!\p{L})|(?:主机|主機|虚拟主机|空间|托管)(?:服务)?商|(?:レンタル)?サーバー会社|ホスティング(?:会社|業者|事業者)|호스팅 ?(?:업체|회사|사업자|제공)|(?:شركة|مزود) الاستضافة|(?:شرکت )?هاستینگ|(?:ספק|חברת) האחסון|ผู้ให้บริการโฮสติ้ง|होस्टिंग (?:प्रदाता|कंपनी)/u,
);
/** Whom else it concerns: whoever runs the site. */
const toOwner = lazily(
  () =>
    /(?<!\p{L})(?:(?:if|when) you(?:'re| are) (?:the|this) (?:(?:web ?)?site |site's |account |domain )?(?:owner|administrator|webmaster)|(?:wenn|falls|sollten) sie (?:der|die) (?:(?:web)?(?:site|seiten)-?|domain-?|shop-?)?(?:inhaber|betreiber|eigentümer|besitzer)\p{L}*|si vous êtes (?:le |la )?(?:propriétaire|administrateur)|si (?:usted )?(?:es|eres) (?:el |la )?(?:propietari[oa]|dueñ[oa]|titular|administrador\p{L}?)|se (?:você )?(?:é|for) (?:o |a )?(?:propriet[áa]ri[oa]|don[oa]|administrador\p{L}?)|se (?:sei|è) (?:il |l')?(?:proprietario|titolare|amministratore)|(?:als|indien) (?:u|je) de (?:eigenaar|beheerder)|jeśli jesteś (?:właścicielem|administratorem)|(?:pokud jste|ak ste) (?:vlastní\p{L}{1,3}|majite\p{L}{1,3}|správce\p{L}?)|если вы (?:являетесь )?(?:владел\p{L}+|администратор\p{L}*)|якщо ви (?:є )?(?:власник\p{L}*|адміністратор\p{L}*)|ако сте собственик\p{L}*|ha ön az? (?:\p{L}+ )?tulajdonos\p{L}*|dacă sunteți (?:proprietar\p{L}*|administrator\p{L}*)|om du (?:är (?:webbplatsens )?ägare\p{L}*|äger (?:sajten|webbplatsen))|hvis du (?:ejer|eier|er ejer|er eier)\p{L}*|jos olet (?:sivuston )?omistaja|ako ste vlasnik|αν είστε (?:ο )?(?:ιδιοκτήτης|διαχειριστής)|site sahibiyseniz|sitenin sahibi\p{L}*|jika anda (?:adalah )?pemilik|nếu bạn là (?:chủ|quản trị))(?!\p{L})|(?:如果|若|如)[您你]是[^，。]{0,8}(?:站长|站長|所有者|管理员|管理員|网站主)|(?:サイト|アカウント)(?:の)?(?:管理者|運営者|所有者|オーナー)(?:の方|様|は)|(?:사이트|홈페이지|계정) ?(?:관리자|소유자|운영자)|إذا كنت (?:مالك|صاحب)|اگر (?:شما )?(?:مالک|صاحب|مدیر)|אם (?:אתה|הנך) (?:בעל|מנהל)|หากคุณเป็นเจ้าของ|यदि आप .{0,20}(?:मालिक|स्वामी)/u,
);
/** A law or a filter's rule: whoever blocks a site by these stands on its readers' way, and tells its owner as well. */
const byRule = lazily(
  () =>
    /(?<!\p{L})(?:polic(?:y|ies)|categor\p{L}+|filter\p{L}*|phishing|malware|network|netzwerk\p{L}*|kategori\p{L}+|richtlinie\p{L}*|catégorie\p{L}*|política\p{L}*|categoría\p{L}*|сет[ьи]|категори\p{L}+|политик\p{L}+|laws?|court|ministry|authorit(?:y|ies)|regulat\p{L}+|government|gesetz\p{L}*|gericht\p{L}*|behörd\p{L}*|loi|tribunal|ministère|justice|autorités?|ley|juzgado|ministerio|autoridad(?:es)?|lei|justiça|legge|autorità|wet|rechter|rechtbank|sąd\p{L}*|ustaw\p{L}*|soud\p{L}*|zákon\p{L}*|роскомнадзор\p{L}*|реестр\p{L}*|суд[ае]?|судебн\p{L}*|закон\p{L}*|провайдером связи|оператор\p{L}* связи|рішення\p{L}* (?:суду|рнбо)|yasa\p{L}*|kanun\p{L}*|mahkeme\p{L}*|kominfo|undang-undang|pháp luật)(?!\p{L})|法律|法规|法院|法令|법률|법원|방송통신|قانون|وزارة|قضائي|דין|משפט|กฎหมาย|ศาล|न्यायालय|कानून/u,
);

/**
 * Whether a page says that the site itself was blocked, to its owner or by its host, or because what it may use is used
 * up: that is a switch, and no refusal of whoever reads it. A network's filter says of a site that it is blocked as well,
 * and of no owner what they can do, unless a law made it do so.
 */
export function saysSiteBlocked({ sentences }: Prose): boolean {
  const isBlocked = (sentence: string): boolean =>
    sitesBlocked().some(([site, blocked]) => site.test(sentence) && blocked.test(sentence));
  const isByShare = (sentence: string): boolean =>
    saysUsedUp(sentence) && refusesVisitor({ headings: [], sentences: [sentence] });
  const isAboutSite = (sentence: string): boolean =>
    siteBlocked().some((pattern) => pattern.test(sentence)) || isBlocked(sentence) || isByShare(sentence);
  if (!sentences.some(isAboutSite)) return false;
  const rest = { headings: [], sentences: sentences.filter((sentence) => !isAboutSite(sentence)) };
  if (refusesVisitor(rest)) return false;
  if (saysSwitchedOff(rest) || sentences.some((sentence) => tellsOwner().test(sentence))) return true;
  const tellsWhose = (sentence: string): boolean =>
    isByShare(sentence) || toOwner().test(sentence) || byHost().test(sentence);
  return sentences.some(tellsWhose) && !sentences.some((sentence) => byRule().test(sentence));
}
