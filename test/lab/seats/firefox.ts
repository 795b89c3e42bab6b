import { startFirefox } from "../../e2e/support/firefox.ts";
import { until } from "../../e2e/support/firefox-until.ts";
import type { Seat, SeatPlan } from "./seat.ts";

/** The sentinel speaks at once; this is for pages that it has nothing to say of. */
const NOTICING_MS = 3_000;

/**
 * Firefox in automatic mode: its popup has no activeTab to look with, so everything is granted first, as
 * on the welcome page. The popup stands in a tab of its own, as users' scripts open it.
 */
export async function takeFirefoxSeat({ lab, astray }: SeatPlan): Promise<Seat> {
  // It learns its names from a lab's own SOCKS server, so astray it sees that lab as a whole.
  const firefox = await startFirefox(astray ?? lab);
  try {
    await firefox.grantAll();
    const page = await firefox.browser.newPage();
    return {
      page,
      async openPopup() {
        const tab = await firefox.tabId(page);
        const noticed = async () => /^\d{3}$/.test((await firefox.badge(tab)).text);
        await until("the badge", noticed, NOTICING_MS).catch(() => undefined);
        return firefox.openCheck(tab);
      },
      close: () => firefox.close(),
    };
  } catch (error) {
    await firefox.close();
    throw error;
  }
}
