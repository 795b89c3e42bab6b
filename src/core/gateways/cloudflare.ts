import * as v from "valibot";
import { plainText } from "../http/plain-text.ts";
import { lazily } from "../lazily.ts";
import { parseJson } from "../parse-json.ts";
import { remembered } from "../remembered.ts";
import { field, type GatewayFamily, type GatewayWord, type Sample } from "./gateway.ts";
import type { FamilyNotes } from "./note.ts";

/** Cloudflare's own codes: the 52x of HTTP and the 1xxx that its pages print. Source: its documentation of them. */
const CODES: Partial<Record<number, GatewayWord>> = {
  500: "gateway-fault",
  502: "no-valid-answer",
  503: "unavailable",
  504: "origin-slow",
  520: "origin-invalid",
  521: "origin-down",
  // Nobody took the connection: off, filtered or drowned. 524 is the server that took it and then kept silent.
  522: "origin-down",
  523: "misconfigured",
  524: "origin-slow",
  525: "misconfigured",
  526: "misconfigured",
  527: "no-valid-answer",
  530: "misconfigured",
  // 1000 to 1099: names, routes and rules of the site's own.
  1015: "blocked",
  1020: "blocked",
  // The share of requests that the site's plan includes is used up.
  1025: "switched-off",
  1027: "switched-off",
  1033: "origin-down",
  1102: "overload",
  1104: "misconfigured",
  1106: "blocked",
};

/** Addresses, networks, countries and browsers that the site's owner has banned. */
const isBan = (code: number): boolean => code >= 1005 && code <= 1012;

/**
 * Its documentation calls the 1xxx errors of a site's settings: what is not listed is one of its names and routes
 * (10xx), of its own program at the edge (11xx) or of its limits (12xx), and never Cloudflare's own fault.
 */
function wordOfCode(code: number): GatewayWord | undefined {
  if (CODES[code]) return CODES[code];
  if (code < 1000) return undefined;
  if (code < 1100) return isBan(code) ? "blocked" : "misconfigured";
  return code < 1200 ? "no-valid-answer" : "overload";
}

const BRANDED = /\bid=["']?cf-(?:wrapper|error-details)\b/i;
/** The edge's own nginx page. The origin's comes branded, or under the origin's name. */
const EDGE_TAIL = /<center>cloudflare(?:-nginx)?<\/center>/i;

/** The number in the first heading, whatever markup and language stand around it. */
function codeInHeading(body: string): string | undefined {
  const begin = body.search(/<h1\b/i);
  if (begin < 0) return undefined;
  const [heading = ""] = body.slice(begin, begin + 2_000).split(/<\/h1>/i, 1);
  return /(?:^|\s)(1\d{3}|5\d\d)(?=\s|$)/.exec(heading.replace(/<[^<>]{0,400}>|&\w{1,8};/g, " "))?.[1];
}

function codeOnPage(body: string): string | undefined {
  if (!BRANDED.test(body)) return undefined;
  return codeInHeading(body) ?? /(?:Error code |errorcode_|\| |Error )(\d{3,4})\b/i.exec(body)?.[1];
}

/**
 * Its errors in fields, for whoever accepts application/problem+json. Source: its changelog of April 27, 2026, and answers
 * seen since.
 */
const problemSchema = lazily(() =>
  v.object({
    cloudflare_error: v.literal(true),
    status: v.number(),
    error_code: v.pipe(v.number(), v.integer()),
    error_category: v.string(),
    ray_id: v.string(),
    owner_action_required: v.fallback(v.boolean(), false),
  }),
);

type Problem = v.InferOutput<ReturnType<typeof problemSchema>>;

/**
 * An error that Cloudflare describes in fields. It signs what it writes with the id of this very request and its status:
 * a body with another id came from behind it, where a site may stand that asks another one of Cloudflare's.
 */
const problemOf = remembered((sample: Sample): Problem | null => {
  const signed = field(sample, "cf-ray").split("-", 1)[0];
  if (!signed || !/^\s{0,8}\{/.test(sample.body)) return null;
  const problem = parseJson(problemSchema, sample.body);
  return problem?.ray_id === signed && problem.status === sample.status ? problem : null;
});

function wordOfProblem({ error_category: category, error_code: code }: Problem): GatewayWord {
  if (category === "cloudflare") return "gateway-fault";
  if (category === "ssl") return "misconfigured";
  // A 500 that Cloudflare lays at the site's door is the site's own.
  return (code === 500 ? undefined : wordOfCode(code)) ?? "passed-on";
}

function printedCode(sample: Sample): number | null {
  const problem = problemOf(sample);
  if (problem) return problem.error_code;
  const type = /^\d{3,4}$/.exec(field(sample, "cf-error-type"))?.[0];
  const text = /^error code: (\d{3,4})$/.exec(plainText(sample.body) ?? "")?.[1];
  const code = text ?? codeOnPage(sample.body) ?? type;
  return code === undefined ? null : Number(code);
}

function wordOf(sample: Sample): GatewayWord {
  const problem = problemOf(sample);
  if (problem) return wordOfProblem(problem);
  if (EDGE_TAIL.test(sample.body)) return "gateway-fault";
  // The connector of a tunnel answers, the service next to it does not.
  if (/Unable to reach the origin service/i.test(sample.body) && field(sample, "cf-ray")) return "origin-down";
  const guilty = /id="cf-(browser|cloudflare|host)-status"[^>]{0,200}\bcf-error-source\b/i.exec(sample.body)?.[1];
  if (guilty === "cloudflare") return "gateway-fault";
  const code = printedCode(sample);
  // Where neither a box nor a number accuses Cloudflare, a 500 is no word of its own.
  const byStatus = sample.status === 500 ? undefined : CODES[sample.status];
  if (code === null) return (BRANDED.test(sample.body) ? byStatus : undefined) ?? "passed-on";
  // A 500 whose box accuses the host is the origin's own.
  if (guilty === "host" && code === 500) return "passed-on";
  return wordOfCode(code) ?? byStatus ?? "passed-on";
}

export const cloudflare: GatewayFamily = {
  id: "cloudflare",
  products: ["Cloudflare"],
  describes: [500, 502, 504, 520, 521, 522, 523, 524, 525, 526],
  // Two minutes for an origin, less for its own faults. Source: as of the fields, and its table of the 1xxx.
  patience: 120,
  recognise(sample) {
    const word = wordOf(sample);
    const named = field(sample, "cf-ray") !== "" || /^cloudflare\b/i.test(field(sample, "server"));
    if (word === "passed-on" && !named) return null;
    const ray =
      /^[0-9a-f]{16}(?:-[A-Z]{3})?$/.exec(field(sample, "cf-ray"))?.[0] ??
      /Ray ID:? {0,4}(?:<strong[^>]{0,100}>)?([0-9a-f]{16})\b/.exec(sample.body)?.[1];
    const code = word === "passed-on" ? null : printedCode(sample);
    return {
      family: "cloudflare",
      product: "Cloudflare",
      word,
      side: "site",
      statusPage: "https://www.cloudflarestatus.com/",
      ...(ray !== undefined && { requestId: ray }),
      ...(code !== null && { detail: String(code) }),
      ...(problemOf(sample)?.owner_action_required && { ownerMustAct: true }),
    };
  },
};

/** Its codes each have a cause of their own at the origin. Source: its documentation of them. */
export const cloudflareNotes: FamilyNotes = {
  id: "cloudflare",
  entries: [
    { detail: /^520$/, say: ["owner_cloudflare_520", "owner_cloudflare_origin"] },
    { detail: /^521$/, say: ["owner_cloudflare_521"] },
    { detail: /^522$/, say: ["owner_cloudflare_522"] },
    { detail: /^523$/, say: ["owner_cloudflare_523"] },
    { detail: /^524$/, say: ["owner_cloudflare_524"] },
    { detail: /^525$/, say: ["owner_cloudflare_525"] },
    { detail: /^526$/, say: ["owner_cloudflare_526"] },
    { detail: /^530$/, say: ["owner_cloudflare_530"] },
    { detail: /^1000$/, say: ["owner_cloudflare_1000"] },
    { detail: /^1016$/, say: ["owner_cloudflare_1016"] },
    { detail: /^1033$/, say: ["owner_cloudflare_1033"] },
    { words: ["blocked"], say: ["owner_cloudflare_events"] },
    { words: ["switched-off"], say: ["owner_cloudflare_plan"] },
    { detail: /^10\d\d$/, say: ["owner_cloudflare_settings"] },
    { detail: /^11\d\d$/, say: ["owner_cloudflare_worker"] },
    { detail: /^1200$/, say: ["owner_cloudflare_1200"] },
    { words: ["gateway-fault"], say: ["owner_cloudflare_edge_by_id"] },
    // No code and yet a dead origin: the connector of a tunnel says so.
    { words: ["origin-down"], detail: /^$/, say: ["owner_cloudflare_tunnel"] },
    { say: ["owner_cloudflare_origin", "owner_cdn_past"] },
  ],
};
