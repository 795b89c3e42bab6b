import type { Browser } from "puppeteer-core";

/**
 * Runs code in Firefox's own window, with the browser's privileges: what tells whether the extension's
 * background runs, and presses the toolbar button. Needs `--remote-allow-system-access`.
 */
export interface System {
  /** The function runs there, so it must stand alone; argument and result are JSON. */
  run<T, A>(code: (argument: A) => T | Promise<T>, argument: A): Promise<T>;
}

/** The parts of WebDriver BiDi that puppeteer has no words for. */
interface Connection {
  send(method: "browsingContext.getTree", params: { "moz:scope": "chrome" }): Promise<{ result: Tree }>;
  send(method: "script.evaluate", params: Evaluate): Promise<{ result: Evaluated }>;
}

interface Tree {
  readonly contexts: ReadonlyArray<{ readonly context: string; readonly url: string }>;
}

interface Evaluate {
  readonly expression: string;
  readonly target: { readonly context: string };
  readonly awaitPromise: true;
}

type Evaluated =
  | { readonly type: "success"; readonly result: { readonly value?: string } }
  | { readonly type: "exception"; readonly exceptionDetails: { readonly text: string } };

const WINDOW = "chrome://browser/content/browser.xhtml";

/** Opens the way into the window of a running Firefox. */
export function systemOf(browser: Browser): System {
  // Puppeteer keeps its connection to itself, and offers no other way to send Firefox's own parameters.
  const { connection } = browser as unknown as { connection: Connection };
  return {
    async run<T, A>(code: (argument: A) => T | Promise<T>, argument: A): Promise<T> {
      const tree = await connection.send("browsingContext.getTree", { "moz:scope": "chrome" });
      const context = tree.result.contexts.find(({ url }) => url === WINDOW)?.context;
      if (context === undefined) throw new Error("Firefox shows no window of its own");
      const { result } = await connection.send("script.evaluate", {
        expression: `(async () => JSON.stringify({ value: await (${code})(${JSON.stringify(argument)}) }))()`,
        target: { context },
        awaitPromise: true,
      });
      if (result.type === "exception") throw new Error(result.exceptionDetails.text);
      return (JSON.parse(result.result.value ?? "{}") as { value: T }).value;
    },
  };
}
