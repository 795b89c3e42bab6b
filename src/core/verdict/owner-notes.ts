import type { GatewayWord } from "../gateways/gateway.ts";
import { type NoteFacts, type OwnerKey, type Saying, sayingsOf } from "../gateways/note.ts";
import { FAMILY_NOTES, VISITORS_BOXES } from "../gateways/notes.ts";
import { fitsId } from "../gateways/request-id.ts";
import { type Message, message } from "../message.ts";
import { isMoment } from "../moment.ts";
import { BY_CAUSE, isOwned, isServerCause, type OwnedCause } from "./owner-causes.ts";

/** More would not be read. */
const AT_MOST = 4;
/** A shorter wait hints at no timeout, in milliseconds. */
const LONG_WAIT = 1_000;

/** The causes that a gateway's word speaks of, likeliest first; on the others its notes come second. */
const SPEAKS_OF: Readonly<Record<GatewayWord, readonly OwnedCause[]>> = {
  "origin-down": ["origin-down"],
  "origin-slow": ["origin-slow"],
  "origin-invalid": ["origin-invalid"],
  "no-valid-answer": ["origin-down", "origin-invalid", "origin-slow"],
  unreached: ["origin-down", "origin-slow", "misconfigured"],
  "name-not-found": ["misconfigured"],
  overload: ["overload"],
  "switched-off": ["switched-off"],
  unavailable: ["overload", "origin-down"],
  maintenance: ["maintenance"],
  misconfigured: ["misconfigured"],
  "gateway-fault": ["gateway-fault"],
  "own-upstream-dead": ["misconfigured", "origin-down"],
  blocked: ["blocked-address"],
  "passed-on": [],
};

/** Causes in which the gateway only tells what the visitor's browser or its own limit made of it. */
const WITHOUT_GATEWAY: ReadonlySet<OwnedCause> = new Set(["cookies", "stale-cache", "page-worker"]);

const waysOf = (saying: Saying): readonly OwnerKey[] => (typeof saying === "string" ? [saying] : saying);

/** What a gateway's own notes on the same cause say more precisely. */
const REPEATED: ReadonlySet<OwnerKey> = new Set([
  "owner_origin_slow_compare",
  "owner_misconfigured_dns",
  "owner_misconfigured_tls",
]);

const withoutRepeats = (saying: Saying): Saying => waysOf(saying).filter((key) => !REPEATED.has(key));

const BY_STATUS: Partial<Record<number, OwnedCause>> = { 502: "origin-down", 503: "overload", 504: "origin-slow" };

/** On the user's own machine the question is what the gateway there complains of. */
function causeAtHome({ word, alternatives, status }: NoteFacts): OwnedCause | null {
  const named = word === null ? undefined : SPEAKS_OF[word][0];
  // A page that was passed on came from the program itself, which is up.
  if (named || word === "passed-on") return named ?? null;
  return alternatives.find(isServerCause) ?? (status === null ? null : (BY_STATUS[status] ?? null));
}

const saysAll = ({ family }: NoteFacts): boolean => FAMILY_NOTES.some(({ id, enough }) => id === family && enough);

function ofGateway(facts: NoteFacts): readonly Saying[] {
  const { family, word } = facts;
  if (family === null || VISITORS_BOXES.includes(family)) return [];
  const own = FAMILY_NOTES.find(({ id }) => id === family);
  return (own && sayingsOf(own, facts)) ?? (word === "passed-on" ? ["owner_passed_on"] : []);
}

function sayings(facts: NoteFacts): readonly Saying[] {
  const home = facts.cause === "own-machine";
  const cause = home ? causeAtHome(facts) : facts.cause;
  const generic = cause !== null && isOwned(cause) ? BY_CAUSE[cause] : [];
  const gateway = ofGateway(facts);
  const terminal: readonly Saying[] = home && gateway.length === 0 ? ["owner_own_machine_terminal"] : [];
  if (cause === null) return [...gateway, ...terminal];
  if (!isOwned(cause)) return [];
  if (WITHOUT_GATEWAY.has(cause)) return generic;
  const speaksOfIt = facts.word !== null && SPEAKS_OF[facts.word].includes(cause);
  const remaining = gateway.length > 0 ? (saysAll(facts) ? [] : generic.map(withoutRepeats)) : generic;
  // Who sits at the server itself sees whether the program runs sooner than any log.
  if (speaksOfIt && !home) return [...gateway, ...remaining];
  return [...terminal, ...generic.slice(0, 1), ...gateway.slice(0, 2), ...generic.slice(1)];
}

/** `14:02:11 UTC`: logs may be kept in any zone, so the zone is named. */
const timeOf = (at: number): string | Message =>
  isMoment(at) ? `${new Date(at).toISOString().slice(11, 19)} UTC` : message("report_none");

/**
 * What whoever runs the site should look at first, at most four sentences, the most specific first: where to
 * look, for which line, and what to compare. Empty where the site's owner can do nothing about the cause.
 * All of them get the same arguments: time, product, request id, detail and seconds waited. Pure.
 */
export function ownerNotes(facts: NoteFacts): readonly Message[] {
  const { product, requestId, detail, waited } = facts;
  const canSay = (key: OwnerKey): boolean =>
    fitsId(key, requestId) && (!key.endsWith("_waited") || (waited !== null && waited >= LONG_WAIT));
  const said = sayings(facts);
  const keys = (said.length > 0 ? [...said, "owner_id_by_id" as const] : [])
    .map((saying) => waysOf(saying).find(canSay))
    .filter((key) => key !== undefined);
  const args = [
    timeOf(facts.since),
    product ?? message("gateway_unnamed"),
    requestId ?? "",
    detail ?? "",
    ((waited ?? 0) / 1_000).toFixed(1),
  ];
  // An id that a note quotes already needs no second mention.
  const quoted = keys.filter((key) => key.endsWith("_by_id"))[0];
  const needed = keys.filter((key) => key !== "owner_id_by_id" || key === quoted);
  return [...new Set(needed)].slice(0, AT_MOST).map((key) => message(key, ...args));
}
