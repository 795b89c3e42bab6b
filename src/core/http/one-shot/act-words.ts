import { lazily } from "../../lazily.ts";
import { foreignActs } from "./foreign-acts.ts";
import { words } from "./words.ts";

/** What an address does that has such a word for a name, in English and in all languages. */
const ENGLISH = words(`
  verify verification validate confirm confirmation reconfirm activate activation reactivate deactivate reset recover
  recovery unlock unblock unsubscribe unsubscription unsub optout logout logoff signout signoff userlogout delete
  destroy remove cancel cancellation approve reject decline accept deny authorize authorise authorization consent
  callback redeem claim invite invitation pay payment return magic vote upvote downvote downvoted rsvp impersonate
  loginas autologin passwordless revoke disconnect unlink unfollow unlike unwatch unfavorite unfavourite purge wipe
  trash untrash terminate deregister unregister uninstall unpublish undo undelete rollback reorder finalize finalise
  acs sso oidc sls saml expire discard reinstate resubscribe deauthorize reauthorize resend refuse acknowledge associate
  dissociate detach reboot exit enrollment enrolment unenrollment unenrolment markread markasread flush toggle reschedule
  reroute del unfriend endsession`);
const ACTS = lazily((): ReadonlySet<string> => new Set([...ENGLISH(), ...foreignActs()]));

/** Acts that are names of other things as well: of a film, a product, a subject. */
const ALSO_NAMES = words(`
  magic recovery confirmation verification activation payment invitation return claim vote reset redeem invite accept
  deny expire trash consent authorization pay confirm trash sso saml acs sls oidc rsvp cancellation recover wipe purge`);

/** Acts that end the longest names that programs give them: `j_spring_security_logout`. */
const ENDINGS = words("logout logoff signout signoff unsubscribe optout");

/** Acts in the plural: the list of them does nothing, one of them does. */
const PLURALS = words("invites invitations confirmations verifications activations resets approvals redemptions");

/** Acts that say as a key, or as the step of a form, nothing of what is done. */
const NOT_AS_KEYS = words("magic payment return sso saml acs sls oidc callback authorization consent expire");

/** Words that act where something is named that they act on: `/posts/12/like`, `/cart/add`, `?action=add`. */
const ACTS_ON = words(`
  add like follow bid join enable disable start stop restart run trigger execute lock close reopen publish restore install
  upgrade subscribe star unstar pin unpin mute unmute block ban unban kick flag dismiss snooze ack acknowledge renew
  refund withdraw transfer toggle save submit send complete finish merge clear empty increase decrease duplicate clone
  sync rebuild retry replay unarchive hide unhide enroll enrol unenroll unenrol attend checkin bump promote demote
  assign unassign suspend unsuspend switch received sent migrate mailtest resync email resume pause silence rescan
  default rate sign move up down favorite favourite bookmark markread react unreact change update`);

/** Of these such as say as a value how something is shown, or which form. */
const NOT_AS_VALUES = words("default email sign up down sent received complete start");

/** Words that act as the value of `action` and its like. */
const ACTS_AS_VALUE = words(`
  archive set notify process import flush insert watch act rp resetpass apply quit switch opt move respond rate buy
  purchase launch activated confirmed`);

/** Of these such as name no page: they act as the last step, whatever stands before. */
const ACTS_LAST = words(`
  enable disable duplicate clear restart reopen unpin unmute unblock unban unhide unarchive unsuspend unassign unenrol
  unenroll unstar unreact close migrate mailtest rescan resync mute snooze bump`);

/** What such words act on, and what stands beside them without changing what is done. */
const BESIDE = words(`
  end account accounts address action admin alert alerts all auto an and api app appointment auth authentication bank basket
  booking bot bounce by bag card cart cgi change check client click code com comment connection contact coupon customer
  data de device direct do domain done e edit email emails event express facebook factor file final form friend from
  gateway get gift github google group handler hash htm html id identity image in index invoice ipn item items job json
  jsp key line link list lists login log mail mailing me member members message mfa microsoft mobile module multi my
  new newsletter newsletters notification notifications notify now number oauth off on one oneclick openid options order
  orders org organization out page pass passwd password paypal phone photo php plan post process product profile pw
  quick re receive redirect registration register request required response rest result safe saved security shared self
  service session sessions show sign signed signin signup site step stripe subscriber subscribers subscription subscriptions
  success team the this thread ticket time to token topic trial twitter two user users v via view voucher web
  wishlist with wp workspace www your aspx asp cfm ajax xml completed error failure failed fail read mark as sie se ut te
  sesion iscrizione inscricao suscripcion baja abo abonnement konto compte cuenta conta logga logg ulos uit ud servlet
  favorites favourites compare comparison payments payout openidconnect connect endpoint controller`);

const LONGEST_WORD = 16;
/** Longer runs of letters are no words glued together. */
const LONGEST_RUN = 48;

const isKnown = (word: string): boolean =>
  ACTS().has(word) || ACTS_ON().has(word) || ACTS_AS_VALUE().has(word) || BESIDE().has(word);

/** Takes `resetpassword` apart into known words, the longest first; null where something is left over. */
function unglue(run: string): string[] | null {
  if (isKnown(run)) return [run];
  if (run.length > LONGEST_RUN) return null;
  // From the end: how each rest falls apart.
  const rests: Array<string[] | null> = Array.from({ length: run.length + 1 }, () => null);
  rests[run.length] = [];
  for (let from = run.length - 1; from >= 0; from--) {
    for (let size = Math.min(LONGEST_WORD, run.length - from); size > 1 && !rests[from]; size--) {
      const rest = rests[from + size];
      const word = run.slice(from, from + size);
      if (rest && isKnown(word)) rests[from] = [word, ...rest];
    }
  }
  return rests[0] ?? null;
}

/** What is known of a text's words. */
interface Reading {
  readonly words: readonly string[];
  /** Nothing stands in it that is not known: it is a command and no sentence. */
  readonly isWhole: boolean;
}

/** Accents and other marks. */
const marks = lazily(() => /\p{M}/gu);
const CAMEL = /[A-Z]+(?![a-z])|[A-Z]?[a-z]+/g;
/** A piece of letters and digits from this length on is a token that stands beside the words. */
const TOKEN_FROM = 12;

/** The known words of one run of letters, and whether there are no others. A letter by itself is no word. */
function readRun(run: string): Reading {
  if (run.length === 1) return { words: [], isWhole: true };
  const glued = unglue(run.toLowerCase());
  if (glued) return { words: glued, isWhole: true };
  const parts = (run.match(CAMEL) ?? []).filter((part) => part.length > 1).map((part) => unglue(part.toLowerCase()));
  return {
    words: parts.flatMap((part) => part ?? []),
    isWhole: parts.length > 1 && parts.every((part) => part !== null),
  };
}

/** Reads the words of a text that are known: apart at separators, digits and changes of case, or glued together. */
export function read(text: string): Reading {
  const plain = text.normalize("NFD").replace(marks(), "");
  const pieces = plain.split(/[^A-Za-z0-9]+/).map((piece) => {
    const runs = (piece.match(/[A-Za-z]+/g) ?? []).map(readRun);
    const isToken = piece.length >= TOKEN_FROM && /[0-9]/.test(piece);
    return { words: runs.flatMap((run) => run.words), isWhole: isToken || runs.every((run) => run.isWhole) };
  });
  return {
    words: pieces.flatMap((piece) => piece.words),
    isWhole: !/[^\p{ASCII}]/u.test(plain) && pieces.every((piece) => piece.isWhole),
  };
}

/** `log-out`, `sign_off`, `add-to-cart`: two words that act together. */
const PAIRS = words(`
  end,session switch,user log,out sign,out opt,out log,off sign,off opt,off opt,in add,to mark,read as,read all,read read,all logga,ut logg,ut
  log,ud log,uit kirjaudu,ulos`);

const isPair = (first: string | undefined, second: string): boolean => PAIRS().has(`${first},${second}`);

/** Whether one of these words acts by itself. */
export const acts = ({ words: found }: Reading): boolean =>
  found.some((word, at) => ACTS().has(word) || isPair(found[at - 1], word));

/** Whether one of these words acts on what stands beside it. */
export const actsOn = ({ words: found }: Reading): boolean => found.some((word) => ACTS_ON().has(word));

/** Whether this is a word that acts as the last step of a path. */
export const actsLast = ({ words: found }: Reading): boolean => found.length === 1 && ACTS_LAST().has(found[0] ?? "");

/** Whether a key of these words asks for an act: `remove_item`, `add`. */
export const actsAsKey = (reading: Reading): boolean =>
  reading.words[0] === "add" || acts({ ...reading, words: reading.words.filter((word) => !NOT_AS_KEYS().has(word)) });

/** Whether an action of these words changes something. */
export const actsAsValue = (reading: Reading): boolean =>
  actsAsKey(reading) ||
  reading.words.some((word) => ACTS_AS_VALUE().has(word) || (ACTS_ON().has(word) && !NOT_AS_VALUES().has(word)));

/** Whether these words are nothing but one command, and no name of anything. */
export const isBareCommand = ({ words: found }: Reading): boolean =>
  (found.length === 1 || isPair(found[0], found[1] ?? "")) && !found.some((word) => ALSO_NAMES().has(word));

/**
 * Whether three words at most are a program's own name for an act, though not all are known: `self_enrollment`,
 * `deleteCategory`. People's titles have hyphens; those that begin with an act count where `isAsked` says that more
 * follows, as in `/delete-category/12`.
 */
export function namesAct(text: string, isAsked: boolean): boolean {
  const parts = text
    .replace(/([a-z])([A-Z])/g, "$1_$2")
    .toLowerCase()
    .split(/[_-]/)
    .filter(Boolean);
  const [first = "", last = ""] = [parts[0], parts.at(-1)];
  const isName = /^\w+$/.test(text);
  if (isName && ENDINGS().has(last)) return true;
  if (parts.length < 2 || parts.length > 3) return false;
  if (isName) return first === "add" || ACTS().has(first) || ACTS().has(last) || isPair(parts.at(-2), last);
  return isAsked && (first === "read" || ACTS().has(first)) && !ALSO_NAMES().has(first);
}

/** Whether an act follows here by its number: `/invites/kX92`. */
export const isPluralOfAct = (text: string): boolean => PLURALS().has(text.toLowerCase().split(/[-_]/).at(-1) ?? "");
