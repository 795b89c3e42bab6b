import { field, fieldMatches, type GatewayFamily, type GatewayWord, type Sample } from "./gateway.ts";
import type { FamilyNotes } from "./note.ts";

/**
 * What each of Squid's error names says of the server behind it. The page's words are translated into
 * some sixty languages, its names never. Whose Squid it is, the site's or the user's, others must tell.
 */
const WORDS = new Map<string, GatewayWord>([
  ["ERR_DNS_FAIL", "misconfigured"],
  ["ERR_CONNECT_FAIL", "origin-down"],
  ["ERR_SECURE_CONNECT_FAIL", "misconfigured"],
  ["ERR_READ_TIMEOUT", "origin-slow"],
  ["ERR_READ_ERROR", "no-valid-answer"],
  ["ERR_WRITE_ERROR", "no-valid-answer"],
  ["ERR_ZERO_SIZE_OBJECT", "origin-invalid"],
  ["ERR_INVALID_RESP", "origin-invalid"],
  // A dead parent of an office proxy, or the dead origin of an accelerator.
  ["ERR_CANNOT_FORWARD", "own-upstream-dead"],
  ["ERR_GATEWAY_FAILURE", "gateway-fault"],
  ["ERR_SOCKET_FAILURE", "gateway-fault"],
  ["ERR_SHUTTING_DOWN", "gateway-fault"],
  ["ERR_ICAP_FAILURE", "gateway-fault"],
  ["ERR_LIFETIME_EXP", "origin-slow"],
  ["ERR_ACCESS_DENIED", "blocked"],
  ["ERR_CACHE_ACCESS_DENIED", "blocked"],
]);

/** ENETUNREACH of Linux and of the BSDs: the proxy itself has no way out. */
const NO_NETWORK = new Set(["101", "51"]);
/** Timed out and no route, of Linux and of the BSDs: filtered on either end, or gone. */
const NO_WAY = new Set(["110", "60", "113", "65"]);

function wordOf({ name, errno }: { name: string; errno: string }, { scheme }: Sample): GatewayWord {
  const failed = name === "ERR_CONNECT_FAIL";
  if (failed && NO_NETWORK.has(errno)) return "own-upstream-dead";
  // Over plain http it is the user's proxy more often than not, whose own resolver or network may be at fault.
  if (scheme === "http" && name === "ERR_DNS_FAIL") return "name-not-found";
  if (scheme === "http" && failed && NO_WAY.has(errno)) return "unreached";
  return WORDS.get(name) ?? "unavailable";
}

/** A firewall built on Squid. Sites have it in front of them as well. */
const SOPHOS = /Powered by UTM Web Protection/i;

function errorOf(sample: Sample): { name: string; errno: string } | null {
  const header = /^(ERR_[A-Z0-9_]{1,40})(?: (\d{1,6}))?/.exec(field(sample, "x-squid-error"));
  if (header) return { name: header[1] ?? "", errno: header[2] ?? "" };
  const page =
    /<body id="?(ERR_[A-Z0-9_]{1,40})["\s>]/i.exec(sample.body) ?? /<!-- (ERR_[A-Z0-9_]{1,40}) -->/.exec(sample.body);
  if (!page) return null;
  const errno = /<p id="sysmsg">[^(<]{0,200}<i>\((\d{1,6})\)/i.exec(sample.body);
  return { name: page[1] ?? "", errno: errno?.[1] ?? "" };
}

export const squid: GatewayFamily = {
  id: "squid",
  products: ["Squid", "Sophos UTM"],
  recognise(sample) {
    const product = SOPHOS.test(sample.body) ? "Sophos UTM" : "Squid";
    const found = { family: "squid", product, side: "either" } as const;
    const error = errorOf(sample);
    if (error) {
      return {
        ...found,
        word: wordOf(error, sample),
        detail: error.errno ? `${error.name} ${error.errno}` : error.name,
      };
    }
    if (/^squid\b/i.test(field(sample, "server")) || fieldMatches(sample, "via", /\(squid[/)]/i)) {
      return { ...found, word: "passed-on" };
    }
    return null;
  },
};

export const squidNotes: FamilyNotes = {
  id: "squid",
  entries: [
    { detail: /^ERR_CONNECT_FAIL\b/, say: ["owner_squid_connect", "owner_squid_log"] },
    { detail: /^ERR_DNS_FAIL\b/, say: ["owner_squid_dns"] },
    { detail: /^ERR_SECURE_CONNECT_FAIL\b/, say: ["owner_squid_tls"] },
    { detail: /^ERR_(?:READ_TIMEOUT|LIFETIME_EXP)\b/, say: ["owner_squid_timeout", "owner_squid_log"] },
    {
      detail: /^ERR_(?:READ_ERROR|WRITE_ERROR|ZERO_SIZE_OBJECT|INVALID_RESP)\b/,
      say: ["owner_squid_answer", "owner_squid_log"],
    },
    { detail: /^ERR_CANNOT_FORWARD\b/, say: ["owner_squid_parent", "owner_squid_log"] },
    { detail: /^ERR_(?:GATEWAY_FAILURE|SOCKET_FAILURE|SHUTTING_DOWN|ICAP_FAILURE)\b/, say: ["owner_squid_itself"] },
    { detail: /^ERR_(?:CACHE_)?ACCESS_DENIED\b/, say: ["owner_squid_denied"] },
    { detail: /^ERR_/, say: ["owner_squid_log"] },
  ],
};
