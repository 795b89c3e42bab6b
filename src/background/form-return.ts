/** The way back to a form that failed, and what was found there. Nothing is sent: the tab goes one page back in its history. */
import {
  type FieldsLook,
  type FormReturn,
  formReturn,
  returnKey,
  type ShownReturn,
} from "../core/incident/form-return.ts";
import type { ClickEnd, RequestOf } from "../core/protocol/protocol.ts";
import { pause } from "../platform/pause.ts";
import { getTab, goBack } from "../platform/tabs.ts";
import { publish, published } from "../platform/views.ts";
import { fieldsIn } from "../probes/form-fields.ts";
import { clickedOn } from "./incidents.ts";

const STEP_MS = 250;
/** Below the 30 s after which browsers stop an idle worker. */
const PATIENCE_MS = 20_000;
/** A page whose program makes its form, or fills it, may need so long once it is loaded. */
const SETTLING_MS = 2_000;

/** Tabs that are being led back: a second click would lead past the form. */
const underWay = new Set<number>();

/** The user wants back to the form whose sending failed. */
export async function onFormBack(click: RequestOf<"form/back">): Promise<ClickEnd> {
  const { tabId } = click;
  if (underWay.has(tabId)) return;
  underWay.add(tabId);
  try {
    const incident = await clickedOn(click);
    if (typeof incident === "string") return incident;
    if (incident.method !== "POST") return "too-late";
    await leadBack(tabId);
  } finally {
    underWay.delete(tabId);
  }
}

async function leadBack(tabId: number): Promise<void> {
  const before = await fieldsIn(tabId);
  const leftAt = Date.now();
  const failedAt = before === null || before === "error-page" ? null : before.beganAt;
  if (!(await goBack(tabId))) return show(tabId, { found: "nowhere", beganAt: failedAt });
  const look = await settled(tabId, failedAt);
  if (typeof look === "string") return show(tabId, { found: look, beganAt: null });
  return show(tabId, { found: formReturn(look, failedAt ?? leftAt), beganAt: look.beganAt });
}

async function show(tabId: number, shown: ShownReturn): Promise<undefined> {
  await publish(returnKey(tabId), shown);
}

/** Looks in a row at a page that tells nothing, after which it is taken for what the tab rests at. */
const RESTING = 6;

/** Looks until another document than the failing one stands in the tab with text in it, or has had the time to fill itself. */
async function settled(tabId: number, failedAt: number | null): Promise<FieldsLook | FormReturn> {
  // Not by the clock, which may be set back meanwhile.
  const end = performance.now() + PATIENCE_MS;
  let stood = 0;
  let loadedAt: number | null = null;
  while (performance.now() < end) {
    await pause(STEP_MS);
    const tab = await getTab(tabId);
    if (!tab) return "not-shown";
    const look = await fieldsIn(tabId);
    if (look === null || look === "error-page") {
      stood = tab.loading ? 0 : stood + 1;
      // The failing page may have been one of Chromium's own, too.
      if (stood >= RESTING) return look === null ? "not-shown" : failedAt === null ? "nowhere" : "asks-to-send";
      continue;
    }
    if (look.beganAt === failedAt) continue;
    if (look.hasText) return look;
    if (look.isLoaded) loadedAt ??= performance.now();
    if (loadedAt !== null && performance.now() - loadedAt >= SETTLING_MS) return look;
  }
  return "not-shown";
}

/**
 * A popup opens on a tab that has been led back. Of another page than the form's, and of text that is gone by now,
 * nothing is said any more.
 */
export async function refreshReturn(tabId: number): Promise<void> {
  const shown = (await published(returnKey(tabId))) as ShownReturn | undefined;
  if (!shown) return;
  const look = await fieldsIn(tabId);
  const page = look === "error-page" ? null : look;
  // Where nothing lies before the failing page, that stands there still, and it may be one of the browser's own.
  const isOwnPage = look === "error-page" && shown.found === "nowhere" && shown.beganAt === null;
  const isSame = isOwnPage || (page !== null && page.beganAt === shown.beganAt);
  const spokeOfText = shown.found === "as-left" || shown.found === "filled";
  // What the user has erased since was there all the same when they came.
  if (!isSame || (spokeOfText && !page?.hasText)) await forgetReturn(tabId);
}

/** Forgets what was found in a tab. */
export const forgetReturn = (tabId: number): Promise<void> => publish(returnKey(tabId), undefined);
