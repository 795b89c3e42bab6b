import { expect, it } from "vitest";
import { mayLook } from "../../../../src/pages/full/may-look.ts";
import type { FrontTab } from "../../../../src/platform/front-tab.ts";

const SHOP: FrontTab = { id: 1, load: 1, url: "https://shop.example/", isVisible: true, private: true };
const NEWS: FrontTab = { ...SHOP, load: 2, url: "https://news.example/" };

it("is free outside private windows", () => {
  expect(mayLook({ ...SHOP, private: false }, null)).toBe(true);
});

it("is free in a private window at the page of the click alone, loaded again or not", () => {
  expect(mayLook(SHOP, null)).toBe(false);
  expect(mayLook(SHOP, SHOP)).toBe(true);
  expect(mayLook({ ...SHOP, load: 2 }, SHOP)).toBe(true);
  expect(mayLook(NEWS, SHOP)).toBe(false);
  expect(mayLook({ ...SHOP, id: 2 }, SHOP)).toBe(false);
});
