import { lazily } from "../../lazily.ts";
import { areJoined } from "../sentence/clause.ts";
import { allOf, between, type Found } from "../sentence/found.ts";

/**
 * What a reader did too much or too often, as sources of patterns for text in lower case. A full site seldom speaks to its
 * reader as the one who did it, and then tells of the rush as well.
 */
interface DoingWords {
  /** A reader as the one who does something: a pronoun and a verb, or a verb whose ending says who. */
  readonly did: string;
  readonly tooMuch: string;
  /** The same where no verb says who did it, for only readers do this. */
  readonly byItself?: string;
  /** The script puts no spaces between words. */
  readonly unspaced?: true;
}

const DOING_WORDS: readonly DoingWords[] = [
  // English
  {
    did: "you(?:'re| are| were|'ve been| have been)(?: (?:currently|just|now|simply))? (?:do|mak|send|request|brows|click|try|load|refresh|submitt|post|search|ask|go|mov|access|perform)ing|(?<!(?:if|when|unless) )you(?:'ve| have)?(?: (?:just|recently|already))? (?:made|sent|done|tried|requested|opened|issued|submitted|performed|loaded|refreshed|clicked|entered|attempted|posted|visited|accessed)|(?:^|please )(?:stop (?:making|sending|requesting|doing)|(?:don't|do not) (?:make|send|request|do))",
    tooMuch:
      "(?:(?:far|way) )?(?:too|so) (?:many(?! (?:people|users|visitors|customers|redirects|servers))|much(?! (?:time|data|content|memory|traffic|load|demand|work))|often|fast|quickly|frequently)(?: (?:requests?|hits|queries|attempts|times))?",
    byItself:
      "too many (?:\\p{L}+ ){0,2}(?:requests|hits|queries|attempts|calls|connections|page views|visits) (?:were |was |have been )?(?:\\p{L}+ )?(?:from|by) (?:your(?! (?:server|site|web ?site))(?: \\p{L}+)?|(?:this|that|the same|one|a single) (?:ip|address|client|user|visitor|network|subnet|host|source|device|browser|computer|account|connection|location|country|session|agent|referr?er))|too many (?:failed|unsuccessful|invalid|incorrect|wrong|log-?in|sign-?in|password)(?: (?:failed|log-?in|sign-?in|password|authentication))? (?:attempts|tries|log-?ins|passwords)(?! to (?!log|sign|authenticate|enter))|(?:rate )?limit (?:was |is |has been )?(?:exceeded|reached) (?:for|by) (?:your |this |the )?(?:ip(?: address)?:? ?)?(?!(?:10|127|192\\.168|172)\\.)(?:\\d{1,3}\\.){3}\\d{1,3}",
  },
  // German
  {
    did: "(?:sie haben|du hast|(?<!bitte )haben sie(?! (?:bitte|etwas|noch|geduld|verständnis))|hast du)|von (?:ihrer|deiner) (?:ip(?:-adresse)?|adresse)|aus ihrem netz(?:werk)?",
    tooMuch:
      "zu (?:viele|häufig|oft|schnell)(?: \\p{L}+){0,2}|(?:anfrage|zugriffs|abfrage|aufruf)limit (?:überschritten|erreicht)|(?:limit|anzahl|zahl) (?:an|der|von) (?:\\p{L}+ )?(?:anfragen|zugriffe|aufrufe|versuche)n? (?:überschritten|erreicht)",
    byItself: "zu viele (?:fehlgeschlagene |fehlerhafte |falsche |ungültige )?(?:anmelde|login-?)versuche",
  },
  // French
  {
    did: "vous (?:avez(?! (?:reçu|obtenu|rencontré))|faites|envoyez|effectuez)|tu as|(?:depuis|de) votre (?:adresse(?: ip)?|ip|réseau)",
    tooMuch:
      "trop (?:de (?:requêtes|demandes|tentatives|pages|recherches)|souvent|vite)|(?:dépassé|atteint) (?:le|la|votre) (?:nombre|limite|quota)",
    byItself:
      "trop de tentatives(?: de connexion(?: (?:échouées|infructueuses))?| (?:échouées|infructueuses)|(?=$|[,.!:]))(?! (?:du|de la|des|aux?|vers|à|avec))",
  },
  // Spanish, Portuguese, Catalan
  {
    did: "(?:(?:tú )?has|(?:usted |^)ha) (?:realizado|hecho|enviado|efectuado|intentado|superado|excedido|alcanzado)|(?:está|estás) (?:realizando|haciendo|enviando)|você (?:\\p{L}+ )?(?:fez|enviou|realizou|efetuou|tentou|excedeu|ultrapassou|atingiu|está (?:fazendo|enviando))|(?:vostè )?(?:heu|has) (?:fet|enviat)|desde (?:su|tu) (?:ip|dirección(?: ip)?|red)|d[ao] (?:seu|sua) (?:ip|endereço(?: ip)?|rede)",
    tooMuch:
      "(?:demasiad[oa]s|muit[oa]s|massa|múltiples) (?:peticiones|solicitudes|consultas|intentos|solicitações|requisições|pedidos|tentativas|sol·licituds)|(?:el|su|tu|o|a|seu|sua) (?:límite|limite|número máximo) de (?:\\p{L}+ )?(?:peticiones|solicitudes|consultas|intentos|solicitações|requisições|pedidos|tentativas)",
    byItself:
      "(?<!(?<!se ha|se han) (?:realizado|hecho) |(?:fez|realizou|efetuou) )(?:demasiados intentos|muitas tentativas)(?! (?:de (?:re)?(?:conex|cone[cx])|de (?:conta|comunica)|con|com))(?: (?:fallidos|de (?:inicio de sesión|acceso|login)|falhas))?",
  },
  // Italian
  {
    did: "(?:hai|avete|lei ha) (?:effettuato|inviato|fatto|eseguito|superato|raggiunto)|stai (?:effettuando|inviando|facendo)|dal (?:tuo|suo) (?:ip|indirizzo(?: ip)?)",
    tooMuch: "tropp[ei] (?:richieste|tentativi|ricerche|accessi)|il (?:limite|numero massimo) (?:di|delle) richieste",
    byItself: "troppi tentativi(?! di (?:ri)?conness)(?: (?:falliti|di (?:accesso|login)))?",
  },
  // Dutch
  {
    did: "(?:je|jij) (?:hebt|heeft|doet|stuurt)|u (?:hebt|heeft|doet|stuurt)|(?:van|vanaf) (?:uw|je|jouw) (?:ip(?:-adres)?|netwerk)",
    tooMuch: "te (?:veel|vaak|snel)(?: (?:verzoeken|aanvragen|pogingen|pagina's))?|(?:het|uw|je) (?:maximum|limiet)",
    byItself: "te veel (?:mislukte )?(?:inlog)?pogingen(?! om (?:verbinding|contact|de|het))",
  },
  // Swedish, Danish, Norwegian, Finnish, Hungarian, Romanian, Greek
  {
    did: "du har (?:gjort|skickat|sendt|foretaget|lavet)|från din ip(?:-adress)?|fra (?:din|dit) ip(?:-adresse)?",
    tooMuch: "(?:för|for) (?:många|mange) (?:begäran|förfrågningar|försök|anmodninger|forespørsler|forsøg|forsøk)",
  },
  { did: "olet (?:tehnyt|lähettänyt)", tooMuch: "liian (?:monta|paljon) (?:pyyntöä|pyyntöjä)" },
  { did: "ön(?= [^,]{0,60}(?:küld|indít|intéz|kezdemény))|küldtél", tooMuch: "túl sok (?:kérést|lekérdezést)" },
  { did: "ați (?:trimis|făcut|efectuat)|ai (?:trimis|făcut)", tooMuch: "prea multe (?:cereri|solicitări|încercări)" },
  {
    did: "έχετε (?:κάνει|στείλει)|κάνατε|στείλατε",
    tooMuch: "(?:πάρα )?πολλ(?:ά|ές) (?:αιτήματα|αιτήσεις|προσπάθειες)",
  },
  // Polish, Czech, Slovak
  {
    did: "(?:wysłał|wykonał|przekroczył|zrobił)(?:eś|aś)|wysłano z (?:twojego|państwa)|z (?:twojego|państwa) (?:adresu(?: ip)?|ip)",
    tooMuch: "zbyt (?:wiele|dużo|często)(?: (?:żądań|zapytań|prób))?|limit (?:żądań|zapytań)",
    byItself: "zbyt wiele (?:nieudanych )?prób (?:logowania)?",
  },
  {
    did: "(?:odeslal|provedl|poslal|překročil|vykonal|odoslal|prekročil)[ai]? (?:jste|jsi|ste|si)|z (?:vaší|vašej) (?:ip|adresy)(?: adresy)?",
    tooMuch:
      "(?:příliš|priliš|príliš) (?:mnoho|veľa|často)(?: (?:požadavků|požiadaviek|pokusů|pokusov))?|limit (?:požadavků|požiadaviek)",
  },
  // Croatian, Serbian, Bosnian, Slovene
  {
    did: "(?:poslali|napravili|uputili) (?:ste|si)|s (?:vaše|vašeg) (?:ip )?adrese",
    tooMuch: "(?:previše|preveč) (?:zahtjeva|zahteva|zahtev|pokušaja|poskusov)",
  },
  // Russian, Ukrainian, Bulgarian
  {
    did: "(?:вы|ви) (?:\\p{L}+ )?(?:отправили|отправляете|сделали|делаете|совершили|выполнили|превысили|надіслали|надсилаєте|зробили|робите|перевищили|изпратихте|направихте)|(?:изпратихте|направихте)|(?:с|со|з|із|от|від) (?:вашего|вашої|вашей|вашия(?:т)?) (?:ip(?:-адрес\\p{L}*)?|адрес\\p{L}*|сет\\p{L}+|мереж\\p{L}*)",
    tooMuch:
      "(?:слишком|занадто|надто|твърде) (?:много|част\\p{L}+|багато|быстро)(?: \\p{L}+)?|забагато(?: \\p{L}+)?|(?:лимит|ліміт) (?:запросов|запитів)",
    byItself:
      "(?:слишком много|забагато|занадто багато) (?:неудачных |невдалих |неверных )?(?:попыток|спроб)(?! (?:под|під|соедин|з.?єдн|связ|зв.?яз|установ|встанов|обращ|зверн))(?: (?:входа|входу|авторизации))?",
  },
  // Turkish, Vietnamese, Indonesian, Malay
  {
    did: "(?:gönder|yap|dene)(?:diniz|din|mişsiniz|iyorsunuz|ıyorsunuz)|(?:bulundunuz)",
    tooMuch: "(?:çok|aşırı) (?:fazla|sayıda|sık)(?: (?:istek|talep|deneme|giriş denemesi))?",
    byItself: "çok fazla (?:başarısız|hatalı) (?:(?!bağlan|sunucu)\\p{L}+ )?deneme\\p{L}*",
  },
  {
    did: "(?:bạn|quý khách) (?:đã |đang )?(?:gửi|thực hiện|truy cập|thử|yêu cầu|thao tác)|từ (?:địa chỉ )?ip (?:của bạn|này)",
    tooMuch: "(?:quá|rất) nhiều (?:yêu cầu|lần|truy vấn)|quá (?:nhanh|thường xuyên)",
    byItself:
      "quá nhiều lần (?:đăng nhập|thử)(?! (?:lại )?(?:kết nối|liên lạc|liên hệ|tải))(?: (?:sai|không thành công))?|thao tác quá nhanh",
  },
  {
    did: "anda (?:telah |sudah |terlalu )?(?:mengirim\\p{L}*|melakukan|membuat|menghantar|mencoba|sering)|dari (?:alamat )?ip anda",
    tooMuch: "(?:terlalu )?(?:banyak|sering|cepat) (?:permintaan|percobaan|mengakses|request)|terlalu (?:sering|cepat)",
    byItself: "terlalu banyak percobaan (?:login|masuk)",
  },
  // Arabic, Persian, Hebrew
  {
    did: "(?:لقد )?(?:أرسلت|أجريت|قدمت|قمت ب\\p{L}+)",
    tooMuch: "عدد\\S{0,3} كبير\\S{0,3}(?: جد\\S{1,3})? من|(?:ال)?كثير من الطلبات|طلبات كثيرة|طلبات أكثر",
  },
  {
    did: "(?:ارسال|انجام) (?:کرده|داده)?[\\s\\u200c]?(?:اید|کردید|دادید)",
    tooMuch: "درخواست[\\s\\u200c]?(?:های)? (?:زیادی|بسیاری|بیش از حد)",
  },
  { did: "(?:שלחת|ביצעת|שלחתם|ביצעתם)", tooMuch: "יותר מדי (?:בקשות|ניסיונות)" },
  // Japanese, Chinese, Korean
  {
    did: "短時間(?:に|で|の間に|内に)",
    tooMuch:
      "(?:連続|繰り返|何度も|複数回|過度)(?![^。、]{0,12}(?:お客|皆|方々))[^。、集]{0,12}(?:アクセス|リクエスト|要求|操作|送信|送られ)(?!が?集中)",
    unspaced: true,
  },
  {
    did: "[您你](?!好|稍|耐心|等)(?:(?:所在)?的(?!网站|網站|站点|站點|服务|服務|页面|頁面)|(?![^，。]{1,6}的(?!次数|次數|频率|頻率)))",
    tooMuch:
      "(?:访问|请求|操作|訪問|請求|点击|刷新|提交|发送|發送)(?:的?(?:次数|次數|频率|頻率))?(?:过于|過於|太|过|過)(?:频繁|頻繁|快|多)",
    byItself:
      "(?:操作|点击|刷新|提交|请求|請求|访问|訪問)(?:过于|過於|太|过|過)(?:频繁|頻繁|快)|(?:登录|登錄|登入|密码|密碼)[^，。]{0,6}(?:次数|次數)(?:过多|過多|超限)",
    unspaced: true,
  },
  {
    did: "(?:보내|하|시도하|접속하|요청하|전송하)셨(?!을 때|는데|던|지만)|(?:귀하|고객님|회원님)(?:께서|이|가|은|는|의 ?(?:ip|아이피|요청|네트워크|주소|계정))",
    tooMuch:
      "너무 (?:많은|많이|자주|빠르게|빨리)(?! ?\\p{L}{2}(?:으로| 때문))(?: ?(?:요청|접속|시도))?|과도한 (?:요청|접속)",
    byItself: "로그인 (?:시도|실패) ?(?:횟수)?(?:를|가|이)? ?(?:초과|너무 많)",
    unspaced: true,
  },
  // Thai, Hindi
  {
    did: "(?<!ขอบ|(?<!คำขอ)ที่)คุณ(?!ภาพ|ค่า|สมบัติ|ลักษณะ)",
    tooMuch: "(?:คำขอ|ร้องขอ|ส่ง\\S{0,12})(?:จำนวน)?(?:มาก|บ่อย|ถี่)เกินไป",
    unspaced: true,
  },
  { did: "आपने(?! (?:जो|जिस))", tooMuch: "बहुत (?:अधिक|ज़्यादा|ज्यादा|सारे|सारी) (?:अनुरोध|प्रयास|कोशिश)", unspaced: true },
];

const languages = lazily(() =>
  DOING_WORDS.map(({ did, tooMuch, byItself, unspaced }) => {
    const whole = (words: string) => new RegExp(unspaced ? `(?:${words})` : `(?<!\\p{L})(?:${words})(?!\\p{L})`, "gu");
    return { did: whole(did), tooMuch: whole(tooMuch), byItself: byItself === undefined ? null : whole(byItself) };
  }),
);

/** What they all speak of, for a first look: most sentences speak of none. */
const much = lazily(
  () =>
    /too |so (?:many|much|often|fast|quickly|freq)|limi|zu |überschr|anzahl|zahl|trop|dépassé|atteint|demasiad|muit|massa|múltip|límite|máximo|massimo|tropp|te (?:veel|vaak|snel)|maximum|f[öo]r m[aå]ng|liian|túl|prea|πολλ|zbyt|p[rř][ií]liš|previše|preveč|слишком|надто|твърде|забагато|лимит|ліміт|çok|aşırı|quá|rất|banyak|sering|cepat|كبير|كثير|أكثر|زیاد|بسیار|بیش|יותר|連続|繰り返|何度|複数|過度|频繁|頻繁|快|多|超限|너무|과도|초과|เกิน|बहुत/u,
);

/** A noun that the next words tell more of: "the page (that) you requested", with whichever relative the language has. */
const aboutNoun = lazily(
  () =>
    /(?<!\p{L})(?:(?:(?:(?:web ?)?(?:pages?|sites?)|servers?|hosts?|services?|links?|urls?|files?|documents?|resources?|content|images?|videos?|products?|items?|shops?|stores?|apps?|applications?|games?|system|domain|trang|trang web|máy chủ|dịch vụ|liên kết|tệp|nội dung)|(?:the|an?|our|any) (?!(?:seconds?|minutes?|hours?|days?|times?|while|moment|session|week|month) )\p{L}+)(?: (?:that|to which))?|(?:l[aeo]s?|el|il(?! (?:semble|para[iî]t))|les|[oa]s?|une?|un[oa]?|uma?|cette|cet?|est[ae]|ess[ae]|quest[ao]) (?:\p{L}+)(?: web)?(?: (?:a|al|en|à|ao?)(?: l[ao]| el)?)?(?: (?:que|che))|l'\p{L}+ (?:que|che)|(?:which|whom?|what|auxquel\p{L}+|auquel|laquelle|dont|où|al que|la que|el que|cui|die|waar|dat|som|котор\p{L}+|як(?:ий|у|а|е|і)|któr\p{L}+|kter\p{L}+|ktor\p{L}+|koj\p{L}+|care|που|mà|yang|التي|الذي)) $/u,
);
/** Another takes over between who did something and how much: what they opened, or a clause of its own. */
const another = lazily(
  () =>
    /(?<!\p{L})(?:that(?= \p{L})|which|who|que|qui|che|die|dat|som|котор\p{L}+|któr\p{L}+|kter\p{L}+|koj\p{L}+|care|που|mà|yang|التي|الذي|as|con|com|há|hay|mas|có|vào lúc|khi|saat|ketika|(?:situs|halaman|laman|layanan) (?:\p{L}+ )?dengan)(?!\p{L})| [–—-] |신 |ระบบ|เว็บไซต์|[\u4e00-\u9fff] |^ (?=[\u4e00-\u9fff])/u,
);
/** Those who are asked, and what leads to them: they try as often as readers do. */
const machines = lazily(
  () =>
    /(?<!\p{L})(?:servers?|servern|serveurs?|servidor(?:es)?|servidors?|serwer\p{L}*|szerver\p{L}*|palvelim\p{L}*|διακομιστ\p{L}+|сервер\p{L}*|sunucu\p{L}*|poslužitelj\p{L}*|máy chủ|hosts?|origin|origine|origen|origem|upstream|back-?end|databases?|datenbank|(?:ال|لل)?خادم\p{L}*|(?:ال)?خوادم|سرور|(?:ה|ל)?שרת\p{L}*)(?!\p{L})|サーバ|服务器|服務器|伺服器|서버|เซิร์ฟเวอร์|सर्वर/u,
);
/** That an attempt is a reader's: they log in, or something of theirs is named. */
const readers = lazily(
  () =>
    /your|(?<!\p{L})ip(?!\p{L})|\d|(?:this|that|same|one|single) \p{L}+$|log|sign|passw|auth|anmelde|inlog|connexion|sesión|acce|вход|авториз|giriş|şifre|đăng nhập|masuk|登|密|操作|点击|刷新|로그인/u,
);

/** Whether a reader stands there as the one who did too much of what follows or precedes. */
function hasDone(doer: Found, much: Found, sentence: string): boolean {
  if (!areJoined(doer, much, sentence) || aboutNoun().test(sentence.slice(0, doer.from))) return false;
  const gap = between(doer, much, sentence);
  return gap === null || !(another().test(gap) || machines().test(gap));
}

/** Where a sentence in lower case says what its reader did too much or too often; null where it does not. */
export function tooMuchByReader(sentence: string): Found | null {
  if (!much().test(sentence)) return null;
  for (const { did, tooMuch, byItself } of languages()) {
    const itself = (byItself === null ? [] : allOf(byItself, sentence)).find(
      ({ from, to }) => !machines().test(sentence) || readers().test(sentence.slice(from, to)),
    );
    if (itself !== undefined) return itself;
    const doers = allOf(did, sentence);
    if (doers.length === 0) continue;
    for (const much of allOf(tooMuch, sentence)) {
      const doer = doers.find((one) => hasDone(one, much, sentence));
      if (doer !== undefined) return { from: Math.min(doer.from, much.from), to: Math.max(doer.to, much.to) };
    }
  }
  return null;
}
