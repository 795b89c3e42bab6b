import type { Page } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, beforeEach } from "vitest";
import type { RetryPlan } from "../../../src/core/retry/plan.ts";
import { type Lab, startLab } from "../../lab/lab.ts";
import { type Chromium, startChromium } from "./chromium.ts";
import { endsOf, plansOf } from "./chromium-plans.ts";
import { type HeldSite, startHeldSite } from "./held-site.ts";

/** One Chromium in which everything is granted, and one site that fails on demand, for all tests of a file. */
interface HeldSession {
  readonly chromium: Chromium;
  readonly site: HeldSite;
}

/** Starts both before the file's first test and ends them after its last. In between, every test finds a site that works. */
export function useHeldSite(): HeldSession {
  let lab: Lab | undefined;
  let chromium: Chromium | undefined;
  let site: HeldSite | undefined;
  const session: HeldSession = {
    get chromium() {
      if (!chromium) throw new Error("Chromium has not started");
      return chromium;
    },
    get site() {
      if (!site) throw new Error("the site has not started");
      return site;
    },
  };

  beforeAll(async () => {
    lab = await startLab();
    site = await startHeldSite();
    chromium = await startChromium(lab);
    await chromium.grant();
  });
  beforeEach(() => session.site.reset());
  afterAll(async () => {
    await chromium?.close();
    await site?.stop();
    await lab?.stop();
  });
  return session;
}

/** The tab of one test, and what becomes of it. */
interface HeldTab {
  readonly page: Page;
  readonly tabId: number;
  /** The plan that watches it. */
  plan(): Promise<RetryPlan | undefined>;
  /** Why its last plan ended. */
  end(): Promise<string | undefined>;
}

/** Every test has a tab in front, and a worker that knows nothing yet. */
export function useTab(session: HeldSession): HeldTab {
  let opened: { page: Page; tabId: number } | undefined;
  const current = () => {
    if (!opened) throw new Error("no tab is open");
    return opened;
  };

  beforeEach(async () => {
    await session.chromium.killWorker();
    opened = await session.chromium.openTab();
  });
  afterEach(async () => {
    session.site.release();
    await current().page.close();
  });
  return {
    get page() {
      return current().page;
    },
    get tabId() {
      return current().tabId;
    },
    plan: async () => (await plansOf(session.chromium)).find(({ tabId }) => tabId === current().tabId),
    end: async () => (await endsOf(session.chromium)).find(({ tabId }) => tabId === current().tabId)?.reason,
  };
}
