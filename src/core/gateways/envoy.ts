import { plainText } from "../http/plain-text.ts";
import { cleanDetail, field, type GatewayFamily, type GatewayWord, type Sample } from "./gateway.ts";
import type { FamilyNotes, Saying } from "./note.ts";

/** Whole bodies that Envoy writes. */
const TEXTS = new Map<string, GatewayWord>([
  ["no healthy upstream", "origin-down"],
  ["upstream request timeout", "origin-slow"],
  ["upstream max stream duration reached", "origin-slow"],
]);

const RESET = /^upstream connect error or disconnect\/reset before headers\b/;

/** Reset reasons of Envoy's resetReasonToString. Others (terminations, resets) do not tell a crash from nonsense. */
const RESETS: ReadonlyArray<readonly [RegExp, GatewayWord]> = [
  [/TLS_error|CERTIFICATE_VERIFY_FAILED/, "misconfigured"],
  [/reset reason: (?:(?:local |remote )?connection failure|connection timeout)/, "origin-down"],
  [/reset reason: (?:overflow|overload manager reset|(?:local|remote) refused stream reset)/, "overload"],
  [/reset reason: (?:protocol error|remote error with CONNECT)/, "origin-invalid"],
];

/**
 * Its response flags, where the operator has them put into a field. Source: the access log's %RESPONSE_FLAGS%. What is
 * not listed says nothing of a cause: the visitor's own connection, a rule, a fault that was injected for a test.
 */
const FLAG_WORDS = new Map<string, GatewayWord>([
  ["NR", "misconfigured"],
  ["NC", "misconfigured"],
  ["NFCF", "misconfigured"],
  ["DF", "misconfigured"],
  ["UH", "origin-down"],
  ["UF", "origin-down"],
  ["LH", "origin-down"],
  ["UT", "origin-slow"],
  ["SI", "origin-slow"],
  ["UMSDR", "origin-slow"],
  ["UO", "overload"],
  ["RL", "overload"],
  ["OM", "overload"],
  ["DO", "overload"],
  ["UC", "no-valid-answer"],
  ["UR", "no-valid-answer"],
  ["LR", "no-valid-answer"],
  ["UPE", "origin-invalid"],
]);

const FLAGS_FIELD = /^(?:x-)?(?:envoy-)?response-flags$/;

/** The first of its flags that names a cause: it may set several, as `UF,URX` for retries that all failed to connect. */
function flagOf({ headers }: Sample): string | undefined {
  const flags = headers.flatMap(([name, value]) => (FLAGS_FIELD.test(name) ? value.slice(0, 80).split(",") : []));
  return flags.map((flag) => flag.trim()).find((flag) => FLAG_WORDS.has(flag));
}

function wordOf(sample: Sample, named: boolean): GatewayWord | null {
  const text = plainText(sample.body) ?? "";
  if (RESET.test(text)) return RESETS.find(([pattern]) => pattern.test(text))?.[1] ?? "no-valid-answer";
  const known = TEXTS.get(text);
  if (known) return known;
  if (!named) return null;
  const flagged = FLAG_WORDS.get(flagOf(sample) ?? "");
  if (flagged) return flagged;
  if (field(sample, "x-envoy-overloaded") || field(sample, "x-envoy-local-overloaded")) return "overload";
  return text === "maintenance mode" ? "maintenance" : "passed-on";
}

export const envoy: GatewayFamily = {
  id: "envoy",
  products: ["Envoy"],
  recognise(sample) {
    const named =
      /^(?:istio-)?envoy\b/i.test(field(sample, "server")) ||
      sample.headers.some(([name]) => name.startsWith("x-envoy-"));
    const word = wordOf(sample, named);
    if (!word) return null;
    const id = /^[0-9a-f-]{36}$/.exec(field(sample, "x-request-id"))?.[0];
    const text = word === "passed-on" ? "" : (plainText(sample.body) ?? "");
    const detail = cleanDetail(RESET.test(text) ? /reset reason: ([^,]{1,80})/.exec(text)?.[1] : flagOf(sample));
    return {
      family: "envoy",
      product: "Envoy",
      word,
      // Egress proxies of offices and sandboxes are built on it as well.
      side: "either",
      ...(id !== undefined && { requestId: id }),
      ...(detail !== undefined && { detail }),
    };
  },
};

const FLAGS: Saying = ["owner_envoy_flags_by_id", "owner_envoy_flags"];

export const envoyNotes: FamilyNotes = {
  id: "envoy",
  entries: [
    { words: ["origin-down", "no-valid-answer", "origin-invalid"], say: [FLAGS, "owner_envoy_clusters"] },
    { words: ["origin-slow"], say: [FLAGS, "owner_envoy_timeout"] },
    { words: ["overload"], say: [FLAGS, "owner_envoy_overflow"] },
    { words: ["misconfigured"], say: ["owner_envoy_tls", FLAGS] },
  ],
};
