import type { Answer } from "../../../../src/core/http/answer.ts";
import type { PageContent } from "../../../../src/core/http/page-content.ts";
import { type FailureReason, notSent, type Settled } from "../../../../src/core/http/settled.ts";
import type { Navigation } from "../../../../src/core/incident/navigation.ts";
import type { Signals } from "../../../../src/core/incident/signals.ts";
import type { StatusReport } from "../../../../src/core/status-pages/model.ts";

export const URL_ASKED = "https://shop.example/cart";

export const ok = <T>(value: T): Settled<T> => ({ state: "ok", value, at: 1_000, took: 40 });
export const failed = (reason: FailureReason = "network"): Settled<never> => ({
  state: "failed",
  reason,
  at: 1_000,
  took: 40,
});

export const response = (status: number, headers: Record<string, string> = {}, body = ""): Answer => ({
  kind: "response",
  url: URL_ASKED,
  status,
  headers: Object.entries(headers),
  body,
  truncated: false,
});
export const redirect: Answer = { kind: "redirect", url: URL_ASKED };

/** Answers that are not this page from its origin, whoever asks. */
export const ELSEWHERE: ReadonlyArray<readonly [what: string, answer: Answer]> = [
  ["a redirect", redirect],
  ["a 401", response(401)],
  ["a 403", response(403)],
  ["a 404", response(404)],
  ["a 429", response(429)],
  ["a challenge", response(403, { "cf-mitigated": "challenge" })],
  ["a shared cache's copy", response(200, { age: "12" })],
  ["a shared cache's hit", response(200, { "x-cache": "HIT" })],
];

/** Probes that brought nothing back. */
export const NOTHING: ReadonlyArray<readonly [what: string, settled: Settled<never>]> = [
  ["timed out", failed("timeout")],
  ["failed on the network", failed("network")],
  ["got garbage", failed("malformed")],
  ["was throttled", notSent("throttled")],
  ["was forbidden", notSent("forbidden")],
  ["was left out to protect the page", notSent("protected")],
  ["was not needed", notSent("not-needed")],
];

export const works = ok(response(200));
export const fails = ok(response(502));

export const navigation = (parts: Partial<Navigation> = {}): Navigation => ({
  status: 502,
  type: "navigate",
  startedAt: 500,
  source: "network",
  protocol: "h2",
  waited: 40,
  serverTiming: [],
  ...parts,
});

export const page = (parts: Partial<PageContent> = {}): Settled<PageContent> =>
  ok({ html: "<html></html>", cookieBytes: 0, links: [], ...parts });

/** What a status page said of the site as a whole, with nothing listed, and lately. */
export const statusReport = (
  overall: StatusReport["overall"],
  parts: Partial<StatusReport> = {},
): Settled<StatusReport> =>
  ok({
    product: "statuspage",
    url: "https://status.shop.example/",
    name: "Shop",
    overall,
    indicator: overall,
    title: null,
    components: [],
    notices: [],
    updatedAt: null,
    ...parts,
  });

/** Signals with nothing gathered yet but the parts given. */
export const signals = (parts: Partial<Signals> = {}): Signals => ({
  incident: { url: URL_ASKED, status: 502, protected: false },
  navigation: null,
  page: notSent("not-needed"),
  anonymous: notSent("not-needed"),
  retries: [],
  described: null,
  root: notSent("not-needed"),
  throughPageWorker: [],
  connectivity: notSent("not-needed"),
  impostorAnswer: null,
  statusPage: notSent("not-needed"),
  gatewayStatus: notSent("not-needed"),
  reload: "not-tried",
  askedPlaces: notSent("not-needed"),
  address: notSent("not-needed"),
  privateWindow: "not-asked",
  otherDevice: "not-asked",
  requests: null,
  ...parts,
});

export const LIMITED = { url: URL_ASKED, status: 429, protected: false } as const;
export const PROTECTED = { url: URL_ASKED, status: 502, protected: true } as const;
