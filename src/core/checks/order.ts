import { mostTellingFirst } from "../evidence/value-of-information.ts";
import { throughPageWorker } from "../incident/answer-source.ts";
import { nothingAsked, type Signals } from "../incident/signals.ts";
import { STEPS } from "../incident/told.ts";
import type { CheckId } from "./check.ts";
import { CHECKS, judge, type RegisteredCheck } from "./index.ts";

const USERS_STEPS: readonly CheckId[] = STEPS;

/**
 * The checks, the most telling first as things stood when the check began: rows keep their place while they fill. A
 * cache or a worker that took part comes before all; what is answered by then can tell no more. The user's own steps end
 * the list, cheapest first, as they meet them.
 */
export function orderOf({ incident, navigation }: Pick<Signals, "incident" | "navigation">): RegisteredCheck[] {
  const atStart = nothingAsked(incident, navigation);
  const findings = CHECKS.map((check) => ({ id: check.id, ...judge(check, atStart) }));
  const evidence = findings.flatMap((finding) => finding.evidence);
  const settled = new Set(findings.filter(({ outcome }) => outcome === "pass").map(({ id }) => id));
  const source = navigation?.source ?? "unknown";
  const rank = (id: CheckId): number => {
    const step = USERS_STEPS.indexOf(id);
    if (step >= 0) return 4 + step;
    // Others are asked only when the user says so.
    if (id === "vantage" || id === "address") return 2;
    if (settled.has(id)) return 3;
    const tookPart =
      (id === "cache" && source === "browser-cache") || (id === "page-worker" && throughPageWorker(source));
    return tookPart ? 0 : 1;
  };
  return mostTellingFirst(evidence, CHECKS).sort((a, b) => rank(a.id) - rank(b.id));
}
