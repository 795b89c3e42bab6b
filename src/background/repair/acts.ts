import { suspects } from "../../core/repair/extensions.ts";
import { proxySetting } from "../../core/repair/proxy-setting.ts";
import { placeByHand } from "../../core/repair/repair.ts";
import { sharedDomain } from "../../core/repair/sent-cookies.ts";
import type { RepairStep } from "../../core/repair/view.ts";
import { isFirefox } from "../../platform/browser.ts";
import { deleteCookies, sentCookies } from "../../platform/cookies.ts";
import { installedExtensions, ownId } from "../../platform/extensions.ts";
import { proxySettings } from "../../platform/proxy.ts";
import { openTab } from "../../platform/tabs.ts";
import { failsAtProxy } from "../../probes/proxy-error.ts";
import { incidentOf, lastIncidentOf } from "../incidents.ts";
import { judgeAgain, loadUnjudged } from "./judge-again.ts";
import { removePageWorker } from "./page-worker.ts";
import type { Target } from "./target.ts";

type Done = Extract<RepairStep, { state: "done" }>;

/** What a repair shows before anything is changed. */
export async function look({ tabId, id, url }: Target, lacked: readonly string[]): Promise<RepairStep> {
  switch (id) {
    case "delete-cookies": {
      const cookies = await sentCookies(tabId, url);
      if (!cookies) return { state: "by-hand", why: "failed" };
      return { state: "counted", cookies: cookies.length, shared: sharedDomain(cookies), lacked };
    }
    case "forget-addresses": {
      const place = isFirefox ? null : placeByHand(id, "chromium", url);
      if (place !== null) await openTab(place);
      return { state: "by-hand", why: "only-by-hand" };
    }
    case "name-extensions":
      return {
        state: "extensions",
        found: suspects(await installedExtensions(), { own: ownId(), can: { touch: url } }),
      };
    case "name-proxy":
      return proxyOf(url);
    case "remove-page-worker":
      // Nothing is to be seen before it.
      return { state: "working", lacked };
  }
}

/** Which proxy the browser goes through, as far as it says, and whether one more request comes past it. */
async function proxyOf(url: string): Promise<RepairStep> {
  // The front page, for the page itself may have come from a form or work only once.
  const [dead, setting, setters] = await Promise.all([
    failsAtProxy(new URL("/", url).href),
    isFirefox ? proxySettings().then((raw) => proxySetting(raw, new URL(url).protocol)) : null,
    isFirefox ? null : installedExtensions().then((all) => suspects(all, { own: ownId(), can: "set-proxy" })),
  ]);
  return { state: "proxy", dead, setting, setters };
}

/** What was changed: how many cookies went, and whether it was the user who did it. */
type Changed = Pick<Done, "cookies" | "byHand">;

/** Changes what the repair is there to change; null where the browser does not let it. */
export async function change({ tabId, id, url }: Target): Promise<Changed | null> {
  const cookies = id === "delete-cookies" ? await deleteSent(tabId, url) : 0;
  const isDone = id === "remove-page-worker" ? await removePageWorker(tabId) : cookies !== null;
  return isDone ? { cookies: cookies ?? 0, byHand: false } : null;
}

/** Nothing is left to change, or the user has done it: loads the page once, and has it judged again. */
export async function loadAgain(
  { tabId, url }: Target,
  { cookies, byHand }: Changed = { cookies: 0, byHand: true },
): Promise<Done> {
  const incident = (await incidentOf(tabId)) ?? (await lastIncidentOf(tabId))?.incident;
  const end = incident?.url === url ? await judgeAgain(incident) : await loadUnjudged(tabId);
  return { state: "done", end, cookies, byHand };
}

/** Deletes what the page is sent, and says how many went; null where the browser shows no cookies of the tab. */
async function deleteSent(tabId: number, url: string): Promise<number | null> {
  const before = await sentCookies(tabId, url);
  if (!before) return null;
  await deleteCookies(url, before);
  const left = await sentCookies(tabId, url);
  return before.length - (left?.length ?? 0);
}
