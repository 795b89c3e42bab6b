import type { Answer } from "../http/answer.ts";
import { notSent, type Settled } from "../http/settled.ts";
import { type Incident, standsInTab } from "../incident/incident.ts";
import type { Signals } from "../incident/signals.ts";
import { isLimited } from "../incident/status.ts";
import type { Diagnosis } from "./state.ts";

/**
 * How much a site may be asked. `all`: six requests. `front-page`: that alone, for the page came from a form, or its
 * address works once. `once`: one page and nothing more, for the site says that it was asked too often.
 */
type Allowance = "all" | "front-page" | "once";

function allowanceFor({ status }: Pick<Incident, "status">, isProtected: boolean): Allowance {
  if (isLimited(status)) return "once";
  return isProtected ? "front-page" : "all";
}

/** How much the site of a check may be asked. */
export const allowanceOf = ({ incident, signals }: Pick<Diagnosis, "incident" | "signals">): Allowance =>
  allowanceFor(incident, signals.incident.protected);

/** What a check knows before it asks, for it may not ask that; `answer` is what a limited site has just said. */
export function settledFromTheStart(
  incident: Incident,
  isProtected: boolean,
  answer: Settled<Answer> | null,
): Partial<Signals> {
  const allowance = allowanceFor(incident, isProtected);
  // A page that loaded says nothing about the failure of a request, and of an address without a tab there is none.
  const page = standsInTab(incident) ? {} : { page: notSent("not-needed") };
  if (allowance === "all") return page;
  const anonymous = isProtected ? notSent("protected") : answer;
  const settled = { ...page, ...(anonymous && { anonymous }), retries: [], throughPageWorker: [] };
  return allowance === "once" ? { ...settled, root: notSent("not-needed") } : settled;
}

/** Whether the site has answered a stranger, and may be asked more. */
export const mayGoOn = (check: Diagnosis): boolean => allowanceOf(check) === "all" && check.known.has("anonymous");
