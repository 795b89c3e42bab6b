import { isInside } from "../../core/http/compare-addresses.ts";
import { isOneShot } from "../../core/http/one-shot/one-shot.ts";
import { mayBeNamed } from "../../core/places/request.ts";
import { copyKey, type ShownCopy } from "../../core/places/saved-copy.ts";
import type { ClickEnd, RequestOf } from "../../core/protocol/protocol.ts";
import { archivedAddress } from "../../core/report/shareable-url.ts";
import { mayBeSent } from "../../platform/data-consent.ts";
import { readSettings } from "../../platform/settings.ts";
import { publish, published } from "../../platform/views.ts";
import { askArchive } from "../../probes/saved-copy.ts";
import { clickedOn } from "../incidents.ts";
import { shownIn } from "../tab-view.ts";

/** For which incident of each tab the archive is being asked; a second click does not ask twice. */
const underWay = new Map<number, string>();

/**
 * The user wants to know whether the archive has a copy of the failing page. Nobody is asked about a host that is named
 * to nobody, one that was reached in the user's own network, or where others may not be asked at all.
 */
export async function onAskArchive(click: RequestOf<"opinion/saved-copy">): Promise<ClickEnd> {
  const { tabId } = click;
  const incident = await clickedOn(click);
  if (typeof incident === "string") return incident;
  if (!(await readSettings()).remoteOpinions) return "not-done";
  if (!mayBeNamed(incident.url)) return;
  const { opinions } = await shownIn(tabId);
  const reached = opinions?.address.state === "ok" ? opinions.address.value.reached : null;
  if (isInside(reached)) return;
  if (!(await mayBeSent("saved-copy")) || underWay.get(tabId) === incident.id) return;
  underWay.set(tabId, incident.id);
  // Another page may be asked about meanwhile, or the tab be forgotten.
  const isWanted = () => underWay.get(tabId) === incident.id;
  const show = async (answer: ShownCopy["answer"]): Promise<void> => {
    if (isWanted()) await publish(copyKey(tabId), { incidentId: incident.id, answer } satisfies ShownCopy);
  };
  try {
    await show(null);
    await show(await askArchive(archivedAddress(incident.url, incident.method !== "POST" && !isOneShot(incident.url))));
  } finally {
    if (isWanted()) underWay.delete(tabId);
  }
}

/** Takes back what is shown as being asked for a tab while nobody asks: the worker that did is dead. */
export async function endLostCopy(tabId: number): Promise<void> {
  const shown = (await published(copyKey(tabId))) as ShownCopy | undefined;
  if (shown?.answer === null && !underWay.has(tabId)) await forgetCopy(tabId);
}

/** Forgets what the archive said of a tab's page, and what it may yet say. */
export function forgetCopy(tabId: number): Promise<void> {
  underWay.delete(tabId);
  return publish(copyKey(tabId), undefined);
}
