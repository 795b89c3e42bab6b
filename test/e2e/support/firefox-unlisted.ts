import { randomUUID } from "node:crypto";
import type { System } from "./firefox-system.ts";

/** Where a page of ours stands that WebDriver does not list among its contexts. */
export type Unlisted = "popup" | "sidebar";

interface Beside {
  readonly messageManager: {
    addMessageListener(name: string, listener: (message: { data: string | null }) => void): void;
    loadFrameScript(url: string, delayed: boolean): void;
  };
}

interface Question {
  readonly where: Unlisted;
  readonly name: string;
  readonly script: string;
}

/**
 * Runs code on the document of such a page, beside it: the page itself is not touched. The function stands alone; its
 * argument and its result are JSON. Null while there is no such page.
 */
export async function readUnlisted<T, A>(
  system: System,
  where: Unlisted,
  code: (document: Document, argument: A) => T,
  argument: A,
): Promise<T | null> {
  // A name for each question, or a late answer to one would count for the next.
  const name = `faultline-test:${randomUUID()}`;
  const call = `(${code})(content.document, ${JSON.stringify(argument)})`;
  const script = `sendAsyncMessage("${name}", JSON.stringify(${call}))`;
  const answer = await system.run(ask, { where, name, script });
  return answer === null ? null : (JSON.parse(answer) as T);
}

/** Runs in Firefox's own window, so it stands alone. */
function ask({ where, name, script }: Question): Promise<string | null> {
  return new Promise((resolve) => {
    const sidebar = document.querySelector("#sidebar") as HTMLIFrameElement | null;
    const found =
      where === "popup"
        ? document.querySelector(".webextension-popup-browser")
        : sidebar?.contentDocument?.querySelector("#webext-panels-browser");
    const page = (found ?? null) as unknown as Beside | null;
    if (!page) return resolve(null);
    page.messageManager.addMessageListener(name, ({ data }) => resolve(data));
    // A page that is just being opened moves to its process, and what is asked meanwhile is lost.
    setTimeout(() => resolve(null), 1_000);
    page.messageManager.loadFrameScript(`data:application/javascript,${encodeURIComponent(script)}`, false);
  });
}

/** What a page of ours shows: the data of its `main`. */
export type PageData = Readonly<Record<string, string | undefined>>;

/** What such a page shows; null while there is none. */
export const mainOf = (system: System, where: Unlisted): Promise<PageData | null> =>
  readUnlisted(
    system,
    where,
    (document) => {
      const main = document.querySelector("main");
      return main && { ...main.dataset };
    },
    null,
  );
