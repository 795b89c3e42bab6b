import { isFirefox } from "../platform/browser.ts";
import type { Settled } from "../signals/settled.ts";
import type { Connectivity } from "../signals/signals.ts";
import { settle } from "./act.ts";
import { readStart } from "./bounded-body.ts";

const PATIENCE_MS = 5_000;

/** The browser vendor's own endpoints; a check opened by the user asks them, nothing else does. */
const ENDPOINTS = isFirefox
  ? { secure: "https://detectportal.firefox.com/success.txt", plain: "http://detectportal.firefox.com/success.txt" }
  : { secure: "https://www.gstatic.com/generate_204", plain: "http://www.gstatic.com/generate_204" };

const ask = (url: string, mode: RequestMode): Promise<Response> =>
  fetch(url, {
    mode,
    credentials: "omit",
    cache: "no-store",
    redirect: mode === "no-cors" ? "follow" : "manual",
    referrerPolicy: "no-referrer",
    signal: AbortSignal.timeout(PATIENCE_MS),
  });

/**
 * Asks the browser vendor's endpoint over https first: an answer proves the way to the internet, since
 * nothing on the way can forge it. Only if that fails, over plain http, where a captive portal answers in
 * the endpoint's place. Without host access the answers are opaque, and only "something answered" is known.
 */
export function connectivity(): Promise<Settled<Connectivity>> {
  return settle(async () => {
    const secure = await ask(ENDPOINTS.secure, "no-cors").catch(() => null);
    if (secure) return "online";
    const plain = await ask(ENDPOINTS.plain, "cors").catch(() => null);
    if (!plain) return "no-internet";
    if (plain.type === "opaqueredirect") return "captive-portal";
    if (isFirefox) return (await readStart(plain, 64)).text.trim() === "success" ? "online" : "captive-portal";
    return plain.status === 204 ? "online" : "captive-portal";
  });
}
