import type { ServerResponse } from "node:http";
import { createServer, type Server } from "node:https";
import { json } from "node:stream/consumers";
import { chromiumArgs, chromiumRules } from "../../lab/browser-settings.ts";
import { makeCertificate } from "../../lab/certificate.ts";
import { closeServer, listen } from "../../lab/ports.ts";
import { fileOf, type PageKind, pageOf } from "./bench-pages.ts";

/** Two sites of different registrable domains: from one to the other the browser takes another process. */
const SITES = ["one.example", "two.example"] as const;
/** A page that has not told of itself by then never will. */
const PATIENCE_MS = 60_000;

/** What a page tells of its own load. All in milliseconds. */
export interface PageTimes {
  /** From the start of the navigation to the end of its load event. */
  readonly load: number;
  /** From the start of the navigation to the first contents on the screen. */
  readonly firstPaint: number;
  /** All of its tasks of more than 50 ms together. */
  readonly longTasks: number;
}

/** A page to load: `cold` comes from another site than the page before, in a process of its own, and past the cache. */
export interface Visit {
  readonly kind: PageKind;
  readonly isCold: boolean;
}

/**
 * Pages that measure themselves and ask this server where to go next. So a browser can be sent from page to page with no
 * debugger in any of them.
 */
export interface BenchSite {
  /** What Chromium needs to see the site and nothing else. */
  readonly chromiumArgs: readonly string[];
  /** Firefox does not take part. */
  readonly firefoxPrefs: Readonly<Record<string, never>>;
  /** The address of the first page of a browser that goes by this name; it then waits to be sent on. */
  firstPage(browser: string): string;
  /** Waits until the browser's page is at rest, sends it to the next, and resolves with what that tells. */
  visit(browser: string, visit: Visit): Promise<PageTimes>;
  stop(): Promise<void>;
}

interface Guest {
  /** The page's question where to go, not answered yet. */
  waiting: ServerResponse | null;
  /** Called with each page that has loaded. */
  tell: (times: PageTimes) => void;
  visits: number;
  site: number;
}

/** Starts it on a free port of loopback. */
export async function startBenchSite(): Promise<BenchSite> {
  const certificate = await makeCertificate({ names: SITES });
  const guests = new Map<string, Guest>();
  const guestOf = (browser: string): Guest => {
    const guest = guests.get(browser) ?? { waiting: null, tell: () => undefined, visits: 0, site: 0 };
    guests.set(browser, guest);
    return guest;
  };
  const server: Server = createServer({ key: certificate.key, cert: certificate.cert }, async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "/", `https://${SITES[0]}`);
    if (pathname !== "/next") {
      const { type, body } =
        fileOf(pathname) ?? pageOf(searchParams.get("kind") === "heavy" ? "heavy" : "plain", searchParams.has("warm"));
      const cache = searchParams.has("keep") ? "max-age=3600" : "no-store";
      response.writeHead(200, { "content-type": type, "cache-control": cache }).end(body);
      return;
    }
    const times = await json(request);
    const guest = guestOf(searchParams.get("browser") ?? "");
    guest.waiting = response;
    guest.tell(times as PageTimes);
  });
  const port = await listen(server);
  const addressOf = (browser: string, guest: Guest, { kind, isCold }: Visit): string => {
    if (isCold) guest.site = 1 - guest.site;
    guest.visits += 1;
    const query = new URLSearchParams({ browser, kind, visit: `${guest.visits}`, ...(isCold ? {} : { warm: "" }) });
    return `https://${SITES[guest.site]}/?${query}`;
  };
  return {
    chromiumArgs: chromiumArgs(
      chromiumRules(new Map(SITES.map((site) => [`${site}:443`, port]))),
      certificate.publicKeyHash,
    ),
    firefoxPrefs: {},
    firstPage: (browser) => addressOf(browser, guestOf(browser), { kind: "plain", isCold: false }),
    async visit(browser, visit) {
      const guest = guestOf(browser);
      if (!guest.waiting) await hear(guest);
      const told = hear(guest);
      guest.waiting?.end(addressOf(browser, guest, visit));
      guest.waiting = null;
      return told;
    },
    stop: () => closeServer(server),
  };
}

/** The next page that tells of itself. */
function hear(guest: Guest): Promise<PageTimes> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error("a page of the bench tells nothing")), PATIENCE_MS);
    guest.tell = (times) => {
      clearTimeout(late);
      resolve(times);
    };
  });
}
