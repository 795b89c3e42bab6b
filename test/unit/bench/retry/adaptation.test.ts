import { describe, expect, it } from "vitest";
import { causes, histories } from "../../../bench/retry/adaptation.ts";

const rows = histories();
const sites = [...new Set(rows.map(({ site }) => site))];

// Half an hour's repairs come closest to the limit; chance moves these figures by about three hundredths.
describe("a site's own history", () => {
  it.each(sites)("helps by a tenth or more when it is true: %s", (site) => {
    for (const { knows, costRatio } of rows.filter((row) => row.site === site)) {
      if (knows === "3 outages" || knows === "10 outages") expect(costRatio).toBeLessThan(0.9);
    }
  });

  it.each(sites)("costs at most a tenth when it is wrong by a factor of four: %s", (site) => {
    const [plain] = rows.filter((row) => row.site === site);
    for (const { knows, outcome, costRatio } of rows.filter((row) => row.site === site && row.knows.includes("4x"))) {
      expect(costRatio, knows).toBeLessThan(1.1);
      expect(outcome.mean, knows).toBeLessThan(2.2 * (plain?.outcome.mean ?? 0));
    }
  });
});

describe("a cause", () => {
  it("keeps the mean wait below twice that of no cause on any model, right or wrong", () => {
    const judged = causes(500);
    for (const { site, knows, outcome } of judged) {
      const plain = judged.find((row) => row.site === site);
      expect(outcome.mean, `${knows} on ${site}`).toBeLessThan(2 * (plain?.outcome.mean ?? 0));
    }
  });
});
