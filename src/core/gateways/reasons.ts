import type { GatewayWord } from "./gateway.ts";
import { statedReason } from "./stated-reason.ts";

/** Reasons that only codes and fields give, before those that programs share in their sentences. */
const SWITCHED: ReadonlyArray<readonly [words: RegExp, word: GatewayWord]> = [
  [
    /\b(?:suspend(?:ed)?|paused?|deactivated|over quota|quota (?:exceeded|exhausted)|payment required)\b/,
    "switched-off",
  ],
  [/\b(?:account|site|app|project|deployment|tenant) (?:is )?(?:disabled|stopped|expired|inactive)\b/, "switched-off"],
  [/\bmaintenance\b/, "maintenance"],
  // A rule about whoever asks. A site's own stores turn its program away too, and its own policies pace it.
  [
    /(?<!\b(?:database|db|file|storage|bucket|backend|upstream) )\b(?:ip|address|geo|country|region|client|visitor|bot|user agent|request|access|traffic) (?:is |was |has been )?(?:blocked|banned|denied|forbidden|restricted)\b(?! (?:for user|to (?:bucket|table|path|file|database)|waiting)\b)/,
    "blocked",
  ],
  [
    /\b(?:blocked|banned|denied|rejected) (?:by|for|due to) (?:(?!(?:retry|overload|load|circuit|queue|network)\b)[a-z]{1,20} )?(?:waf|firewall|policy|rules?|geo|country|ip|acl|bot|security|reputation)\b|\b(?:geo(?:ip)? ?block(?:ed|ing)?|(?:black|block|grey|gray)listed|bot detected)\b/,
    "blocked",
  ],
  [/\b(?:identity required|unknown issuer)\b/, "misconfigured"],
];

/** The short names that codes have for what sentences say at more length; asked after those. */
const CODES: ReadonlyArray<readonly [words: RegExp, word: GatewayWord]> = [
  [
    /\b(?:refused|fail ?fast|unhealthy|unreachable|not (?:running|listening|started|ready))\b|\(connect\)/,
    "origin-down",
  ],
  [
    /\bno (?:[a-z]{1,20} ){0,2}(?:upstream|endpoint|backend|host|server|instance|peer|target|node|replica|pod|machine|worker|container|ip|deploy(?:ment)?)s?\b/,
    "origin-down",
  ],
  [/\bconnect(?:ion)? (?:error|fail(?:ed|ure)?)\b/, "origin-down"],
  [/\b(?:dns|unknown route|route not found|no (?:matching )?route)\b/, "misconfigured"],
  [
    /\b(?:over(?:load(?:ed)?|flow)|load shed|throttl(?:ed|ing)|too many|limits?|rate ?limit(?:s|ed|ing)?|spike arrest|request rate|capacity|concurrency|exhausted|busy|slow ?down)\b/,
    "overload",
  ],
  [/\b(?:timed out|time ?out|deadline)\b/, "origin-slow"],
  [/\b(?:reset|closed|terminat(?:ed|ion)|eof|disconnect(?:ed)?|premature(?:ly)?|aborted)\b/, "no-valid-answer"],
  [/\b(?:malformed|protocol|pars(?:e|ing)|validation|truncated|incomplete|too (?:large|big))\b/, "origin-invalid"],
  [
    /\b(?:exceptions?|unhandled|crash(?:ed)?|panic|circuit(?: breaker)?(?: is)? open|(?:execution|invocation|initiali[sz]ation|runtime|function) (?:error|failed))\b/,
    "no-valid-answer",
  ],
];

/** `ConnectionRefused`, `connection_refused` and `Connection%20refused` as the same words. */
const inWords = (text: string): string =>
  text
    .slice(0, 400)
    .replace(/%20|[_+-]+/g, " ")
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .replace(/([A-Z])([A-Z][a-z])/g, "$1 $2")
    .toLowerCase();

const among = (table: typeof CODES, words: string): GatewayWord | null =>
  table.find(([pattern]) => pattern.test(words))?.[1] ?? null;

/** What a gateway says with a reason as its fields give it, in words or as a code; null when it says nothing that is known. */
export function wordOfReason(text: string): GatewayWord | null {
  const words = inWords(text);
  return among(SWITCHED, words) ?? statedReason(words) ?? among(CODES, words);
}
