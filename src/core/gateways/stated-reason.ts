import type { GatewayWord } from "./gateway.ts";

/** What a reason is about, and what became of it: both must be said, in any order, in one clause. */
interface Reason {
  readonly word: GatewayWord;
  readonly about: RegExp;
  readonly became?: RegExp;
}

/** The words that stand before a certificate of TLS, or none: people have certificates of birth, of courses and as gifts. */
const CERTIFICATE =
  /(?:^|[^a-z\d\s'] ?|\b(?:the|an?|this|that|its|no|of|or|with|first|second|invalid|(?:un)?trusted|expired|revoked|bad|wrong|unknown|signed|valid|x\.?509|ssl|tls|https?|ca|root|intermediate|leaf|issuer|peer|server|client|host|domain|remote|local|origin|upstream|back-?end|target|destination|gateway|proxy|service|site|website|web|security|digital|public|key)[\s-]|'s )certificates?(?![a-z])/;

/**
 * Reasons as programs word them, the most telling first: by what they speak of and what became of it, in the terms of
 * resolvers, TLS and sockets that all of them share, and not product by product. Text in lower case.
 */
const REASONS: readonly Reason[] = [
  {
    word: "misconfigured",
    about: new RegExp(`${CERTIFICATE.source}|x\\.?509|\\bpkix\\b|\\bssl|\\btls\\b|handshake`),
    became:
      /(?<!\bnot )expired|not (?:yet )?valid|invalid|untrusted|not trusted|revoked|mismatch|(?:doesn't|does not|not) match|self.signed|(?:unable to|could ?n[o']t|can ?n?[o']t|not) (?:be )?verif|unable to get|(?<!\bnot )fail|error|not issued|unfamiliar|alert|reject|unknown/,
  },
  {
    word: "name-not-found",
    about:
      /\bdns\b|\b(?:name|host ?name|host|domain|address|origin|upstream|back-?end|server|target) (?:look ?-?up|resolution|resolv\w{0,4})|^(?:look-?up|resolution|resolver?) (?:has )?(?:fail|error|timed? ?out)|getaddrinfo|eai again|servfail|gaierror|look ?-?up\b[^,;]{0,60}[\w-]\.[a-z]{2}/,
    became:
      /fail|error|could ?n[o']t|can ?n?[o']t|unable|not found|no such host|nxdomain|timed? ?out|enotfound|eai again|servfail/,
  },
  {
    word: "name-not-found",
    about:
      /unknown ?host|\bhost (?:(?:was|is) )?(?:not found|unknown)|no such host|name or service not known|nodename nor servname|enotfound|nxdomain|(?:could ?n[o']t|can ?n?[o']t|unable to|fail\w{0,4} to|error while|error) (?:resolv|look(?:ing)? ?-?up|translat)\w{0,4} [^,;]{0,40}(?:\bhost|\bname|\bdomain|\baddress|[\w-]\.[a-z]{2})|\b(?:host|name|host ?name|domain|address)\b[^,;]{0,60}(?:could ?n[o']t|can ?n?[o']t|not) be (?:resolved|looked up|translated)|\b(?:host|host ?name|domain)\b[^,;]{0,60}(?:could ?n[o']t|can ?n?[o']t|not) be found/,
  },
  { word: "overload", about: /max ?conn|too many connections|maximum threads|circuit breaker|overflow/ },
  {
    word: "misconfigured",
    about:
      /\b(?:routing|redirect\w{0,4}|forwarding|request|proxy|via|cdn|infinite) loops?\b|\bloops? (?:was |is )?(?:detected|found)|unknown domain|no route (?:matched|found)|not configured/,
  },
  {
    word: "origin-down",
    about:
      /connection refused|econnrefused|no route to host|ehostunreach|enetunreach|(?:host|network) (?:is )?unreachable|connection ?timed? ?-?out|connect(?:ion)? timeout|(?:fail(?:ed|ure)?|unable|could ?n[o']t|can ?n?[o']t) to connect|could(?:n't| not) connect/,
  },
  {
    word: "origin-down",
    about: /\b(?:back-?ends?|upstreams?|origins?|endpoints?|instances?|targets?|healthy|application)\b/,
    became:
      /unavailable|unhealthy|\bdown\b|unreachable|not (?:running|available|ready)|starting|no (?:\w+ )?healthy|\bno (?:available|living|live)|all .{0,20}failed|none/,
  },
  {
    word: "origin-slow",
    about:
      /(?<!\bsession )(?:timed ?-?out|time-?out)|(?:connection|connect|request|gateway|response|read|write|server|upstream|proxy|idle) time out|etimedout|deadline exceeded|took too long|no response (?:from|within)/,
  },
  {
    word: "origin-invalid",
    about:
      /zero size|empty (?:reply|response)|(?:invalid|malformed|bad|corrupt) (?:response|reply|header|status line)|protocol error/,
  },
  {
    word: "no-valid-answer",
    about:
      /(?:connection|stream|socket) (?:was )?(?:reset|closed|terminated|aborted)|econnreset|hang up|broken pipe|unexpected eof|(?:read|write|fetch) (?:error|failed)|reset by peer/,
  },
];

/** Where another thought begins. Programs put a colon between an error and what it came from. */
const CLAUSE = /[,;()|–—]| - /;

/**
 * What a reason says, as a gateway or a program words it: a few words, or a sentence. Null where it states none, as a
 * bare "service unavailable" does.
 */
export function statedReason(text: string): GatewayWord | null {
  // A code puts no blanks between its words.
  const said = text.toLowerCase().replaceAll("_", " ");
  const clauses = said.split(CLAUSE);
  const states = ({ about, became }: Reason): boolean =>
    became === undefined ? about.test(said) : clauses.some((clause) => about.test(clause) && became.test(clause));
  const found = REASONS.find(states);
  return found?.word ?? null;
}
