import { startChromium } from "../../e2e/support/chromium.ts";
import { behindProxy, chromiumArgs, chromiumRules, portTable } from "../browser-settings.ts";
import { builtExtension, launchInLab } from "../launch.ts";
import { SHOP } from "../names.ts";
import { writeExtension } from "../other-extensions.ts";
import { installQuietly, openPopup } from "../popup-driver.ts";
import { LOOPBACK } from "../ports.ts";
import type { Seat, SeatPlan } from "./seat.ts";

/** Where the user sits decides which places are asked. */
const TIME_ZONE = "Europe/Berlin";

function argsFor({ lab, certificate, proxy, astray, astrayAddress }: SeatPlan): readonly string[] {
  if (proxy !== null) return behindProxy(lab.chromiumArgs, proxy.port, proxy.past);
  if (astray === null) return lab.chromiumArgs;
  const { gatewayHttp, gatewayHttps } = astray.ports;
  const table = portTable({ ...lab.ports, gatewayHttp, gatewayHttps });
  const rules = chromiumRules(table);
  const reached = astrayAddress
    ? rules.replaceAll(`MAP ${SHOP}:443 ${LOOPBACK}:`, `MAP ${SHOP}:443 ${astrayAddress}:`)
    : rules;
  return chromiumArgs(reached, certificate.publicKeyHash);
}

/** Chromium on a screen of its own, where the browser's prompt has been answered with yes. */
async function takeGrantedSeat(plan: SeatPlan): Promise<Seat> {
  const chromium = await startChromium({ ...plan.lab, chromiumArgs: [...argsFor(plan)] }, { timeZone: TIME_ZONE });
  try {
    await chromium.grant();
    const { page } = await chromium.openTab();
    return { page, openPopup: () => chromium.clickIcon(page), close: () => chromium.close() };
  } catch (error) {
    await chromium.close();
    throw error;
  }
}

/** Chromium without any grant, unless the plan says so; the popup is opened by a click on the toolbar icon. */
export async function takeChromiumSeat(plan: SeatPlan): Promise<Seat> {
  if (plan.granted) return takeGrantedSeat(plan);
  const other = plan.otherExtension === null ? null : writeExtension(plan.otherExtension);
  const browser = await launchInLab({ ...plan.lab, chromiumArgs: argsFor(plan) }, plan.installed, {
    headless: true,
    env: { ...process.env, TZ: TIME_ZONE },
  });
  const close = async () => {
    await browser.close().catch(() => undefined);
    other?.remove();
  };
  try {
    if (other !== null) await browser.installExtension(other.folder);
    const extensionId = await installQuietly(browser, builtExtension("chromium"));
    const page = await browser.newPage();
    return { page, openPopup: () => openPopup(browser, page, extensionId), close };
  } catch (error) {
    await close();
    throw error;
  }
}
