import { pageUrl, webPage } from "../../core/incident/incident.ts";
import { isChecked } from "../../core/incident/status.ts";
import { isFirefox } from "../../platform/browser.ts";
import { hasSite, originPattern } from "../../platform/permissions.ts";
import { getTab } from "../../platform/tabs.ts";
import { tabNavigation } from "../../probes/tab-look.ts";
import { endIncident } from "../incidents.ts";
import { answeredPage, isChallenged } from "./answered-page.ts";
import { clickedIncident } from "./clicked-incident.ts";
import { type Found, failing, plain } from "./found.ts";
import { hiddenPage, silentPage } from "./hidden-page.ts";

/** A tab that has moved on each time while its site was asked is left alone. */
const MOST_LOOKS = 3;

/** Looks at what stands in a tab, with the leave that the user's click gives. */
export async function whatStands(tabId: number): Promise<Found> {
  for (let looks = 0; looks < MOST_LOOKS; looks++) {
    const found = await look(tabId);
    if (found) return found;
  }
  return plain({ kind: "unreadable" });
}

/** One look; null where the tab has moved on before it came to an end. */
async function look(tabId: number): Promise<Found | null> {
  const tab = Number.isInteger(tabId) ? await getTab(tabId) : null;
  const url = pageUrl(tab?.url ?? undefined);
  if (!tab || !url) return plain({ kind: webPage(tab?.url ?? undefined) ? "too-long" : "unreadable" });
  const { host } = new URL(url);
  const navigation = await tabNavigation(tabId);
  if (navigation === "silent") return silentPage(tab, url);
  if (!navigation || navigation === "error-page" || navigation.status === 0) return hiddenPage(tab, url, navigation);
  if (await isChallenged(tabId, navigation.status)) {
    await endIncident(tabId, "left");
    return plain({ kind: "challenge", host, status: navigation.status });
  }
  if (!isChecked(navigation.status)) return answeredPage(tab, url, navigation);
  if (isFirefox && !(await hasSite(url))) return plain({ kind: "needs-grant", host, origin: originPattern(url) });
  return failing(await clickedIncident(tab, url, navigation.status, navigation));
}
