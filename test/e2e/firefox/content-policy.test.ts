import { expect, test } from "vitest";
import { readVerdict } from "../../lab/popup-driver.ts";
import { useFirefox } from "../support/firefox-session.ts";
import { until } from "../support/firefox-until.ts";
import { ALL_REFUSED, tryForbidden } from "../support/forbidden-acts.ts";

const session = useFirefox({ granted: true });

/** Present in Firefox's own window. */
declare const Services: { console: { getMessageArray(): ReadonlyArray<{ readonly message: string }> } };

/** What Firefox has told its console of breaches of the extension's policy, in pages and background alike. */
const breaches = (): Promise<string[]> =>
  session.firefox.system.run(
    () =>
      Services.console
        .getMessageArray()
        .map(({ message }) => message)
        .filter((text) => text.includes("Content-Security-Policy") && text.includes("moz-extension://")),
    null,
  );

test("pages and background do all of their work within their policy, and what is beyond it is refused", async () => {
  const { lab, firefox } = session;
  await lab.set("kill-upstream");
  const page = await firefox.browser.newPage();
  await page.goto("http://shop.example/cart");
  const tab = await firefox.tabId(page);
  await until("the badge", async () => (await firefox.badge(tab)).text === "502");
  const check = await firefox.openCheck(tab);
  expect(await readVerdict(check)).toMatchObject({ side: "server" });
  // What is asked of a site without https goes there without it.
  const asked = lab.requests.filter(({ by, path }) => by === "gateway" && path === "/cart");
  expect(asked.length).toBeGreaterThan(1);
  expect(new Set(asked.map(({ scheme }) => scheme))).toEqual(new Set(["http"]));
  for (const name of ["options", "history", "site", "full", "rehearsal"]) {
    const own = await firefox.openExtensionPage(`src/pages/${name}/index.html`);
    await own.waitForSelector("h1");
  }
  expect(await breaches()).toEqual([]);

  // The counter-check: the same ears hear of what nobody may do here.
  await check.evaluate(() => {
    const picture = document.createElement("img");
    picture.src = "http://shop.example/pixel.png";
    document.body.append(picture);
  });
  expect(await check.evaluate(tryForbidden)).toEqual(ALL_REFUSED);
  await until("the refusal", async () => (await breaches()).some((text) => text.includes("pixel.png")));
});
