import { describe, expect, it } from "vitest";
import { CARDS, MOST_CARDLESS, mayShowCard, withoutCardsOn } from "../../../../src/core/settings/cards.ts";
import { overlay, parseSettings } from "../../../../src/core/settings/settings.ts";

describe("cards in failing pages", () => {
  it("are on until somebody says otherwise", () => {
    expect(mayShowCard(overlay({}, {}).cards, "shop.example")).toBe(true);
  });

  it("are off on the sites that the user names, and on no other", () => {
    const cards = withoutCardsOn(CARDS, "shop.example");
    expect(mayShowCard(cards, "shop.example")).toBe(false);
    expect(mayShowCard(cards, "www.shop.example")).toBe(true);
    expect(mayShowCard(cards, "shop.example:8443")).toBe(true);
  });

  it("keep each site once, and the newest where they are too many", () => {
    const many = Array.from({ length: MOST_CARDLESS }, (_, at) => `${at}.example`);
    const { notOn } = withoutCardsOn(withoutCardsOn({ off: false, notOn: many }, "shop.example"), "shop.example");
    expect(notOn).toHaveLength(MOST_CARDLESS);
    expect(notOn.slice(-2)).toEqual([`${MOST_CARDLESS - 1}.example`, "shop.example"]);
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
