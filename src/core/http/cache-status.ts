import { combined, type HeaderList, itemsOf, shown, textOf } from "./fields.ts";

/** Why a cache asked the hop behind it (RFC 9211 section 2.2). */
const FORWARDS = ["bypass", "method", "uri-miss", "vary-miss", "miss", "request", "stale", "partial"] as const;

/** What one cache did with the request. */
export interface CacheStatus {
  readonly name: string;
  readonly hit: boolean;
  readonly forwarded?: (typeof FORWARDS)[number];
  /** What the hop behind it answered. */
  readonly forwardStatus?: number;
  /** Seconds of freshness left; negative for a stale copy. */
  readonly ttl?: number;
}

/** Reads `Cache-Status` (RFC 9211): caches in order, the origin's side first. Malformed gives none; never throws. */
export function parseCacheStatus(headers: HeaderList): CacheStatus[] {
  return itemsOf(combined(headers, "cache-status")).flatMap(([item, parameters]) => {
    const name = shown(textOf(item) ?? "");
    if (name === "") return [];
    const why = textOf(parameters.get("fwd"));
    const forwarded = FORWARDS.find((reason) => reason === why);
    const status = parameters.get("fwd-status");
    const ttl = parameters.get("ttl");
    return [
      {
        name,
        hit: parameters.get("hit") === true,
        ...(forwarded !== undefined && { forwarded }),
        ...(typeof status === "number" && Number.isInteger(status) && { forwardStatus: status }),
        ...(typeof ttl === "number" && Number.isInteger(ttl) && { ttl }),
      },
    ];
  });
}
