import { speaksOfMaintenance } from "../prose/maintenance/notice.ts";
import { proseOf } from "../prose/page/prose.ts";
import { remembered } from "../remembered.ts";
import { saysLookUpFailed, saysOtherUnreached, speaksOfSolving } from "./box-words.ts";
import { cleanDetail, type GatewayWord, type Recognition, type Sample } from "./gateway.ts";
import { namesHost } from "./names-host.ts";
import { statedReason } from "./stated-reason.ts";

/** A program's own page is short; what stands further down in a long one is the site's. */
const FIRST_SENTENCES = 12;

/**
 * The site as somebody speaks of it who is not the site: the reader's browser does so, and boxes between it and the site.
 * A site's own gateway speaks of its upstream, its backend or its origin.
 */
const THIRD_PERSON =
  /\b(?:the|this|that|requested|remote|destination|external) (?:web ?server|web ?site|site|url|web page|remote (?:host|server)|external server|destination|host)\b|\b(?:server|(?:web ?)?site|(?:web ?)?page) you (?:are|were) trying\b|\bproxy (?:server )?(?:could|can|is|was|failed|did)/;
/** What was asked for, as only somebody between it and the reader has words for: "this website" is what a site calls itself. */
const ASKED_FOR =
  /\b(?:requested|remote|destination|external) (?:web ?server|web ?site|server|site|url|web page|host|destination)\b|\b(?:server|(?:web ?)?site|(?:web ?)?page) you (?:are|were) trying\b/;
const NOT_REACHED =
  /could ?n(?:o|')t|can ?n?(?:o|')t|unable|failed|error occurred|did ?n(?:o|')t (?:respond|answer)|not respond|not be (?:reached|found|retrieved|displayed|accessed)/;
const OWN_SERVER = /\b(?:origin|upstream|back-?end)\b/;

/**
 * A program reports what became of a connection. Whoever says you, we or if advises, promises or supposes. Names of hosts
 * have such parts as well: `my-db.us-east-1.internal`.
 */
const ADDRESSES = /(?<![\w.-])(?:you|your|yours|we|us|our|ours|my|if|whether)(?![\w-]|\.\w)/;
/** What somebody is told to do: "verify error" is a program's, and so is a check that failed. */
const INSTRUCTS =
  /(?:^|[,;:–—] ?|\b(?:and|then|or|please|must|should) )(?:check|verify|make sure|ensure|confirm|find out|look up|flush|clear|compare) (?:that|the|this|these|its|their|whether|why|how|all|any|an?|it|for|dns)\b/;

/** A proxy that goes out through another one speaks of its own next hop, and has not asked the site. */
const NEXT_PROXY =
  /\b(?:parent|upstream|next(?:[ -]hop)?|chained|forward(?:ing)?) prox(?:y|ies)\b(?! (?:config|setting))/;
const IS_DEAD =
  /unreach|unavailable|not (?:available|respond|reach|connect)|could ?n(?:o|')t|can ?n?(?:o|')t|unable|fail|refused|\bdown\b|\bdead\b|time[ds]? ?out|no answer/;

/** How long somebody has waited, in a number. */
const MEASURED = /\bafter \d{1,7}(?:\.\d{1,3})? ?(?:ms|milliseconds?|s|secs?|seconds?|min|minutes?)\b/;

const FOUND = { family: "nameless", product: null, weak: true } as const;

const saidBy = remembered(({ body }: Sample): readonly string[] => {
  const { headings, sentences } = proseOf(body);
  // What is closed for work is not to be had either, and says why.
  return [...new Set([...headings, ...sentences.slice(0, FIRST_SENTENCES)])].filter(
    (text) => !speaksOfMaintenance(text) && !speaksOfSolving(text),
  );
});

/** What was read out of a page, by the host that was asked for it. */
const readBefore = remembered((_page: Sample) => new Map<string, Recognition | null>());

/**
 * What a page says of its reason whose writer nobody knows, by the words that all programs share. A writer that looked
 * for the very name that was asked for is a proxy on the user's way: in front of a site nobody looks for the site. Of
 * everybody else it is open whose it is. Null where the page states no reason.
 */
export function nameless(sample: Sample, host: string): Recognition | null {
  const known = readBefore(sample);
  const before = known.get(host);
  if (before !== undefined) return before;
  const fresh = read(sample, host);
  known.set(host, fresh);
  return fresh;
}

function read(sample: Sample, host: string): Recognition | null {
  const said = saidBy(sample);
  // Whoever names the host that was asked for speaks of this very request, to its reader or not.
  const reported = (text: string): GatewayWord | null =>
    (ADDRESSES.test(text) || INSTRUCTS.test(text)) && !namesHost(text, host) ? null : statedReason(text);
  const lookUps = said.filter(
    (text) => reported(text) === "name-not-found" || (namesHost(text, host) && saysLookUpFailed(text)),
  );
  const [lookUp] = lookUps;
  if (lookUp !== undefined) {
    const side = lookUps.some((text) => namesHost(text, host)) ? "user" : "either";
    return { ...FOUND, word: "name-not-found", side, ...detailOf(lookUp) };
  }
  const speaksOf = (site: RegExp, text: string): boolean =>
    (site.test(text) || namesHost(text, host)) && !OWN_SERVER.test(text);
  const cutOff = said.find((text) => NEXT_PROXY.test(text) && IS_DEAD.test(text) && !INSTRUCTS.test(text));
  if (cutOff !== undefined) return { ...FOUND, word: "own-upstream-dead", side: "either", ...detailOf(cutOff) };
  // A site calls other servers as well, its own among them, and takes their certificates to task.
  const distrusted = said.find((text) => statedReason(text) === "misconfigured" && speaksOf(ASKED_FOR, text));
  if (distrusted !== undefined) return { ...FOUND, word: "misconfigured", side: "user", ...detailOf(distrusted) };
  const speaksOfSite = said.find(
    (text) => (speaksOf(THIRD_PERSON, text) && NOT_REACHED.test(text)) || saysOtherUnreached(text),
  );
  if (speaksOfSite !== undefined && sample.scheme === "http") {
    return { ...FOUND, word: "unreached", side: "either", ...detailOf(speaksOfSite) };
  }
  // A title names in general what a sentence has measured.
  const measured = said.find((text) => reported(text) === "origin-slow" && MEASURED.test(text));
  const reason = measured ?? said.find((text) => reported(text) !== null);
  const word = reason === undefined ? null : reported(reason);
  // How full a site is stands in its words as well, and those say it of whoever wrote them.
  return reason === undefined || word === null || word === "overload"
    ? null
    : { ...FOUND, word, side: "either", ...detailOf(reason) };
}

const detailOf = (text: string): Pick<Recognition, "detail"> => {
  const detail = cleanDetail(text);
  return detail === undefined ? {} : { detail };
};
