import type { Browser, CDPSession, Protocol } from "puppeteer-core";
import { until } from "../../e2e/support/chromium.ts";

/**
 * A browser whose workers no debugger is attached to. Puppeteer attaches to every worker that starts and holds it until
 * it has looked at it, which would be measured as the worker's own. Afterwards puppeteer's own pages are of no use.
 */
export interface Unwatched {
  /** Runs code in the open page at this address; the argument and what comes back are JSON. */
  ask<T, A>(url: string, code: (argument: A) => T | Promise<T>, argument: A): Promise<T>;
  /** Opens a page in front, which no debugger is attached to, and closes all others. */
  openAlone(url: string): Promise<void>;
  /** Clicks an extension's icon at the page that stands alone. */
  clickIcon(extensionId: string): Promise<void>;
  /** Attaches to the page at this address once it is there. */
  attach(url: string): Promise<CDPSession>;
  /** Closes the page at this address. */
  close(url: string): Promise<void>;
  /** How many workers of extensions run. */
  awake(): Promise<number>;
  /** Ends an extension's worker as the browser does with an idle one, or those of all, and waits until they are gone. */
  killWorker(extensionId?: string): Promise<void>;
}

/** Takes puppeteer's debugger away from everything but the pages that are open now. */
export async function unwatch(browser: Browser): Promise<Unwatched> {
  const connection = (await browser.target().createCDPSession()).connection();
  if (!connection) throw new Error("the browser has gone");
  await connection.send("Target.setAutoAttach", { autoAttach: false, waitForDebuggerOnStart: false, flatten: true });
  const targets = async (filter?: Protocol.Target.TargetFilter) =>
    (await connection.send("Target.getTargets", filter ? { filter } : {})).targetInfos;
  const pages = async () => (await targets()).filter(({ type }) => type === "page");
  const workers = async (extensionId = "") =>
    (await targets()).filter(
      ({ type, url }) => type === "service_worker" && url.startsWith(`chrome-extension://${extensionId}`),
    );
  const end = (targetId: string) => connection.send("Target.closeTarget", { targetId }).catch(() => undefined);
  const attachTo = async (url: string): Promise<CDPSession> => {
    const page = (await targets()).find((info) => info.url === url);
    if (!page) throw new Error(`no page is open at ${url}`);
    return connection.createSession(page);
  };
  const sessions = new Map<string, CDPSession>();
  for (const { url } of await pages()) sessions.set(url, await attachTo(url));
  return {
    async ask(url, code, argument) {
      const session = sessions.get(url);
      if (!session) throw new Error(`no page is open at ${url}`);
      return evaluate(session, `(${code})(${JSON.stringify(argument)})`);
    },
    async openAlone(url) {
      const { targetId: own } = await connection.send("Target.createTarget", { url });
      await until(async () => {
        const others = (await pages()).filter(({ targetId }) => targetId !== own);
        for (const { targetId } of others) await end(targetId);
        return others.length === 0;
      });
    },
    async clickIcon(extensionId) {
      const [tab, ...more] = await targets([{ type: "tab" }]);
      if (!tab || more.length > 0) throw new Error("no page stands alone");
      await connection.send("Extensions.triggerAction", { id: extensionId, targetId: tab.targetId });
    },
    attach: attachTo,
    close: (url) =>
      until(async () => {
        const open = (await targets()).filter((info) => info.url === url);
        for (const { targetId } of open) await end(targetId);
        return open.length === 0;
      }),
    awake: async () => (await workers()).length,
    killWorker: (extensionId) =>
      until(async () => {
        const running = await workers(extensionId);
        for (const { targetId, attached } of running) {
          if (attached) throw new Error("a debugger is attached to the worker, which then takes longer");
          await end(targetId);
        }
        return running.length === 0;
      }),
  };
}

/** Runs an expression in a page; what comes back is JSON. */
export async function evaluate(session: CDPSession, expression: string) {
  const { result, exceptionDetails } = await session.send("Runtime.evaluate", {
    expression,
    awaitPromise: true,
    returnByValue: true,
  });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value;
}
