import { describe, expect, it } from "vitest";
import { suspects } from "../../../../src/core/repair/extensions.ts";

const URL_OF_PAGE = "https://www.shop.example/cart";
const extension = (over: object) => ({ id: "x", name: "X", enabled: true, type: "extension", ...over });
const touching = (all: readonly unknown[]) => suspects(all, { own: "own", can: { touch: URL_OF_PAGE } });

describe("the extensions that may touch a site", () => {
  it.each([
    ["<all_urls>", true],
    ["*://*/*", true],
    ["https://*/*", true],
    ["http://*/*", false],
    ["*://*.shop.example/*", true],
    ["*://shop.example/*", false],
    ["https://www.shop.example/admin/*", true],
    ["https://www.shop.example:8443/*", true],
    ["*://*.example/*", true],
    ["*://*.hop.example/*", false],
    ["ftp://www.shop.example/*", false],
    ["file:///*", false],
    ["www.shop.example", false],
    ["", false],
  ])("by %j: %s", (pattern, is) => {
    expect(touching([extension({ hostPermissions: [pattern] })]).names).toEqual(is ? ["X"] : []);
  });

  it("are those of the older kind too, which have their hosts among their permissions", () => {
    expect(touching([extension({ permissions: ["tabs", "<all_urls>"] })]).names).toEqual(["X"]);
  });

  it("are neither Faultline itself, nor what is switched off, nor themes and apps, nor what makes no sense", () => {
    const hostPermissions = ["<all_urls>"];
    const none = [
      extension({ id: "own", hostPermissions }),
      extension({ enabled: false, hostPermissions }),
      extension({ type: "theme", hostPermissions }),
      extension({ name: 7, hostPermissions }),
      null,
      "extension",
    ];
    expect(touching(none)).toEqual({ names: [], more: 0 });
  });

  it("bear the names that strangers gave them on one line, steering nothing, each once, and at most eight", () => {
    const names = [
      "b\u202e\nevil",
      "a".repeat(200),
      "b\u202e\nevil",
      "",
      ...Array.from({ length: 9 }, (_, n) => `n${n}`),
    ];
    const all = names.map((name, n) => extension({ id: `id-${n}`, name, hostPermissions: ["<all_urls>"] }));
    const found = touching(all);
    expect(found.names).toHaveLength(8);
    expect(found.names.slice(0, 3)).toEqual(["a".repeat(60), "b evil", "id-3"]);
    expect(found.more).toBe(4);
  });
});

describe("the extensions that may set a proxy", () => {
  it("are those with that permission, whatever they may touch", () => {
    const all = [extension({ name: "VPN", permissions: ["proxy"] }), extension({ hostPermissions: ["<all_urls>"] })];
    expect(suspects(all, { own: "own", can: "set-proxy" }).names).toEqual(["VPN"]);
  });
});
