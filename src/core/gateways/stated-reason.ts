import type { GatewayWord } from "./gateway.ts";

/** What a reason is about, and what became of it: both must be said, in any order. */
interface Reason {
  readonly word: GatewayWord;
  readonly about: RegExp;
  readonly became?: RegExp;
}

/**
 * Reasons as programs word them, the most telling first: by what they speak of and what became of it, in the terms of
 * resolvers, TLS and sockets that all of them share, and not product by product. Text in lower case.
 */
const REASONS: readonly Reason[] = [
  {
    word: "misconfigured",
    about: /certificate|x\.?509|\bpkix\b|\bssl|\btls\b|handshake/,
    became:
      /expired|not (?:yet )?valid|invalid|untrusted|not trusted|revoked|mismatch|(?:doesn't|does not|not) match|self.signed|verif|unable to get|fail|error|not issued|unfamiliar|alert|reject|unknown/,
  },
  {
    word: "name-not-found",
    about:
      /\bdns\b|look ?-?up|resol(?:v|ution)|unknown ?host|host ?name|\bhost (?:(?:was|is) )?(?:not found|unknown)|no such host|name or service not known|nodename nor servname|getaddrinfo|enotfound|eai_again|nxdomain|servfail|gaierror/,
    became:
      /fail|error|could ?n[o']t|can ?n?[o']t|unable|unknown ?host|not found|no such host|not known|nodename nor servname|enotfound|eai_again|nxdomain|servfail|timed? ?out/,
  },
  { word: "overload", about: /max_?conn|too many connections|maximum threads|circuit breaker|overflow/ },
  { word: "misconfigured", about: /\bloop\b|unknown domain|no route (?:matched|found)|not configured/ },
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
    about: /time ?d? ?-?out|etimedout|deadline exceeded|took too long|no response (?:from|within)/,
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

/**
 * What a reason says, as a gateway or a program words it: a few words, or a sentence. Null where it states none, as a
 * bare "service unavailable" does.
 */
export function statedReason(text: string): GatewayWord | null {
  const said = text.toLowerCase();
  const found = REASONS.find(({ about, became }) => about.test(said) && (became === undefined || became.test(said)));
  return found?.word ?? null;
}
