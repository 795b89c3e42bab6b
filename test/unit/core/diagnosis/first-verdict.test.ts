import { describe, expect, it } from "vitest";
import { firstVerdict } from "../../../../src/core/diagnosis/first-verdict.ts";
import type { Answer } from "../../../../src/core/http/answer.ts";
import { notSent, type Settled } from "../../../../src/core/http/settled.ts";
import { incident, NOW } from "../../background/given.ts";

const BODY = "<html><body><center><h1>502 Bad Gateway</h1></center><hr><center>nginx</center></body></html>";
const settled = <T>(value: T): Settled<T> => ({ state: "ok", value, at: NOW, took: 20 });
const answer = (status: number): Settled<Answer> =>
  settled({ kind: "response", url: "https://shop.example/cart", status, headers: [], body: BODY, truncated: false });
const page = settled({ html: BODY, cookieBytes: 0, links: [] });

describe("the first verdict", () => {
  it("is as sure as a whole check's where a stranger meets the same failure", () => {
    const { verdict, sideIsFinal, phase } = firstVerdict(incident(), { page, anonymous: answer(502) }, NOW);
    expect(verdict).toMatchObject({ side: "server", cause: "origin-down", headline: { key: "side_server_sure" } });
    expect({ sideIsFinal, phase }).toEqual({ sideIsFinal: true, phase: "done" });
  });

  it("is less sure where a box that opens https may have written both, which only a check asks about", () => {
    const body = "<h1>502</h1>";
    const anonymous = settled<Answer>({
      kind: "response",
      url: "https://shop.example/cart",
      status: 502,
      headers: [],
      body,
      truncated: false,
    });
    const bare = settled({ html: body, cookieBytes: 0, links: [] });
    expect(firstVerdict(incident(), { page: bare, anonymous }, NOW).verdict).toMatchObject({
      side: "server",
      headline: { key: "side_server_almost" },
    });
    // There is no such box on the way to a host of the user's own network.
    const near = incident({ url: "https://192.168.1.1/status" });
    expect(firstVerdict(near, { page: bare, anonymous }, NOW).verdict?.headline.key).toBe("side_server_sure");
  });

  it("is less sure by the page alone", () => {
    expect(firstVerdict(incident(), { page }, NOW).verdict?.headline.key).toBe("side_server_almost");
  });

  it("names nobody where a stranger is served and the tab fails", () => {
    expect(firstVerdict(incident(), { page, anonymous: answer(200) }, NOW).verdict?.side).toBe("unsure");
  });

  it("takes the front page for no answer of a page that must not be asked for again", () => {
    const heard = { page, anonymous: notSent("protected"), root: answer(200) };
    const { verdict, repeatable } = firstVerdict(incident({ method: "POST" }), heard, NOW);
    expect(verdict?.headline.key).not.toBe("side_server_sure");
    expect(repeatable).toBe(false);
  });

  it("names nobody over plain http, where a portal may have written what the tab and the stranger got", () => {
    const portal = "<h1>Welcome to our hotel</h1><p>Please log in with your room and name.</p>";
    for (const body of [BODY, portal]) {
      const url = "http://shop.example/cart";
      const anonymous = settled<Answer>({ kind: "response", url, status: 503, headers: [], body, truncated: false });
      const seen = { page: settled({ html: body, cookieBytes: 0, links: [] }), anonymous };
      const { verdict } = firstVerdict(incident({ url, status: 503 }), seen, NOW);
      expect(verdict).toMatchObject({ side: "unsure", headline: { key: "side_unsure_server" } });
      // Loaded again it was served, whoever wrote the page.
      expect(firstVerdict(incident({ url, status: 503 }), { ...seen, reload: "works" }, NOW).verdict?.side).toBe(
        "server",
      );
    }
    const form = {
      page,
      anonymous: notSent("protected"),
      root: { state: "failed", reason: "network", at: NOW, took: 9 },
    } as const;
    const ofForm = incident({ url: "http://shop.example/cart", method: "POST" });
    expect(firstVerdict(ofForm, form, NOW).verdict?.side).toBe("unsure");
  });

  it("needs no way out to a host of the user's own network", () => {
    const url = "http://192.168.1.1/status";
    const body = BODY;
    const anonymous = settled<Answer>({ kind: "response", url, status: 502, headers: [], body, truncated: false });
    expect(firstVerdict(incident({ url }), { page, anonymous }, NOW).verdict?.side).toBe("server");
  });
});
