import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isOneShot } from "../../../src/incident/one-shot.ts";
import { holds } from "../../property.ts";

describe("isOneShot", () => {
  it.each([
    ["an OAuth return", "https://a.example/cb?code=x&state=y"],
    ["a SAML return", "https://a.example/acs?SAMLResponse=x"],
    ["a key in any case", "https://a.example/?Session_ID=1"],
    ["a password reset", "https://a.example/users/password/edit?reset_password_token=abc"],
    ["an unlocking", "https://a.example/users/unlock?unlockToken=abc"],
    ["a mailed action", "https://a.example/__/auth/action?mode=x&oobCode=abc"],
    ["leaving a list", "https://a.example/unsubscribe/7"],
    ["a word in a longer one", "https://a.example/verify-email/7"],
    ["a sign-out", "https://a.example/logout"],
    ["a payment", "https://a.example/cart/pay"],
    ["a long hexadecimal part", "https://a.example/d/0123456789abcdef0123456789abcdef"],
    ["a long random part", "https://a.example/d/aB3dE6gH9jK2mN5pQ8sT1vW4"],
    ["a random part with dashes", "https://a.example/d/aB3dE6-gH9jK2mN5_pQ8sT1vW4"],
    ["a signed token", "https://a.example/m/eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjMifQ.s1gN4tUr3"],
    ["what is no address", "not an address"],
  ])("protects %s", (_what, url) => {
    expect(isOneShot(url)).toBe(true);
  });

  it.each([
    ["a front page", "https://a.example/"],
    ["a search", "https://a.example/search?q=token+code"],
    ["an article", "https://a.example/2026/09/why-servers-fail"],
    ["a long title with a year", "https://a.example/wiki/2024_Summer_Olympics_medal_table"],
    ["a title in capitals", "https://a.example/FAQ-About-HTTP-Status-Codes-502"],
    ["a product number", "https://a.example/p/B0CX23V2ZK"],
    ["a word that only contains another", "https://a.example/presets/paywall"],
    ["a fragment", "https://a.example/#code=1"],
  ])("lets %s be asked for again", (_what, url) => {
    expect(isOneShot(url)).toBe(false);
  });

  it("never throws", () => {
    holds([fc.oneof(fc.string(), fc.webUrl({ withQueryParameters: true }))], (url) => {
      expect(typeof isOneShot(url)).toBe("boolean");
    });
  });
});
