import { describe, expect, it } from "vitest";
import { CHECKS } from "../../../../src/core/checks/index.ts";
import type { Sample } from "../../../../src/core/gateways/gateway.ts";
import type { Incident } from "../../../../src/core/incident/incident.ts";
import type { SignalName, Signals } from "../../../../src/core/incident/signals.ts";
import { present } from "../../../../src/core/verdict/present.ts";
import { failed, fails, navigation, ok, response, signals, statusReport, URL_ASKED, works } from "../checks/given.ts";
import { CLASSICS } from "../gateways/samples.ts";
import { SITE_SIDE } from "../gateways/site-side-samples.ts";

const incident = (status: number): Incident => ({
  id: "i",
  tabId: 7,
  url: URL_ASKED,
  status,
  since: 1_000,
  noticed: "click",
  method: "GET",
  private: false,
  navigation: navigation({ status }),
});

const viewOf = (given: Signals) =>
  present(incident(given.incident.status ?? 0), given, {
    id: "c",
    order: CHECKS,
    startedAt: 2_000,
    endsBy: 10_000,
    finishedAt: 9_000,
    known: new Set(Object.keys(given) as SignalName[]),
    statusPageUrl: null,
    begun: null,
  });

/** What a gateway shows in the tab, and nothing else. */
const shown = ({ status, body }: Sample, parts: Partial<Signals>): Signals =>
  signals({
    incident: { url: URL_ASKED, status, protected: false },
    navigation: navigation({ status }),
    page: ok({ html: body, cookieBytes: 300, links: [] }),
    ...parts,
  });

const served = { anonymous: works, retries: [works, works, works] } as const;
const again = { ...served, reload: "fails" } as const;

/** Everything that gateways of the site's are known to say, one page for each word. */
const WORDS = [...CLASSICS, ...SITE_SIDE].filter(
  ([, word], index, rows) => rows.findIndex((row) => row[1] === word) === index,
);
const PAGES: ReadonlyArray<readonly [what: string, page: Sample]> = [
  ...WORDS.map(([, word, , page]) => [word, page] as const),
  ["maintenance", { status: 503, headers: [], body: "<h1>We are down for maintenance</h1>" }],
  ["a suspended site", { status: 503, headers: [], body: "<h1>This site has been suspended</h1>" }],
  ["a traffic limit", { status: 509, headers: [], body: "" }],
  ["nothing", { status: 502, headers: [], body: "" }],
];

describe("a front page that the server makes while this page fails", () => {
  const onlyHere = (page: Sample, took = 40) => {
    const answer = { ...ok(response(page.status, Object.fromEntries(page.headers), page.body)), took };
    const { navigation: entry } = signals({ navigation: navigation({ status: page.status, waited: took }) });
    return shown(page, { navigation: entry, anonymous: answer, retries: [answer, answer, answer], root: works });
  };

  it.each(PAGES.filter(([what]) => ["origin-invalid", "origin-slow", "no-valid-answer", "nothing"].includes(what)))(
    "makes it this page's trouble, or names that beside it, where the gateway says %s",
    (what, page) => {
      const { verdict } = viewOf(onlyHere(page));
      expect(verdict?.side).toBe("server");
      expect([verdict?.cause, ...(verdict?.alternatives ?? [])]).toContain("page-only");
      if (what !== "origin-slow") expect(verdict?.cause).toBe("page-only");
    },
  );

  it("does so for a page that hangs again and again", () => {
    const [, slow = { status: 504, headers: [], body: "" }] = PAGES.find(([what]) => what === "origin-slow") ?? [];
    const { verdict } = viewOf(onlyHere(slow, 2_020));
    expect(verdict).toMatchObject({ side: "server", cause: "origin-slow", alternatives: ["page-only"] });
  });
});

const saying = (status: number, body: string): Sample => ({ status, headers: [], body });
const saysInHtml = (status: number, said: string): Sample =>
  saying(status, `<html><head><title>${said}</title></head><body><h1>${said}</h1></body></html>`);

describe("cookies beyond what servers take, beside a page that can be no refusal of a header", () => {
  const withCookies = (page: Sample, cookieBytes: number, took: number) =>
    viewOf(
      shown(page, {
        navigation: navigation({ status: page.status, waited: took }),
        page: ok({ html: page.body, cookieBytes, links: [] }),
        root: works,
        ...again,
      }),
    );
  const NGINX_502 = "<html><body><center><h1>502 Bad Gateway</h1></center><hr><center>nginx</center></body></html>";

  const AT_ONCE = 40;
  const OTHERS: ReadonlyArray<readonly [what: string, page: Sample, took: number]> = [
    ["a server that was not reached", saying(522, "error code: 522"), 20_000],
    ["the same at once", saying(522, "error code: 522"), AT_ONCE],
    ["a refused connection", saying(521, "error code: 521"), AT_ONCE],
    ["a patience that ended", saysInHtml(504, "504 Gateway Time-out"), 60_000],
    ["a bare 502 after a long wait", saying(502, NGINX_502), 60_000],
    ["nobody left in a pool", saying(503, "no healthy upstream"), AT_ONCE],
    ["a program's database", saysInHtml(500, "Error establishing a database connection"), AT_ONCE],
    [
      "a connection that was closed, and what is to be done about the shop",
      saying(502, "<h1>Our shop is down</h1><p>The database server closed the connection. We are looking into it.</p>"),
      AT_ONCE,
    ],
    [
      "a connection that was refused",
      saying(502, "<h1>502 Bad Gateway</h1><p>The server refused the connection.</p>"),
      AT_ONCE,
    ],
    ["a program that broke", saysInHtml(500, "We're sorry, but something went wrong."), AT_ONCE],
    [
      "a program's words with a gateway's number",
      saysInHtml(502, "We're sorry, but something went wrong in our shop."),
      AT_ONCE,
    ],
    ["an empty 500", saying(500, ""), AT_ONCE],
    ["maintenance", saysInHtml(503, "We are under maintenance"), AT_ONCE],
    ["too many visitors", saysInHtml(503, "We are experiencing high traffic"), AT_ONCE],
    ["a suspended site", saysInHtml(503, "This site has been suspended"), AT_ONCE],
    ["a refusal", saysInHtml(503, "Your account has been blocked. Access denied."), AT_ONCE],
    ["a header of the answer", saysInHtml(500, "The upstream sent a response header that is too large"), AT_ONCE],
  ];

  it.each(OTHERS)("are no more than beside it: %s", (_what, page, took) => {
    for (const size of [9_000, 20_000]) {
      const { verdict } = withCookies(page, size, took);
      expect(verdict?.side).toBe("unsure");
      const named = [verdict?.cause, ...(verdict?.alternatives ?? [])];
      const isAboutReader = named.includes("blocked-address");
      if (!isAboutReader) expect(named).toEqual(expect.arrayContaining(["cookies", "signed-in"]));
    }
  });

  it.each([
    ["a bare 502", saysInHtml(502, "502 Bad Gateway")],
    ["a bare 520", saying(520, "error code: 520")],
    ["nothing", saying(502, "")],
    ["nginx's 502", saying(502, NGINX_502)],
    ["a bare 503", saysInHtml(503, "503 Service Unavailable")],
    [
      "a server that closed the connection",
      saying(
        502,
        "<title>502 Bad Gateway</title><h1>502 Bad Gateway</h1><p>The site's server closed the connection.</p>",
      ),
    ],
    ["the same without a number", saying(502, "<h1>Bad Gateway</h1><p>The connection was reset by the upstream.</p>")],
    ["an empty reply", saying(502, "<h1>502 Bad Gateway</h1><p>Empty reply from server</p>")],
    ["a program that says so", saysInHtml(500, "Request header is too large")],
    ["the same in other words", saysInHtml(500, "Request Header Or Cookie Too Large")],
    ["the size of all fields", saying(500, "The size of the request headers exceeds the limit")],
  ])("are the reason where the page can be that: %s", (_what, page) => {
    for (const size of [9_000, 20_000]) {
      expect(withCookies(page, size, 40).verdict).toMatchObject({ side: "you", cause: "cookies" });
    }
    expect(withCookies(page, 6_000, 40).verdict?.side).toBe("unsure");
  });
});

describe("cookies beyond what servers take, on a page that works without them", () => {
  const [, dropped = { status: 502, headers: [], body: "" }] = PAGES.find(([what]) => what === "no-valid-answer") ?? [];
  const big = (parts: Partial<Signals>) =>
    shown(dropped, { page: ok({ html: dropped.body, cookieBytes: 12_000, links: [] }), ...parts });
  const announced = ["degraded", "partial_outage", "major_outage", "maintenance"] as const;

  it.each(announced)("are the reason whatever else the site's status page announces: %s", (overall) => {
    const { verdict } = viewOf(big({ ...again, statusPage: statusReport(overall) }));
    expect(verdict).toMatchObject({ side: "you", cause: "cookies" });
  });

  it.each(announced)("are not, once strangers fail too, nor once the tab is back: %s", (overall) => {
    const answer = ok(response(dropped.status, Object.fromEntries(dropped.headers), dropped.body));
    const down = big({ anonymous: answer, retries: [answer, answer, answer], statusPage: statusReport(overall) });
    expect(viewOf(down).verdict?.side).toBe("server");
    expect(viewOf({ ...down, reload: "fails" }).verdict?.side).toBe("server");
    const back = big({ ...served, reload: "works", statusPage: statusReport(overall) });
    expect(viewOf(back).verdict?.side).not.toBe("you");
    expect(viewOf({ ...back, reload: "not-tried" }).verdict?.side).not.toBe("you");
  });

  it("stay a question of the account while an announced outage stands beside ordinary ones", () => {
    const small = shown(dropped, { ...again, statusPage: statusReport("major_outage") });
    expect(viewOf(small).verdict?.side).toBe("unsure");
  });
});

describe("a stranger who is served while the tab, loaded after it, fails again", () => {
  it.each(PAGES)("is not overruled by a page that says %s", (_, page) => {
    const { verdict } = viewOf(shown(page, again));
    expect(verdict?.side).toBe("unsure");
    expect(["cookies", "signed-in", "blocked-address", "bot-check"]).toContain(verdict?.cause);
  });

  it.each(PAGES.filter(([what]) => what !== "blocked"))(
    "leaves the sign-in in a private window as the step, where the page says %s",
    (_, page) => {
      expect(viewOf(shown(page, again)).step?.id).toBe("private-window");
      expect(viewOf(shown(page, again)).verdict?.notNeeded).toBeNull();
    },
  );

  it.each(PAGES.filter(([what]) => what !== "blocked"))(
    "is a cookie's doing once a fresh session works, and the accounts' once it fails, where the page says %s",
    (_, page) => {
      expect(viewOf(shown(page, { ...again, privateWindow: "works" })).verdict).toMatchObject({
        side: "you",
        cause: "cookies",
      });
      expect(viewOf(shown(page, { ...again, privateWindow: "fails" })).verdict).toMatchObject({
        side: "server",
        cause: "signed-in",
      });
    },
  );

  it("counts as well where the first stranger still met the failure", () => {
    const page = PAGES[0]?.[1] ?? { status: 502, headers: [], body: "" };
    const late = shown(page, { anonymous: fails, retries: [works, works], reload: "fails" });
    expect(viewOf(late).verdict).toMatchObject({ side: "unsure", why: { key: "side_unsure_why_account" } });
    expect(viewOf({ ...late, retries: [works, works, fails] }).verdict).toMatchObject({
      side: "server",
      cause: "intermittent",
    });
  });

  it("is a site that works now and then, where a single good answer stood between two failures", () => {
    const flapping = shown(
      { status: 502, headers: [], body: "" },
      { anonymous: fails, retries: [fails, works], reload: "fails" },
    );
    expect(viewOf(flapping).verdict).toMatchObject({ side: "server", cause: "intermittent" });
  });

  it("stays unsure where a fresh session works and strangers could not be asked", () => {
    const page = shown(PAGES[0]?.[1] ?? { status: 502, headers: [], body: "" }, {
      anonymous: failed(),
      privateWindow: "works",
      reload: "fails",
    });
    expect(viewOf(page).verdict?.side).not.toBe("server");
    expect(viewOf({ ...page, otherDevice: "fails" }).verdict?.side).not.toBe("you");
  });

  it("says nothing against the server while the stranger fails like the tab", () => {
    for (const [, page] of PAGES.filter(([what]) => what !== "blocked")) {
      const answer = ok(response(page.status, Object.fromEntries(page.headers), page.body));
      const down = shown(page, { anonymous: answer, retries: [answer, answer, answer], reload: "fails" });
      expect(viewOf(down).verdict?.side).toBe("server");
    }
  });
});
