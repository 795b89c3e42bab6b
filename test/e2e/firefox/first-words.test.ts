import { expect, test } from "vitest";
import { useFirefox } from "../support/firefox-session.ts";

const session = useFirefox({ granted: false });

test("the style sheet writes the popup's first words into a heading that has none yet", async () => {
  const { firefox } = session;
  const popup = await firefox.openExtensionPage("src/pages/popup/index.html?tab=1");
  // Its style sheets are there with it.
  await popup.waitForFunction(() => document.readyState === "complete");
  const written = await popup.evaluate(() => {
    const heading = document.createElement("h1");
    document.querySelector("main")?.append(heading);
    return getComputedStyle(heading, "::before").content;
  });
  expect(written).toBe('"Looking at this page…"');
});
