import { describe, expect, it } from "vitest";
import { retryOffBy } from "../../../../src/core/settings/retry-off.ts";
import { overlay, type Settings } from "../../../../src/core/settings/settings.ts";

const set = (off: boolean): Partial<Settings> => ({ retry: { off, maxPerHour: null } });

describe("trying again", () => {
  it.each<[string, Partial<Settings>, Partial<Settings>, ReturnType<typeof retryOffBy>]>([
    ["nobody, where nothing is set", {}, {}, null],
    ["the user", set(true), {}, "user"],
    ["an administrator", {}, set(true), "administrator"],
    ["an administrator, where both have", set(true), set(true), "administrator"],
    ["nobody, where an administrator wants it on", set(true), set(false), null],
    ["the user, for this site", { retryOffSites: ["*.shop.example"] }, {}, "user"],
    ["nobody, where the user has named another site", { retryOffSites: ["op.example", "a.shop.example"] }, {}, null],
    ["an administrator, for this site", {}, { retryOffSites: ["shop.example"] }, "administrator"],
  ])("is switched off by %s", (_who, user, managed, by) => {
    expect(retryOffBy(overlay(user, managed), managed, "https://shop.example/cart")).toBe(by);
  });
});
