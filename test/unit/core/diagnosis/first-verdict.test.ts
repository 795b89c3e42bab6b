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
});
