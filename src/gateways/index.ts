import { apache } from "./apache.ts";
import { awsAlb } from "./aws-alb.ts";
import { caddy } from "./caddy.ts";
import { cloudflare } from "./cloudflare.ts";
import { cloudfront } from "./cloudfront.ts";
import { envoy } from "./envoy.ts";
import type { GatewayFamily, Recognition, Sample } from "./gateway.ts";
import { haproxy } from "./haproxy.ts";
import { nginx } from "./nginx.ts";
import { squid } from "./squid.ts";
import { varnish } from "./varnish.ts";

/** CDNs first, whose headers name one product; then balancers and caches; servers whose name says little last. */
export const GATEWAYS: readonly GatewayFamily[] = [
  cloudflare,
  cloudfront,
  awsAlb,
  envoy,
  squid,
  varnish,
  haproxy,
  caddy,
  apache,
  nginx,
];

/** No marker lies further in; a header of a megabyte is an attack or an accident. */
const MAX_BODY = 16_384;
const MAX_VALUE = 2_000;
const MAX_FIELDS = 200;

const bounded = ({ status, headers, body }: Sample): Sample => ({
  status,
  headers: headers.slice(0, MAX_FIELDS).map(([name, value]) => [name, value.slice(0, MAX_VALUE)] as const),
  body: body.slice(0, MAX_BODY),
});

/**
 * Who wrote a failing page, from everything seen of it: the anonymous answer with its headers, the tab's
 * document without. A family that wrote a page itself beats one that passed a page on; among equals
 * the order of GATEWAYS decides, then that of the samples. Null when nobody is recognised.
 */
export function recognise(samples: readonly Sample[]): Recognition | null {
  const seen = samples.map(bounded);
  const found = GATEWAYS.flatMap((family) => seen.map((sample) => family.recognise(sample))).filter(
    (recognition) => recognition !== null,
  );
  return found.find(({ word }) => word !== "passed-on") ?? found[0] ?? null;
}
