import { parseCacheStatus } from "./cache-status.ts";
import { combined, type HeaderList } from "./fields.ts";
import { parseProxyStatus } from "./proxy-status.ts";

/** What gateways call the time that the hop behind them took: Cloudflare, Akamai, and the usual home-made names. */
const ORIGIN_TIME =
  /(?:^|,) {0,4}(?:cfOrigin|origin|upstream|backend) {0,4};[^,]{0,100}?\bdur=(\d{1,7}(?:\.\d{1,6})?)/i;
/** Fastly: VE is the time until the answer's end, in milliseconds. */
const FASTLY_TIMER = /,VE(\d{1,7})$/;

/**
 * The status that the hop nearest to the origin got from behind it, by RFC 9211 `fwd-status` or RFC 9209
 * `received-status`; null when no header tells.
 */
export function statusBehind(headers: HeaderList): number | null {
  const [cache] = parseCacheStatus(headers);
  const [proxy] = parseProxyStatus(headers);
  return cache?.forwardStatus ?? proxy?.receivedStatus ?? null;
}

/** How long the gateway waited for what is behind it, in milliseconds, where a header tells; else null. */
export function timeBehind(headers: HeaderList): number | null {
  const found =
    ORIGIN_TIME.exec(combined(headers, "server-timing"))?.[1] ?? FASTLY_TIMER.exec(combined(headers, "x-timer"))?.[1];
  return found === undefined ? null : Number(found);
}
