import { afterAll, afterEach, beforeAll } from "vitest";
import { type Lab, startLab } from "../../lab/lab.ts";
import { SHOP } from "../../lab/names.ts";
import { type Firefox, startFirefox } from "./firefox.ts";

/** One lab and one Firefox for all tests of a file. */
export interface Session {
  readonly lab: Lab;
  readonly firefox: Firefox;
}

/**
 * Starts both before the file's first test and ends them after its last. In between, every test finds a
 * shop that works, no page open but the welcome page, and nothing of the shop stored in the browser.
 */
export function useFirefox({ granted }: { granted: boolean }): Session {
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
  };

  beforeAll(async () => {
    lab = await startLab();
    firefox = await startFirefox(lab);
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
    await lab?.stop();
  });
  return session;
}
