import { lazily } from "../../lazily.ts";
import { speaksOfMaintenance } from "../maintenance/notice.ts";
import type { Prose } from "../page/prose.ts";
import { areJoined } from "../sentence/clause.ts";
import { isDenied, isNeedless } from "../sentence/denied.ts";
import { saysFailed } from "../sentence/failure-words.ts";
import { allOf, type Found } from "../sentence/found.ts";
import { speaksOfOwnTrouble } from "../trouble/behind-site.ts";
import { speaksOfLoad } from "../trouble/load-notice.ts";
import { isBelowOutage, saysOutage } from "../trouble/outage.ts";
import { isFirewallFrame } from "./firewall-frame.ts";
import { originRefusedIn } from "./origins.ts";
import { tooMuchByReader } from "./readers-doing.ts";
import { filteredIn, isBareBlock } from "./site-filtered.ts";
import { isSupposed } from "./supposed.ts";
import { REFUSAL_WORDS } from "./words.ts";

const languages = lazily(() =>
  REFUSAL_WORDS.map(({ theirs, refused, phrase, filter, unspaced }) => {
    const whole = (words: string) => new RegExp(unspaced ? `(?:${words})` : `(?<!\\p{L})(?:${words})(?!\\p{L})`, "gu");
    const phrases = [phrase, filter].flatMap((words) => (words === undefined ? [] : [whole(words)]));
    return { theirs: whole(theirs), refused: whole(refused), phrases };
  }),
);

/** What stands beside the clause: a remark in brackets, the reader's address between commas. */
const ASIDE = / ?\([^()]{0,200}\)|, ?[0-9a-f.:]{3,45},/gu;

/** "Check whether your network blocks the site": pages that are down advise it, and it refuses nobody. */
const asksToCheck = lazily(
  () =>
    /^(?:(?:please|bitte|veuillez|por favor),? )?(?:(?:check|see) (?:if|whether)|(?:über)?prüfen sie,? ob|vérifiez? (?:que|si)|(?:revis[ea]|compr[ou]eb[ea]|verifi(?:que|ca)) (?:que|se|si)|(?:controlla|verifica)(?:te)? (?:che|se)|проверьте,?|перевірте,?|sprawdź,? czy|controleer of)(?!\p{L})|^[请請](?:检查|檢查|确认|確認)[^，。]{0,12}是否/u,
);

/** Where a sentence refuses its reader: in a set phrase, or by naming them and their refusal in one clause. */
function refusalIn(text: string): Found | null {
  const besides = originRefusedIn(text);
  if (besides !== null && !isDenied(text, besides)) return besides;
  const isTrue = (one: Found): boolean => !isDenied(text, one);
  for (const { theirs, refused, phrases } of languages()) {
    for (const phrase of phrases) {
      const said = allOf(phrase, text).find(isTrue);
      if (said !== undefined) return said;
    }
    const readers = allOf(theirs, text);
    if (readers.length === 0) continue;
    const joined = allOf(refused, text).find(
      (one) => readers.some((reader) => areJoined(reader, one, text)) && isTrue(one),
    );
    if (joined !== undefined) return joined;
  }
  return filteredIn(text);
}

/** A block is nobody's but the one's who is blocked: a full site lets people wait, and blocks none. */
const block = lazily(
  () =>
    /(?<!\p{L})(?:block(?:ed|ing)|banned|(?:gr[ae]y|black|block)listed|locked out|rate[- ]limited|gesperrt|geblockt|blockiert|bloqué\p{L}*|banni\p{L}*|bloquead[oa]s?|banead[oa]|banid[oa]|bloccat[oa]|bandit[oa]|geblokkeerd|blokker\p{L}*|blocke?ra\p{L}*|spärra\p{L}*|estetty|zablokowan\p{L}*|zablokován\p{L}*|zablokovan\p{L}*|за?блок\p{L}*|забанен\p{L}*|engellen\p{L}*|yasaklan\p{L}*|diblokir|disekat|bị (?:chặn|khóa|cấm)|letilt\p{L}*|blocat\p{L}*|αποκλ\p{L}+)(?!\p{L})|ブロック|遮断|拦截|攔截|封禁|屏蔽|차단|บล็อก|ब्लॉक|حظر|محظور|مسدود|חסומה|נחסמ/u,
);
/** Words of a full site, whatever else the sentence says. */
const full = lazily(
  () =>
    /overload|busy|capacity|(?:high|heavy) (?:traffic|load|demand)|überlast|ausgelastet|ansturm|surcharg|satur|sobrecarg|sovraccaric|overbelast|przeciąż|přetížen|перегру[жз]|перевантаж|yoğun|quá tải|sibuk|ramai|過負荷|混雑|(?<![不帮幫])忙|拥挤|过载|폭주|과부하/u,
);
/** Whether a refusal is its reader's. What a full, a closed or a broken site turns away is refused to everybody. */
function isToReader(text: string, refusal: Found, isReaders: boolean): boolean {
  if (isSupposed(text, refusal)) return false;
  const rest = `${text.slice(0, refusal.from)} ${text.slice(refusal.to)}`;
  if (isReaders ? full().test(rest) : speaksOfLoad(rest)) return false;
  return !speaksOfMaintenance(rest) && !speaksOfOwnTrouble(text);
}

const saysRefused = (sentence: string): boolean => {
  const text = sentence.replace(ASIDE, "");
  if (asksToCheck().test(text)) return false;
  const refusal = refusalIn(text);
  if (refusal !== null && isToReader(text, refusal, block().test(text.slice(refusal.from, refusal.to)))) return true;
  const doing = tooMuchByReader(text);
  return doing !== null && isToReader(text, doing, true);
};

/** Whether a page says that it is its reader who is refused: their access, their address, their request. */
export const refusesVisitor = (prose: Prose): boolean =>
  prose.sentences.some(
    (sentence, at) =>
      saysRefused(sentence) &&
      !isBelowOutage(prose.sentences, at) &&
      !(isBareBlock(sentence) && prose.sentences.some(saysOutage)),
  ) || isFirewallFrame(prose);

/** Proof that the reader is a person, in the larger languages: what is asked for, or that their browser is looked at. */
const proof = lazily(() => [
  /(?:verify|verifying|prove|confirm|make sure|making sure|ensure|check(?:ing)?) (?:that )?(?:you(?:'re| are)?|if you are) (?:a |an )?(?:not a |human|person|real)|(?:verification|confirmation|proof) that you(?:'re| are) (?:a )?human/u,
  /(?:i'm|you're|you are) not a (?:ro)?bot|robot check/u,
  /(?:^|(?<!\p{L})we(?:'re| are) (?:just |now |currently )?)(?:checking|verifying|inspecting) your (?:browser|connection|request)(?! (?:may|might|can|could|will|helps?|and \p{L}{1,20}ing)(?!\p{L}))|your (?:browser|request|connection) is being (?:checked|verified)/u,
  /ddos protection by|(?:complete|solve|pass) (?:the|a|this) (?:security check|captcha)|(?:complete|(?:^|please )(?:solve|pass)) (?:the|a|this) challenge|(?:enter|type) the (?:(?:characters|letters) (?:that )?you see|(?:numbers|text|words?|code) (?:that )?you see (?:\p{L}{1,9} ){0,3}(?:image|picture|captcha)|(?:characters|letters|numbers|text|words?|code) (?:shown |displayed |as shown )?(?:in|from|on) the (?:image|picture))|(?:slide|swipe|hold|click|tap) to (?:verify|confirm|prove)/u,
  // The answer to a picture.
  /(?<!\p{L})(?:(?:enter|type|fill in|resuelv[ae]|complet[ae]|introdu[zc]\p{L}{1,3}|ingres[ae]|résou\p{L}{1,4}|compléte[rz]|rempli\p{L}{1,4}|saisi\p{L}{1,5}|lösen sie|löse|risolv\p{L}{1,5}|inseri\p{L}{1,4}|resolva|digite|los|vul|voltooi|wpisz|przepisz|rozwiąż|введите|решите|пройдите|заполните|введіть|vyřešte|opište|zadejte|lös|løs|giải|nhập|selesaikan|masukkan|isi) (?:\p{L}{1,9} ){0,2}(?:re)?(?:captcha|капч[уі])(?!\p{L}))|captcha'?y?[ıi] (?:çözün|girin|tamamlayın|doldurun)/u,
  /(?:символы|код|буквы|текст|цифры|символи|літери) (?:с|из|з|із) (?:картинк|изображени|рисунк|зображенн)\p{L}+|(?:przepisz|wpisz) (?:kod|znaki|tekst|litery) z (?:obrazka|rysunku)|resimdeki (?:karakter|kod|harf|rakam|yazı)\p{L}*|nhập mã (?:xác nhận|xác minh|captcha|bảo vệ)|(?:zeichen|buchstaben) (?:aus dem|im|auf dem) bild|(?:caractères|lettres|code) (?:\p{L}{1,12} )?(?:de|dans|sur) l'image|(?:caracteres|letras|código|texto) (?:que (?:ve|ves|aparecen?) )?(?:de|en|da|na) (?:la )?imagem?n?(?!\p{L})|caratteri (?:\p{L}{1,14} )?(?:nell|dell)'immagine|tekens (?:uit|in|op) de afbeelding|znaky z obrázku|tecknen (?:i|från) bilden|karakter (?:pada|dari|di) gambar/u,
  /(?:输入|輸入|填写|填寫)[^，。]{0,12}(?:验证码|驗證碼|图[片中]|圖[片中])|画像(?:に|の|内)[^。]{0,10}文字[^。]{0,6}入力|(?:보안 ?문자|자동 ?입력 ?방지|캡차)[^.]{0,12}입력|(?:تأیید|تایید|بررسی)[^.]{0,20}(?:انسان|ربات)|أدخل (?:الرموز|الأحرف)[^.]{0,16}الصورة/u,
  /(?:mensch (?:sind|bist)|sie kein (?:ro)?bot(?:er)?(?!\p{L})|kein roboter|browser wird (?:überprüft|geprüft))|(?:êtes|vous n'êtes pas un) (?:bien )?(?:un )?(?:être )?(?:humain|robot)/u,
  /(?:no (?:eres|es) un (?:ro)?bot|(?:eres|(?:que|si|usted) es) (?:un ser )?humano)|(?:não (?:é|sou) um robô|você é (?:um ser )?humano)|non sei un (?:ro)?bot|(?:sei|sia) (?:un essere )?umano/u,
  /вы не робот|вы, а не робот|что вы человек|^вы человек|человек ли вы|проверка браузера|проверяем ваш браузер|ви не робот|(?:^|що |чи )ви людина|nie jesteś robotem|jesteś człowiekiem|nejste robot|jste člověk|geen robot|(?:je|u) (?:een )?mens bent/u,
  /robot olmad\p{L}+|insan oldu\p{L}+|không phải (?:là )?(?:robot|người máy)|bạn là (?:con người|người thật|người(?= (?:chứ|hay)(?!\p{L})|,|$))|bukan robot|anda (?:adalah )?manusia/u,
  /du (?:är|er) (?:en |et )?(?:människa|menneske)(?!\p{L})|(?:du|jag|jeg) (?:inte |ikke )?(?:är|er) (?:inte |ikke )?en robot|olet ihminen|et ole robotti|hogy ön ember|ön nem robot|sunteți (?:o ființă umană|om(?!\p{L})|uman)|είστε άνθρωπος|δεν είστε ρομπότ|أنك (?:إنسان|لست روبوت)|אתה (?:אדם|אנושי)|आप (?:एक )?(?:इंसान|मानव)|คุณเป็นมนุษย์/u,
  /(?:[请請](?![求])[^，。]{0,8}(?<![未不没])(?:完成|进行|進行|通过|通過)|(?<![未不没能法])(?:完成|通过|通過))(?:以下|安全|人机|滑块|图形)?(?:验证|驗證)(?:后|後|以|$)|人机验证|人機驗證|安全验证|安全驗證|不是机器人|不是機器人|是真人|(?:拖动|拖動|滑动|滑動)(?:滑块|滑塊|验证|驗證)|(?:^|正在)(?:检查|验证|检测|檢查|驗證|檢測)[您你]的?(?:浏览器|瀏覽器)|ロボット(?:による(?:アクセス|操作|通信))?ではあ?(?:りません|ない)|ロボットでない|人間であること|로봇이 아닙?니?|사람인지 확인/u,
]);

/** The same as a question: a list of help asks it as well, so it must head the page, or stand beside what is to be done. */
const question = lazily(() => /are you (?:a )?(?:human|robot)/u);
const act = lazily(() => /(?<!\p{L})(?:tick|check|click|press|solve|complete|confirm|enter|type)(?!\p{L})/u);
/** A page's title and its first headings. */
const FIRST_HEADINGS = 3;

const asksWhetherHuman = ({ headings, sentences }: Prose): boolean =>
  headings.slice(0, FIRST_HEADINGS).some((heading) => question().test(heading)) ||
  (sentences.some((sentence) => question().test(sentence)) && sentences.some((sentence) => act().test(sentence)));

/** What tests of the reader say, and pages that are slow or broken too: two of them make a test. */
const hints = lazily(() => [
  /^(?:just a|one) moment(?:, please)?$/u,
  /enable javascript and (?:cookies to continue|reload)/u,
  /(?<!\p{L})(?:(?:ro)?bots?|human|captcha|security (?:check|verification|service))(?!\p{L})/u,
]);

/** That the test itself cannot be had: "unable to complete the security check". */
const noTest = lazily(
  () =>
    /^(?:sorry, )?(?:(?:we(?:'re| are| were)? |(?:it )?was )?(?:unable to|not able to)|(?:we )?(?:cannot|can't|could not|couldn't)) (?:complete|load|run|perform|start|process|solve) (?:the|a|this) (?:security |bot |human )?(?:check|verification|(?:re)?captcha|challenge)(?!\p{L})|(?:验证|驗證|验证码|驗證碼)(?:服务|服務|系统|系統)?(?:暂时|暫時|当前|目前)?(?:不可用|无法|無法|异常|異常|故障|出错|出錯|失效)/u,
);
/** A test that fails for the site's sake is none: its service is down, its server in error. */
const isBroken = (sentence: string): boolean =>
  noTest().test(sentence) || (speaksOfOwnTrouble(sentence) && saysFailed(sentence));

/** Whether a page asks its reader to show that they are a person. */
export const asksForProof = (prose: Prose): boolean => {
  const { sentences } = prose;
  const isSaid = (pattern: RegExp): boolean =>
    sentences.some((sentence) => pattern.test(sentence) && !isNeedless(sentence) && !isBroken(sentence));
  return proof().some(isSaid) || asksWhetherHuman(prose) || hints().filter(isSaid).length >= 2;
};
