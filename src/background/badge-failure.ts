import { message } from "../core/message.ts";
import { showBadge } from "../platform/badge.ts";
import { translate } from "../platform/i18n.ts";

/** Of a host's name in a badge's title: a proxy may know names that the DNS has no room for. */
const LONGEST_NAME = 255;

/** Shows on the tab's icon that the page in it fails with this status. */
export async function badgeFailure(tabId: number, url: string, status: number): Promise<void> {
  const host = new URL(url).host.slice(0, LONGEST_NAME);
  const title = translate(message("badge_failing", host, String(status)));
  await showBadge(tabId, { text: String(status), title, color: "failing" });
}
