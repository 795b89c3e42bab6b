import { describe, expect, it } from "vitest";
import { GATEWAYS, recognise } from "../../../../src/core/gateways/index.ts";
import { nginxPage, sample } from "./samples.ts";

const tail = (name: string): string => `<hr><center>${name}</center>\r\n`;
const badGateway = (name: string) => sample(502, nginxPage("502 Bad Gateway", tail(name)));

describe("nginx's page under another name", () => {
  it.each([
    ["stgw", "stgw"],
    ["stgw/1.3.12.4_1.13.5", "stgw"],
    ["Byte-nginx", "Byte-nginx"],
    ["yunjiasu-nginx", "yunjiasu-nginx"],
    ["imunify360-webshield/1.21", "imunify360-webshield"],
    ["nginx-rc", "nginx-rc"],
    ["MyEdge v2", "MyEdge"],
    ["SLT-MID (x86)", "SLT-MID"],
  ])("is of whom its last line names: %s", (name, product) => {
    const page = badGateway(name);
    expect(GATEWAYS.flatMap((family) => family.recognise(page) ?? [])).toMatchObject([
      { family: "nginx", product, word: "no-valid-answer", side: "either" },
    ]);
  });

  it.each(["网站防护", "", "<b>x</b>", "Your computer is at risk, call us", "a".repeat(60)])(
    "does not lend its maker's sentence a voice: %j",
    (name) => {
      expect(recognise([badGateway(name)])?.product ?? "nobody").toMatch(/^(?:nginx|nobody)$/);
    },
  );

  it.each([
    [502, "502 Bad Gateway", "no-valid-answer"],
    [503, "503 Service Temporarily Unavailable", "unavailable"],
    [504, "504 Gateway Time-out", "origin-slow"],
  ] as const)("has nginx's words for its codes: %i", (status, title, word) => {
    expect(recognise([sample(status, nginxPage(title, tail("stgw")))])?.word).toBe(word);
  });

  it("is recognised as the browser serialized it", () => {
    const body =
      "<html><head><title>502 Bad Gateway</title></head>\n<body>\n<center><h1>502 Bad Gateway</h1></center>\n<hr><center>stgw</center>\n\n\n</body></html>";
    expect(recognise([sample(502, body)])).toMatchObject({ product: "stgw" });
  });

  it("is recognised with a rule that closes itself", () => {
    expect(recognise([sample(502, nginxPage("502 Bad Gateway", "<hr/>\n<center>stgw</center>"))])?.product).toBe(
      "stgw",
    );
  });

  it("passed on is no word of whoever passed it on", () => {
    const page = sample(502, nginxPage("502 Bad Gateway", tail("stgw")), { server: "nginx/1.27.1" });
    expect(recognise([page])).toMatchObject({ product: "stgw", word: "no-valid-answer" });
  });

  it.each([
    ["a page whose heading is another status", sample(502, nginxPage("503 Service Unavailable", tail("stgw")))],
    ["a page without its frame", sample(502, "<h1>502 Bad Gateway</h1><center>stgw</center>")],
    ["a refusal", sample(403, nginxPage("403 Forbidden", tail("stgw")))],
  ])("is not seen in %s", (_what, page) => {
    expect(recognise([page])).toBeNull();
  });
});
