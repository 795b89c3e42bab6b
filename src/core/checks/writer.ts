import { foreignName } from "../foreign-text.ts";
import type { Recognition, Sample } from "../gateways/gateway.ts";
import { recognise } from "../gateways/index.ts";
import { proxyError } from "../gateways/proxy-status.ts";
import { sampleOf, sampleOfPage } from "../gateways/sample-of.ts";
import type { Response } from "../http/answer.ts";
import type { Signals } from "../incident/signals.ts";

/** What shows who wrote the failing answer. */
export type WriterSignals = "incident" | "page" | "anonymous";

/** The stranger's answer, when it is the failure as well. */
export const failingResponse = (anonymous: Signals["anonymous"]): Response | null =>
  anonymous.state === "ok" && anonymous.value.kind === "response" && anonymous.value.status >= 500
    ? anonymous.value
    : null;

/** The failing answers at hand: the anonymous one with its headers, and the tab's own document. */
export function samplesOf({ incident, page, anonymous }: Pick<Signals, WriterSignals>): Sample[] {
  const samples: Sample[] = [];
  const answer = failingResponse(anonymous);
  if (answer) samples.push(sampleOf(answer, incident.url));
  if (page.state === "ok" && incident.status !== null) {
    samples.push(sampleOfPage(page.value, incident.status, incident.url));
  }
  return samples;
}

/** Families of boxes that stand at the user's end or may; a web server of one kind stands before many sites. */
const ON_THE_WAY: readonly string[] = ["squid", "traffic-server", "firewalls", "desktop-proxies"];

/**
 * Whether what the answer names as its writer can be a box on the user's way. That is all an answer shows, for any
 * site can use a product's words: that the box is there, something else than this site must show.
 */
export const mayBeUsersBox = (writer: Recognition | null): writer is Recognition =>
  writer !== null && writer.word !== "passed-on" && (writer.side === "user" || ON_THE_WAY.includes(writer.family));

/** A rule that refuses a probe need not refuse the person: it must be the tab's own answer as well. */
function writerOf(signals: Pick<Signals, WriterSignals>): Recognition | null {
  const samples = samplesOf(signals);
  const writer = recognise(samples);
  const { status } = signals.incident;
  return writer?.word === "blocked" ? recognise(samples.filter((sample) => sample.status === status)) : writer;
}

/**
 * Who wrote the failing answer, or null. An error that a hop reports in the standard's own words goes before
 * all that is read out of pages (RFC 9209).
 */
export function gatewayOf(signals: Pick<Signals, WriterSignals>): Recognition | null {
  const writer = writerOf(signals);
  const answer = failingResponse(signals.anonymous);
  const reported = answer && proxyError(answer.headers);
  const refusesProbe = reported?.word === "blocked" && answer?.status !== signals.incident.status;
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
