import type { Recognition } from "../gateways/gateway.ts";
import { recognise } from "../gateways/index.ts";
import { sampleOf } from "../gateways/sample-of.ts";
import type { Response } from "../http/answer.ts";
import { combined, type HeaderList } from "../http/fields.ts";
import { parseVia } from "../http/via.ts";
import type { Signals } from "../incident/signals.ts";
import { likenessOf } from "../prose/same-page.ts";
import { type ComparedPage, comparedPage, failingPage, leadTogether, letsSiteThrough } from "./compared-page.ts";
import { gatewayOf, isBoxOnTheWay, mayServeBoth, type WriterSignals } from "./writer.ts";

/**
 * What the failing page shares with the answer that came in place of an unrelated site's:
 * - `writer`: what one writer alone has, be it known by name or not.
 * - `bare`: a status and next to no words, as two programs that know nothing of each other write them.
 * - `hop`: a proxy that signed both answers on their way, whoever wrote them.
 * - `lead`: a third host that both send their reader to, in two errors of different kinds.
 */
export type Shared =
  | { readonly by: "writer"; readonly product: string | null }
  | { readonly by: "bare" | "hop" | "lead" };

/** The software that an answer says it was sent by, without its version. */
const serverOf = (headers: HeaderList): string =>
  combined(headers, "server")
    .toLowerCase()
    .replace(/[\d./]+/g, "");

/** Two answers that name two servers have two writers, however little they say. */
function namesOther(here: ComparedPage, there: ComparedPage): boolean {
  const [one, other] = [serverOf(here.headers), serverOf(there.headers)];
  return one !== "" && other !== "" && one !== other;
}

/** The proxies that signed an answer by name; a pseudonym is that of every copy of a program (RFC 9110 section 7.6.3). */
const namedHops = ({ headers }: ComparedPage): readonly string[] =>
  parseVia(headers)
    .map(({ by }) => by.toLowerCase())
    .filter((by) => /[.:]/.test(by));

function sharesHop(here: ComparedPage, there: ComparedPage): boolean {
  const hops = namedHops(here);
  return namedHops(there).some((by) => hops.includes(by));
}

/** One product wrote both that is a box on somebody's way: its pages differ by what it has met. */
function isSameBox(here: Recognition | null, there: Recognition | null): boolean {
  if (!here || !isBoxOnTheWay(here) || !there || there.word === "passed-on") return false;
  // A rule of the box's against the other address says nothing of the way to this one.
  if ((here.word === "blocked") !== (there.word === "blocked")) return false;
  return here.product !== null && here.product === there.product;
}

/**
 * What the failing page shares with an error in an unrelated site's place; null where that is nothing. Between two
 * sites that have nothing in common only what stands on the user's way can write the same, except for a service that
 * both have asked to stand before them, and for what says so little that two may well have written it.
 */
export function sharedWith(signals: Pick<Signals, WriterSignals | "root">, impostorAnswer: Response): Shared | null {
  const here = failingPage(signals);
  const there = comparedPage(impostorAnswer);
  // What answers over plain http alone is no witness against what came over https.
  const [pageScheme, scheme] = [new URL(signals.incident.url).protocol, new URL(impostorAnswer.url).protocol];
  if (!here || (pageScheme === "https:" && scheme === "http:")) return null;
  if (letsSiteThrough(signals, impostorAnswer) || namesOther(here, there)) return null;
  const [writer, other] = [gatewayOf(signals), recognise([sampleOf(impostorAnswer, impostorAnswer.url)])];
  if ([writer, other].some((one) => one && mayServeBoth(one))) return null;
  const product = writer && writer.word !== "passed-on" ? writer.product : null;
  if (isSameBox(writer, other)) return { by: "writer", product };
  const likeness = likenessOf(here, there);
  const hop = sharesHop(here, there);
  if (likeness === "page" || (likeness !== null && hop)) return { by: "writer", product };
  if (leadTogether(here, there)) return here.status === there.status ? { by: "writer", product } : { by: "lead" };
  if (likeness === null || pageScheme !== scheme) return hop ? { by: "hop" } : null;
  // Over plain http, where a program's name at the foot is one word more.
  const isNamed = product !== null && product === other?.product && scheme === "http:";
  return isNamed ? { by: "writer", product } : { by: "bare" };
}
