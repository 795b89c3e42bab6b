import { expect, test } from "vitest";
import { openFault } from "../../lab/open-fault.ts";
import { readVerdict, readVerdictAfterReload } from "../../lab/popup-driver.ts";
import { useFirefox } from "../support/firefox-session.ts";
import { until } from "../support/firefox-until.ts";

const session = useFirefox({ granted: true });

test("Firefox opens no private window for Faultline, so the popup says how, and takes the answer as well", async () => {
  const { lab, firefox } = session;
  const fault = await lab.set("signed-in-outage");
  const page = await firefox.browser.newPage();
  await openFault(page, fault);
  const tab = await firefox.tabId(page);
  await until("the badge", async () => /^50[234]$/.test((await firefox.badge(tab)).text));
  const check = await firefox.openCheck(tab);
  const first = await readVerdict(check);
  if (first.side === "unsure") await readVerdictAfterReload(check);
  const windows = (await firefox.browser.pages()).length;
  await (await check.waitForSelector('[data-action="open-private-window"]'))?.click();
  await check.waitForSelector('[data-step="private-window"][data-state="by-hand"]');
  expect(await check.$eval(".question", (question) => question.textContent)).toContain("Ctrl+Shift+P");
  expect(await check.$eval(".address bdi", (address) => address.textContent)).toBe(fault.url);
  expect((await firefox.browser.pages()).length).toBe(windows);
  await (await check.waitForSelector('[data-answer="fails"]'))?.click();
  await check.waitForSelector('main[data-side="server"][data-cause="signed-in"]');
});
