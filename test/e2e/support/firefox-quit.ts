import type { Browser } from "puppeteer-core";
import type { System } from "./firefox-system.ts";
import { until } from "./firefox-until.ts";

/** The few names of the browser's own window that are used. */
declare const ChromeUtils: { importESModule(url: string): { SessionStore: SessionStore; TabStateFlusher: Flusher } };
declare const Services: { startup: { quit(how: number): void } };
declare const Ci: { nsIAppStartup: { eAttemptQuit: number } };
interface SessionStore {
  getBrowserState(): string;
}
interface Flusher {
  flushWindow(window: object): Promise<unknown>;
}

/**
 * Ends Firefox as its menu does, once its store of the session knows these addresses. WebDriver's own way closes
 * every tab first, and nothing is left to come back.
 */
export async function quit(browser: Browser, system: System, open: readonly string[]): Promise<void> {
  const ended = new Promise((resolve) => browser.process()?.once("exit", resolve));
  await until("the session to be stored", () =>
    system.run(async (urls) => {
      const { TabStateFlusher } = ChromeUtils.importESModule(
        "resource:///modules/sessionstore/TabStateFlusher.sys.mjs",
      );
      const { SessionStore } = ChromeUtils.importESModule("resource:///modules/sessionstore/SessionStore.sys.mjs");
      await TabStateFlusher.flushWindow(window);
      const state = SessionStore.getBrowserState();
      return urls.every((url) => state.includes(url));
    }, open),
  );
  await system.run(() => void setTimeout(() => Services.startup.quit(Ci.nsIAppStartup.eAttemptQuit)), null);
  await ended;
}
