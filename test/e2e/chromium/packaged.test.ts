/// <reference types="chrome" />
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Lab, startLab } from "../../lab/lab.ts";
import { readVerdict } from "../../lab/popup-driver.ts";
import { type Chromium, startChromium, until } from "../support/chromium.ts";
import { type Packaged, writePackage } from "../support/packaged.ts";

let lab: Lab;
let packaged: Packaged;
let chromium: Chromium;

beforeAll(async () => {
  lab = await startLab();
  packaged = await writePackage("chrome");
  // Chromium keeps what it has to say of an unpacked extension in developer mode alone.
  const profileFolder = join(packaged.folder, "..", "profile");
  await mkdir(join(profileFolder, "Default"), { recursive: true });
  const preferences = JSON.stringify({ extensions: { ui: { developer_mode: true } } });
  await writeFile(join(profileFolder, "Default", "Preferences"), preferences);
  chromium = await startChromium(lab, { build: packaged.folder, profileFolder });
});
afterAll(async () => {
  await chromium?.close();
  await packaged?.remove();
  await lab?.stop();
});

/** What Chromium's own page of extensions knows of one; only the parts that are asked for. */
interface ExtensionInfo {
  readonly state: string;
  readonly manifestErrors: ReadonlyArray<{ readonly message: string }>;
  readonly runtimeErrors: ReadonlyArray<{ readonly message: string }>;
  readonly permissions: { readonly simplePermissions: ReadonlyArray<{ readonly message: string }> };
}

async function extensionInfo(): Promise<ExtensionInfo> {
  const page = await chromium.browser.newPage();
  await page.goto("chrome://extensions");
  const info = await page.evaluate(async (id) => {
    const { developerPrivate } = chrome as unknown as {
      developerPrivate: { getExtensionInfo(id: string): Promise<ExtensionInfo> };
    };
    return developerPrivate.getExtensionInfo(id);
  }, chromium.extensionId);
  await page.close();
  return info;
}

test("what the store gets installs without a warning or an error, and asks for nothing that Chromium names", async () => {
  const { state, manifestErrors, runtimeErrors, permissions } = await extensionInfo();
  expect({ state, manifestErrors, runtimeErrors, asks: permissions.simplePermissions }).toEqual({
    state: "ENABLED",
    manifestErrors: [],
    runtimeErrors: [],
    asks: [],
  });
});

test("what the store gets notices a failing page, judges it, and brings it back", async () => {
  await chromium.grant();
  const { url } = await lab.set("kill-upstream");
  const { page, tabId } = await chromium.openTab();
  await page.goto(url);
  await until(async () => (await chromium.badge(tabId)).text === "502");
  expect(await readVerdict(await chromium.clickIcon(page))).toMatchObject({ side: "server", cause: "origin-down" });
  await lab.set("recover");
  await until(async () => (await chromium.badge(tabId)).text === "✓");
  expect(await page.title()).toBe("Your cart - Shop");
  expect((await extensionInfo()).runtimeErrors).toEqual([]);
});
