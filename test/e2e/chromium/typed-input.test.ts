/// <reference types="chrome" />
import { describe, expect, it } from "vitest";
import { until } from "../support/chromium.ts";
import { useHeldSite, useTab } from "../support/held-session.ts";

const session = useHeldSite();
const tab = useTab(session);

async function fail(path: string): Promise<void> {
  session.site.failing = true;
  await tab.page.goto(`${session.site.origin}${path}`);
  await until(async () => (await tab.plan()) !== undefined);
}

/** The site works again: the plan ends, and the tab was left as it is. */
async function expectLeftAlone(path: string): Promise<void> {
  session.site.failing = false;
  await until(async () => (await tab.end()) !== undefined, 40_000);
  expect(await tab.end()).toBe("site-answers");
  expect(session.site.loads(path)).toHaveLength(1);
}

describe("what the user has typed on a page that fails is not lost to a reload:", () => {
  it("in a shadow tree that the page has closed", async () => {
    await fail("/shadow");
    await tab.page.click("#host");
    await tab.page.keyboard.type("a long letter");
    await tab.page.click("#away");
    await expectLeftAlone("/shadow");
    expect(await tab.page.evaluate(() => (window as unknown as { textNow(): string }).textNow())).toBe("a long letter");
  });

  it("in a frame of another site", async () => {
    await fail("/frame");
    const frame = await tab.page.waitForFrame((candidate) => candidate.url().endsWith("/inner"));
    await frame.type("#note", "a long letter");
    await expectLeftAlone("/frame");
    expect(await frame.$eval("#note", (field) => (field as HTMLInputElement).value)).toBe("a long letter");
  });

  it("in an editable part that the focus has left", async () => {
    await fail("/editor");
    await tab.page.click("#editor");
    await tab.page.keyboard.type("a long letter");
    await tab.page.click("#away");
    expect(await tab.page.evaluate(() => document.activeElement === document.body)).toBe(true);
    await expectLeftAlone("/editor");
    expect(await tab.page.$eval("#editor", (part) => part.textContent)).toBe("a long letter");
  });

  it("and erased again: that anything was typed is enough", async () => {
    await fail("/inner?page");
    await tab.page.evaluate(() => document.body.insertAdjacentHTML("beforeend", '<input id="late">'));
    await tab.page.type("#late", "a");
    await tab.page.keyboard.press("Backspace");
    await expectLeftAlone("/inner?page");
  });
});

describe("a page in which nobody has typed comes back:", () => {
  it("sliders, colours, dates and lists that the browser sets by itself are no input, nor is a frame that may not be read", async () => {
    await fail("/untouched");
    session.site.failing = false;
    await until(async () => (await tab.end()) !== undefined, 40_000);
    expect(await tab.end()).toBe("recovered");
    expect(session.site.loads("/untouched")).toHaveLength(2);
  });

  it("what the page's own scripts make up is no input", async () => {
    await fail("/editor");
    await tab.page.$eval("#editor", (part) =>
      part.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true })),
    );
    session.site.failing = false;
    await until(async () => (await tab.end()) !== undefined, 40_000);
    expect(await tab.end()).toBe("recovered");
  });
});
