import { isOneShot } from "../core/http/one-shot/one-shot.ts";
import type { Incident } from "../core/incident/incident.ts";
import { parseTold, STEPS } from "../core/incident/told.ts";
import type { RequestOf } from "../core/protocol/protocol.ts";
import { openPrivateWindow } from "../platform/windows.ts";
import { checkOf, lastCheck, showStep } from "./check/check-session.ts";
import { diagnose } from "./check/diagnosis.ts";
import { keepAnswer, keepBegun, toldOf } from "./check/told-steps.ts";
import { incidentOf } from "./incidents.ts";

/**
 * The user goes to do a step that only he can do. The private window is opened from here, for the popup closes
 * as soon as another window comes to the front; that the step has begun is kept, so that it asks when it opens.
 */
export async function onStepBegin({ tabId, step }: RequestOf<"step/begin">): Promise<undefined> {
  const incident = await incidentOf(tabId);
  const id = STEPS.find((known) => known === step);
  // What came from a form or works once is opened nowhere else, whoever asks.
  if (!incident || !id || incident.method === "POST" || isOneShot(incident.url)) return;
  const byHand = id === "private-window" && !(await openPrivateWindow(incident.url));
  await keepBegun(incident, { id, byHand });
  const told = await toldOf(incident);
  const check = await checkOf(incident);
  await (check ? check.hear(told) : showStep(incident, told.begun));
}

/**
 * What the user saw there. The check takes it in while its own answers still hold; after that everything is
 * asked anew, so that his answer stands beside others of the same minutes.
 */
export async function onTold(request: RequestOf<"check/told">): Promise<undefined> {
  const { tabId, step, answer } = request;
  const incident = await incidentOf(tabId);
  const id = STEPS.find((known) => known === step);
  const told = parseTold(step, answer);
  if (!incident || !id || (answer !== null && !told)) return;
  await keepAnswer(incident, id, told?.answer ?? null);
  const check = told ? await holding(incident) : await checkOf(incident);
  if (check) return check.hear(await toldOf(incident)).then(() => undefined);
  if (told) void diagnose(incident);
  else await showStep(incident, null);
}

/** The check that runs now, or has just ended. */
async function holding(incident: Incident) {
  const check = await checkOf(incident);
  return check?.isSuperseded === false ? check : lastCheck(incident);
}
