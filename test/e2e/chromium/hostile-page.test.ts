import { afterAll, beforeAll, expect, it } from "vitest";
import { type Lab, startLab } from "../../lab/lab.ts";
import { type Chromium, startChromium, until } from "../support/chromium.ts";

const SHOP = "https://shop.example";
/** 4.7 KB whose tags can each be read in two ways, so that twenty of them can in a million. */
const HOSTILE = `<!${"a".repeat(198)}>`.repeat(23);
/** Several times what a quick machine needs to notice a failure, and a fraction of what the page once took. */
const SOON_MS = 5_000;

let lab: Lab;
let chromium: Chromium;

beforeAll(async () => {
  lab = await startLab();
  chromium = await startChromium(lab);
  await chromium.grant();
});
afterAll(async () => {
  await chromium?.close();
  await lab?.stop();
});

it("notices another failing page at once while one that is made to be slow is judged", async () => {
  await lab.upstream.behave({
    listening: true,
    react: ({ path }) => ({
      status: 502,
      headers: { "content-type": "text/html" },
      body: path === "/slow" ? HOSTILE : "down",
    }),
  });
  const slow = await chromium.openTab();
  await slow.page.goto(`${SHOP}/slow`);
  await until(async () => (await chromium.badge(slow.tabId)).text === "502");
  // The first automatic request follows within five seconds, and its answer is judged.
  lab.clearRequests();
  await until(() => lab.requests.some(({ by, mode, path }) => by === "gateway" && mode === "cors" && path === "/slow"));

  const other = await chromium.openTab();
  await other.page.goto(`${SHOP}/other`);
  await until(async () => (await chromium.badge(other.tabId)).text === "502", SOON_MS);
  expect((await chromium.badge(other.tabId)).title).toContain("shop.example answered 502");
});
