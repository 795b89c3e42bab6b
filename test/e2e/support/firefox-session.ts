import { afterAll, afterEach, beforeAll } from "vitest";
import { type Lab, startLab } from "../../lab/lab.ts";
import { SHOP } from "../../lab/names.ts";
import { type Firefox, startFirefox } from "./firefox.ts";
import { type Screen, startScreen } from "./xvfb.ts";

/** One lab and one Firefox for all tests of a file. */
export interface Session {
  readonly lab: Lab;
  readonly firefox: Firefox;
  /** Where it is drawn, and its keys are pressed. */
  readonly screen: Screen;
}

interface SessionOptions {
  readonly granted: boolean;
  /** Firefox is drawn on a screen, where keys can be pressed. */
  readonly onScreen?: true;
}

/**
 * Starts both before the file's first test and ends them after its last. In between, every test finds a
 * shop that works, no page open but the welcome page, and nothing of the shop stored in the browser.
 */
export function useFirefox({ granted, onScreen }: SessionOptions): Session {
  let screen: Screen | undefined;
  let lab: Lab | undefined;
  let firefox: Firefox | undefined;
  const session: Session = {
    get lab() {
      if (!lab) throw new Error("the lab has not started");
      return lab;
    },
    get firefox() {
      if (!firefox) throw new Error("Firefox has not started");
      return firefox;
    },
    get screen() {
      if (!screen) throw new Error("this Firefox is not on a screen");
      return screen;
    },
  };

  beforeAll(async () => {
    lab = await startLab();
    if (onScreen) screen = await startScreen();
    firefox = await startFirefox(lab, screen ? { screen } : {});
    if (granted) await firefox.grantAll();
  });
  afterEach(async () => {
    const { browser, console } = session.firefox;
    for (const page of await browser.pages()) if (page !== console) await page.close();
    await session.firefox.forgetSite(SHOP);
    await session.lab.set("recover");
    session.lab.clearRequests();
  });
  afterAll(async () => {
    await firefox?.close();
    screen?.stop();
    await lab?.stop();
  });
  return session;
}
