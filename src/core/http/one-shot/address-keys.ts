import { words } from "./words.ts";

/** Keys, in small letters and without separators, whose value is or may be good for one use. */
const SECRETS = words(`
  code state sid jsessionid phpsessid aspsessionid sessionid sessionstate sessioncode sesskey sessiontoken cftoken cfid
  samlrequest samlresponse samlart relaystate wa wresult wctx oobcode authcode authkey authtoken requesttoken
  userauthcode payerid paymentid paymentintent setupintent redirectresult pareq pares creq cres outtradeno tx
  logouthash execution eventid activationkey accesskey invitekey resetkey confirmkey confirmationkey sign
  uidb64 openid ltpatoken wpnonce upn redirectstatus responsetype transactionid txref trxref conversationdata mdstatus checkoutid pin tan once onetime securehash moderationhash wcapi pwd
  uenc formkey`);

/** Words of a key that say the same. */
const SECRET_WORDS = words(`
  token nonce otp ott otc totp jwt hmac signature sig ticket secret saml assertion passcode password passwd credential
  magic verifier openid csrf xsrf oob`);

/** What a code is for that works once; that of a country, a coupon or an error does not. */
const CODE_OF = words(`
  auth access activate activation confirm confirmation verify verification reset recovery recover invite invitation
  security sms login signin email mail registration register authorization authorisation device user otp pairing
  approval redeem unlock temp onetime pass oob secret`);

/** Keys whose value is a secret only if it looks like one: elsewhere they sort, choose and number. */
const MAYBE_SECRET = words("key hash h auth pass session access invite invitation");

/** Keys that say what is to be done. */
const ACTIONS = words(`
  action act do op cmd command task todo mode method func function fn event operation subaction subop wcajax oper
  verb step ajax ac a m p doaction actiontype mod job phase request requestaction`);

/** Keys that name a page of the program, as its path would. */
const PAGES = words("page route r view controller option site section go pg file path module menu content inc load");

/** Keys of search forms: whoever searches may search for anything. */
const SEARCHES = words(`
  q query search searchterm searchquery keyword keywords term text wd find phrase needle lookup field-keywords
  fieldkeywords suche oq as searchtext st`);

/** Keys of campaigns, search engines and shops that measure, and the marks of positions in lists. */
const MEASURES = words(`
  gclid gbraid wbraid dclid gclsrc fbclid msclkid ttclid twclid yclid igshid igsh mccid mceid ga gl hsenc hsmi
  hsctatracking ref refsrc refurl sr spm scm ei ved sxsrf scaesv gslcp gslp aqs sclient iflsig usg source cvid si
  srsltid epik trk trackingid trackid lifatid skwcid cksubscriberid veroid olyencid kx mkttok elqtrackid cmpid crid
  sprefix pvid algopvid algoexpid pdpnpi qid dib dibtag psc linkcode tag ascsubtag campaignid adgroupid adid clickid
  irclickid ranmid raneaid ransiteid cjevent sharetoken shareid rdid xtor wtmcid ocid icid etcc rcid feature pp
  lipi originalreferer bih biw dpr uact cb cachebuster ts v ver version rev build hl epa rlz oit gsssp vet gstid form
  cursor after before pagetoken nextpagetoken nexttoken continuation continuationtoken pageafter pagebefore
  nextpage maxid sinceid startcursor endcursor scrollid pagecursor paginationtoken bookmarktoken g list node nodeid
  resourcekey usp queryid objectids indexname sort order filter filters facets fields vjk bid`);
const MEASURES_BEGIN =
  /^(?:utm|pf_rd|pd_rd|mtm|pk|hsa|piwik|matomo|itm|ga|_hs|at|wt|sc|ef|__cf_chl_rt|var|filter|facet)[-_.[]/i;

/** Keys of identifiers say whose: `boardId`, `video_id`. Those that people or letters are recognised by do not count. */
const IDENTIFIES = /^.{2,}(?:[_-]?id|Id|ID|uuid|Uuid)s?$/;
const PERSONAL =
  /^(?:user|member|customer|email|mail|session|login|auth|token|confirm|invite|order|transaction|payment|checkout|charge)/i;
const IDENTIFIERS = words(
  "gid asin sku video playlist channel doc docid docs dashboard board item product isbn ean doi",
);

const plain = (key: string): string => key.toLowerCase().replace(/[^a-z0-9]/g, "");

/** What a key says of its value. */
export type KeyKind =
  | "secret"
  | "maybe-secret"
  | "code"
  | "action"
  | "page"
  | "search"
  | "measures"
  | "identifies"
  | "other";

/** The kind of a key of a query, as public programs name theirs; case and separators make no difference. */
export function kindOf(key: string): KeyKind {
  const name = plain(key);
  if (MEASURES_BEGIN.test(key) || MEASURES().has(name)) return "measures";
  if (SECRETS().has(name)) return "secret";
  const parts = key
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  if (parts.some((part) => SECRET_WORDS().has(part))) return "secret";
  if ([...SECRET_WORDS()].some((word) => word.length > 4 && name.endsWith(word))) return "secret";
  const purpose = /^(.+)code$/.exec(name)?.[1];
  if (purpose !== undefined && (CODE_OF().has(purpose) || parts.some((part) => CODE_OF().has(part)))) return "code";
  if (ACTIONS().has(name) || name.endsWith("action")) return "action";
  if (PAGES().has(name) || name.endsWith("page")) return "page";
  if (SEARCHES().has(name)) return "search";
  if (MAYBE_SECRET().has(name) || /(?:hash|key)$/.test(name)) return "maybe-secret";
  return IDENTIFIERS().has(name) || (IDENTIFIES.test(key) && !PERSONAL.test(key)) ? "identifies" : "other";
}
