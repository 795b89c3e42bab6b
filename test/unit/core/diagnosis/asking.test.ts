import { describe, expect, it } from "vitest";
import type { Question } from "../../../../src/core/diagnosis/question.ts";
import { notSent } from "../../../../src/core/http/settled.ts";
import type { Incident } from "../../../../src/core/incident/incident.ts";
import type { Signals } from "../../../../src/core/incident/signals.ts";
import { failed, fails, navigation, ok, page, redirect, response, URL_ASKED, works } from "../checks/given.ts";
import { addressesIn, askedIn, endOf, incident, lastOf, NOW, play, TOOK, viewsIn, type World, world } from "./given.ts";

const FRONT_PAGE = "https://shop.example/";
/** Written on the site's side, so that nothing on the way can have written it. */
const SITES_OWN = page({ html: "<center><h1>502 Bad Gateway</h1></center><hr><center>nginx</center>" });
const FAILING = { page: SITES_OWN, anonymous: fails, retries: [fails, fails, fails], root: fails };
const SERVED = { page: SITES_OWN, anonymous: works, retries: [works, works, works], root: works };
const LIMITED = ok(response(429));
const WITH_WORKER = { navigation: navigation({ source: "passed-on" }) };
const REQUESTS = { pageHost: "www.shop.example", pageStatus: 200, seen: 5, hidden: 0, failing: [] };

type Timetable = ReadonlyArray<readonly [at: number, of: Question["of"]]>;
/** A check that begins with both, and goes on once the site has answered. */
const BEGIN: Timetable = [
  [0, "page"],
  [0, "stranger"],
];
const REPEATED: Timetable = [
  [1_000 + TOOK, "repetition"],
  [2_200 + 2 * TOOK, "repetition"],
  [7_000 + 3 * TOOK, "repetition"],
];
const END = 7_000 + 4 * TOOK;

describe("a check asks", () => {
  it.each<[what: string, of: Partial<Incident>, says: Partial<Signals>, asks: Timetable, end: number]>([
    [
      "a site that fails: the front page beside three repetitions",
      {},
      FAILING,
      [...BEGIN, [TOOK, "front-page"], [TOOK, "status-pages"], ...REPEATED],
      END,
    ],
    [
      "a site that serves strangers: and then the tab's plan",
      {},
      SERVED,
      [...BEGIN, [TOOK, "front-page"], [TOOK, "status-pages"], ...REPEATED, [END, "plan"]],
      END + TOOK,
    ],
    [
      "a front page: no other page beside it",
      { url: FRONT_PAGE },
      FAILING,
      [...BEGIN, [TOOK, "status-pages"], ...REPEATED],
      END,
    ],
    [
      "a page with a worker: that twice, with all repetitions between",
      WITH_WORKER,
      { ...FAILING, throughPageWorker: [fails, fails] },
      [...BEGIN, [TOOK, "page-worker"], [TOOK, "status-pages"], ...REPEATED, [END, "page-worker"]],
      END + TOOK,
    ],
    [
      "a page that its worker may have written: that twice, and the way to the internet, which no page of its proves",
      { navigation: navigation({ source: "page-worker" }) },
      { ...FAILING, throughPageWorker: [fails, fails] },
      [...BEGIN, [TOOK, "page-worker"], [TOOK, "way-out"], [TOOK, "status-pages"], ...REPEATED, [END, "page-worker"]],
      END + TOOK,
    ],
    [
      "a sandboxed page that a worker may have written: the way to the internet",
      { navigation: navigation({ source: "unknown" }) },
      FAILING,
      [...BEGIN, [TOOK, "front-page"], [TOOK, "way-out"], [TOOK, "status-pages"], ...REPEATED],
      END,
    ],
    [
      "a page from a form: the front page alone",
      { method: "POST" },
      FAILING,
      [
        [0, "page"],
        [0, "front-page"],
        [TOOK, "status-pages"],
      ],
      2 * TOOK,
    ],
    [
      "an address that works once: the front page alone",
      { url: "https://shop.example/pay?token=1" },
      FAILING,
      [
        [0, "page"],
        [0, "front-page"],
        [TOOK, "status-pages"],
      ],
      2 * TOOK,
    ],
    [
      "a site that was asked too often: one page, and nothing through its worker",
      { status: 429, navigation: navigation({ status: 429, source: "passed-on" }) },
      { ...FAILING, anonymous: LIMITED },
      [...BEGIN, [TOOK, "status-pages"]],
      2 * TOOK,
    ],
    [
      "a site that was asked too often, of a page from a form: nothing",
      { status: 429, method: "POST" },
      FAILING,
      [
        [0, "page"],
        [TOOK, "status-pages"],
      ],
      2 * TOOK,
    ],
    [
      "a site that says it is asked too often: nothing more",
      {},
      { ...FAILING, anonymous: LIMITED },
      [...BEGIN, [TOOK, "status-pages"], [TOOK, "plan"]],
      2 * TOOK,
    ],
    [
      "a site that says so later: nothing more from there",
      {},
      { ...FAILING, retries: [LIMITED] },
      [
        ...BEGIN,
        [TOOK, "front-page"],
        [TOOK, "status-pages"],
        [1_000 + TOOK, "repetition"],
        [1_000 + 2 * TOOK, "plan"],
      ],
      1_000 + 3 * TOOK,
    ],
    [
      "a page of which nobody knows how it was asked for: as one asked for by GET, for the user wants to know",
      { method: "unknown" },
      FAILING,
      [...BEGIN, [TOOK, "front-page"], [TOOK, "status-pages"], ...REPEATED],
      END,
    ],
    [
      "about this computer: neither the way out nor status pages",
      { url: "http://localhost:3000/cart" },
      FAILING,
      [...BEGIN, [TOOK, "front-page"], ...REPEATED],
      END,
    ],
    [
      "over http: the way out, which that page has not proven",
      { url: "http://shop.example/cart" },
      FAILING,
      [...BEGIN, [TOOK, "way-out"], [TOOK, "front-page"], [TOOK, "status-pages"], ...REPEATED],
      END,
    ],
    [
      "over https too, where nobody knows whose page it is",
      {},
      { ...FAILING, page: page() },
      [...BEGIN, [TOOK, "way-out"], [TOOK, "front-page"], [TOOK, "status-pages"], ...REPEATED],
      END,
    ],
    [
      "requests of a page that loaded: neither the page nor the plan",
      { noticed: "requests", requests: REQUESTS },
      SERVED,
      [[0, "stranger"], [TOOK, "way-out"], [TOOK, "front-page"], [TOOK, "status-pages"], ...REPEATED],
      END,
    ],
    [
      "requests that may have done something: the front page alone",
      { noticed: "requests", requests: REQUESTS, method: "unknown" },
      SERVED,
      [
        [0, "front-page"],
        [0, "way-out"],
        [0, "status-pages"],
      ],
      TOOK,
    ],
  ])("%s", (_what, of, says, asks, end) => {
    const moments = play(incident(of), world(says));
    const sorted = (table: Timetable) => table.map(([at, topic]) => `${at} ${topic}`).sort();
    expect(sorted(askedIn(moments))).toEqual(sorted(asks));
    expect(endOf(moments)).toBe(end);
    expect(viewsIn(moments).at(-1)).toMatchObject({ phase: "done", finishedAt: NOW + end });
  });

  it("the page's address alone, and its site's front page", () => {
    expect(addressesIn(play(incident(), world(FAILING)))).toEqual([URL_ASKED, FRONT_PAGE, ...Array(3).fill(URL_ASKED)]);
    expect(addressesIn(play(incident({ method: "POST" }), world(FAILING)))).toEqual([FRONT_PAGE]);
  });

  it("a gateway that describes its errors in fields to do so, with the first repetition alone", () => {
    const SIGNED = { server: "cloudflare", "cf-ray": "0123456789abcdef-FRA" };
    const acceptsOf = (anonymous: Signals["anonymous"], status = 522): Array<string | null> =>
      play(incident({ status }), world({ page: page(), anonymous, retries: [anonymous, anonymous, anonymous] }))
        .flatMap(({ effects }) => effects)
        .flatMap((effect) =>
          effect.do === "ask" && effect.question.of === "repetition" ? [effect.question.accept] : [],
        );
    expect(acceptsOf(ok(response(522, SIGNED)))).toEqual(["application/problem+json, */*;q=0.8", null, null]);
    expect(acceptsOf(ok(response(503, SIGNED)), 503)).toEqual([null, null, null]);
    expect(acceptsOf(ok(response(522)))).toEqual([null, null, null]);
    expect(acceptsOf(works)).toEqual([null, null, null]);
    expect(acceptsOf(failed())).toEqual([null, null, null]);
  });

  it("a limited site nothing where its answer is known already", () => {
    const moments = play(incident({ status: 429 }), world(FAILING), { answer: LIMITED });
    expect(addressesIn(moments)).toEqual([]);
    expect(lastOf(moments).signals.anonymous).toEqual(LIMITED);
  });

  it("nothing before it knows what the user has said", () => {
    const [first, second] = play(incident(), world(FAILING));
    expect(first?.effects.map((effect) => effect.do)).toEqual(["hold-plan", "recall"]);
    expect(second?.event).toMatchObject({ type: "told" });
  });

  it("at once where what the user said is compared with a reload already", () => {
    const told = { privateWindow: "works", otherDevice: "not-asked", begun: null } as const;
    const moments = play(incident(), world(FAILING), { seen: { told, reload: "fails" } });
    expect(moments[0]?.effects.map((effect) => effect.do)).toContain("ask");
    expect(lastOf(moments).signals).toMatchObject({ privateWindow: "works", reload: "fails" });
  });
});

describe("the way to the internet", () => {
  const FIDDLER = "[Fiddler] The connection to the upstream proxy/gateway failed.";
  const mitmproxy = ok(
    response(
      502,
      { server: "mitmproxy 10.1.1" },
      "<h1>502 Bad Gateway</h1><p>[Errno 111] Connect call failed ('127.0.0.1', 3128)</p>",
    ),
  );
  const timesAsked = (of: Partial<Incident>, says: Partial<Signals>, after: Parameters<typeof world>[1] = {}) =>
    askedIn(play(incident(of), world({ ...FAILING, ...says }, after))).filter(([, topic]) => topic === "way-out");

  it.each<[string, Partial<Signals>, Parameters<typeof world>[1], number]>([
    [
      "as soon as the document speaks as a box of the user's",
      { page: page({ html: FIDDLER }) },
      { stranger: 900 },
      TOOK,
    ],
    ["once the answer too leaves open who wrote the page", { page: page() }, { stranger: 900 }, 900],
    ["with the document, where that is later than such an answer", { page: page() }, { page: 900 }, 900],
    [
      "a second and a half after such a document, where the site is slow",
      { page: page() },
      { stranger: 9_000 },
      1_500 + TOOK,
    ],
    ["once the answer's header fields name a box", { anonymous: mitmproxy }, { stranger: 900 }, 900],
    ["with the document, where that is later than such an answer", { anonymous: mitmproxy }, { page: 900 }, 900],
  ])("is asked for once, %s", (_when, says, after, at) => {
    expect(timesAsked({}, says, after)).toEqual([[at, "way-out"]]);
  });

  it.each([{}, { page: 900 }, { stranger: 900 }])(
    "is never asked for where the site's gateway has signed the answer alone, whichever comes first: %j",
    (after) => {
      const handedOn = ok(response(502, { server: "nginx" }, "<title>Bad gateway</title>"));
      expect(timesAsked({}, { page: page(), anonymous: handedOn }, after)).toEqual([]);
    },
  );

  it.each(["http://nas/x", "https://192.168.1.5/", "http://localhost:3000/cart"])(
    "is never asked for about %s",
    (url) => {
      expect(timesAsked({ url }, { page: page({ html: FIDDLER }), anonymous: mitmproxy })).toEqual([]);
    },
  );

  it("is taken as proven until a box is named, and as asked for then", () => {
    const connectivity = ok("impostor" as const);
    const moments = play(incident(), world({ ...FAILING, anonymous: mitmproxy, connectivity }, { stranger: 900 }));
    expect(moments.find(({ at }) => at === TOOK)?.after.signals.connectivity).toEqual(notSent("not-needed"));
    expect(lastOf(moments).signals.connectivity).toEqual(connectivity);
  });

  it("keeps the page that came in place of an unrelated address's answer", () => {
    const impostorAnswer = mitmproxy.state === "ok" && mitmproxy.value.kind === "response" ? mitmproxy.value : null;
    const says = { ...FAILING, anonymous: mitmproxy, connectivity: ok("impostor" as const), impostorAnswer };
    expect(lastOf(play(incident(), world(says))).signals.impostorAnswer).toEqual(impostorAnswer);
  });
});

describe("the status pages", () => {
  const when = (after: Parameters<typeof world>[1]) =>
    askedIn(play(incident(), world(FAILING, after))).find(([, topic]) => topic === "status-pages")?.[0];

  it.each<[string, Parameters<typeof world>[1], number | undefined]>([
    ["with the site's answer", { stranger: 300 }, 300],
    ["with the document's links, where the answer is there before", { page: 2_000, stranger: 300 }, 2_000],
    ["a second and a half after the document, where the site is slow", { stranger: 9_000 }, 1_500 + TOOK],
    ["a second and a half after it, where the site never answers", { stranger: null }, 1_500 + TOOK],
    ["never without the document", { page: null }, undefined],
  ])("are asked %s", (_when, after, at) => {
    expect(when(after)).toBe(at);
  });

  it("are asked once by a check that has waited for the header fields in vain", () => {
    const moments = play(incident(), world(FAILING, { stranger: 1_600 }));
    expect(askedIn(moments).filter(([, topic]) => topic === "status-pages")).toHaveLength(1);
  });
});

describe("a slow site", () => {
  const slow = (took: number): World => world(FAILING, { stranger: took, repetition: took, "front-page": took });
  const repetitions = (took: number) =>
    askedIn(play(incident(), slow(took)))
      .filter(([, topic]) => topic === "repetition")
      .map(([at]) => at);

  it("is asked again so many seconds after its answer, and not later than 20 s after the check began", () => {
    expect(repetitions(5_000)).toEqual([6_000, 12_200]);
    expect(repetitions(9_000)).toEqual([10_000]);
    expect(repetitions(19_000)).toEqual([20_000]);
    expect(repetitions(19_001)).toEqual([]);
  });

  it("that answers too late for another request has its verdict then", () => {
    expect(endOf(play(incident(), world(FAILING, { stranger: 19_500 })))).toBe(20_500);
  });

  it("makes the check longer, to 28 s at most, and says so", () => {
    const ends = (took: number) => {
      const anonymous = { ...fails, took } as typeof fails;
      return (viewsIn(play(incident(), world({ ...FAILING, anonymous }))).at(-1)?.endsBy ?? 0) - NOW;
    };
    expect([40, 1_000, 25_000].map(ends)).toEqual([8_200, 13_000, 28_000]);
  });

  it("that never answers gets its verdict after 28 s", () => {
    const moments = play(incident(), world(FAILING, { stranger: null, "status-pages": null }));
    expect(endOf(moments)).toBe(28_000);
  });
});

describe("the plan of a page that fails for strangers no more", () => {
  const asks = (says: Partial<Signals>) =>
    play(incident(), world({ ...SERVED, ...says })).flatMap(({ effects }) =>
      effects.flatMap((effect) => (effect.do === "ask" && effect.question.of === "plan" ? [effect.question] : [])),
    );

  it.each<[string, Partial<Signals>, object | null]>([
    ["served four times", {}, { meaning: "works", times: 4 }],
    [
      "served twice after two failures",
      { anonymous: fails, retries: [fails, works, works] },
      { meaning: "works", times: 2 },
    ],
    ["redirected in the end", { retries: [works, works, ok(redirect)] }, { meaning: "redirects", times: 1 }],
    ["served, and never answered the last time", { retries: [works, works, failed()] }, { meaning: "works", times: 3 }],
    ["failing in the end", { retries: [works, works, fails] }, null],
    ["answered by nobody", { anonymous: failed(), retries: [failed(), failed(), failed()] }, null],
  ])("is asked, where they were %s: %j", (_how, says, asked) => {
    expect(asks(says)).toEqual(asked ? [{ of: "plan", ...asked }] : []);
  });

  it.each(["works", "fails", "not-tried"] as const)("says what its load showed: %s", (reload) => {
    const answers: World = (question, times) =>
      question.of === "plan" ? { after: 500, reply: { to: "plan", reload } } : world(SERVED)(question, times);
    expect(lastOf(play(incident(), answers)).signals.reload).toBe(reload);
  });

  it("says nothing where it loaded nothing, and then the reload before stands", () => {
    const told = { privateWindow: "works", otherDevice: "not-asked", begun: null } as const;
    const moments = play(incident(), world(SERVED), { seen: { told, reload: "fails" } });
    expect(lastOf(moments).signals.reload).toBe("fails");
  });
});
