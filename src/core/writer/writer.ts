import { foreignName } from "../foreign-text.ts";
import type { Recognition, Sample } from "../gateways/gateway.ts";
import { recognise } from "../gateways/index.ts";
import { nameless } from "../gateways/nameless.ts";
import { proxyError } from "../gateways/proxy-status.ts";
import { sampleOf, sampleOfPage } from "../gateways/sample-of.ts";
import type { Response } from "../http/answer.ts";
import { mayBeWorkersOwn } from "../incident/answer-source.ts";
import type { Signals } from "../incident/signals.ts";
import { isChecked } from "../incident/status.ts";

/** What shows who wrote the failing answer. */
export type WriterSignals = "incident" | "navigation" | "page" | "anonymous" | "described";

/** The status that the network gave the tab; null where it gave none, or the page's service worker may have made it up. */
export const statusInTab = ({ incident, navigation }: Pick<Signals, "incident" | "navigation">): number | null =>
  mayBeWorkersOwn(navigation) ? null : incident.status;

/** A stranger's answer, when it is a failure as well. */
export const failingResponse = (tried: Signals["anonymous"]): Response | null =>
  tried.state === "ok" && tried.value.kind === "response" && tried.value.status >= 500 ? tried.value : null;

/** Whether a stranger is given the tab's own failure or limit by its number. */
function meetsSame({ incident: { status }, anonymous }: Pick<Signals, "incident" | "anonymous">): boolean {
  const given = anonymous.state === "ok" && anonymous.value.kind === "response" ? anonymous.value.status : null;
  return given !== null && given === status && isChecked(given);
}

/**
 * The status that the tab met in the network: its own, or, where the page's service worker may have written the page, one
 * that a stranger is given as well, for most workers only hand on what they fetch. Null where the network may have given
 * none. A refusal or a test that strangers meet is the tab's if it bears this status; the words of a page that may be a
 * worker's are still nobody's.
 */
export function statusMet(signals: Pick<Signals, "incident" | "navigation" | "anonymous">): number | null {
  return statusInTab(signals) ?? (meetsSame(signals) ? signals.incident.status : null);
}

/** The status that the network gives for the page: to the tab, or else to a stranger; null where it gave neither a failure. */
export const networkStatus = (signals: Pick<Signals, "incident" | "navigation" | "anonymous">): number | null =>
  statusMet(signals) ?? failingResponse(signals.anonymous)?.status ?? null;

/**
 * The failing answers of the network at hand: the one in fields, which says most, the anonymous one with its headers, and
 * the tab's own document unless the page's service worker may have written that.
 */
export function samplesOf(signals: Pick<Signals, WriterSignals>): Sample[] {
  const { incident, page, anonymous, described } = signals;
  const samples: Sample[] = [];
  const answer = failingResponse(anonymous);
  if (described) samples.push(sampleOf(described, incident.url));
  if (answer) samples.push(sampleOf(answer, incident.url));
  const status = statusInTab(signals);
  if (page.state === "ok" && status !== null) samples.push(sampleOfPage(page.value, status, incident.url));
  return samples;
}

/** Families of boxes that stand at the user's end or may; a web server of one kind stands before many sites. */
const ON_THE_WAY: readonly string[] = ["squid", "traffic-server", "firewalls", "desktop-proxies"];

/** Whether a product by itself is a box on somebody's way: that the same one wrote two sites' pages then says where it stands. */
export const isBoxOnTheWay = ({ word, side, family }: Recognition): boolean =>
  word !== "passed-on" && (side === "user" || ON_THE_WAY.includes(family));

/** Services that stand before a great many sites, the addresses of browser makers among them. */
const BEFORE_MANY: readonly string[] = [
  ...["akamai", "app-hosts", "aws", "cdns", "cloudflare", "cloudfront", "edgeone", "fastly", "google", "heroku"],
  ...["hosted-sites", "imperva", "microsoft", "tunnels", "vercel"],
];

/** Whether one service may have been asked for two sites that have nothing in common, by the sites themselves. */
export const mayServeBoth = ({ side, family }: Recognition): boolean => side !== "user" && BEFORE_MANY.includes(family);

/**
 * Whether the failing page can have been written by a box on the user's way, over https by one that opens it: whoever is
 * not known to stand on the site's side can be. The page alone shows no more than that; something else than this site
 * must show that the box is there.
 */
export const mayBeUsersBox = (writer: Recognition | null): boolean => writer === null || writer.side !== "site";

/** A rule that refuses a probe need not refuse the person: it must be what the tab met as well. */
function writerOf(signals: Pick<Signals, WriterSignals>): Recognition | null {
  const samples = samplesOf(signals);
  const writer = recognise(samples);
  const status = statusMet(signals);
  if (writer?.word === "blocked") return recognise(samples.filter((sample) => sample.status === status));
  if (writer) return writer;
  const host = new URL(signals.incident.url).hostname;
  return samples.map((sample) => nameless(sample, host)).find((found) => found !== null) ?? null;
}

/**
 * The reason that stands in the very page which a gateway of the site's only passed on, as hearsay: nobody knows who wrote
 * it, the site's own program or another gateway behind this one. Null where the page may be a box's on the user's way.
 */
export function overheardReason(signals: Pick<Signals, WriterSignals>, writer: Recognition | null): Recognition | null {
  if (writer?.word !== "passed-on" || writer.side === "user") return null;
  const host = new URL(signals.incident.url).hostname;
  const passedOn = samplesOf(signals).filter(
    (sample) => (writer.side === "site" || sample.scheme === "https") && recognise([sample])?.family === writer.family,
  );
  const [reason] = passedOn.flatMap((sample) => nameless(sample, host) ?? []);
  return reason === undefined || reason.side === "user" ? null : { ...reason, side: "site" };
}

/**
 * Who wrote the failing answer, or null. An error that a hop reports in the standard's own words goes before
 * all that is read out of pages (RFC 9209).
 */
export function gatewayOf(signals: Pick<Signals, WriterSignals>): Recognition | null {
  const writer = writerOf(signals);
  const answer = failingResponse(signals.anonymous);
  const reported = answer && proxyError(answer.headers);
  const refusesProbe = reported?.word === "blocked" && answer?.status !== statusMet(signals);
  if (!reported || refusesProbe) return writer;
  return {
    family: "proxy-status",
    product: foreignName(reported.name),
    word: reported.word,
    side: "either",
    detail: reported.error,
    ...(writer?.requestId !== undefined && { requestId: writer.requestId }),
  };
}
