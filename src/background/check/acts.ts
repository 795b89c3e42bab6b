import type { Question, Reply } from "../../core/diagnosis/question.ts";
import type { Diagnosis } from "../../core/diagnosis/state.ts";
import { notSent, type Settled } from "../../core/http/settled.ts";
import { type ReloadOutcome, reloadOutcome } from "../../core/incident/reload.ts";
import { failsOnlyHere } from "../../core/retry/plan.ts";
import { connectivity } from "../../probes/connectivity.ts";
import { pageContent } from "../../probes/page-content.ts";
import { getInTurn, type Leave, sharedGet } from "../../probes/shared-get.ts";
import { throughPageWorker } from "../../probes/through-page-worker.ts";
import { retry } from "../retry/driver.ts";
import { planOf } from "../retry/plans.ts";
import { planLook } from "../watch-reload.ts";
import { askStatusPages } from "./status-pages.ts";

/** Carries out what a check asks; its site only while there is leave for it. */
export async function ask(question: Question, check: Diagnosis, hasLeave: Leave): Promise<Reply> {
  const { tabId } = check.incident;
  switch (question.of) {
    case "page":
      return { to: question.of, settled: await pageContent(tabId) };
    case "stranger":
    case "front-page":
      return { to: question.of, settled: await whileLeft(sharedGet(question.url, hasLeave), hasLeave) };
    case "repetition": {
      const { url, accept } = question;
      return { to: question.of, settled: await whileLeft(getInTurn(url, hasLeave, { accept }), hasLeave) };
    }
    case "page-worker":
      return { to: question.of, settled: await throughPageWorker(tabId, question.url) };
    case "way-out":
      return { to: question.of, settled: await connectivity(check.incident.url) };
    case "status-pages":
      return { to: question.of, answers: await askStatusPages(check.signals, question.granted) };
    case "plan":
      return { to: question.of, reload: await askPlan(check, question) };
  }
}

/** What became of a request; one that failed as leave was taken back proves nothing, for the browser withholds its answer. */
async function whileLeft<T>(asked: Promise<Settled<T>>, hasLeave: Leave): Promise<Settled<T>> {
  const settled = await asked;
  return settled.state === "failed" && !(await hasLeave()) ? notSent("forbidden") : settled;
}

/** What a plan that watches the tab makes of the answers to strangers, if it loads the tab for them; else null. */
async function askPlan(
  { incident: { tabId }, startedAt }: Diagnosis,
  { meaning, times }: Extract<Question, { of: "plan" }>,
): Promise<ReloadOutcome | null> {
  const plan = await planOf(tabId);
  if (!plan) return null;
  // The plan has tried it a moment ago: strangers were served, and the tab failed.
  if (meaning === "works" && failsOnlyHere(plan, Date.now())) return "fails";
  await retry.tell(tabId, { type: "heard", meaning, times });
  // A load that it has begun before says the same, and may be under way.
  const look = await planLook(tabId, startedAt);
  return look && reloadOutcome(look, false);
}
