import type { GatewayWord, Recognition, Sample } from "../gateways/gateway.ts";
import { recognise } from "../gateways/index.ts";
import { type Answer, isChallenge } from "../signals/answer.ts";
import type { Signals } from "../signals/signals.ts";
import { type Message, message } from "../texts/message.ts";
import type { EvidenceId } from "../verdict/weights.ts";
import type { Check } from "./check.ts";

type Needs = "incident" | "page" | "anonymous";

const SAYS = {
  "origin-down": "says-origin-down",
  "origin-slow": "says-origin-slow",
  "origin-invalid": "says-origin-invalid",
  "no-valid-answer": "says-no-valid-answer",
  overload: "says-overload",
  unavailable: "says-unavailable",
  misconfigured: "says-misconfigured",
  "gateway-fault": "says-gateway-fault",
} as const satisfies Partial<Record<GatewayWord, EvidenceId>>;

const TEXTS = {
  "origin-down": "check_gateway_origin_down",
  "origin-slow": "check_gateway_origin_slow",
  "origin-invalid": "check_gateway_origin_invalid",
  "no-valid-answer": "check_gateway_no_valid_answer",
  overload: "check_gateway_overload",
  unavailable: "check_gateway_unavailable",
  misconfigured: "check_gateway_misconfigured",
  "gateway-fault": "check_gateway_fault",
} as const;

/** "Maintenance" in the larger languages of the web; a word of the page's own, so it needs a 503 as well. */
const MAINTENANCE =
  /maintenance|wartung|mantenimiento|manuten[cç][aã]o|manutenzione|onderhoud|konserwac|техническ|обслуживани|メンテナンス|维护|維護|점검/i;

/** The failing answers at hand: the anonymous one with its headers, and the tab's own document. */
export function samplesOf({ incident, page, anonymous }: Pick<Signals, Needs>): Sample[] {
  const samples: Sample[] = [];
  if (anonymous.state === "ok" && anonymous.value.kind === "response" && anonymous.value.status >= 500) {
    samples.push(anonymous.value);
  }
  if (page.state === "ok" && incident.status !== null) {
    samples.push({ status: incident.status, headers: [], body: page.value.html });
  }
  return samples;
}

/** Who wrote the failing answer, or null. */
export const gatewayOf = (signals: Pick<Signals, Needs>): Recognition | null => recognise(samplesOf(signals));

function byStatus(status: number | null): EvidenceId[] {
  if (status === null) return [];
  if (status === 502) return ["status-502"];
  if (status === 503) return ["status-503"];
  if (status === 504) return ["status-504"];
  return ["status-other"];
}

/** Servers test a probe where they let a person pass: only a challenge with the tab's own status is the tab's as well. */
const challengesTab = (answer: Answer, status: number | null): boolean =>
  answer.kind === "response" && answer.status === status && isChallenge(answer);

/** Who wrote the failing answer, and what does it say of the cause? */
export const gateway: Check<Needs> = {
  id: "gateway",
  requires: ["incident", "page", "anonymous"],
  judge(signals) {
    const { incident, anonymous } = signals;
    const samples = samplesOf(signals);
    const evidence: EvidenceId[] = byStatus(incident.status);
    if (anonymous.state === "ok" && challengesTab(anonymous.value, incident.status)) evidence.push("challenge-page");
    const writer = recognise(samples);
    // Apache's stock page for a dead backend speaks of "maintenance downtime" too: a gateway that names a cause is believed.
    const mayAnnounce = writer === null || writer.word === "passed-on" || writer.word === "unavailable";
    const announced = mayAnnounce && samples.some(({ status, body }) => status === 503 && MAINTENANCE.test(body));
    if (announced) evidence.push("announces-maintenance");

    let says: Message = message("check_gateway_unknown");
    if (writer && writer.word === "passed-on") says = message("check_gateway_passed_on", writer.product);
    else if (writer) says = message(TEXTS[writer.word as keyof typeof TEXTS], writer.product);
    if (announced) says = message("check_gateway_maintenance");
    const named = writer ? SAYS[writer.word as keyof typeof SAYS] : undefined;
    if (named) evidence.push(named);
    return { outcome: writer || announced ? "fail" : "inconclusive", says, evidence };
  },
};
