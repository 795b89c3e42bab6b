import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { viewOf } from "../../../../src/core/diagnosis/view.ts";
import type { Incident } from "../../../../src/core/incident/incident.ts";
import type { Signals } from "../../../../src/core/incident/signals.ts";
import { message } from "../../../../src/core/message.ts";
import type { CheckView } from "../../../../src/core/verdict/view.ts";
import { holds } from "../../../property.ts";
import {
  failed,
  fails,
  navigation,
  ok,
  page,
  redirect,
  response,
  statusReport,
  URL_ASKED,
  works,
} from "../checks/given.ts";
import { anySignals } from "../checks/random.ts";
import { incident, lastOf, type Moment, play, replyFrom, TOOK, type World, world } from "./given.ts";

/** The views of a check's steps, the last being that of its first verdict. */
function viewsOf(moments: readonly Moment[]): ReadonlyArray<{ readonly at: number; readonly view: CheckView }> {
  const end = moments.findIndex(({ after }) => after.state.name === "judged");
  return moments.slice(0, end + 1).map(({ at, after }) => ({ at, view: viewOf(after) }));
}

/** When the side first was final, and how it was put then; at the end of the check it always is. */
function finalIn(moments: readonly Moment[]) {
  const first = viewsOf(moments).find(({ view }) => view.sideIsFinal);
  if (first === undefined) throw new Error("the check never came to its end");
  const { at, view } = first;
  return { at, phase: view.phase, side: view.verdict?.side, headline: view.verdict?.headline };
}

/** Frames of the first sentence, the less sure first. */
const FRAMES = [
  ...["side_server_probably", "side_server_almost", "side_server_sure"],
  ...["side_you_almost", "side_you", "side_network_almost", "side_network"],
];

/** Everybody answers with something, after some time; some never do. A plan loads the tab with whatever result. */
const anyWorld: fc.Arbitrary<readonly [Signals, World]> = fc
  .tuple(anySignals, fc.infiniteStream(fc.option(fc.oneof(fc.nat(300), fc.nat(9_000)), { freq: 30 })))
  .map(([given, waits]) => [
    given,
    (question, times) => {
      const after = waits.next().value as number | null;
      const reply =
        question.of === "plan" ? ({ to: "plan", reload: given.reload } as const) : replyFrom(given, question, times);
      return after === null ? null : { after, reply };
    },
  ]);

const NGINX = "<center><h1>502 Bad Gateway</h1></center><hr><center>nginx</center>";
const SITES_OWN = page({ html: NGINX });
const FAILING = { page: SITES_OWN, anonymous: fails, retries: [fails, fails, fails], root: fails };
/** When the first repetition has come: the second stranger's answer. */
const SECOND_STRANGER = 1_000 + 2 * TOOK;
/** When the second repetition has come: the third stranger's answer. */
const THIRD_STRANGER = 2_200 + 3 * TOOK;
const other = ok(response(500));
const WITH_WORKER = { navigation: navigation({ source: "passed-on" }) };

describe("the side is final", () => {
  it.each<[what: string, of: Partial<Incident>, says: Partial<Signals>, at: number]>([
    ["once three strangers have met the tab's failure", {}, FAILING, THIRD_STRANGER],
    ["then, whatever strangers get later", {}, { ...FAILING, retries: [fails, fails, works] }, THIRD_STRANGER],
    ["a repetition later when one brought nothing", {}, { ...FAILING, retries: [failed(), fails] }, THIRD_STRANGER],
    ["a repetition later when one met another failure", {}, { ...FAILING, retries: [other, fails] }, THIRD_STRANGER],
    [
      "a repetition later past a worker",
      WITH_WORKER,
      { ...FAILING, throughPageWorker: [fails, fails] },
      THIRD_STRANGER,
    ],
    ["at once for a page from a form", { method: "POST" }, FAILING, TOOK],
  ])("%s", (_what, of, says, at) => {
    const final = finalIn(play(incident(of), world(says)));
    expect(final).toMatchObject({ at, phase: "checking", side: "server" });
  });

  it.each<[what: string, says: Partial<Signals>]>([
    ["once two strangers have met the tab's failure", FAILING],
    ["then, whatever strangers get later", { ...FAILING, retries: [fails, works, works] }],
  ])("sooner where no plan watches the tab, which nothing can load meanwhile: %s", (_what, says) => {
    const final = finalIn(play(incident(), world(says), { hasPlan: false }));
    expect(final).toMatchObject({ at: SECOND_STRANGER, phase: "checking", side: "server" });
  });

  it.each<[what: string, of: Partial<Incident>, says: Partial<Signals>]>([
    ["strangers are served", {}, { ...FAILING, anonymous: works, retries: [works, works, works] }],
    ["strangers are redirected", {}, { ...FAILING, anonymous: ok(redirect), retries: [ok(redirect)] }],
    ["two strangers met it and the next are served", {}, { ...FAILING, retries: [fails, works, works] }],
    ["one stranger met it and the next are served", {}, { ...FAILING, retries: [works, works, works] }],
    ["strangers meet another failure than the tab", { status: 503 }, FAILING],
    ["nobody answers strangers", {}, { ...FAILING, anonymous: failed(), retries: [failed(), failed(), failed()] }],
    ["a limit is met", { status: 429 }, { anonymous: ok(response(429)), page: page() }],
  ])("with the end of the check alone when %s", (_what, of, says) => {
    expect(finalIn(play(incident(of), world(says)))).toMatchObject({ phase: "done" });
  });

  it("only once the way to the internet is known where a box may have written the page", () => {
    const says = { ...FAILING, page: page(), connectivity: ok("online" as const) };
    expect(finalIn(play(incident(), world(says, { "way-out": 5_000 }))).at).toBe(5_000 + TOOK);
  });

  it("without waiting for a status page that takes long", () => {
    const says = { ...FAILING, statusPage: statusReport("major_outage") };
    expect(finalIn(play(incident(), world(says, { "status-pages": 20_000 }))).at).toBe(THIRD_STRANGER);
  });

  it("for the user's side too, once what shows it can no longer be outweighed", () => {
    const body = "[Fiddler] The connection to the upstream proxy/gateway failed.";
    const answer = { kind: "response", url: URL_ASKED, status: 502, headers: [], body, truncated: false } as const;
    const impostorAnswer = { ...answer, url: "https://www.gstatic.com/generate_204" };
    const boxed = {
      page: page({ html: body }),
      anonymous: ok(answer),
      retries: [fails, fails, fails],
      root: ok(answer),
    };
    const says = { ...boxed, connectivity: ok("impostor" as const), impostorAnswer };
    const final = finalIn(play(incident(), world(says, { "way-out": 400 })));
    expect(final).toMatchObject({ at: TOOK + 400, phase: "checking", side: "you" });
    expect(final.headline).toEqual(message("side_you", message("cause_local_proxy_headline", "shop.example")));
  });

  it("in words that leave the cause to what still runs", () => {
    const moments = play(incident(), world(FAILING));
    const [first, last] = [finalIn(moments), viewsOf(moments).at(-1)];
    expect(first.headline).toEqual(message("side_server_sure", message("side_server_where", "shop.example")));
    expect(last?.view.verdict?.headline.key).toBe("side_server_sure");
    expect(last?.view.verdict?.headline).not.toEqual(first.headline);
  });

  it.each(["no healthy upstream", "error code: 521", NGINX, "<h1>Down for maintenance</h1>"])(
    "and a site that came back meanwhile is over its trouble, whatever its page said of it: %s",
    (body) => {
      const value = { kind: "response", url: URL_ASKED, status: 503, headers: [], body, truncated: false } as const;
      const says = {
        page: page({ html: body }),
        anonymous: ok(value),
        retries: [ok(value), works, works],
        root: ok(value),
      };
      const views = viewsOf(play(incident({ status: 503 }), world({ ...says, connectivity: ok("online") })));
      const last = views.at(-1)?.view;
      expect(last?.verdict).toMatchObject({ side: "server", cause: "transient", action: "reload" });
      expect(last?.verdict?.headline.args).toMatchObject([{ key: "cause_transient_untried_headline" }]);
    },
  );

  it("not while the user loads the page again, for that may tell", () => {
    const moments = play(incident(), world(FAILING), { happens: [[9_000, { type: "reloads" }]] });
    expect(viewOf(lastOf(moments))).toMatchObject({ phase: "checking", sideIsFinal: false });
  });
});

describe("a final side", () => {
  it("stands until the check is done, whatever comes, and what is said of it only becomes surer", () => {
    holds(
      [anyWorld, fc.boolean(), fc.boolean()],
      ([given, answers], isPage, hasPlan) => {
        const { incident: of, navigation: entry, requests } = given;
        const parts: Partial<Incident> = { url: of.url, status: of.status, navigation: entry };
        const about: Partial<Incident> = isPage || !requests ? {} : { noticed: "requests", requests };
        const views = viewsOf(play(incident({ ...parts, ...about }), answers, { hasPlan })).map(({ view }) => view);
        const first = views.findIndex(({ sideIsFinal }) => sideIsFinal);
        const last = views.at(-1);
        const early = views.slice(first, -1);
        for (const view of early) {
          expect(view.sideIsFinal).toBe(true);
          expect(view.verdict?.side).toBe(last?.verdict?.side);
          const [then, now] = [last, view].map((one) => FRAMES.indexOf(one?.verdict?.headline.key ?? ""));
          expect(then).toBeGreaterThanOrEqual(now ?? 0);
        }
      },
      { runs: 40, reaches: 0.1 },
    );
  });
});
