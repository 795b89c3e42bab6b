/** Every picture that is taken of a page of ours: its state, its width, and what is done in it before. */
import type { Frame } from "puppeteer-core";
import { popupStates } from "./states.ts";
import { panelStates, siteStates } from "./ways.ts";

/** A side panel, and a window. */
export const WIDTHS = [320, 800] as const;

/** One picture. */
export interface Shot {
  readonly name: string;
  readonly path: string;
  /** What to do before the picture. */
  readonly prepare?: (page: Frame) => Promise<void>;
  readonly width?: number;
  readonly height?: number;
}

/** In the page itself: on a sheet of many frames a fold may not be where a pointer finds it. */
const openFolds = async (page: Frame): Promise<void> => {
  for (const summary of await page.$$("details:not([open]) > summary")) {
    await summary.evaluate((found) => (found as HTMLElement).click());
  }
};

/** The same where opening one brings the next. */
const openOneByOne = async (page: Frame, fold: string): Promise<void> => {
  for (const selector of [`${fold}:not([open]) > summary`, ".timeline details:not([open]) > summary"]) {
    for (const summary of await page.$$(selector)) await summary.evaluate((found) => (found as HTMLElement).click());
    await new Promise((done) => setTimeout(done, 200));
  }
};

/** Presses what comes with the settings, a moment after the page. */
async function press(page: Frame, selector: string): Promise<void> {
  await page.waitForSelector(selector);
  await page.click(selector);
}

const showRequest = async (page: Frame): Promise<void> => {
  await press(page, "[data-action=opinion-places]");
};

const clickWatch = async (page: Frame): Promise<void> => {
  await press(page, "[data-action=retry-watch]");
  await page.waitForSelector(".click-said:not(:empty)");
};

/** What a state of the popup does not show before a click. */
const preparing = (state: string): Pick<Shot, "prepare"> => (state.startsWith("click-") ? { prepare: clickWatch } : {});

const openReport = async (page: Frame): Promise<void> => {
  await openFolds(page);
  await press(page, "[data-action=report-ways]");
  await page.waitForSelector(".report-ways");
};

const showCopyRequest = async (page: Frame): Promise<void> => {
  await openFolds(page);
  await press(page, "[data-action=opinion-saved-copy]");
};

/** The toolbar's popup has no query in its address, by which it knows that it is one. */
const popup = (state: string) => `/src/pages/popup/index.html#state=${state}`;

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
  "cause-queue",
  "plan-after-test",
  "hostile",
  "long-host",
  "long-texts",
  "right-to-left",
].map((name) => ({ name: `card-${name}`, path: `/test/preview/card.html?state=${name}`, width: 640, height: 320 }));

export const shots: readonly Shot[] = [
  ...cards,
  ...cards.flatMap((card) =>
    card.name === "card-server-sure" || card.name === "card-long-texts"
      ? [{ ...card, name: `${card.name}-320`, width: 320, height: 400 }]
      : [],
  ),
  { name: "card-small", path: "/test/preview/card.html?state=server-sure&small", width: 640, height: 120 },
  ...Object.keys(popupStates).map((name) => ({
    name,
    path: popup(name),
    ...preparing(name),
  })),
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
  {
    name: "forget-site",
    path: popup("forecast-usual"),
    prepare: async (page) => {
      await press(page, "[data-action=forget-history]");
      await page.waitForSelector("[data-confirm=forget-history]");
    },
  },
  { name: "help-desk-opened", path: popup("help-desk"), prepare: openFolds },
  ...["options-own", "options-managed", "options-wrong", "idle-by-click"].flatMap((state) =>
    [720, 400, 320].map((width) => ({
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
      await page.page().keyboard.type("ping");
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
    prepare: async (page: Frame) => {
      await page.click("[data-action=rehearsal-start]");
      await page.waitForSelector("main[data-act=judged] .popup[data-side=server]");
    },
  })),
  ...[900, 320].map((width) => ({
    name: `rehearsal-back-${width}`,
    path: "/src/pages/rehearsal/index.html?state=idle-by-click",
    width,
    prepare: async (page: Frame) => {
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
      prepare: (page: Frame) => openOneByOne(page, ".entry details"),
    })),
  ),
  ...[720, 320].map((width) => ({
    name: `options-changed-${width}`,
    path: "/src/pages/options/index.html?state=options-own",
    width,
    prepare: async (page: Frame) => {
      await page.click("[data-action=reset]");
      await page.click("[data-action=retry-off-sites-remove]");
      await page.waitForSelector("[data-action=undo]");
    },
  })),
  ...[720, 320].map((width) => ({
    name: `options-forget-${width}`,
    path: "/src/pages/options/index.html?state=options-own",
    width,
    prepare: async (page: Frame) => {
      await press(page, "[data-action=forget]");
      await page.waitForSelector("[data-confirm=forget]");
    },
  })),
  ...[800, 320].map((width) => ({
    name: `history-clear-${width}`,
    path: "/src/pages/history/index.html?state=history-full",
    width,
    prepare: async (page: Frame) => {
      await press(page, "[data-action=history-clear]:not(:disabled)");
      await page.waitForSelector("[data-confirm=history-clear]");
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
    ...(name === "welcome-refused" ? { prepare: (page: Frame) => page.click("[data-action=grant-all]") } : {}),
  })),
];

/** The same from right to left. */
export const mirrored = (shot: Shot): Shot => ({
  ...shot,
  name: `${shot.name}.rtl`,
  path: `${shot.path}&dir=rtl`,
});

/** Every state of the popup in a panel and in a window. */
export const wide: readonly Shot[] = Object.keys(popupStates).flatMap((name) =>
  WIDTHS.map((width) => ({
    ...{ name: `${name}-${width}`, path: `/src/pages/full/index.html?state=${name}`, width },
    ...preparing(name),
  })),
);
