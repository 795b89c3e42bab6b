/**
 * Pictures of every state in light and dark, and axe on each. Run: npx tsx test/preview/shoot.ts [state ...]
 * With `--sheet` so many states stand side by side in a picture; with `--rtl` all is read from right to left; with `--wide`
 * every state of the popup is taken in a panel and in a window in place of the toolbar's. A * in a word stands for anything.
 * Ends with an error when axe finds a violation, when a page throws, when something is wider than its window, or when a
 * line of text is too long to read.
 */
import { mkdir, readFile } from "node:fs/promises";
import { resolve } from "node:path";
import puppeteer, { type Browser, type Frame, type Page, TimeoutError } from "puppeteer-core";
import { createServer } from "vite";
import { mirrored, type Shot, shots, wide } from "./shots.ts";

const here = import.meta.dirname;
const pictures = resolve(here, "../../artifacts/popup");
const axe = await readFile(resolve(here, "../../node_modules/axe-core/axe.min.js"), "utf8");
const [options, wanted] = [true, false].map((isOption) =>
  process.argv.slice(2).filter((word) => word.startsWith("--") === isOption),
) as [string[], string[]];
const SCHEMES = ["light", "dark"] as const;
/** The width of a sheet, and how many states stand on it. */
const SHEET_WIDTH = 1660;
const MOST_ON_SHEET = 8;
const USUAL_WIDTH = 400;
/** How long a popup may wait for its larger half on a busy machine. */
const LARGER_HALF_MS = 10_000;
/** How long a page moves by itself, until its first clock is there; and after something is done in it. */
const FIRST_MOVES_MS = 700;
const LAST_MOVES_MS = 100;
/** A page that grows with its window would grow for ever. */
const MOST_GROWTHS = 5;

/** Waits until nothing has been fetched for so long: what a fold or a step shows is fetched when it is opened. */
const rest = (page: Page, ms: number): Promise<void> =>
  page.waitForNetworkIdle({ idleTime: ms, timeout: LARGER_HALF_MS }).catch(() => undefined);

async function settle(frame: Frame): Promise<void> {
  await frame.waitForSelector("main");
  // The popup's larger half has come with the ways on at its foot; what only asks for leave has none.
  const isWhole = () => !document.querySelector("main.popup") || document.querySelector(".foot") !== null;
  await frame.waitForFunction(isWhole, { polling: 100, timeout: LARGER_HALF_MS }).catch(() => undefined);
  await rest(frame.page(), FIRST_MOVES_MS);
}

/** Lines of so many characters are read without losing the next one: WCAG 1.4.8. */
const LONGEST_LINE = 80;

/** The longest line of running text, in characters; code is not read in lines, nor what only a screen reader says. */
const longestLine = (frame: Frame): Promise<string> =>
  frame.evaluate(() => {
    let longest = "";
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!node.parentElement || node.parentElement.closest("code, .report-text, .unseen")) continue;
      const lines = new Map<number, string>();
      for (const { index, 0: word } of (node.textContent ?? "").matchAll(/\S+/g)) {
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        // A word that is broken stands in lines of its own length.
        const [rect, ...others] = range.getClientRects();
        if (rect && others.length === 0) lines.set(rect.top, `${lines.get(rect.top) ?? ""} ${word}`.trim());
      }
      for (const line of lines.values()) if (line.length > longest.length) longest = line;
    }
    return longest;
  });

/** What is wrong with a page whatever its colours. */
async function faultsOf(frame: Frame): Promise<string[]> {
  const { wide: isWide, images } = await frame.evaluate(() => ({
    wide: document.documentElement.scrollWidth > document.documentElement.clientWidth,
    images: document.images.length,
  }));
  const line = await longestLine(frame);
  return [
    ...(isWide ? ["is wider than its window"] : []),
    ...(images > 0 ? ["rendered a page's text as markup"] : []),
    ...(line.length > LONGEST_LINE ? [`has a line of ${line.length} characters: ${line}`] : []),
  ];
}

/** What axe finds in a frame. */
const axeIn = async (frame: Frame, scheme: string): Promise<string[]> =>
  (await frame.evaluate(`axe.run().then(({ violations }) =>
    violations.map(({ id, nodes }) => "${scheme} " + id + ": " + nodes.map((node) => node.target.join(" ")).join(", ")))`)) as string[];

const emulate = (page: Page, scheme: string): Promise<void> =>
  page.emulateMediaFeatures([
    { name: "prefers-color-scheme", value: scheme },
    { name: "prefers-reduced-motion", value: "reduce" },
  ]);

/** The moment when what was changed has been laid out and drawn, frames in the page included. */
const drawn = (page: Page): Promise<void> =>
  page.evaluate(() => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))));

/** Makes each frame of a sheet as high as its page; whether one was lower. */
const growFrames = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    let hasGrown = false;
    for (const frame of document.querySelectorAll("iframe")) {
      const { scrollHeight = 0 } = frame.contentDocument?.documentElement ?? {};
      if (scrollHeight <= Number(frame.height)) continue;
      frame.height = String(scrollHeight);
      hasGrown = true;
    }
    return hasGrown;
  });

/**
 * Makes each frame as high as its page and the window as high as all of it, until nothing grows any longer: what is below
 * the window is not drawn, and a page that is not drawn may not have come to its end.
 */
async function growWindow(page: Page): Promise<void> {
  for (let growths = 0; growths < MOST_GROWTHS; growths += 1) {
    await drawn(page);
    const hasGrown = await growFrames(page);
    const shown = page.viewport();
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    if (!shown || (!hasGrown && height <= shown.height)) break;
    await page.setViewport({ ...shown, height: Math.max(height, shown.height) });
  }
  await drawn(page);
}

async function capture(page: Page, name: string): Promise<void> {
  await growWindow(page);
  await page.screenshot({ path: resolve(pictures, `${name}.png`) as `${string}.png`, fullPage: true });
}

/** Takes one state in both schemes. */
async function shootOne(page: Page, base: string, shot: Shot, problems: string[]): Promise<void> {
  await page.setViewport({ width: shot.width ?? USUAL_WIDTH, height: shot.height ?? 300, deviceScaleFactor: 1.5 });
  await page.goto(base + shot.path);
  const frame = page.mainFrame();
  await settle(frame);
  await shot.prepare?.(frame);
  await rest(page, LAST_MOVES_MS);
  problems.push(...(await faultsOf(frame)));
  await frame.evaluate(axe);
  for (const scheme of SCHEMES) {
    await emulate(page, scheme);
    await capture(page, `${shot.name}.${scheme}`);
    problems.push(...(await axeIn(frame, scheme)));
  }
}

/** Puts states side by side, each in a frame under its name, and gives the frames in their order. */
async function frames(page: Page, of: readonly Shot[]): Promise<Frame[]> {
  await page.evaluate(
    (all) => {
      for (const { name, path, width, height } of all) {
        const figure = document.createElement("figure");
        const frame = document.createElement("iframe");
        figure.append(Object.assign(document.createElement("figcaption"), { textContent: name }), frame);
        Object.assign(frame, { title: name, src: path, width, height });
        document.body.append(figure);
      }
    },
    of.map(({ name, path, width = USUAL_WIDTH, height = 300 }) => ({
      name,
      path,
      width: `${width}`,
      height: `${height}`,
    })),
  );
  const handles = await page.$$("iframe");
  return Promise.all(handles.map((handle) => handle.contentFrame()));
}

/** Takes some states side by side in both schemes. */
async function shootSheet(page: Page, base: string, of: readonly Shot[], problems: string[]): Promise<void> {
  await page.setViewport({ width: SHEET_WIDTH, height: 900 });
  await page.goto(`${base}/test/preview/sheet.html`);
  const shown = (await frames(page, of)).map((frame, index) => ({ frame, shot: of[index] as Shot }));
  const say = (shot: Shot, faults: readonly string[]) =>
    problems.push(...faults.map((fault) => `${shot.name} ${fault}`));
  await Promise.all(shown.map(({ frame }) => settle(frame)));
  for (const { frame, shot } of shown) await shot.prepare?.(frame);
  await rest(page, LAST_MOVES_MS);
  for (const { frame, shot } of shown) {
    say(shot, await faultsOf(frame));
    await frame.evaluate(axe);
  }
  for (const scheme of SCHEMES) {
    await emulate(page, scheme);
    await capture(page, `sheet-${of[0]?.name}.${scheme}`);
    for (const { frame, shot } of shown) say(shot, await axeIn(frame, scheme));
  }
}

async function shoot(browser: Browser, base: string, of: readonly Shot[]): Promise<string[]> {
  const page = await browser.newPage();
  const problems: string[] = [];
  page.on("pageerror", (error) => problems.push(`threw ${String(error)}`));
  await emulate(page, "light");
  const [first] = of;
  try {
    if (of.length === 1 && first) await shootOne(page, base, first, problems);
    else await shootSheet(page, base, of, problems);
  } finally {
    await page.close();
  }
  console.log(`${of.map(({ name }) => name).join(" ")}: ${problems.length === 0 ? "ok" : problems.join("; ")}`);
  return problems;
}

/** A machine at work with other things can keep a page waiting for too long: once more, before all that is still to come is lost. */
const shootPatiently = (browser: Browser, base: string, of: readonly Shot[]): Promise<string[]> =>
  shoot(browser, base, of).catch((error: unknown) => {
    if (error instanceof TimeoutError) return shoot(browser, base, of);
    throw error;
  });

/** A * stands for anything. */
const patterns = wanted.map((word) => new RegExp(`^${word.replaceAll(".", "\\.").replaceAll("*", ".*")}$`));
const isWanted = ({ name }: Shot): boolean => patterns.length === 0 || patterns.some((pattern) => pattern.test(name));

/** States of one width go on one sheet. */
function sheetsOf(all: readonly Shot[]): Shot[][] {
  const widths = [...new Set(all.map(({ width = USUAL_WIDTH }) => width))];
  return widths.flatMap((wanted) => {
    const same = all.filter(({ width = USUAL_WIDTH }) => width === wanted);
    return Array.from({ length: Math.ceil(same.length / MOST_ON_SHEET) }, (_, index) =>
      same.slice(index * MOST_ON_SHEET, (index + 1) * MOST_ON_SHEET),
    );
  });
}

const chosen = (options.includes("--wide") ? wide : shots)
  .map((shot) => (options.includes("--rtl") ? mirrored(shot) : shot))
  .filter(isWanted);
await mkdir(pictures, { recursive: true });
const server = await createServer({
  configFile: resolve(here, "vite.config.ts"),
  // A page that reloads by itself after a change would be a picture of nothing.
  server: { open: false, hmr: false, watch: null },
  logLevel: "warn",
});
await server.listen();
const base = server.resolvedUrls?.local[0]?.replace(/\/$/, "") ?? "";
const browser = await puppeteer.launch({
  executablePath: process.env.CHROME_PATH ?? "/usr/bin/chromium",
  args: ["--no-sandbox"],
});
let found = 0;
try {
  for (const group of options.includes("--sheet") ? sheetsOf(chosen) : chosen.map((shot) => [shot])) {
    found += (await shootPatiently(browser, base, group)).length;
  }
} finally {
  await browser.close();
  await server.close();
}
console.log(`${found} problems`);
process.exitCode = found === 0 ? 0 : 1;
