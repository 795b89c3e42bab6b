import { describe, expect, it } from "vitest";
import { isPlaceholder, placeholdersIn, readIdentity } from "../../scripts/identity.ts";
import { contentOf, filesIn } from "./source-files.ts";

const identity = readIdentity();

describe("identity.json", () => {
  it("is the one place that says whose extension it is; Firefox's build and the guide for administrators follow it", () => {
    const { browser_specific_settings, homepage_url } = JSON.parse(contentOf("dist/firefox/manifest.json"));
    expect(browser_specific_settings.gecko.id).toBe(identity.firefoxId);
    expect(homepage_url).toBe(isPlaceholder(identity.homePage) ? undefined : identity.homePage);
    expect(contentOf("docs/organisations.md")).toContain(`"${identity.firefoxId}"`);
  });

  it("says nothing that a file of the product says again", () => {
    const addresses = Object.values(identity).filter((value) => value.startsWith("https://"));
    const files = ["manifest.json", ...filesIn("src"), ...filesIn("public/_locales")];
    const repeating = files.filter((path) => addresses.some((address) => contentOf(path).includes(address)));
    expect(repeating).toEqual([]);
  });

  it("is explained, field by field", () => {
    const page = contentOf("docs/releasing.md");
    for (const field of Object.keys(identity)) expect(page).toContain(`| \`${field}\` |`);
  });
});

describe("what nobody owns", () => {
  it.each([
    "faultline@faultline.example",
    "https://faultline.example",
    "https://faultline.example/privacy",
    "https://www.faultline.example/",
    "https://faultline.example:8443/",
    "help@mail.faultline.example",
  ])("is a placeholder: %s", (value) => {
    expect(isPlaceholder(value)).toBe(true);
  });

  it.each([
    "faultline@shop.org",
    "https://shop.org/faultline.example-page",
    "https://example.org/",
    "https://shop.org/?at=/our.example/",
  ])("is not what stands below another domain: %s", (value) => {
    expect(isPlaceholder(value)).toBe(false);
  });

  it("is named field by field", () => {
    const filledIn = { ...identity, homePage: "https://shop.org/", sourceCode: "https://code.example/source" };
    expect(placeholdersIn(filledIn)).toContain("sourceCode");
    expect(placeholdersIn(filledIn)).not.toContain("homePage");
  });
});
