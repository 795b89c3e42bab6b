import { describe, expect, it } from "vitest";
import { recognise } from "../../../../src/core/gateways/index.ts";
import { boxes, cloudflare1xxx, sample } from "./samples.ts";

const SIGNED = { server: "cloudflare", "cf-ray": "0123456789abcdef-FRA" };
const attributes = (code: number, error = "Error"): string =>
  `<h1 class="inline-block"><span data-translate="error">${error}</span>\n           <span class="x">${code}</span></h1>`;

describe("the number of a 1xxx error", () => {
  it.each([
    ["with attributes on its markup", attributes(1101)],
    ["without any", "<h1><span>Error</span> <span>1101</span></h1>"],
    [
      "with the Ray ID beside it",
      "<h1>Error <b>1101</b> <small>Ray ID: 1020304050607080 &bull; 2026-11-20</small></h1>",
    ],
    ["in one text", '<h1 id="title">Error 1101</h1>'],
    ["after a blank that does not break", "<h1>Error&nbsp;1101</h1>"],
    ["in another language", attributes(1101, "错误")],
    ["after its word in another language", "<h1><span>Fehler</span>&nbsp;<em>\n1101\n</em></h1>"],
  ])("is read %s", (_how, heading) => {
    expect(recognise([sample(500, cloudflare1xxx(heading), SIGNED)])).toMatchObject({
      family: "cloudflare",
      word: "no-valid-answer",
      detail: "1101",
    });
  });

  it.each([
    [1000, 530, "misconfigured"],
    [1001, 530, "misconfigured"],
    [1006, 503, "blocked"],
    [1014, 530, "misconfigured"],
    [1016, 530, "misconfigured"],
    [1020, 503, "blocked"],
    [1033, 530, "origin-down"],
    [1034, 530, "misconfigured"],
    [1037, 500, "misconfigured"],
    [1042, 500, "misconfigured"],
    [1101, 500, "no-valid-answer"],
    [1102, 503, "overload"],
    [1104, 500, "misconfigured"],
    [1150, 500, "no-valid-answer"],
    [1200, 503, "overload"],
    [1203, 500, "overload"],
  ] as const)("is the site's own affair: %i with a %i", (code, status, word) => {
    for (const body of [cloudflare1xxx(attributes(code)), `error code: ${code}`]) {
      expect(recognise([sample(status, body, SIGNED)])).toMatchObject({ word, detail: String(code) });
    }
    const typed = sample(status, "", { ...SIGNED, "cf-error-type": String(code) });
    expect(recognise([typed])).toMatchObject({ word, detail: String(code) });
  });
});

describe("a 500 in Cloudflare's frame", () => {
  it("is Cloudflare's own only where its box or its number says so", () => {
    expect(recognise([sample(500, boxes(500, "cloudflare"), SIGNED)])?.word).toBe("gateway-fault");
    expect(recognise([sample(500, "error code: 500", SIGNED)])?.word).toBe("gateway-fault");
    expect(recognise([sample(500, cloudflare1xxx("<h1>Oops</h1>"), SIGNED)])?.word).toBe("passed-on");
  });
});
