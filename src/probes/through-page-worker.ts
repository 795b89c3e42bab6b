import type { Answer } from "../core/http/answer.ts";
import { notSent, type Settled } from "../core/http/settled.ts";
import { inPage } from "../platform/tabs.ts";
import { bareFetchInPage } from "./bare-fetch.ts";

/**
 * Asks the page's own address from inside the page, so that the answer comes through the site's service
 * worker in this browser. The request itself carries no cookies, but a worker that asks the network anew may
 * add the site's own: beside the anonymous answers of the same moments it points at the worker, and only a
 * load of the page past the worker proves it. A Content-Security-Policy may forbid it, which proves nothing.
 */
export async function throughPageWorker(tabId: number, url: string): Promise<Settled<Answer>> {
  const at = Date.now();
  const found = await inPage(tabId, bareFetchInPage, { args: [url, 8_000], asPage: true, patience: 10_000 });
  const took = Date.now() - at;
  if (found.state !== "ok") return notSent("forbidden");
  // The page's own scripts may have had a hand in it, so nothing is taken on trust.
  const { status, redirected } = found.value;
  if (typeof status !== "number") return notSent("forbidden");
  if (redirected) return { state: "ok", value: { kind: "redirect", url }, at, took };
  return { state: "ok", value: { kind: "response", url, status, headers: [], body: "", truncated: false }, at, took };
}
