// Renders docs/faultline.svg into the sizes that the browsers ask for. Run after changing the drawing.
import { readFile } from "node:fs/promises";
import puppeteer from "puppeteer-core";

const SIZES = [16, 32, 48, 128];

const folder = new URL("../public/icons/", import.meta.url);
const svg = await readFile(new URL("../docs/faultline.svg", import.meta.url), "utf8");
const browser = await puppeteer.launch({
  executablePath: process.env.CHROME_PATH ?? "/usr/bin/chromium",
  args: ["--no-sandbox"],
});
try {
  const page = await browser.newPage();
  for (const size of SIZES) {
    await page.setViewport({ width: size, height: size });
    const image = `<img src="data:image/svg+xml,${encodeURIComponent(svg)}" width="${size}" height="${size}">`;
    await page.setContent(`<style>body { margin: 0 } img { display: block }</style>${image}`);
    const file = new URL(`faultline-${size}.png`, folder);
    await page.screenshot({ path: file.pathname, omitBackground: true });
  }
} finally {
  await browser.close();
}
