/**
 * Requests that fail in a page that loaded, told live on sites where the user has switched that on. The script stands in
 * those sites' pages alone, so that no other page runs it and none wakes the worker: a listener to requests would hear
 * of each that such a site makes, for there is no filter by status.
 */
import * as v from "valibot";
import { lazily } from "../core/lazily.ts";
import { message } from "../core/message.ts";
import type { ClickEnd, RequestOf } from "../core/protocol/protocol.ts";
import { canBeLive, MOST_LIVE_PARTS } from "../core/settings/live-parts.ts";
import { badgeText, showBadge } from "../platform/badge.ts";
import { translate } from "../platform/i18n.ts";
import { registerLiveParts, startLiveParts } from "../platform/live-parts.ts";
import type { Sender } from "../platform/messages.ts";
import { registrableDomains } from "../platform/registrable-domain.ts";
import { changeSetting, readSettings } from "../platform/settings.ts";
import { getTab } from "../platform/tabs.ts";
import { orNotKept } from "./click-end.ts";

const wordSchema = lazily(() =>
  v.object({
    origin: v.pipe(v.string(), v.maxLength(300), v.url()),
    status: v.pipe(v.number(), v.integer(), v.minValue(500), v.maxValue(599)),
  }),
);

/** Has the script stand where the settings want it. Safe to call at any time. */
export const setUpLiveParts = (): Promise<void> => registerLiveParts(async () => (await readSettings()).liveParts);

/** The user wants to be told of the failing requests of a host's pages, or no more. Of a private window no host is kept. */
export const onPartsWatch = (click: RequestOf<"parts/watch">): Promise<ClickEnd> => orNotKept(watchParts(click));

async function watchParts({ host, on, tabId }: RequestOf<"parts/watch">): Promise<undefined> {
  if (typeof host !== "string" || !canBeLive(host)) return;
  const tab = on === true && Number.isInteger(tabId) ? await getTab(tabId) : null;
  if (tab?.private) return;
  await changeSetting("liveParts", (now) => {
    const others = now.filter((one) => one !== host);
    const hosts = on === true ? [...others, host].slice(-MOST_LIVE_PARTS) : others;
    return hosts.length > 0 ? hosts : undefined;
  });
  await setUpLiveParts();
  // The page that stands there is of that host: what failed in it before counts.
  if (tab?.url && new URL(tab.url).hostname === host) await startLiveParts(tab.id);
}

/** A page says that requests of it to one origin have failed twice. Only its own site counts, and only a mark comes of it. */
export async function onPartsFailed(request: RequestOf<"page/parts-failed">, sender: Sender): Promise<undefined> {
  const word = v.safeParse(wordSchema(), request);
  if (!word.success || sender.from !== "page" || sender.private) return;
  const { origin, status } = word.output;
  const page = new URL(sender.url);
  if (!(await readSettings()).liveParts.includes(page.hostname) || !(await isSameSite(page.href, origin))) return;
  // While the worker woke, the tab may have gone to another site.
  const shown = await getTab(sender.tabId);
  if (!shown?.url || new URL(shown.url).hostname !== page.hostname) return;
  // A mark that says more stands there already.
  if ((await badgeText(sender.tabId)) !== "") return;
  const title = translate(message("badge_parts", new URL(origin).host, String(status)));
  await showBadge(sender.tabId, { text: "!", title, color: "failing" });
}

async function isSameSite(page: string, origin: string): Promise<boolean> {
  if (new URL(page).hostname === new URL(origin).hostname) return true;
  const domainOf = await registrableDomains();
  const domain = domainOf(page);
  return domain !== null && domain === domainOf(origin);
}
