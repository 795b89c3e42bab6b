/** The first verdict on a failure, without a check: by what automatic mode learns anyway. Nobody is asked for it. */
import { type FirstSignals, firstVerdict } from "../../core/diagnosis/first-verdict.ts";
import { type Answer, meaningOf } from "../../core/http/answer.ts";
import { notSent, type Settled } from "../../core/http/settled.ts";
import { type Incident, protectionOf } from "../../core/incident/incident.ts";
import type { RetryPlan } from "../../core/retry/plan.ts";
import { openPlansOf, type Plans } from "../../core/retry/plans.ts";
import { originOf } from "../../core/retry/turns.ts";
import { pageContent } from "../../probes/page-content.ts";
import { incidentOf } from "../incidents.ts";
import { planOf } from "../retry/plans.ts";
import { followCard, mayHaveCard } from "./cards.ts";
import { type Basis, keepVerdict, keptCard, saysMore } from "./kept-cards.ts";
import { forgetServed, keepServed } from "./served.ts";

/** A plan that asks within this time brings a stranger's answer, which is worth waiting for; milliseconds. */
const SOON_MS = 10_000;

/** Of a crowd of tabs the first few are judged with the one that asked; each other gets its card with its own turn. */
const MOST_SIBLINGS = 5;

/** No plan asks for this page, or not soon: the page itself has to do. Never rejects. */
export async function judgeWithoutAnswer(incident: Incident): Promise<void> {
  await quietly(async () => {
    const plan = await planOf(incident.tabId);
    const isSoon = plan?.state.name === "waiting" ? plan.state.due - Date.now() < SOON_MS : plan !== null;
    if (!isSoon) await judge(incident, "page", {});
    // What is known of the failure holds for the document that has come now.
    await followCard(incident.tabId);
  });
}

/**
 * A plan was answered: by that the failures in its tab, and in those of its siblings that show the same page, are
 * judged. Of another page of the site the answer says nothing, and its own turn may be long in coming. Never rejects.
 */
export async function judgeByAnswer(plan: RetryPlan, plans: Plans, tried: Settled<Answer>): Promise<void> {
  if (tried.state === "not-sent") return;
  if (leadsToLoad(plan, tried)) return keepServed(plan, tried);
  forgetServed(plan.id);
  await quietly(async () => {
    const siblings = openPlansOf(plans, originOf(plan)).filter(({ id }) => id !== plan.id);
    for (const { id, tabId, target } of [plan, ...siblings.slice(0, MOST_SIBLINGS)]) {
      const basis = target === plan.target ? "stranger" : "page";
      // A plan bears its incident's id. Most are judged by then, and all incidents lie in one store.
      const incident = saysMore(await keptCard(tabId), id, basis) ? await incidentOf(tabId) : null;
      const heard = incident && basis === "stranger" ? heardFor(incident, plan.target, tried) : null;
      if (incident) await judge(incident, heard ? basis : "page", heard ?? {});
    }
  });
}

/** A page that is served again is about to be loaded, which says more. */
const leadsToLoad = ({ touchesTab }: RetryPlan, tried: Settled<Answer>): boolean =>
  touchesTab && tried.state === "ok" && meaningOf(tried.value) === "works";

/**
 * A plan has loaded the tab, and it has failed again; `anonymous` is what strangers were served at the page before, if
 * that is why. Never rejects.
 */
export async function judgeAfterLoad(incident: Incident, anonymous: Settled<Answer> | null): Promise<void> {
  await quietly(() =>
    anonymous ? judge(incident, "stranger", { anonymous, reload: "fails" }) : judge(incident, "page", {}),
  );
}

/**
 * What a stranger was answered at this address, as evidence about a failure; null where the page is asked at another by
 * now. In the place of one that must not be asked for again its front page is.
 */
function heardFor(incident: Incident, asked: string, tried: Settled<Answer>): FirstSignals | null {
  if (protectionOf(incident) === "none") return asked === incident.url ? { anonymous: tried } : null;
  return asked === new URL("/", incident.url).href ? { anonymous: notSent("protected"), root: tried } : null;
}

async function judge(incident: Incident, basis: Basis, heard: FirstSignals): Promise<void> {
  const { id, tabId } = incident;
  if (!saysMore(await keptCard(tabId), id, basis) || !(await mayHaveCard(incident))) return;
  const page = await pageContent(tabId);
  await keepVerdict(tabId, basis, firstVerdict(incident, { ...heard, page }, Date.now()));
  await followCard(tabId);
}

const quietly = (work: () => Promise<void>): Promise<void> =>
  work().catch((error: unknown) => console.warn("Faultline: a first verdict was lost", error));
