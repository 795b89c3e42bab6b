import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CHECKS, judge } from "../../../../src/core/checks/index.ts";
import type { Weight } from "../../../../src/core/evidence/weight.ts";
import { WEIGHTS } from "../../../../src/core/evidence/weights.ts";
import { notSent } from "../../../../src/core/http/settled.ts";
import type { AnswerSource } from "../../../../src/core/incident/answer-source.ts";
import type { Incident } from "../../../../src/core/incident/incident.ts";
import type { SignalName, Signals } from "../../../../src/core/incident/signals.ts";
import { present } from "../../../../src/core/verdict/present.ts";
import { holds } from "../../../property.ts";
import { failed, fails, navigation, ok, page, response, signals, URL_ASKED, works } from "../checks/given.ts";
import { anySignals } from "../checks/random.ts";

const incident = ({ incident: { url, status }, navigation: entry }: Signals): Incident => ({
  id: "i",
  tabId: 7,
  url,
  status,
  since: 1_000,
  noticed: "sentinel",
  method: "GET",
  private: false,
  navigation: entry,
});
const shown = (given: Signals) =>
  present(incident(given), given, {
    id: "c",
    order: CHECKS,
    startedAt: 2_000,
    endsBy: 10_000,
    finishedAt: 9_000,
    known: new Set(Object.keys(given) as SignalName[]),
    statusPageUrl: null,
    begun: null,
  });

/** What installed apps show in place of a page, and what nobody but a gateway ought to write. */
const PAGES: ReadonlyArray<readonly [what: string, html: string]> = [
  ["nothing", ""],
  ["JSON", '{"error":"offline","message":"You are offline"}'],
  ["English", "<h1>You are offline</h1><p>Please check your internet connection.</p>"],
  ["German", "<h1>Sie sind offline</h1><p>Bitte prüfen Sie Ihre Internetverbindung.</p>"],
  ["French", "<h1>Vous êtes hors ligne</h1><p>Vérifiez votre connexion Internet.</p>"],
  ["Spanish", "<h1>Estás sin conexión</h1><p>Comprueba tu conexión a Internet.</p>"],
  ["Portuguese", "<h1>Você está offline</h1><p>Verifique sua conexão com a Internet.</p>"],
  ["Italian", "<h1>Sei offline</h1><p>Controlla la connessione a Internet.</p>"],
  ["Russian", "<h1>Вы не в сети</h1><p>Проверьте подключение к интернету.</p>"],
  ["Turkish", "<h1>Çevrimdışısınız</h1><p>İnternet bağlantınızı kontrol edin.</p>"],
  ["Polish", "<h1>Jesteś offline</h1><p>Sprawdź połączenie z internetem.</p>"],
  ["Chinese", "<h1>您已离线</h1><p>请检查您的网络连接。</p>"],
  ["Japanese", "<h1>オフラインです</h1><p>インターネット接続を確認してください。</p>"],
  ["Arabic", "<h1>أنت غير متصل بالإنترنت</h1>"],
  ["Hindi", "<h1>आप ऑफ़लाइन हैं</h1>"],
  ["a full site", "<h1>Service unavailable</h1><p>Too many people are here. The server is overloaded.</p>"],
  ["maintenance", "<h1>Down for maintenance</h1><p>We are carrying out scheduled maintenance.</p>"],
  ["a refusal", "<h1>Your access to this site has been limited</h1><p>Your IP address has been blocked.</p>"],
  ["a test for robots", "<script>window._cf_chl_opt={}</script>"],
  ["nginx", "<html><center><h1>502 Bad Gateway</h1></center><hr><center>nginx</center></html>"],
  ["Cloudflare", "<center>cloudflare</center>"],
  ["a box of the user's", "[Fiddler] The connection to the upstream proxy/gateway failed."],
];

const OWN: readonly AnswerSource[] = ["page-worker", "perhaps-page-worker"];
const STATUSES = [500, 502, 503, 504, 511] as const;

/** A page of the worker's. What stands past it is for the case to say. */
const ofWorker = (html: string, source: AnswerSource, status: number, past: Partial<Signals>): Signals =>
  signals({
    incident: { url: URL_ASKED, status, protected: false },
    navigation: navigation({ source, status, protocol: "", waited: 1 }),
    page: page({ html }),
    ...past,
  });

const always = (answer: Signals["anonymous"]): Partial<Signals> => ({
  anonymous: answer,
  retries: [answer, answer, answer],
});
const silent = always(failed());
const nginx = ok(
  response(502, { server: "nginx" }, "<center><h1>502 Bad Gateway</h1></center><hr><center>nginx</center>"),
);

/** What past a page of the worker's tells whose it is, each beside those that look alike in the tab. */
const WORLDS: ReadonlyArray<readonly [what: string, past: Partial<Signals>, side: string, cause: string | null]> = [
  [
    "everything works again",
    { ...always(works), throughPageWorker: [works, works], connectivity: ok("online") },
    "unsure",
    null,
  ],
  [
    "everything works again, and so does the tab",
    { ...always(works), throughPageWorker: [works, works], connectivity: ok("online"), reload: "works" },
    "unsure",
    null,
  ],
  ["nothing answers", { ...silent, connectivity: ok("no-internet") }, "you", "offline"],
  ["nothing answers but a portal", { ...silent, connectivity: ok("captive-portal") }, "unsure", "captive-portal"],
  ["the site alone is silent", { ...silent, connectivity: ok("online") }, "unsure", null],
  ["the site alone answers", { ...always(works), connectivity: ok("no-internet") }, "unsure", null],
  [
    "the site fails",
    { ...always(nginx), throughPageWorker: [fails, fails], connectivity: ok("online") },
    "server",
    "origin-down",
  ],
  [
    "the site fails, and a firewall blocks the test",
    { ...always(nginx), connectivity: ok("no-internet") },
    "server",
    null,
  ],
  [
    "it works past the worker, and the tab does too",
    {
      ...always(works),
      throughPageWorker: [fails, fails],
      connectivity: ok("online"),
      reload: "works-past-cache",
    },
    "you",
    "page-worker",
  ],
  [
    "it works past the worker, for strangers",
    { ...always(works), throughPageWorker: [fails, fails], connectivity: ok("online") },
    "unsure",
    null,
  ],
  [
    "it works for strangers alone, and the tab fails past the worker as well",
    { ...always(works), throughPageWorker: [fails, fails], connectivity: ok("online"), reload: "fails" },
    "unsure",
    null,
  ],
  ["nobody was asked", {}, "unsure", null],
];

describe("a page that the site's own worker may have written", () => {
  describe.each(WORLDS)("where %s", (_what, past, side, cause) => {
    it.each(PAGES)(`is judged by that, whatever it says: %s`, (_language, html) => {
      for (const source of OWN) {
        for (const status of STATUSES) {
          const { verdict } = shown(ofWorker(html, source, status, past));
          expect(verdict?.side ?? "unsure", `${source} ${status}`).toBe(side);
          if (cause !== null) expect(verdict?.cause).toBe(cause);
        }
      }
    });
  });

  it("gives no word of the network's, the browser's cache's or a gateway's", () => {
    const OF_OTHERS = [
      "answered-over-https",
      "not-from-cache",
      "cached-error",
      "cached-and-works-past",
      "cached-but-still-failing",
      "waited-for-timeout",
    ];
    const OF_WORKERS = ["written-by-page-worker", "perhaps-written-by-page-worker"];
    for (const source of OWN) {
      for (const [what, html] of PAGES) {
        const given = ofWorker(html, source, 503, { ...always(works), connectivity: ok("online") });
        const waited = { ...given, navigation: navigation({ source, waited: 60_000, protocol: "" }) };
        const evidence = CHECKS.flatMap((check) => judge(check, waited).evidence);
        const groups = evidence.filter((id) => (WEIGHTS[id] as Weight).group === "gateway");
        expect([...evidence.filter((id) => OF_OTHERS.includes(id)), ...groups], `${source} ${what}`).toEqual([]);
        expect(evidence.filter((id) => OF_WORKERS.includes(id))).toHaveLength(1);
        expect(shown(waited).details).toMatchObject({ gateway: null, waited: null, protocol: null });
      }
    }
  });

  it("has its rows and its verdict say so", () => {
    const offline = ofWorker("<h1>You are offline</h1>", "page-worker", 503, {
      ...always(works),
      throughPageWorker: [works, works],
      connectivity: ok("online"),
    });
    const { rows, verdict, path } = shown(offline);
    const says = Object.fromEntries(rows.map((row) => [row.check, row.says.key]));
    expect(says).toMatchObject({
      gateway: "check_gateway_page_worker",
      cache: "check_cache_page_worker",
      connection: "check_connection_works_now",
    });
    expect(verdict).toMatchObject({
      headline: { key: "side_unsure" },
      why: { key: "side_unsure_why_page_worker" },
      action: "reload-past-cache",
    });
    expect(path).toMatchObject({ you: "unknown", gateway: "unknown" });
    const perhaps = { ...offline, navigation: navigation({ source: "perhaps-page-worker", protocol: "" }) };
    expect(shown(perhaps).rows.find(({ check }) => check === "gateway")?.says.key).toBe(
      "check_gateway_perhaps_page_worker",
    );
    expect(shown(perhaps).verdict?.why.key).toBe("side_unsure_why_perhaps_page_worker");
  });

  it("is told as past once the tab is served", () => {
    const { verdict } = shown(
      ofWorker("<h1>You are offline</h1>", "page-worker", 503, {
        ...silent,
        connectivity: ok("no-internet"),
        reload: "works",
      }),
    );
    expect(verdict).toMatchObject({
      side: "you",
      cause: "offline",
      headline: { args: [{ key: "cause_offline_over_headline" }] },
      why: { key: "cause_transient_why" },
      advice: { key: "cause_over_advice" },
      lasts: null,
      action: null,
    });
  });

  it("is no word of a lost connection while that works and the site alone is silent", () => {
    const silentSite = { ...silent, connectivity: ok("online" as const) };
    const { verdict, step } = shown(ofWorker("<h1>You are offline</h1>", "page-worker", 503, silentSite));
    expect(verdict).toMatchObject({
      headline: { key: "side_unsure" },
      why: { key: "side_unsure_why_page_worker_online" },
      advice: { key: "advice_other_device" },
    });
    expect(step).toMatchObject({ id: "other-device" });
    const perhaps = ofWorker("", "perhaps-page-worker", 503, silentSite);
    expect(shown(perhaps).verdict?.why.key).toBe("side_unsure_why_perhaps_page_worker_online");
  });

  it("asks for no other window or device once the tab is served again", () => {
    const back = { ...always(works), connectivity: ok("online" as const), reload: "works" as const };
    for (const source of OWN) {
      const { step, verdict } = shown(ofWorker("<h1>You are offline</h1>", source, 503, back));
      expect(step, source).toBeNull();
      expect(verdict?.advice.key, source).toBe("advice_page_worker");
    }
  });

  it("names the gateway that wrote a stranger's answer, and nobody else", () => {
    const squid = "<html><body id=ERR_CANNOT_FORWARD></body></html>";
    const { details } = shown(ofWorker(squid, "page-worker", 503, always(nginx)));
    expect(details).toMatchObject({ gatewayFamily: "nginx" });
  });

  it("never changes the verdict by its words, nor by a status that no stranger is given", () => {
    const bodies = fc.constantFrom(...PAGES.map(([, html]) => html));
    holds(
      [anySignals, bodies, bodies, fc.constantFrom(...STATUSES), fc.constantFrom(...STATUSES), fc.constantFrom(...OWN)],
      (given, one, other, status, otherStatus, source) => {
        const verdictOf = (html: string, of: number) => {
          const inTab = { ...given.incident, url: URL_ASKED, status: of };
          const entry = navigation({ source, status: of });
          const { verdict } = shown({ ...given, incident: inTab, navigation: entry, page: page({ html }) });
          return verdict;
        };
        const { anonymous } = given;
        const met = anonymous.state === "ok" && anonymous.value.kind === "response" ? anonymous.value.status : 0;
        expect(verdictOf(one, status)).toEqual(verdictOf(other, status));
        if (met !== status && met !== otherStatus) {
          expect(verdictOf(one, status)).toEqual(verdictOf(one, otherStatus));
        }
      },
      { runs: 300 },
    );
  });

  it("never makes it the user's side while nothing but the page shows it", () => {
    let unsure = 0;
    holds(
      [
        anySignals,
        fc.constantFrom(...PAGES.map(([, html]) => html)),
        fc.constantFrom(...STATUSES, 429),
        fc.constantFrom(...OWN, "unknown" as const),
        fc.constantFrom(ok("online" as const), ok("opaque" as const), failed(), notSent("not-needed")),
      ],
      (given, html, status, source, connectivity) => {
        const { verdict } = shown({
          ...given,
          incident: { url: URL_ASKED, status, protected: given.incident.protected },
          navigation: navigation({ source, status }),
          page: page({ html }),
          throughPageWorker: [],
          connectivity,
          impostorAnswer: null,
          reload: given.reload === "fails" ? "fails" : "not-tried",
          askedPlaces: notSent("not-needed"),
          address: notSent("not-needed"),
          privateWindow: "not-asked",
          otherDevice: "not-asked",
          requests: null,
        });
        expect(verdict?.side ?? "unsure").not.toBe("you");
        if (verdict?.side === "unsure") unsure++;
      },
      { runs: 300 },
    );
    expect(unsure).toBeGreaterThan(30);
  });

  it("is the site's only where somebody met an error of the network's", () => {
    holds(
      [anySignals, fc.constantFrom(...OWN, "unknown" as const)],
      (given, source) => {
        const { verdict } = shown({ ...given, navigation: navigation({ source }), requests: null });
        if (verdict?.side !== "server") return;
        const strangers = [given.anonymous, ...given.retries, given.root];
        const metHere = strangers.some(
          (one) => one.state === "ok" && one.value.kind === "response" && one.value.status >= 500,
        );
        expect(metHere || given.askedPlaces.state === "ok" || given.otherDevice === "fails").toBe(true);
      },
      { runs: 300, reaches: 0.2 },
    );
  });
});

describe("a refusal that a page's own worker may hand on", () => {
  const BLOCKED = "<h1>Access denied</h1><p>Your IP address has been blocked.</p>";
  const TEST = "<title>Just a moment...</title><script>window._cf_chl_opt={}</script>";

  it.each([...OWN, "unknown"] as const)("is no outage where strangers meet it as well: %s", (source) => {
    for (const [html, cause] of [
      [BLOCKED, "blocked-address"],
      [TEST, "bot-check"],
    ] as const) {
      const { verdict } = shown(ofWorker(html, source, 503, always(ok(response(503, {}, html)))));
      expect(verdict).toMatchObject({ side: "unsure", cause });
    }
  });

  it.each([...OWN, "unknown"] as const)("is not believed while strangers are served: %s", (source) => {
    const { verdict } = shown(ofWorker(BLOCKED, source, 503, { ...always(works), root: works }));
    expect([verdict?.cause, ...(verdict?.alternatives ?? [])]).not.toContain("blocked-address");
  });
});

describe("a limit that a page's own worker hands on", () => {
  const limit = (source: AnswerSource, anonymous: Signals["anonymous"]) =>
    shown(ofWorker("<h1>Too many requests</h1>", source, 429, { anonymous }));

  it.each([...OWN, "unknown"] as const)("is the network's word once a stranger is limited too: %s", (source) => {
    const { verdict, rows } = limit(source, ok(response(429)));
    expect(verdict).toMatchObject({
      side: "unsure",
      headline: { key: "limited_headline" },
      why: { key: "limited_why" },
    });
    expect(rows.find(({ check }) => check === "gateway")?.says.key).toBe("check_gateway_limited");
    expect(["reload", "reload-past-cache", "check-again"]).not.toContain(verdict?.action);
  });

  it.each(OWN)("is nobody's but the worker's where no stranger meets it: %s", (source) => {
    expect(limit(source, works).verdict?.headline.key).not.toBe("limited_headline");
    expect(limit(source, failed()).verdict?.headline.key).not.toBe("limited_headline");
  });
});
