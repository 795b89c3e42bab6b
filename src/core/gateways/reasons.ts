import type { GatewayWord } from "./gateway.ts";

const UPSTREAM =
  "(?:upstream|endpoint|backend|origin|host|server|instance|peer|target|node|replica|pod|machine|worker|container|ip|deploy(?:ment)?)s?";

/**
 * What the words for a failed request mean, whoever writes them: libraries, kernels and proxies share a few. The first
 * that fits decides, the more precise ones first: a connection that timed out was never made, a reset one was.
 */
const MEANINGS: ReadonlyArray<readonly [words: RegExp, word: GatewayWord]> = [
  [
    /\b(?:suspend(?:ed)?|paused?|deactivated|over quota|quota (?:exceeded|exhausted)|payment required)\b/,
    "switched-off",
  ],
  [/\b(?:account|site|app|project|deployment|tenant) (?:is )?(?:disabled|stopped|expired|inactive)\b/, "switched-off"],
  [/\bmaintenance\b/, "maintenance"],
  [/\b(?:tls|ssl|x509|certificates?|handshake|identity)\b/, "misconfigured"],
  [
    /\b(?:refused|fail ?fast|unhealthy|unreachable|no route to host|not (?:running|listening|started|ready))\b/,
    "origin-down",
  ],
  [
    /\b(?:dns|nxdomain|no such host|unknown (?:host|route|domain|service)|resolv(?:e|ed|er|ing)|name resolution)\b/,
    "misconfigured",
  ],
  [
    /\b(?:(?:host|name|route)(?:name)? not found|no matching route|no route|host lookup|loop detected)\b/,
    "misconfigured",
  ],
  [new RegExp(`\\bno (?:[a-z]{1,20} ){0,2}${UPSTREAM}\\b`), "origin-down"],
  [new RegExp(`\\b${UPSTREAM} (?:is |are )?(?:down|dead|offline|gone|crashed)\\b`), "origin-down"],
  [/\b(?:failed|unable|not|n't|cannot) (?:to )?connect\b/, "origin-down"],
  [/\bconnect(?:ion)?\)? (?:error|fail(?:ed|ure)?|timed out|time ?out)\b|\(connect\)/, "origin-down"],
  [
    /\b(?:over(?:load(?:ed)?|flow)|load shed|throttl(?:ed|ing)|too many|limits?|capacity|concurrency|exhausted|busy|slow ?down)\b/,
    "overload",
  ],
  [/\bqueue (?:is )?(?:full|timeout)\b/, "overload"],
  [/\b(?:timed out|time ?out|deadline|too long)\b/, "origin-slow"],
  [
    /\b(?:reset|closed?|terminat(?:ed|ion)|broken pipe|eof|disconnect(?:ed)?|h[au]ng ?up|premature|aborted)\b/,
    "no-valid-answer",
  ],
  [
    /\b(?:invalid|malformed|protocol|pars(?:e|ing)|validation|truncated|incomplete|too (?:large|big))\b/,
    "origin-invalid",
  ],
  [/\b(?:exceptions?|unhandled|crash(?:ed)?|panic|circuit(?: breaker)?(?: is)? open)\b/, "no-valid-answer"],
  [/\b(?:execution|invocation|initiali[sz]ation|runtime|function) (?:error|failed)\b/, "no-valid-answer"],
];

/** `ConnectionRefused`, `connection_refused` and `Connection%20refused` as the same words. */
const inWords = (text: string): string =>
  text
    .slice(0, 400)
    .replace(/%20|[_+-]+/g, " ")
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .replace(/([A-Z])([A-Z][a-z])/g, "$1 $2")
    .toLowerCase();

/** What a gateway says with a reason in words or as a code; null when it says nothing that is known. */
export function wordOfReason(text: string): GatewayWord | null {
  const words = inWords(text);
  return MEANINGS.find(([pattern]) => pattern.test(words))?.[1] ?? null;
}
