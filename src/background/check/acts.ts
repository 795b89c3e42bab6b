import type { Question, Reply } from "../../core/diagnosis/question.ts";
import type { Diagnosis } from "../../core/diagnosis/state.ts";
import { type ReloadOutcome, reloadOutcome } from "../../core/incident/reload.ts";
import { failsOnlyHere } from "../../core/retry/plan.ts";
import { anonymousGet } from "../../probes/anonymous-get.ts";
import { connectivity } from "../../probes/connectivity.ts";
import { inTurn } from "../../probes/origin-queue.ts";
import { pageContent } from "../../probes/page-content.ts";
import { sharedGet } from "../../probes/shared-get.ts";
import { throughPageWorker } from "../../probes/through-page-worker.ts";
import { retry } from "../retry/driver.ts";
import { planOf } from "../retry/plans.ts";
import { lastLook } from "../watch-reload.ts";
import { askStatusPages } from "./status-pages.ts";

/** Carries out what a check asks. */
export async function ask(question: Question, check: Diagnosis): Promise<Reply> {
  const { tabId } = check.incident;
  switch (question.of) {
    case "page":
      return { to: question.of, settled: await pageContent(tabId) };
    case "stranger":
    case "front-page":
      return { to: question.of, settled: await sharedGet(question.url) };
    case "repetition": {
      const { url, accept } = question;
      return { to: question.of, settled: await inTurn(url, () => anonymousGet(url, { accept })) };
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
  const look = lastLook(tabId, startedAt);
  return look && reloadOutcome(look, false);
}
