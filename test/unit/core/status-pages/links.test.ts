import { describe, expect, it } from "vitest";
import { reportFrom } from "../../../../src/core/status-pages/index.ts";
import { reportOf } from "../../../../src/core/status-pages/report.ts";
import { SAMPLES } from "./samples/index.ts";
import { materialOf } from "./samples/sample.ts";

const DOMAIN = "shop.example";
const ASKED = new URL("https://status.shop.example/");

const OWN = [
  "https://status.shop.example/incidents/1",
  "https://shop.example/status",
  "https://www.shop.example/help?topic=outage",
];
const STRANGE = [
  "https://bank.example/login",
  "https://notshop.example/",
  "https://shop.example.bank.example/",
  "https://bank.example/https://status.shop.example/",
  "https://status.shop.example@bank.example/",
  "https://user:secret@status.shop.example/",
  "http://status.shop.example/",
  "//bank.example/",
  `https://status.shop.example/${"a".repeat(500)}`,
  "javascript:alert(1)",
  "",
  7,
  null,
];

describe.each(SAMPLES.map(({ product }) => [product.id, product] as const))("a page of %s", (_id, product) => {
  const linksWith = (url: unknown, domain: string | null = DOMAIN) => {
    const said = { url, notices: [{ title: "x", impact: "degraded" as const, url }] };
    const report = reportOf(product, { page: ASKED, html: "", answers: [], domain }, said);
    return [report.url, report.notices[0]?.url];
  };

  it.each(OWN)("may call %s its own, which lies on its registrable domain", (url) => {
    expect(linksWith(url)).toEqual([url, url]);
  });

  it.each(STRANGE)("may not call %s its own: the address that was asked stands there", (url) => {
    expect(linksWith(url)).toEqual([ASKED.href, null]);
  });

  it("has its host alone where nobody knows its registrable domain", () => {
    const [own = "", ...others] = OWN;
    expect(linksWith(own, null)).toEqual([own, own]);
    for (const url of others) expect(linksWith(url, null)).toEqual([ASKED.href, null]);
  });
});

describe.each(SAMPLES.map((sample) => [sample.product.id, sample] as const))("an outage told by %s", (_id, sample) => {
  it("leads nowhere but to the page's own host or its makers', whatever addresses its document holds", () => {
    const honest = materialOf(sample, "outage");
    const domain = honest.page.hostname;
    const answers = honest.answers.map((text) => text.replace(/https:\/\/[^"'<>\s]+/g, "https://bank.example/login"));
    const report = reportFrom(sample.product, { ...honest, answers, domain });
    const links = [report?.url, ...(report?.notices ?? []).map(({ url }) => url)].filter(
      (url) => typeof url === "string",
    );
    expect(links.length).toBeGreaterThan(0);
    for (const url of links) expect(new URL(url).hostname).toBe(honest.page.hostname);
  });
});
