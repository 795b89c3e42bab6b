import { describe, expect, it } from "vitest";
import { gatewayOutages } from "../../../bench/outages/recorded.ts";

const HEAD = "monitor,site,incident,start_unix,duration_s,code_first,codes,check_interval_s,all_sites_down";
const row = (monitor: number, site: number, incident: number, start: number, length: number, status = 502) =>
  `${monitor},${site},${incident},${start},${length},${status},${status},300,0`;
const read = (...rows: readonly string[]) => gatewayOutages([HEAD, ...rows].join("\n"));

describe("recorded outages", () => {
  it("are read oldest first, with what the site had before", () => {
    const outages = read(row(1, 1, 2, 5_000, 600), row(1, 1, 1, 1_000, 900), row(1, 2, 3, 9_000, 300));
    expect(outages.map(({ start, earlier }) => [start, earlier])).toEqual([
      [1_000, []],
      [5_000, [900]],
      [9_000, []],
    ]);
  });

  it("remember no outage that had not ended by then", () => {
    expect(read(row(1, 1, 1, 1_000, 9_000), row(1, 1, 2, 5_000, 600))[1]?.earlier).toEqual([]);
  });

  it("count once where sites of a monitor fail together", () => {
    expect(read(row(1, 1, 7, 1_000, 600), row(1, 2, 7, 1_010, 600), row(2, 3, 7, 1_000, 600))).toHaveLength(2);
  });

  it("count a site twenty times at most", () => {
    expect(read(...Array.from({ length: 30 }, (_, index) => row(1, 1, index, index * 1_000, 300)))).toHaveLength(20);
  });

  it.each([
    [502, true],
    [504, true],
    [520, true],
    [530, true],
    [0, false],
    [403, false],
    [500, false],
    [501, false],
    [505, false],
    [531, false],
  ])("with %i count: %s", (status, is) => {
    expect(read(row(1, 1, 1, 1_000, 600, status))).toHaveLength(is ? 1 : 0);
  });

  it("are refused where a figure is none", () => {
    expect(() => read("1,1,1,1000,soon,502,502,300,0")).toThrow();
    expect(() => read("1,1,1,1000")).toThrow();
  });
});
