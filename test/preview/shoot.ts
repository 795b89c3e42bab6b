/**
 * Pictures of every state in light and dark, and axe on each. Run: npx tsx test/preview/shoot.ts [state ...]
 * Ends with an error when axe finds a violation, when a page throws, or when something is wider than the popup.
 */
import { mkdir, readFile } from "node:fs/promises";
import { resolve } from "node:path";
import puppeteer, { type Browser, type Page } from "puppeteer-core";
import { createServer } from "vite";
import { states } from "./fixtures.ts";

const here = import.meta.dirname;
const pictures = resolve(here, "../../artifacts/popup");
const axe = await readFile(resolve(here, "../../node_modules/axe-core/axe.min.js"), "utf8");
const wanted = process.argv.slice(2);
const SCHEMES = ["light", "dark"] as const;

interface Shot {
  readonly name: string;
  readonly path: string;
  /** What to do before the picture. */
  readonly prepare?: (page: Page) => Promise<void>;
  readonly width?: number;
}

const openFolds = async (page: Page): Promise<void> => {
  for (const summary of await page.$$("details:not([open]) > summary")) await summary.click();
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

const shots: Shot[] = [
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

async function shoot(browser: Browser, base: string, shot: Shot, scheme: (typeof SCHEMES)[number]): Promise<string[]> {
  const page = await browser.newPage();
  const problems: string[] = [];
  page.on("pageerror", (error) => problems.push(`threw ${String(error)}`));
  await page.emulateMediaFeatures([
    { name: "prefers-color-scheme", value: scheme },
    { name: "prefers-reduced-motion", value: "reduce" },
  ]);
  await page.setViewport({ width: shot.width ?? 400, height: 300, deviceScaleFactor: 1.5 });
  await page.goto(base + shot.path);
  await page.waitForSelector("main");
  await new Promise((done) => setTimeout(done, 700));
  await shot.prepare?.(page);
  await new Promise((done) => setTimeout(done, 100));
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
  if (await page.evaluate(() => document.images.length > 0)) problems.push("rendered a page's text as markup");
  if (wide) problems.push("is wider than its window");
  await page.screenshot({ path: resolve(pictures, `${shot.name}.${scheme}.png`) as `${string}.png`, fullPage: true });
  await page.evaluate(axe);
  const violations = (await page.evaluate(`axe.run().then(({ violations }) =>
    violations.map(({ id, nodes }) => id + ": " + nodes.map((node) => node.target.join(" ")).join(", ")))`)) as string[];
  problems.push(...violations);
  console.log(`${shot.name} ${scheme} ${height}px ${problems.length === 0 ? "ok" : problems.join("; ")}`);
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
  for (const shot of shots.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
    for (const scheme of SCHEMES) found += (await shoot(browser, base, shot, scheme)).length;
  }
} finally {
  await browser.close();
  await server.close();
}
console.log(`${found} problems`);
process.exitCode = found === 0 ? 0 : 1;
