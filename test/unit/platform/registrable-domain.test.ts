import { domainToASCII } from "node:url";
import fc from "fast-check";
import { getDomain } from "tldts";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { packagedSuffixes, publicSuffixRules } from "../../../scripts/public-suffixes.ts";
import { holds } from "../../property.ts";

const { packagedJson } = vi.hoisted(() => ({ packagedJson: vi.fn() }));
vi.mock("../../../src/platform/packaged-file.ts", () => ({ packagedJson }));

const LIST: unknown = JSON.parse(packagedSuffixes());
const RULES = publicSuffixRules();

async function domains() {
  vi.resetModules();
  const { registrableDomains } = await import("../../../src/platform/registrable-domain.ts");
  return registrableDomains();
}

beforeEach(() => {
  packagedJson.mockReset().mockResolvedValue(LIST);
});

describe("the registrable domain", () => {
  it.each([
    ["https://www.shop.example/cart", "shop.example"],
    ["https://shop.example:8443/", "shop.example"],
    ["https://shop.example./", "shop.example"],
    ["https://a.b.shop.co.uk/", "shop.co.uk"],
    ["https://a.someone.github.io/", "someone.github.io"],
    ["https://www.city.kawasaki.jp/", "city.kawasaki.jp"],
    ["https://a.b.c.kawasaki.jp/", "b.c.kawasaki.jp"],
    [`https://www.${domainToASCII("食狮.公司.cn")}/`, domainToASCII("食狮.公司.cn")],
    ["https://erp.corp/", "erp.corp"],
  ])("of %s is %s", async (url, domain) => {
    expect((await domains())(url)).toBe(domain);
  });

  it.each(["https://co.uk/", "https://github.io/", "https://nas/", "https://198.51.100.7/", "https://[2001:db8::1]/"])(
    "is none of %s",
    async (url) => {
      expect((await domains())(url)).toBeNull();
    },
  );

  it("is what the source of the list says, for hosts of every rule", async () => {
    const domainOf = await domains();
    expect(RULES.length).toBeGreaterThan(9_000);
    const label = fc.constantFrom("a", "www", "status", "x-1");
    holds([fc.constantFrom(...RULES), fc.array(label, { maxLength: 3 })], (rule, labels) => {
      const host = [...labels, rule.replace("!", "").replace("*", "any")].join(".");
      expect(domainOf(`https://${host}/`)).toBe(getDomain(host, { allowPrivateDomains: true }));
    });
  });

  it("is unknown of everything where the package holds no list", async () => {
    for (const found of [{}, null, "list"]) {
      packagedJson.mockResolvedValue(found);
      expect((await domains())("https://www.shop.example/")).toBeNull();
    }
    packagedJson.mockRejectedValue(new TypeError("gone"));
    expect((await domains())("https://www.shop.example/")).toBeNull();
  });

  it("is read from the package once", async () => {
    vi.resetModules();
    const { registrableDomains } = await import("../../../src/platform/registrable-domain.ts");
    await Promise.all([registrableDomains(), registrableDomains()]);
    expect(packagedJson).toHaveBeenCalledExactlyOnceWith("public-suffixes.json");
  });
});
