import { type Message, message } from "../message.ts";
import type { Report } from "./report.ts";

/** One line stays one line, whatever a header held: a support desk must not be shown a forged row. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to be taken out.
const oneLine = (text: string): string => text.replace(/[\u0000-\u001f\u007f\u2028\u2029]+/g, " ").trim();

/**
 * The report as text for a support desk: facts first, among them what the user says of their own network, the judgement
 * after them. What is missed least comes last, for a mail takes the beginning alone of a long one: the checks, which the
 * verdict sums up, and the notes, which follow from it. Ends with a line break.
 */
export function textOf(report: Report, translate: (message: Message) => string, network = ""): string {
  const { incident, gateway, verdict } = report;
  const none = message("report_none");
  const line = (key: Parameters<typeof message>[0], ...args: (string | Message)[]): string =>
    oneLine(translate(message(key, ...args)));

  const address = incident.pathLeftOut ? message("report_address_cut", incident.url) : incident.url;
  const lines = [
    line("report_title", incident.finishedAt ?? incident.checkedAt),
    line(incident.about === "requests" ? "report_request" : "report_page", address),
    line("report_error", incident.status === null ? none : String(incident.status)),
    line("report_since", incident.since),
    ...(network === "" ? [] : [line("report_network", network)]),
    line("report_gateway", gateway.name ?? none),
    line("report_request_id", gateway.requestId ?? none),
  ];
  if (incident.retryAfter !== undefined) lines.push(line("report_retry_after", incident.retryAfter));
  if (gateway.detail !== undefined) lines.push(line("report_gateway_detail", gateway.detail));
  if (gateway.ownerMustAct) lines.push(line("report_owner_must_act"));
  if (gateway.hops !== undefined) lines.push(line("report_hops", gateway.hops.join(" > ")));
  if (gateway.statusPageUrl !== undefined) lines.push(line("report_gateway_status_page", gateway.statusPageUrl));
  if (gateway.protocol !== null) lines.push(line("report_protocol", gateway.protocol));
  if (gateway.waitedMs !== null) lines.push(line("report_waited", String(gateway.waitedMs)));
  if (incident.statusPageUrl !== null) lines.push(line("report_status_page", incident.statusPageUrl));

  lines.push("");
  if (verdict) {
    lines.push(line("report_verdict", verdict.headline, verdict.why));
    lines.push(line("report_cause", verdict.cause, verdict.side, verdict.confidence.toFixed(2)));
    if (verdict.alternatives.length > 0) lines.push(line("report_alternatives", verdict.alternatives.join(", ")));
  } else lines.push(line("report_no_verdict"));

  if (incident.answers.length > 0) {
    lines.push("", line("report_answers"));
    for (const { at, what, tookMs } of incident.answers) lines.push(`- ${at} ${oneLine(what)} (${tookMs} ms)`);
  }
  for (const { attempts } of report.retries) lines.push("", line("report_retries", String(attempts)));

  lines.push("", line("report_checks"));
  for (const { id, outcome, says } of report.checks) lines.push(`- ${id} (${outcome}): ${oneLine(says)}`);
  if (report.owner.length > 0) lines.push("", line("report_owner"));
  for (const note of report.owner) lines.push(`- ${oneLine(note)}`);
  return `${lines.join("\n")}\n`;
}
