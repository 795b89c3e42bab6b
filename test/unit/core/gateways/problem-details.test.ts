import { describe, expect, it } from "vitest";
import { recognise } from "../../../../src/core/gateways/index.ts";
import { describesErrors, descriptionOf } from "../../../../src/core/gateways/problem-details.ts";
import type { Response } from "../../../../src/core/http/answer.ts";
import { boxes, nginxPage, sample } from "./samples.ts";

const RAY = "0123456789abcdef";
const SIGNED = { server: "cloudflare", "cf-ray": `${RAY}-FRA` };
const JSON_TYPE = "application/problem+json; charset=utf-8";

const problem = (status: number, category: string, parts: object = {}): string =>
  JSON.stringify({
    title: `Error ${status}: Trouble`,
    status,
    detail: "Something went wrong at the origin web server.",
    error_code: status,
    error_category: category,
    ray_id: RAY,
    cloudflare_error: true,
    retryable: true,
    retry_after: 120,
    owner_action_required: true,
    ...parts,
  });

const answer = (status: number, body: string, headers: Record<string, string> = {}): Response => ({
  kind: "response",
  url: "https://shop.example/cart",
  status,
  headers: Object.entries(headers),
  body,
  truncated: false,
});

describe("Cloudflare's errors in fields", () => {
  it.each([
    [502, "origin", "no-valid-answer"],
    [504, "origin", "origin-slow"],
    [520, "origin", "origin-invalid"],
    [521, "origin", "origin-down"],
    [522, "origin", "origin-down"],
    [523, "origin", "misconfigured"],
    [524, "origin", "origin-slow"],
    [525, "ssl", "misconfigured"],
    [526, "ssl", "misconfigured"],
    [500, "cloudflare", "gateway-fault"],
    [502, "cloudflare", "gateway-fault"],
    [500, "origin", "passed-on"],
  ] as const)("name the cause: %i by %s is %s", (status, category, word) => {
    expect(recognise([sample(status, problem(status, category), SIGNED)])).toMatchObject({
      family: "cloudflare",
      word,
    });
  });

  it("bring the number, the ray id, and whether the owner must act", () => {
    const written = sample(522, problem(522, "origin"), SIGNED);
    expect(recognise([written])).toMatchObject({ detail: "522", requestId: `${RAY}-FRA`, ownerMustAct: true });
    const byItself = sample(500, problem(500, "cloudflare", { owner_action_required: false }), SIGNED);
    expect(recognise([byItself])?.ownerMustAct).toBeUndefined();
  });

  it("name the number of a 1xxx error", () => {
    const written = sample(500, problem(500, "worker", { error_code: 1101 }), SIGNED);
    expect(recognise([written])).toMatchObject({ word: "no-valid-answer", detail: "1101" });
  });

  it.each<[why: string, status: number, body: string, headers: Record<string, string>]>([
    ["without its own header", 522, problem(522, "origin"), { server: "nginx" }],
    ["of another status", 502, problem(522, "origin"), SIGNED],
    ["of another request", 522, problem(522, "origin", { ray_id: "fedcba9876543210" }), SIGNED],
    ["that do not say whose they are", 522, problem(522, "origin", { cloudflare_error: undefined }), SIGNED],
    ["that say it in a word", 522, problem(522, "origin", { cloudflare_error: "true" }), SIGNED],
    ["cut off", 522, problem(522, "origin").slice(0, 200), SIGNED],
  ])("are not believed %s", (_why, status, body, headers) => {
    const said = recognise([sample(status, body, headers)]);
    expect(said?.family === "cloudflare" ? said.word : "passed-on").toBe("passed-on");
    expect(said?.ownerMustAct).toBeUndefined();
  });
});

describe("a gateway that describes its errors", () => {
  it.each([500, 502, 504, 520, 521, 522, 523, 524, 525, 526])("is Cloudflare with a %i", (status) => {
    expect(describesErrors(answer(status, boxes(status, "host"), SIGNED))).toBe(true);
    expect(describesErrors(answer(status, "<h1>Back soon</h1>", SIGNED))).toBe(true);
  });

  it.each<[what: string, failure: Response]>([
    ["a status that it passes on", answer(503, "", SIGNED)],
    ["its own page for what has a number of its own", answer(530, "", SIGNED)],
    ["an answer that is no failure", answer(200, "", SIGNED)],
    ["a server of the site's own", answer(502, nginxPage("502 Bad Gateway", "<hr><center>nginx</center>"))],
    ["nobody known", answer(502, "")],
  ])("is not behind %s", (_what, failure) => {
    expect(describesErrors(failure)).toBe(false);
  });
});

describe("the description of a failure", () => {
  const failure = answer(522, boxes(522, "host"), SIGNED);
  const described = answer(522, problem(522, "origin"), { ...SIGNED, "content-type": JSON_TYPE });

  it("is the answer in fields to the same failure", () => {
    expect(descriptionOf(failure, described)).toBe(described);
  });

  it.each<[what: string, first: Response, second: Response]>([
    ["a page", failure, answer(522, boxes(522, "host"), { ...SIGNED, "content-type": "text/html" })],
    ["an answer of another status", failure, { ...described, status: 521 }],
    ["an answer to a failure that no such gateway wrote", answer(522, ""), described],
    ["an answer without a type", failure, answer(522, problem(522, "origin"), SIGNED)],
  ])("is not %s", (_what, first, second) => {
    expect(descriptionOf(first, second)).toBeNull();
  });

  it("is no redirect", () => {
    expect(descriptionOf(failure, { kind: "redirect", url: failure.url })).toBeNull();
    expect(descriptionOf({ kind: "redirect", url: failure.url }, described)).toBeNull();
  });
});
