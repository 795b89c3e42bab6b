import { isProxyError } from "../core/repair/proxy-error.ts";
import { requestError } from "../platform/request-error.ts";
import { bareFetch } from "./bare-fetch.ts";

/** A proxy that is gone refuses at once; one whose host drops packets is found out by the browser in some seconds. */
const PATIENCE_MS = 10_000;

/** Whether one more request for an address fails at the browser's proxy, before it comes near the site. Never rejects. */
export async function failsAtProxy(url: string): Promise<boolean> {
  const error = await requestError(url, () => bareFetch(url, { signal: AbortSignal.timeout(PATIENCE_MS) }));
  return error !== null && isProxyError(error);
}
