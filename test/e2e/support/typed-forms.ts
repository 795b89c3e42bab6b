import type { Page } from "puppeteer-core";
import type { Lab } from "../../lab/lab.ts";
import type { Behaviour, Written } from "../../lab/upstream.ts";

/** How the site makes the page that has the form. */
const MAKES = [
  "ordinary",
  "no-store",
  "autocomplete-off",
  "by-script",
  "no-store-by-script",
  "no-store-after-load",
  "unload-listener",
] as const;
export type Make = (typeof MAKES)[number];

/** What stands in the fields after one step back, and whether the very page came back that was left. */
export interface Survived {
  /** The browser had kept the document itself (its back/forward cache). */
  readonly sameDocument: boolean;
  readonly input: boolean;
  readonly textarea: boolean;
  readonly editor: boolean;
}

const TYPED = "as typed";

const fields = (make: Make, method: string): string => {
  const off = make === "autocomplete-off" ? ' autocomplete="off"' : "";
  return `<form method="${method}" action="/sent/${make}"${off}><input name="line"${off}><textarea name="text"${off}></textarea><div id="editor" contenteditable></div><button>Send</button></form>`;
};

function formPage(make: Make, method: string): Written {
  const isLate = make === "no-store-after-load";
  const isByScript = isLate || make === "by-script" || make === "no-store-by-script";
  const isKept = !make.startsWith("no-store");
  const form = fields(make, method);
  // A cookie that a script sets, as most sites have one: Chromium then keeps fewer pages that say no-store.
  const script = [
    "document.cookie = 'seen=' + Date.now();",
    make === "unload-listener" ? "addEventListener('unload', () => {});" : "",
    isByScript ? `const build = () => { document.querySelector('main').innerHTML = ${JSON.stringify(form)}; };` : "",
    isByScript ? (isLate ? "addEventListener('load', () => setTimeout(build));" : "build();") : "",
  ].join("");
  return {
    status: 200,
    headers: { "content-type": "text/html", "cache-control": isKept ? "max-age=0" : "no-store" },
    body: `<!doctype html><html lang="en"><link rel="icon" href="data:,"><title>Form</title><main>${isByScript ? "" : form}</main><script>${script}</script></html>`,
  };
}

/** A page whose button leads by POST to a page with a form. */
const start = (make: Make): Written => ({
  status: 200,
  headers: { "content-type": "text/html" },
  body: `<!doctype html><html lang="en"><link rel="icon" href="data:,"><title>Start</title><form method="post" action="/form/${make}/post"><button>Start</button></form></html>`,
});

/** A site whose forms all fail: `/form/MAKE/METHOD` has one, and whatever it is sent to answers 502. */
export const FAILING_FORMS: Behaviour = {
  listening: true,
  react: ({ path }) => {
    const [, make, method] = /^\/form\/([\w-]+)\/(get|post)$/.exec(path) ?? [];
    const made = MAKES.find((one) => one === make);
    if (made && method) return formPage(made, method);
    const from = MAKES.find((one) => path === `/start/${one}`);
    if (from) return start(from);
    if (!path.startsWith("/sent/")) return "serve";
    return { status: 502, headers: { "content-type": "text/html" }, body: "<!doctype html><title>Bad gateway</title>" };
  },
};

/** Opens a page with a form, types into each of its fields, and sends it. */
export async function typeAndSend(page: Page, make: Make, method: "get" | "post"): Promise<void> {
  await page.goto(`https://shop.example/form/${make}/${method}`);
  await fillAndSend(page);
}

/** The same with a page that came from a form itself. */
export async function typeAndSendBehindPost(page: Page, make: Make): Promise<void> {
  await page.goto(`https://shop.example/start/${make}`);
  await Promise.all([page.waitForFunction("document.title === 'Form'"), page.click("button")]);
  await fillAndSend(page);
}

async function fillAndSend(page: Page): Promise<void> {
  for (const field of ["input", "textarea", "#editor"]) {
    await page.waitForSelector(field);
    await page.click(field);
    await page.keyboard.type(TYPED);
  }
  await page.evaluate(() => sessionStorage.setItem("came", String(performance.timeOrigin)));
  await Promise.all([page.waitForFunction("document.title === 'Bad gateway'"), page.click("button")]);
}

/** What stands in the fields of a page with a form; null while it is not there. */
export const survived = (page: Page): Promise<Survived | null> =>
  page
    .evaluate((typed) => {
      const line = document.querySelector("input");
      const text = document.querySelector("textarea");
      if (document.readyState !== "complete" || !line || !text) return null;
      return {
        sameDocument: sessionStorage.getItem("came") === String(performance.timeOrigin),
        input: line.value === typed,
        textarea: text.value === typed,
        editor: document.querySelector("#editor")?.textContent === typed,
      };
    }, TYPED)
    .catch(() => null);

/** How many forms have reached the site. */
export const postsSeen = (lab: Lab): number =>
  lab.requests.filter(({ by, method }) => by === "gateway" && method === "POST").length;
