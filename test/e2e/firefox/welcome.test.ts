import { expect, test } from "vitest";
import { useFirefox } from "../support/firefox-session.ts";
import { rehearse } from "../support/rehearsal.ts";

declare const browser: {
  readonly storage: Record<"local" | "session", { get(keys: null): Promise<Record<string, unknown>> }>;
};

const session = useFirefox({ granted: false });

/** Everything that is kept, on the disk and for the session. */
const stored = () =>
  session.firefox.ask(async () => {
    const [local, memory] = await Promise.all([browser.storage.local.get(null), browser.storage.session.get(null)]);
    return JSON.stringify([local, memory]);
  }, null);

test("Firefox's welcome page names Mozilla's connection test and the menu that pins the icon", async () => {
  const { console } = session.firefox;
  expect(await console.$eval(".recipients", (section) => section.textContent)).toContain("detectportal.firefox.com");
  expect(await console.$eval("[data-pinned]", (section) => section.textContent)).toMatch(/toolbar/i);
});

test("the rehearsal plays from the failure to the page that is back, asks nobody and keeps nothing", async () => {
  const { firefox, lab } = session;
  const before = await stored();
  lab.clearRequests();
  await rehearse(await firefox.openExtensionPage("src/pages/rehearsal/index.html"));
  expect(lab.requests).toEqual([]);
  expect(await stored()).toBe(before);
}, 120_000);
