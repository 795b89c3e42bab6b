import type { RequestOf } from "../core/protocol/protocol.ts";
import type { TabView } from "../core/protocol/tab-view.ts";
import { checks } from "./check/driver.ts";
import { endLostQuestion } from "./check/second-opinions.ts";
import { askGrantedStatusPage } from "./check/status-page-grants.ts";
import { whatStands } from "./standing/what-stands.ts";
import { sweep } from "./sweep.ts";
import { takeBackOpinions } from "./tab-view.ts";

type Open = RequestOf<"tab/open">;

/** The popup opened on a tab: says what stands there, and starts a check when it is failing. */
export async function onTabOpen(request: Open): Promise<TabView> {
  void sweep();
  void endLostQuestion(request.tabId).catch(() => undefined);
  const { view, incident, answer } = await whatStands(request.tabId);
  if (incident && !(await checks.has(incident))) void checks.begin(incident, { answer });
  else if (incident) void askGrantedStatusPage(incident.tabId);
  // A check that ended with the page's coming back stays: it says what it was.
  if (!incident && !(view.kind === "answered" && view.recovered && (await checks.broughtBack(request.tabId)))) {
    await checks.forget(request.tabId);
  }
  return view;
}

/** The user gave leave for the status page that is shown, and the popup outlived the browser's prompt. */
export async function onStatusPageGranted({ tabId }: RequestOf<"check/status-page-granted">): Promise<undefined> {
  if (Number.isInteger(tabId)) await askGrantedStatusPage(tabId);
}

/** The user wants to know it anew. */
export async function onCheckAgain(request: Open): Promise<TabView> {
  const { view, incident, answer } = await whatStands(request.tabId);
  await takeBackOpinions(request.tabId);
  if (incident) void checks.begin(incident, { answer });
  else await checks.forget(request.tabId);
  return view;
}
