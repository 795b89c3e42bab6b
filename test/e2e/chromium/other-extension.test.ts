/// <reference types="chrome" />
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Lab, startLab } from "../../lab/lab.ts";
import { type Chromium, startChromium, until } from "../support/chromium.ts";

/** All that another extension could wish for, so that what stops it is ours. */
const MANIFEST = {
  manifest_version: 3,
  name: "Curious",
  version: "1",
  permissions: ["tabs", "scripting", "storage", "management"],
  host_permissions: ["<all_urls>"],
};

let lab: Lab;
let chromium: Chromium;
let other: Page;
let folder: string;
let tabId: number;

beforeAll(async () => {
  lab = await startLab();
  chromium = await startChromium(lab);
  await chromium.grant();
  folder = await mkdtemp(join(tmpdir(), "faultline-curious-"));
  await writeFile(join(folder, "manifest.json"), JSON.stringify(MANIFEST));
  await writeFile(join(folder, "page.html"), "<!doctype html><title>Curious</title>");
  const id = await chromium.browser.installExtension(folder);
  other = await chromium.browser.newPage();
  await other.goto(`chrome-extension://${id}/page.html`);
  const { url } = await lab.set("kill-upstream");
  const opened = await chromium.openTab();
  ({ tabId } = opened);
  await opened.page.goto(url);
  await until(async () => (await chromium.badge(tabId)).text === "502");
});
afterAll(async () => {
  await chromium?.close();
  await lab?.stop();
  if (folder) await rm(folder, { recursive: true, force: true });
});

/** What becomes of a message of the other extension's to ours: an answer, or the browser's word that nobody is there. */
const tell = (message: object): Promise<string> =>
  other.evaluate(
    (to, what) =>
      chrome.runtime.sendMessage(to, what).then(
        (answer: unknown) => `answered ${JSON.stringify(answer)}`,
        (error: Error) => error.message,
      ),
    chromium.extensionId,
    message,
  );

describe("another extension", () => {
  it.each([
    ["tab/open", {}],
    ["history/clear", {}],
    ["retry/stop", {}],
    ["opinion/places", { home: { country: "DE", continent: "EU" }, withPath: true, ipVersion: null, provider: null }],
    ["page/failed", { entry: "{}" }],
  ])("is answered by nobody, whatever it asks for: %s", async (type, request) => {
    lab.clearRequests();
    expect(await tell({ type, request: { tabId, ...request } })).toMatch(/Receiving end does not exist/);
    expect(lab.requests.filter(({ host }) => host === "api.globalping.io")).toEqual([]);
  });

  it("has changed nothing by it", async () => {
    const { history } = await chromium.ask(() => chrome.storage.local.get("history"), null);
    expect(history).toMatchObject({ value: [{ host: "shop.example", status: 502 }] });
    expect((await chromium.badge(tabId)).text).toBe("502");
  });

  it.each(["manifest.json", "sentinel.js", "card.js", "src/pages/popup/index.html", "_locales/en/messages.json"])(
    "can read no file of the package: %s",
    async (file) => {
      const read = await other.evaluate(
        (url) =>
          fetch(url).then(
            (answer) => answer.text(),
            () => null,
          ),
        `chrome-extension://${chromium.extensionId}/${file}`,
      );
      expect(read).toBeNull();
    },
  );
});
