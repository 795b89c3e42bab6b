import { expect, test } from "vitest";
import { openFault } from "../../lab/open-fault.ts";
import { useFirefox } from "../support/firefox-session.ts";
import { until } from "../support/firefox-until.ts";
import { leaveAlone, savedBy, undoesWhatLoses } from "../support/options-flow.ts";

declare const browser: { readonly storage: { readonly local: { get(key: string): Promise<Record<string, unknown>> } } };

const session = useFirefox({ granted: true });

test("the settings apply at once, can be undone, and can be saved as a file", async () => {
  const { firefox, lab } = session;
  const options = await firefox.openExtensionPage("src/pages/options/index.html");
  await options.waitForSelector("main[data-ready=true]");
  await leaveAlone(options, "shop.example");
  const fault = await lab.set("kill-upstream");
  const page = await firefox.browser.newPage();
  await openFault(page, fault);
  const tab = await firefox.tabId(page);
  await until("the badge", async () => /^50[234]$/.test((await firefox.badge(tab)).text));
  const popup = await firefox.openCheck(tab);
  await popup.waitForSelector("main[data-phase=done]", { timeout: 40_000 });
  await popup.waitForSelector('.next-note[data-off-by="user"]');
  const plans = await firefox.ask(async () => (await browser.storage.local.get("retry-plans"))["retry-plans"], null);
  expect(plans).toBeUndefined();
  await undoesWhatLoses(options, "shop.example");
  expect(JSON.parse(await savedBy(options, "export"))).toEqual({
    schema: "faultline-settings/1",
    settings: { retryOffSites: ["shop.example"] },
  });
});
