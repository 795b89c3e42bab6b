import { expect, test } from "vitest";
import { readVerdict } from "../../lab/popup-driver.ts";
import { useFirefox } from "../support/firefox-session.ts";
import { until } from "../support/firefox-until.ts";
import { readsSavesAndForgets } from "../support/history-flow.ts";

const session = useFirefox({ granted: true });

test("a real outage stands in the history, which can be saved, searched and cleared", async () => {
  const { lab, firefox } = session;
  const { url } = await lab.set("kill-upstream");
  const page = await firefox.browser.newPage();
  await page.goto(url);
  const tab = await firefox.tabId(page);
  await until("the badge", async () => (await firefox.badge(tab)).text === "502");
  expect(await readVerdict(await firefox.openCheck(tab))).toMatchObject({ side: "server" });
  await lab.set("recover");
  await until("the tick", async () => (await firefox.badge(tab)).text === "✓");
  await readsSavesAndForgets(await firefox.openExtensionPage("src/pages/history/index.html"));
});
