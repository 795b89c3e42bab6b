import type { Cause, Side } from "../../src/core/evidence/causes.ts";
import { SHOP } from "./names.ts";
import { KEPT_PAGE, OLD_ANSWER_PATH, PAGE_WORKER_PATH, PAGE_WORKER_SCRIPT } from "./page-worker-script.ts";
import { isPreparation, preparationPath } from "./preparation.ts";
import type { StatusPageState } from "./status-page.ts";
import { type Ask, type Behaviour, HEALTHY, type Reaction, type Written } from "./upstream.ts";

export const FAULT_IDS = [
  "kill-upstream",
  "hang",
  "garbage",
  "maintenance",
  "oversized-cookie",
  "signed-in-outage",
  "cached-error",
  "page-worker",
  "flapping",
  "page-only",
  "recover",
] as const;

export type FaultId = (typeof FAULT_IDS)[number];

/** What a perfect judge would say. `none`: nothing is broken. */
export interface Truth {
  readonly side: Side | "none";
  readonly cause: Cause | null;
  /** Causes that leave the same traces: naming one is right when the true one is named as alternative. */
  readonly alsoAccept?: readonly Cause[];
  /**
   * Nothing that one browser sees tells this fault from its twin on another side: only a look from elsewhere
   * would. `unsure` is right if the popup names a step that settles it (settling-steps.ts).
   */
  readonly needsAnotherBrowser?: true;
  /** Over by the click, too: no step settles any more which of the twins it was, so that `unsure` alone is right. */
  readonly isOver?: true;
}

/** One way to break the shop, as data. */
export interface Fault {
  readonly id: FaultId;
  readonly title: string;
  /** What is broken and why, in one sentence for people. */
  readonly why: string;
  readonly truth: Truth;
  /** The page that shows it. */
  readonly url: string;
  /** The page to visit first, which says `<html data-ready="true">` when the browser is prepared; null: none. */
  readonly prepareUrl: string | null;
  /** A fresh behaviour of the app, with counts of its own. */
  readonly behaviour: () => Behaviour;
  /** What the status page says meanwhile. Mostly nothing: they lag. */
  readonly statusPage: StatusPageState;
}

export const ORIGIN = `https://${SHOP}`;

type Details = Pick<Fault, "title" | "why" | "truth"> & {
  readonly path: string;
  readonly behaviour: Fault["behaviour"];
  readonly statusPage?: StatusPageState;
};

/** While listening, reacts so to everything but the pages that prepare browsers. */
export const reacting = (react: (ask: Ask) => Reaction): Behaviour => ({
  listening: true,
  react: (ask) => (isPreparation(ask.path) ? "serve" : react(ask)),
});

export const errorPage = (title: string, text: string): string =>
  `<!doctype html><html lang="en"><link rel="icon" href="data:,"><title>${title}</title><h1>${title}</h1><p>${text}</p></html>`;

export const MAINTENANCE: Written = {
  status: 503,
  headers: { "content-type": "text/html; charset=utf-8", "retry-after": "120" },
  body: errorPage(
    "Down for maintenance",
    "We are carrying out scheduled maintenance and will be back in a few minutes.",
  ),
};

export const CACHED_ERROR: Written = {
  status: 503,
  headers: { "content-type": "text/html; charset=utf-8", "cache-control": "max-age=600" },
  body: errorPage("Service unavailable", "Too many people want a bargain. Try again later."),
};

const PAGE_WORKER: Written = {
  status: 200,
  headers: { "content-type": "text/javascript", "cache-control": "no-store" },
  body: PAGE_WORKER_SCRIPT,
};

/** The app's header limit, as in many servers. */
export const COOKIE_LIMIT_BYTES = 8192;

/** The first answer after a browser was prepared is an error that may be kept; every later one is fine. */
function errorOnce(): Behaviour {
  let owed = false;
  return {
    listening: true,
    react({ path }) {
      if (path === preparationPath("cached-error")) owed = true;
      if (path !== "/sale" || !owed) return "serve";
      owed = false;
      return CACHED_ERROR;
    },
  };
}

/** Two servers take turns for each page, and the first of them is dead. */
function takingTurns(): Behaviour {
  const asked = new Map<string, number>();
  return reacting(({ path }) => {
    const before = asked.get(path) ?? 0;
    asked.set(path, before + 1);
    return before % 2 === 0 ? "drop" : "serve";
  });
}

const DETAILS: Record<FaultId, Details> = {
  "kill-upstream": {
    title: "Server down",
    why: "The shop's server is not running: its gateway's connections are refused.",
    truth: { side: "server", cause: "origin-down" },
    path: "/cart",
    behaviour: () => ({ ...HEALTHY, listening: false }),
  },
  hang: {
    title: "Server hangs",
    why: "The shop's server takes requests and never answers: its gateway gives up after 2 seconds.",
    truth: { side: "server", cause: "origin-slow" },
    path: "/cart",
    behaviour: () => reacting(() => "hang"),
  },
  garbage: {
    title: "Server answers nonsense",
    why: "The shop's server answers with bytes that are not HTTP.",
    truth: { side: "server", cause: "origin-invalid", alsoAccept: ["origin-down"] },
    path: "/cart",
    behaviour: () => reacting(() => "garbage"),
  },
  maintenance: {
    title: "Maintenance",
    why: "The shop has closed for maintenance, says so, and asks to come back in two minutes.",
    truth: { side: "server", cause: "maintenance" },
    path: "/cart",
    behaviour: () => reacting(() => MAINTENANCE),
    statusPage: "maintenance",
  },
  "oversized-cookie": {
    title: "Too many cookies",
    why: "The shop has stored 10 KB of cookies in this browser, and its server crashes on more than 8 KB.",
    truth: { side: "you", cause: "cookies" },
    path: "/cart",
    behaviour: () => reacting(({ cookie }) => (Buffer.byteLength(cookie) > COOKIE_LIMIT_BYTES ? "drop" : "serve")),
  },
  "signed-in-outage": {
    title: "Down for signed-in customers",
    why: "The part of the shop for signed-in customers is down; visitors see nothing of it.",
    truth: { side: "server", cause: "signed-in", needsAnotherBrowser: true },
    path: "/account",
    behaviour: () => reacting(({ cookie }) => (/\bsession=/.test(cookie) ? "drop" : "serve")),
  },
  "cached-error": {
    title: "Error kept by the browser",
    why: "The shop failed once and let browsers keep that answer for ten minutes. It has been fine since.",
    truth: { side: "you", cause: "stale-cache" },
    path: "/sale",
    behaviour: errorOnce,
  },
  "page-worker": {
    title: "The shop's own service worker",
    why: "The shop's service worker in this browser keeps an old 502 and serves it for ever. The shop is fine.",
    truth: { side: "you", cause: "page-worker" },
    path: KEPT_PAGE,
    behaviour: () =>
      reacting(({ path }) => (path === OLD_ANSWER_PATH ? "drop" : path === PAGE_WORKER_PATH ? PAGE_WORKER : "serve")),
  },
  flapping: {
    title: "Every other time",
    why: "One of the shop's two servers is dead, and they take turns: every other request fails.",
    truth: { side: "server", cause: "intermittent" },
    path: "/cart",
    behaviour: takingTurns,
  },
  "page-only": {
    title: "One page broken",
    why: "The shop's server crashes on its search page; everything else works.",
    truth: { side: "server", cause: "page-only" },
    path: "/search",
    behaviour: () => reacting(({ path }) => (path === "/search" ? "drop" : "serve")),
  },
  recover: {
    title: "Make it work again",
    why: "Everything works.",
    truth: { side: "none", cause: null },
    path: "/cart",
    behaviour: () => HEALTHY,
  },
};

/** The fault with this id. */
export function faultOf(id: FaultId): Fault {
  const { path, statusPage = "operational", ...details } = DETAILS[id];
  const preparation = preparationPath(id);
  const prepareUrl = preparation === null ? null : ORIGIN + preparation;
  return { id, ...details, url: ORIGIN + path, prepareUrl, statusPage };
}

/** Every fault, `recover` last. */
export const FAULTS: readonly Fault[] = FAULT_IDS.map(faultOf);
