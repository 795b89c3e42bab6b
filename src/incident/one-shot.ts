/** Query keys of OAuth, SAML, sign-in links and ticket systems: their addresses work once. */
const KEYS = new Set([
  "code",
  "state",
  "token",
  "access_token",
  "id_token",
  "oauth_token",
  "oauth_verifier",
  "otp",
  "ticket",
  "sig",
  "signature",
  "nonce",
  "samlresponse",
  "samlart",
  "relaystate",
  "session_id",
  "sessionid",
  "session_state",
  "magic",
]);

/** What keys are called that carry such a thing: reset_password_token, unlockToken, oobCode. */
const KEY_ENDINGS = /(?:token|otp|nonce|signature|ticket|oobcode)$/i;

/** Path words of steps that change something when they are opened. */
const WORDS =
  /(^|[-_.])(unsubscribe|optout|opt-out|verify|verification|reset|recover|callback|return|logout|log-out|signout|sign-out|confirm|confirmation|activate|activation|invite|invitation|magic|redeem|pay|payment|delete|remove|cancel|approve)([-_.]|$)/i;

const HEX = /^[0-9a-f]{32,}$/i;
const MIXED = /^[A-Za-z0-9_.~=-]{24,}$/;
/** A word or a number as people write them: `medal`, `Summer`, `2024`, `FAQ`. */
const READABLE = /^(?:[A-Za-z]?[a-z]*|[A-Z]+|[0-9]+)$/;

function looksRandom(segment: string): boolean {
  if (HEX.test(segment)) return true;
  if (!(MIXED.test(segment) && /[a-z]/.test(segment) && /[A-Z]/.test(segment) && /[0-9]/.test(segment))) return false;
  // Titles such as 2024_Summer_Olympics_medal_table mix as well, but not inside their words.
  const strange = segment.split(/[-_.~=]/).filter((piece) => !READABLE.test(piece));
  return strange.join("").length >= 12;
}

/**
 * Whether opening this address a second time could do something or fail for that reason alone:
 * sign-in returns, confirmation links, links with a long random part. Errs on the careful side.
 */
export function isOneShot(url: string): boolean {
  if (!URL.canParse(url)) return true;
  const parsed = new URL(url);
  for (const key of parsed.searchParams.keys()) if (KEYS.has(key.toLowerCase()) || KEY_ENDINGS.test(key)) return true;
  return parsed.pathname
    .split("/")
    .filter(Boolean)
    .some((segment) => WORDS.test(segment) || looksRandom(segment));
}
