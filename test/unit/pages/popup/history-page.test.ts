import { expect, it } from "vitest";
import { historyPage } from "../../../../src/pages/popup/history-page.ts";

it("the link to the history searches for the host, but names none of a private window", () => {
  expect(historyPage("shop.example:8443", false)).toBe("../history/index.html?q=shop.example%3A8443");
  expect(historyPage("shop.example", true)).not.toContain("shop");
});
