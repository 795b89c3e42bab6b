import { describe, expect, it } from "vitest";
import { cachet } from "../../../../src/core/status-pages/cachet.ts";
import { reportFrom } from "../../../../src/core/status-pages/index.ts";
import type { StatusState } from "../../../../src/core/status-pages/model.ts";
import type { StatusProduct } from "../../../../src/core/status-pages/product.ts";
import { relevanceOf } from "../../../../src/core/status-pages/relevance.ts";
import { statuscast } from "../../../../src/core/status-pages/statuscast.ts";
import { uptimerobot } from "../../../../src/core/status-pages/uptimerobot.ts";

const PAGE = new URL("https://status.shop.example/");

/** What the page says as a whole, and what of it concerns the site. */
function said(product: StatusProduct, answer: object, html = ""): readonly (StatusState | undefined)[] {
  const answers = [JSON.stringify(answer), '{"data":[]}'];
  const report = reportFrom(product, { page: PAGE, html, answers });
  const relevance = report && relevanceOf(report, { host: "www.shop.example", gateway: null }, 0);
  return [report?.overall, relevance?.here];
}
const times = <T>(count: number, of: T): readonly T[] => Array.from({ length: count }, () => of);

describe("a list of which only the first page is read", () => {
  const up = { name: "Website", statusClass: "success" };
  const monitors = (parts: object, statistics: object | null) =>
    said(uptimerobot, { status: "ok", psp: { perPage: 30, ...parts }, statistics, data: times(30, up) });

  it.each([
    ["more monitors than came", { totalMonitors: 51 }, null],
    ["more monitors, as its statistics have it", {}, { counts: { up: 51, down: 0, total: 51 } }],
    ["the same in words", { totalMonitors: "51" }, null],
    ["one that is down and not among those", { totalMonitors: 30 }, { counts: { up: 29, down: 1, total: 30 } }],
  ])("is not green at UptimeRobot where it tells of %s", (_what, parts, statistics) => {
    expect(monitors(parts, statistics)).toEqual(["unknown", "unknown"]);
  });

  it("is green at UptimeRobot where it is whole", () => {
    expect(monitors({ totalMonitors: 30 }, { counts: { up: 30, down: 0, total: 30 } })).toEqual(
      times(2, "operational"),
    );
    expect(monitors({}, null)).toEqual(times(2, "operational"));
  });

  it("still tells of the outage that it lists", () => {
    const data = [{ ...up, statusClass: "danger" }];
    expect(said(uptimerobot, { psp: { totalMonitors: 51 }, data })).toEqual(times(2, "major_outage"));
  });

  const components = (parts: object) => said(cachet, { ...parts, data: times(100, { name: "Website", status: 1 }) });

  it.each([
    ["version 2", { meta: { pagination: { total: 140, count: 100, per_page: 100, current_page: 1, total_pages: 2 } } }],
    ["version 2, by its total alone", { meta: { pagination: { total: 101 } } }],
    ["version 3", { meta: { current_page: 1, last_page: 2, per_page: 100, total: 140 } }],
    ["version 3, by its link alone", { links: { next: "https://status.shop.example/api/components?page=2" } }],
  ])("is not green in Cachet where it goes on: %s", (_what, parts) => {
    expect(components(parts)).toEqual(["unknown", "unknown"]);
  });

  it.each([
    ["version 2", { meta: { pagination: { total: 100, total_pages: 1, links: { next_page: null } } } }],
    ["version 3", { meta: { last_page: 1, total: 100 }, links: { next: null } }],
    ["without a word", {}],
  ])("is green in Cachet where it is whole: %s", (_what, parts) => {
    expect(components(parts)).toEqual(times(2, "operational"));
  });

  it("is not green at StatusCast where the document was cut", () => {
    const cell = '<span class="status-list-component-status-text component-available">';
    expect(said(statuscast, {}, `<html><table>${cell}</table></html>\n`)).toEqual(times(2, "operational"));
    expect(said(statuscast, {}, `<html><table>${cell}`)).toEqual(["unknown", "unknown"]);
  });
});
