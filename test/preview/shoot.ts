/**
 * Pictures of every state in light and dark, and axe on each. Run: npx tsx test/preview/shoot.ts [state ...]
 * With `--sheet` every state of the popup is taken in a panel and in a window, and every page in both directions as well.
 * Ends with an error when axe finds a violation, when a page throws, or when something is wider than the popup.
 */
import { mkdir, readFile } from "node:fs/promises";
import { resolve } from "node:path";
import puppeteer, { type Browser, type Page } from "puppeteer-core";
import { createServer } from "vite";
import { states } from "./fixtures.ts";
import { panelStates, siteStates } from "./ways.ts";

const here = import.meta.dirname;
const pictures = resolve(here, "../../artifacts/popup");
const axe = await readFile(resolve(here, "../../node_modules/axe-core/axe.min.js"), "utf8");
const isSheet = process.argv.includes("--sheet");
const wanted = process.argv.slice(2).filter((word) => word !== "--sheet");
/** A side panel, and a window. */
const WIDTHS = [320, 800] as const;
const SCHEMES = ["light", "dark"] as const;

interface Shot {
  readonly name: string;
  readonly path: string;
  /** What to do before the picture. */
  readonly prepare?: (page: Page) => Promise<void>;
  readonly width?: number;
  readonly height?: number;
}

const openFolds = async (page: Page): Promise<void> => {
  for (const summary of await page.$$("details:not([open]) > summary")) await summary.click();
};

/** The same where opening one brings the next. */
const openOneByOne = async (page: Page, fold: string): Promise<void> => {
  for (const selector of [`${fold}:not([open]) > summary`, ".timeline details:not([open]) > summary"]) {
    for (const summary of await page.$$(selector)) await summary.evaluate((found) => (found as HTMLElement).click());
    await new Promise((done) => setTimeout(done, 200));
  }
};

const showRequest = async (page: Page): Promise<void> => {
  await page.click("[data-action=opinion-places]");
};

const openReport = async (page: Page): Promise<void> => {
  await openFolds(page);
  await page.click("[data-action=report-ways]");
  await page.waitForSelector(".report-ways");
};

const showCopyRequest = async (page: Page): Promise<void> => {
  await openFolds(page);
  await page.click("[data-action=opinion-saved-copy]");
};

const popup = (state: string) => `/src/pages/popup/index.html?state=${state}`;

/** The card in a failing page: in a window of a usual width, in the narrowest, and at twice the size of all. */
const cards = [
  "server-sure",
  "you-cookies",
  "unsure-open",
  "trying",
  "stopped",
  "back-form",
  "form-front-page",
  "error-500",
  "hostile",
  "long-host",
  "long-texts",
  "right-to-left",
].map((name) => ({ name: `card-${name}`, path: `/test/preview/card.html?state=${name}`, width: 640, height: 320 }));

const shots: Shot[] = [
  ...cards,
  ...cards.flatMap((card) =>
    card.name === "card-server-sure" || card.name === "card-long-texts"
      ? [{ ...card, name: `${card.name}-320`, width: 320, height: 400 }]
      : [],
  ),
  { name: "card-small", path: "/test/preview/card.html?state=server-sure&small", width: 640, height: 120 },
  ...Object.keys(states).map((name) => ({ name, path: popup(name) })),
  ...[
    "server-sure",
    "status-red",
    "status-green",
    "status-closed",
    "you-cookies",
    "hostile",
    "unsure-reload",
    "long-texts",
  ].map((name) => ({
    name: `${name}-opened`,
    path: popup(name),
    prepare: openFolds,
  })),
  { name: "report-ways", path: popup("server-sure"), prepare: openReport },
  { name: "report-ways-help-desk", path: popup("help-desk"), prepare: openReport },
  { name: "copy-asked", path: popup("unsure-reload"), prepare: showCopyRequest },
  { name: "help-desk-opened", path: popup("help-desk"), prepare: openFolds },
  ...["options-own", "options-managed", "options-wrong", "idle-by-click"].flatMap((state) =>
    [720, 400].map((width) => ({
      name: `${state.replace("idle-by-click", "options")}-${width}`,
      path: `/src/pages/options/index.html?state=${state}`,
      width,
    })),
  ),
  {
    name: "options-errors",
    path: "/src/pages/options/index.html?state=options-own",
    width: 720,
    prepare: async (page) => {
      await page.type("#status-pages-name", "a b");
      await page.type("#status-pages-url", "http://shop.example");
      await page.click("[data-action=status-pages-add]");
      await page.click("#vantage-base", { clickCount: 3 });
      await page.keyboard.type("ping");
      await page.click("[data-action=vantage-save]");
    },
  },
  ...[900, 320].map((width) => ({
    name: `rehearsal-before-${width}`,
    path: "/src/pages/rehearsal/index.html?state=idle-by-click",
    width,
  })),
  ...[900, 320].map((width) => ({
    name: `rehearsal-fails-${width}`,
    path: "/src/pages/rehearsal/index.html?state=idle-by-click",
    width,
    prepare: async (page: Page) => {
      await page.click("[data-action=rehearsal-start]");
      await page.waitForSelector("main[data-act=judged] .popup[data-side=server]");
    },
  })),
  ...[900, 320].map((width) => ({
    name: `rehearsal-back-${width}`,
    path: "/src/pages/rehearsal/index.html?state=idle-by-click",
    width,
    prepare: async (page: Page) => {
      await page.click("[data-action=rehearsal-start]");
      await page.waitForSelector("main[data-act=back]", { timeout: 60_000 });
    },
  })),
  { name: "welcome-320", path: "/src/pages/welcome/index.html?state=idle-by-click", width: 320 },
  { name: "welcome-rtl", path: "/src/pages/welcome/index.html?state=right-to-left", width: 900 },
  ...Object.keys(siteStates).flatMap((state) =>
    WIDTHS.map((width) => ({ name: `${state}-${width}`, path: `/src/pages/site/index.html?state=${state}`, width })),
  ),
  ...[...Object.keys(panelStates), "server-sure", "you-cookies", "long-texts", "right-to-left"].flatMap((state) =>
    WIDTHS.map((width) => ({
      name: `full-${state}-${width}`,
      path: `/src/pages/full/index.html?state=${state}`,
      width,
      prepare: openFolds,
    })),
  ),
  { name: "timeline-opened", path: popup("timeline"), prepare: (page) => openOneByOne(page, "[data-fold=timeline]") },
  ...["history-full", "history-rtl", "history-off", "idle"].flatMap((state) =>
    [800, 320].map((width) => ({
      name: `${state.replace("idle", "history-none")}-${width}`,
      path: `/src/pages/history/index.html?state=${state}`,
      width,
      prepare: (page: Page) => openOneByOne(page, ".entry details"),
    })),
  ),
  ...[720, 320].map((width) => ({
    name: `options-changed-${width}`,
    path: "/src/pages/options/index.html?state=options-own",
    width,
    prepare: async (page: Page) => {
      await page.click("[data-action=reset]");
      await page.click("[data-action=retry-off-sites-remove]");
      await page.waitForSelector("[data-action=undo]");
    },
  })),
  { name: "opinions-sends", path: popup("unsure-open"), prepare: showRequest },
  ...(
    [
      ["welcome", "idle-by-click"],
      ["welcome-on", "idle"],
      ["welcome-refused", "grant-refused"],
    ] as const
  ).map(([name, state]) => ({
    name,
    path: `/src/pages/welcome/index.html?state=${state}`,
    width: 900,
    ...(name === "welcome-refused" ? { prepare: (page: Page) => page.click("[data-action=grant-all]") } : {}),
  })),
];

/** The same from right to left. */
const mirrored = (shot: Shot): Shot => ({ ...shot, name: `${shot.name}.rtl`, path: `${shot.path}&dir=rtl` });

/** Every state of a page in a panel and in a window. */
const sheet: Shot[] = Object.keys(states).flatMap((name) =>
  WIDTHS.map((width) => ({ name: `${name}-${width}`, path: `/src/pages/full/index.html?state=${name}`, width })),
);
const all = isSheet ? [...shots, ...sheet].flatMap((shot) => [shot, mirrored(shot)]) : shots;

/** A picture in one of the two schemes, and what is wrong with the page in it. */
async function lookAt(page: Page, name: string, scheme: (typeof SCHEMES)[number]): Promise<string[]> {
  await page.emulateMediaFeatures([
    { name: "prefers-color-scheme", value: scheme },
    { name: "prefers-reduced-motion", value: "reduce" },
  ]);
  await page.screenshot({ path: resolve(pictures, `${name}.${scheme}.png`) as `${string}.png`, fullPage: true });
  return (await page.evaluate(`axe.run().then(({ violations }) =>
    violations.map(({ id, nodes }) => "${scheme} " + id + ": " + nodes.map((node) => node.target.join(" ")).join(", ")))`)) as string[];
}

async function shoot(browser: Browser, base: string, shot: Shot): Promise<string[]> {
  const page = await browser.newPage();
  const problems: string[] = [];
  page.on("pageerror", (error) => problems.push(`threw ${String(error)}`));
  await page.emulateMediaFeatures([{ name: "prefers-reduced-motion", value: "reduce" }]);
  await page.setViewport({ width: shot.width ?? 400, height: shot.height ?? 300, deviceScaleFactor: 1.5 });
  await page.goto(base + shot.path);
  await page.waitForSelector("main");
  await new Promise((done) => setTimeout(done, 700));
  await shot.prepare?.(page);
  await new Promise((done) => setTimeout(done, 100));
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
  if (await page.evaluate(() => document.images.length > 0)) problems.push("rendered a page's text as markup");
  if (wide) problems.push("is wider than its window");
  await page.evaluate(axe);
  for (const scheme of SCHEMES) problems.push(...(await lookAt(page, shot.name, scheme)));
  console.log(`${shot.name} ${height}px ${problems.length === 0 ? "ok" : problems.join("; ")}`);
  await page.close();
  return problems;
}

await mkdir(pictures, { recursive: true });
const server = await createServer({
  configFile: resolve(here, "vite.config.ts"),
  server: { open: false },
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
  for (const shot of all.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
    found += (await shoot(browser, base, shot)).length;
  }
} finally {
  await browser.close();
  await server.close();
}
console.log(`${found} problems`);
process.exitCode = found === 0 ? 0 : 1;
