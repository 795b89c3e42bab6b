import { isUpToDate } from "../core/diagnosis/state.ts";
import { isOneShot } from "../core/http/one-shot/one-shot.ts";
import type { Incident } from "../core/incident/incident.ts";
import { type BegunStep, parseTold, STEPS } from "../core/incident/told.ts";
import type { ClickEnd, RequestOf } from "../core/protocol/protocol.ts";
import { stateOf } from "../core/verdict/present.ts";
import { openPrivateWindow } from "../platform/windows.ts";
import { checks } from "./check/driver.ts";
import { keepAnswer, keepBegun, toldOf } from "./check/told-steps.ts";
import { orNotKept } from "./click-end.ts";
import { clickedOn } from "./incidents.ts";
import { showCheck, shownIn } from "./tab-view.ts";

/**
 * The user goes to do a step that only they can do. The private window is opened from here, for the popup closes
 * as soon as another window comes to the front; that the step has begun is kept, so that it asks when it opens.
 */
export const onStepBegin = (click: RequestOf<"step/begin">): Promise<ClickEnd> => orNotKept(beginStep(click));

async function beginStep({ step, ...click }: RequestOf<"step/begin">): Promise<ClickEnd> {
  const incident = await clickedOn(click);
  if (typeof incident === "string") return incident;
  const id = STEPS.find((known) => known === step);
  // What came from a form or works once is opened nowhere else, whoever asks.
  if (!id || incident.method === "POST" || isOneShot(incident.url)) return;
  const byHand = id === "private-window" && !(await openPrivateWindow(incident.url));
  await keepBegun(incident, { id, byHand });
  const told = await toldOf(incident);
  const check = await checks.of(incident);
  await (check ? checks.tell(check, { type: "told", told }) : showStep(incident, told.begun));
}

/**
 * What the user saw there. The check takes it in while its own answers still hold; after that everything is
 * asked anew, so that their answer stands beside others of the same minutes.
 */
export const onTold = (click: RequestOf<"check/told">): Promise<ClickEnd> => orNotKept(takeIn(click));

async function takeIn({ step, answer, ...click }: RequestOf<"check/told">): Promise<ClickEnd> {
  const incident = await clickedOn(click);
  if (typeof incident === "string") return incident;
  const id = STEPS.find((known) => known === step);
  const said = parseTold(step, answer);
  if (!id || (answer !== null && !said)) return;
  await keepAnswer(incident, id, said?.answer ?? null);
  const check = await checks.of(incident);
  if (check && (!said || isUpToDate(check, Date.now()))) {
    await checks.tell(check, { type: "told", told: await toldOf(incident) });
  } else if (said) checks.begin(incident);
  else await showStep(incident, null);
}

/**
 * Shows how far the user is with a step where only the view is left of the check: those of private windows, and the
 * oldest of many, end with their worker. The user's answer then begins a new one.
 */
async function showStep({ id, tabId }: Pick<Incident, "id" | "tabId">, begun: BegunStep | null): Promise<void> {
  const view = (await shownIn(tabId)).check;
  if (view?.incidentId !== id || !view.step) return;
  const step = { id: view.step.id, state: stateOf(view.step.id, { begun }) };
  await showCheck({ ...view, step });
}
