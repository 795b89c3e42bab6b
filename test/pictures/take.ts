/**
 * Takes the pictures for the stores' listings and for the README: plays real failures in Chromium, with the production build
 * and the lab's gateway, and sets what it saw into frames. Run: npm run pictures
 */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import puppeteer, { type Browser } from "puppeteer-core";
import { findBrowser } from "../../scripts/find-browser.mjs";
import { startChromium } from "../e2e/support/chromium.ts";
import { startLab } from "../lab/lab.ts";
import { logo, marquee, screenshot, tile } from "./layout.ts";
import { playScenes, type Scenes } from "./scenes.ts";
import { screenshots } from "./screenshots.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const STORE = join(ROOT, "docs/store/pictures");

async function play(): Promise<Scenes> {
  const lab = await startLab();
  const chromium = await startChromium(lab, { timeZone: "Europe/Berlin" });
  try {
    await chromium.grant();
    return await playScenes(chromium, lab);
  } finally {
    await chromium.close();
    await lab.stop();
  }
}

async function draw(browser: Browser, file: string, html: string, width: number, height: number): Promise<void> {
  const page = await browser.newPage();
  await page.setViewport({ width, height, deviceScaleFactor: 1 });
  await page.setContent(html, { waitUntil: "load" });
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await writeFile(join(STORE, `${file}.png`), await page.screenshot());
  await page.close();
  console.log(`docs/store/pictures/${file}.png`);
}

const found = findBrowser("chromium");
if (!found) throw new Error("no Chromium here");
const scenes = await play();
await mkdir(STORE, { recursive: true });
const browser = await puppeteer.launch({ executablePath: found.path, args: ["--no-sandbox"] });
try {
  for (const shot of screenshots(scenes)) await draw(browser, shot.file, screenshot(shot), 1280, 800);
  await draw(browser, "tile-440x280", tile(), 440, 280);
  await draw(browser, "marquee-1400x560", marquee(scenes.popup.light, scenes.back.light), 1400, 560);
  await draw(browser, "logo-300x300", logo(), 300, 300);
} finally {
  await browser.close();
}
await writeFile(join(ROOT, "docs/popup.png"), scenes.popup.light);
await writeFile(join(ROOT, "docs/popup-dark.png"), scenes.popup.dark);
