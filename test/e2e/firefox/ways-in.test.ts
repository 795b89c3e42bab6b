import { expect, test } from "vitest";
import { ofExtension } from "../support/firefox-requests.ts";
import { useFirefox } from "../support/firefox-session.ts";
import { until } from "../support/firefox-until.ts";

const session = useFirefox({ granted: true });

/** The few names of the browser's own window that are used. */
declare const SidebarController: { readonly isOpen: boolean; readonly currentID: string };
declare const gURLBar: {
  value: string;
  focus(): void;
  startQuery(): void;
  readonly lastQueryContextPromise: Promise<unknown>;
  handleCommand(): void;
};

const SITE = "/src/pages/site/index.html";

test("the sidebar does not open by itself at the installation", async () => {
  const { system } = session.firefox;
  expect(await system.run(() => SidebarController.isOpen, null)).toBe(false);
});

test("the address bar's keyword asks that site alone, in a page of ours whose address does not name it", async () => {
  const { firefox, lab } = session;
  lab.clearRequests();
  await firefox.system.run(async () => {
    gURLBar.focus();
    gURLBar.value = "down shop.example";
    gURLBar.startQuery();
    await gURLBar.lastQueryContextPromise;
    gURLBar.handleCommand();
  }, null);
  const shown = await until("the answer", () =>
    firefox.ask(async (path) => {
      const [tab] = (await browser.tabs.query({ url: `${browser.runtime.getURL("")}*` })).filter(({ url }) =>
        url?.endsWith(path),
      );
      if (tab?.id === undefined) return null;
      const key = `named:${tab.id}`;
      const stored = (await browser.storage.session.get(key))[key] as { value: { answer: { is: string } } } | undefined;
      return stored && stored.value.answer.is !== "asking" ? stored.value : null;
    }, SITE),
  );
  expect(shown).toMatchObject({ host: "shop.example", answer: { is: "up", status: 200 } });
  expect(ofExtension(lab).map(({ host, path }) => host + path)).toEqual(["shop.example/"]);
});

test("a site that fails is judged in the page that asks by name", async () => {
  const { firefox, lab } = session;
  await lab.set("kill-upstream");
  const page = await firefox.openExtensionPage(SITE.slice(1));
  await page.waitForSelector("#site");
  await page.type("#site", "shop.example");
  await page.click("[data-action=site-check]");
  await page.waitForSelector("main[data-answer=failing][data-phase=done]", { timeout: 40_000 });
  expect(await page.$eval("main", ({ dataset }) => dataset.side)).toBe("server");
  expect(await page.$$("[data-action=reload], [data-action^=retry-]")).toEqual([]);
});
