import { errorPage, reacting } from "../faults.ts";
import { PAGE_WORKER_PATH } from "../page-worker-script.ts";
import { LOOPBACK } from "../ports.ts";
import type { Behaviour, Written, WrittenText } from "../upstream.ts";

/** Answers of the app, and ways to behave, that more than one scenario needs. */
export const html = (
  status: number,
  title: string,
  text: string,
  headers: Readonly<Record<string, string>> = {},
): WrittenText => ({
  status,
  headers: { "content-type": "text/html; charset=utf-8", ...headers },
  body: errorPage(title, text),
});

/** Nothing listens. */
export const killed = (): Behaviour => ({ listening: false, react: () => "serve" });

export const dropping = (): Behaviour => reacting(() => "drop");

/** The same answer for every page of the shop. */
export const saying = (written: Written) => (): Behaviour => reacting(() => written);

/** The same answer for every page of the shop, in fields for whoever accepts those. */
export const sayingInFields = (written: Written, inFields: Written) => (): Behaviour =>
  reacting(({ accept }) => (accept.includes("application/problem+json") ? inFields : written));

/** What strangers may get in place of a page for signed-in users. */
export const TO_LOGIN = html(302, "Found", "Sign in.", { location: "/-/login" });
export const FROM_SHARED_CACHE = html(200, "Account", "Please sign in.", { age: "340", "x-cache": "HIT" });

/** The same answer for every page of the shop, for whoever asks from this computer's own address alone. */
export const sayingHere = (written: Written) => (): Behaviour =>
  reacting(({ address }) => (address === LOOPBACK ? written : "serve"));

/** Crashes for whoever has signed in, and shows strangers this. */
export const signedInOutage = (toStrangers: "serve" | Written) => (): Behaviour =>
  reacting(({ cookie }) => (/\bsession=/.test(cookie) ? "drop" : toStrangers));

/** Crashes on this page alone. */
export const failingAt =
  (page: string, how: "drop" | Written = "drop") =>
  (): Behaviour =>
    reacting(({ path }) => (path === page ? how : "serve"));

/** A script that the shop hands out. */
export const script = (body: string): Written => ({
  status: 200,
  headers: { "content-type": "text/javascript", "cache-control": "no-store" },
  body,
});

/** A healthy shop that hands out this service worker. */
export const withPageWorker = (source: string) => (): Behaviour =>
  reacting(({ path }) => (path === PAGE_WORKER_PATH ? script(source) : "serve"));
