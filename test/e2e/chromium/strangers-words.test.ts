import type { Browser } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findBrowser } from "../../../scripts/find-browser.mjs";
import { type Lab, startLab } from "../../lab/lab.ts";
import { builtExtension, launchInLab } from "../../lab/launch.ts";
import { installQuietly, openPopup, readVerdict } from "../../lab/popup-driver.ts";
import { html, saying } from "../../lab/scenarios/behaviours.ts";

let lab: Lab;
let browser: Browser;
let extensionId: string;
beforeAll(async () => {
  const installed = findBrowser("chromium");
  if (!installed) throw new Error("no Chromium here");
  lab = await startLab({ gateway: "node" });
  browser = await launchInLab(lab, installed, { headless: true });
  extensionId = await installQuietly(browser, builtExtension("chromium"));
});
afterAll(async () => {
  await browser?.close();
  await lab?.stop();
});

/** The popup over a page that fails with this header field, once its verdict stands. */
async function popupFor(proxyStatus: string): Promise<string> {
  await lab.upstream.behave(saying(html(502, "Bad Gateway", "Sorry.", { "proxy-status": proxyStatus }))());
  const page = await browser.newPage();
  await page.goto("https://shop.example/cart");
  const popup = await openPopup(browser, page, extensionId);
  const { side, text } = await readVerdict(popup);
  expect(side).toBe("server");
  // Folded parts as well: the checklist has sentences of ours with names in them.
  const rows = await popup.$$eval("[data-check]", (found) => found.map(({ textContent }) => textContent).join("\n"));
  await popup.close();
  await page.close();
  return `${text}\n${rows}`;
}

describe("the popup's sentences", () => {
  it("name a gateway that calls itself by a name", async () => {
    const words = await popupFor("edge-7.shop.example; error=connection_refused");
    expect(words).toContain("The server behind edge-7.shop.example isn’t taking connections.");
    expect(words).toContain("edge-7.shop.example, in front of the site");
  });

  it("hold nothing of what a stranger says in place of its name", async () => {
    const words = await popupFor('"support; call +1-555-0100 now"; error=connection_refused');
    expect(words).toContain("The server behind its gateway isn’t taking connections.");
    expect(words).toContain("The gateway, in front of the site, reports that the site’s server is down.");
    expect(words).not.toContain("555");
  });
});
