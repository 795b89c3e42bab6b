import { describe, expect, it } from "vitest";
import { CARDS, mayShowCard, withoutCardsOn } from "../../../../src/core/settings/cards.ts";
import { overlay, parseSettings } from "../../../../src/core/settings/settings.ts";
import { MOST_SITES } from "../../../../src/core/settings/sites.ts";

describe("cards in failing pages", () => {
  it("are on until somebody says otherwise", () => {
    expect(mayShowCard(overlay({}, {}).cards, "shop.example")).toBe(true);
  });

  it("are off on the sites that the user names, and on no other", () => {
    const cards = withoutCardsOn(CARDS, "shop.example");
    expect(mayShowCard(cards, "shop.example")).toBe(false);
    expect(mayShowCard(cards, "www.shop.example")).toBe(true);
  });

  it("name sites as all settings do: a host, or all below a domain; the older form had a port, which is left aside", () => {
    const { settings } = parseSettings({ cards: { notOn: ["*.corp.example", "Shop.example:8443", "[::1]:8080"] } });
    expect(settings.cards?.notOn).toEqual(["*.corp.example", "shop.example", "[::1]"]);
    const { cards } = overlay(settings, {});
    for (const host of ["wiki.corp.example", "corp.example", "shop.example", "[::1]"]) {
      expect(mayShowCard(cards, host), host).toBe(false);
    }
    expect(mayShowCard(cards, "www.shop.example")).toBe(true);
  });

  it("know a site once that was left out on two of its ports", () => {
    const { settings } = parseSettings({ cards: { notOn: ["shop.example", "shop.example:8443", "shop.example:80"] } });
    expect(settings.cards?.notOn).toEqual(["shop.example"]);
  });

  it("keep each site once, and the newest where they are too many", () => {
    const many = Array.from({ length: MOST_SITES }, (_, at) => `${at}.example`);
    const { notOn } = withoutCardsOn(withoutCardsOn({ off: false, notOn: many }, "shop.example"), "shop.example");
    expect(notOn).toHaveLength(MOST_SITES);
    expect(notOn.slice(-2)).toEqual([`${MOST_SITES - 1}.example`, "shop.example"]);
  });

  it("obey an administrator, who takes no site from the user's list", () => {
    const user = { cards: { off: true, notOn: ["shop.example"] } };
    const managed = { cards: { off: false, notOn: ["corp.example"] } };
    expect(overlay(user, managed).cards).toEqual({ off: false, notOn: ["corp.example", "shop.example"] });
    expect(overlay({}, { cards: { off: true, notOn: [] } }).cards.off).toBe(true);
  });

  it.each([[{ off: "yes" }], [{ notOn: "shop.example" }], [{ notOn: ["https://shop.example/"] }], [{ notOn: [""] }]])(
    "are not read from %j",
    (cards) => {
      expect(parseSettings({ cards })).toEqual({ settings: {}, problems: [{ field: "cards", entry: null }] });
    },
  );
});
