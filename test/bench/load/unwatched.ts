import type { Browser, CDPSession } from "puppeteer-core";
import { until } from "../../e2e/support/chromium.ts";

/**
 * A browser whose workers no debugger is attached to. Puppeteer attaches to every worker that starts and holds it until
 * it has looked at it, which would be measured as the worker's own. Afterwards puppeteer's own pages are of no use.
 */
export interface Unwatched {
  /** Runs code in the open page at this address; the argument and what comes back are JSON. */
  ask<T, A>(url: string, code: (argument: A) => T | Promise<T>, argument: A): Promise<T>;
  /** Ends an extension's worker as the browser does with an idle one, and waits until it is gone. */
  killWorker(extensionId: string): Promise<void>;
}

/** Takes puppeteer's debugger away from everything but the pages that are open now. */
export async function unwatch(browser: Browser): Promise<Unwatched> {
  const connection = (await browser.target().createCDPSession()).connection();
  if (!connection) throw new Error("the browser has gone");
  await connection.send("Target.setAutoAttach", { autoAttach: false, waitForDebuggerOnStart: false, flatten: true });
  const targets = async () => (await connection.send("Target.getTargets")).targetInfos;
  const sessions = new Map<string, CDPSession>();
  for (const info of await targets()) {
    if (info.type === "page") sessions.set(info.url, await connection.createSession(info));
  }
  return {
    async ask(url, code, argument) {
      const session = sessions.get(url);
      if (!session) throw new Error(`no page is open at ${url}`);
      const { result, exceptionDetails } = await session.send("Runtime.evaluate", {
        expression: `(${code})(${JSON.stringify(argument)})`,
        awaitPromise: true,
        returnByValue: true,
      });
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      return result.value;
    },
    async killWorker(extensionId) {
      await until(async () => {
        const worker = (await targets()).find(
          ({ type, url }) => type === "service_worker" && url.includes(extensionId),
        );
        if (worker?.attached) throw new Error("a debugger is attached to the worker, which then takes longer");
        if (worker) await connection.send("Target.closeTarget", { targetId: worker.targetId }).catch(() => undefined);
        return !worker;
      });
    },
  };
}
