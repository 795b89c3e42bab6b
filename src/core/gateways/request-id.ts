import type { OwnerKey } from "./note.ts";

/** Notes that quote the request id. */
type IdKey = Extract<OwnerKey, `${string}_by_id`>;

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

/**
 * What the id of each product looks like. Where several hops sign an answer, the id at hand may be another's,
 * and would be looked for in vain in this one's log.
 */
const SHAPES: Readonly<Record<IdKey, RegExp>> = {
  owner_id_by_id: /./,
  owner_varnish_fetch_by_id: /^\d{1,20}$/,
  owner_envoy_flags_by_id: UUID,
  owner_kong_log_by_id: /^[0-9a-f]{32}$/,
  owner_front_door_log_by_id: /^(?:\d{8}T\d{6}Z-[\w-]{10,60}|0[\w+/]{20,80}={0,2}|[0-9A-F]{32})$/,
  owner_alb_log_by_id: /^Root=/,
  owner_api_gateway_log_by_id: /^(?:[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|[\w+/-]{10,20}=)$/,
  owner_cloudfront_log_by_id: /^[\w=+/-]{40,80}$/,
  owner_cloudflare_edge_by_id: /^[0-9a-f]{16}(?:-[A-Z]{3})?$/,
  owner_akamai_reference_by_id: /^\d{1,3}\.[0-9a-f]{4,12}\.\d{6,12}\.[0-9a-f]{4,12}$/,
  owner_imperva_by_id: /^\d[\d-]{9,59}$/,
  owner_vercel_log_by_id: /::/,
  owner_heroku_log_by_id: UUID,
};

/** Whether this note can quote this id; a note that quotes none always can. */
export const fitsId = (key: OwnerKey, requestId: string | null): boolean =>
  !Object.hasOwn(SHAPES, key) || (requestId !== null && SHAPES[key as IdKey].test(requestId));
