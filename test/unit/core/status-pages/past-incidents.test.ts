import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { apple } from "../../../../src/core/status-pages/apple.ts";
import { betterStack } from "../../../../src/core/status-pages/better-stack.ts";
import { cachet } from "../../../../src/core/status-pages/cachet.ts";
import { feed } from "../../../../src/core/status-pages/feed.ts";
import { google } from "../../../../src/core/status-pages/google.ts";
import { reportFrom } from "../../../../src/core/status-pages/index.ts";
import type { StatusReport } from "../../../../src/core/status-pages/model.ts";
import { publishedLengths } from "../../../../src/core/status-pages/past-incidents.ts";
import type { SaidPast, StatusProduct } from "../../../../src/core/status-pages/product.ts";
import { reportOf } from "../../../../src/core/status-pages/report.ts";
import { statuspage } from "../../../../src/core/status-pages/statuspage.ts";
import { statuspal } from "../../../../src/core/status-pages/statuspal.ts";
import { uptimerobot } from "../../../../src/core/status-pages/uptimerobot.ts";
import { holds } from "../../../property.ts";

const NOW = Date.UTC(2026, 10, 2, 12);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const PAGE = new URL("https://status.shop.example/");
const SITE = { host: "www.shop.example", gateway: null };

/** A moment so many days ago, and so many minutes later, in ISO 8601. */
const at = (daysAgo: number, minutes = 0): string => new Date(NOW - daysAgo * DAY + minutes * MINUTE).toISOString();
const seconds = (daysAgo: number, minutes = 0): number => Date.parse(at(daysAgo, minutes)) / 1_000;

const read = (product: StatusProduct, ...answers: readonly unknown[]): StatusReport | null =>
  reportFrom(product, {
    page: PAGE,
    html: "",
    answers: answers.map((answer) => (typeof answer === "string" ? answer : JSON.stringify(answer))),
  });
/** How long a page says that the site's last incidents took, in minutes. */
const minutesOf = (report: StatusReport | null, subject: Parameters<typeof publishedLengths>[1] = SITE) =>
  report && publishedLengths(report, subject, NOW).map((length) => length / 60);

const reportWith = (past: readonly SaidPast[], components: readonly string[] = []): StatusReport =>
  reportOf(
    statuspage,
    { page: PAGE, html: "", answers: [] },
    { name: "Shop", past, components: components.map((name) => ({ name, state: "operational" })) },
  );
/** One that began so many days ago and took so many minutes. */
const incident = (daysAgo: number, minutes: number, parts: Partial<SaidPast> = {}): SaidPast => ({
  title: "It failed",
  startedAt: at(daysAgo),
  endedAt: at(daysAgo, minutes),
  ...parts,
});

describe("the incidents that a page lists as over", () => {
  it("are read from Better Stack: from the report's beginning until its resources were first all well", () => {
    const report = (id: string, state: string, parts: object = {}) => ({
      id,
      type: "status_report",
      attributes: {
        title: "Checkout fails",
        report_type: "manual",
        starts_at: at(5),
        ends_at: null,
        aggregate_state: state,
        affected_resources: ["7", "8"].map((id) => ({ status_page_resource_id: id, status: "resolved" })),
        ...parts,
      },
    });
    const update = (of: number, minutes: number, ...states: readonly string[]) => ({
      id: `${of}-${minutes}`,
      type: "status_update",
      attributes: {
        message: "words",
        published_at: at(5, minutes),
        status_report_id: of,
        affected_resources: states.map((status, place) => ({ status_page_resource_id: `${7 + place}`, status })),
      },
    });
    const page = {
      data: {
        id: "1",
        type: "status_page",
        attributes: { company_name: "Shop", aggregate_state: "operational", updated_at: at(0) },
      },
      included: [
        { id: "7", type: "status_page_resource", attributes: { public_name: "Website", status: "operational" } },
        report("21", "resolved"),
        update(21, 0, "downtime", "degraded"),
        // Of the other nothing is said any more, which does not make it well.
        update(21, 20, "resolved"),
        update(21, 30, "resolved", "degraded"),
        update(21, 45, "resolved", "resolved"),
        // What went wrong, told a day later.
        update(21, 1_440, "resolved"),
        report("22", "resolved", { report_type: "maintenance", starts_at: at(9), ends_at: at(9, 60) }),
        report("23", "downtime"),
        // Nobody said when it was over.
        report("24", "resolved", { starts_at: at(8) }),
      ],
    };
    expect(minutesOf(read(betterStack, page))).toEqual([45]);
  });

  it("are read from an imitator of Statuspage's summary, whose own lists only what is open", () => {
    const entry = (parts: object) => ({
      name: "Checkout fails",
      status: "resolved",
      impact: "major",
      created_at: at(5),
      started_at: at(5),
      resolved_at: at(5, 40),
      ...parts,
    });
    const summary = {
      page: { name: "Shop", url: PAGE.href },
      status: { indicator: "none" },
      incidents: [
        entry({}),
        entry({ status: "postmortem", started_at: at(9), resolved_at: at(9, 90) }),
        entry({ status: "monitoring", started_at: at(1) }),
        entry({ impact: "none", started_at: at(3), resolved_at: at(3, 30) }),
        entry({ impact: "maintenance", started_at: at(4), resolved_at: at(4, 30) }),
        entry({ started_at: at(6), resolved_at: null }),
      ],
      scheduled_maintenances: [{ name: "Work", status: "completed", scheduled_for: at(2), scheduled_until: at(2, 60) }],
    };
    expect(minutesOf(read(statuspage, summary))).toEqual([90, 40]);
  });

  it("are read from StatusPal, until their end or else their last update", () => {
    const entry = (daysAgo: number, parts: object = {}) => ({
      title: "Checkout fails",
      type: "major",
      inserted_at: at(daysAgo, 10),
      starts_at: at(daysAgo),
      updates: [{ type: "resolved", inserted_at: at(daysAgo, 50) }],
      ...parts,
    });
    const summary = {
      status_page: { name: "Shop", url: PAGE.href, current_incident_type: null },
      services: [],
      incidents: [
        entry(5),
        entry(6, { ends_at: at(6, 20) }),
        entry(7, { type: "scheduled" }),
        entry(1, { updates: [{ type: "monitoring", inserted_at: at(1, 5) }] }),
      ],
      maintenances: [entry(8)],
    };
    expect(minutesOf(read(statuspal, summary))).toEqual([20, 50]);
  });

  it("are read from UptimeRobot's feed of events", () => {
    const monitors = { status: "ok", psp: {}, data: [{ monitorId: 1, name: "Website", statusClass: "success" }] };
    const entry = { type: "incident", title: "Checkout fails", status: 2, timestamp: seconds(5), endDate: at(5, 35) };
    const events = {
      results: [
        entry,
        { ...entry, type: "maintenance", timestamp: seconds(6), endDate: at(6, 60) },
        { ...entry, status: 1, timestamp: seconds(0, -10), endDate: null },
        { ...entry, timestamp: seconds(7), endDate: { of: "no shape that is known" } },
      ],
    };
    expect(minutesOf(read(uptimerobot, monitors, events))).toEqual([35]);
  });

  it.each([
    ["version 2", (status: number, parts: object) => ({ name: "Checkout fails", status, ...parts })],
    [
      "version 3",
      (status: number, parts: object) => ({
        attributes: { name: "Checkout fails", status: { value: status }, ...parts },
      }),
    ],
  ])("are read from Cachet, until their last change: %s", (version, entry) => {
    const dates = (daysAgo: number, minutes: number) =>
      version === "version 2"
        ? { occurred_at: at(daysAgo), created_at: at(daysAgo, 5), updated_at: at(daysAgo, minutes) }
        : { occurred: { string: at(daysAgo) }, updated: { string: at(daysAgo, minutes) } };
    const list = { data: [entry(4, dates(5, 55)), entry(2, dates(1, 10)), entry(0, dates(3, 60))] };
    const components = { data: [{ name: "Website", status: 1 }] };
    expect(minutesOf(read(cachet, components, list))).toEqual([55]);
  });

  it("are read from Google's list, but its mere information", () => {
    const entry = (daysAgo: number, parts: object = {}) => ({
      begin: at(daysAgo),
      end: at(daysAgo, 75),
      modified: at(daysAgo, 300),
      external_desc: "Errors",
      status_impact: "SERVICE_OUTAGE",
      service_name: "Shop",
      ...parts,
    });
    const incidents = [
      entry(5),
      entry(6, { status_impact: "SERVICE_INFORMATION" }),
      entry(0, { end: null, modified: at(0) }),
    ];
    expect(minutesOf(read(google, incidents))).toEqual([75]);
  });

  it("are read from Apple's board", () => {
    const event = (daysAgo: number, parts: object = {}) => ({
      statusType: "Outage",
      eventStatus: "resolved",
      epochStartDate: Date.parse(at(daysAgo)),
      epochEndDate: Date.parse(at(daysAgo, 25)),
      message: "Some could not sign in",
      ...parts,
    });
    const events = [event(1), event(2, { statusType: "Maintenance" }), event(3, { eventStatus: "completed" })];
    expect(minutesOf(read(apple, { services: [{ serviceName: "Website", events }] }))).toEqual([25]);
  });

  it.each([
    [
      "an entry that says when it was published and last changed",
      `<entry><title>Login fails</title><id>1</id><published>${at(5)}</published><updated>${at(5, 42)}</updated>
        <content>&lt;b&gt;Resolved&lt;/b&gt; - All is well.</content></entry>`,
      [42],
    ],
    [
      "several items about one incident",
      `<item><title>Resolved: login</title><pubDate>${at(5, 80)}</pubDate></item>
        <item><title>Investigating: login</title><pubDate>${at(5)}</pubDate></item>`,
      [80],
    ],
    [
      "one item with one date, which is no time",
      `<item><title>Login fails</title><pubDate>${at(5)}</pubDate><description>Resolved</description></item>`,
      [],
    ],
    [
      "two under one name on one day, of which each says when it was over, and no more",
      `<item><title>Login fails - resolved</title><pubDate>${at(5, 600)}</pubDate></item>
        <item><title>Login fails - resolved</title><pubDate>${at(5)}</pubDate></item>`,
      [],
    ],
    [
      "two under one name, the first with a word long after it was over",
      `<item><title>Resolved: login</title><pubDate>${at(5, 900)}</pubDate></item>
        <item><title>Investigating: login</title><pubDate>${at(5, 880)}</pubDate></item>
        <item><title>Resolved: login</title><description>Why it failed</description><pubDate>${at(5, 300)}</pubDate></item>
        <item><title>Resolved: login</title><pubDate>${at(5, 30)}</pubDate></item>
        <item><title>Investigating: login</title><pubDate>${at(5)}</pubDate></item>`,
      [30, 20],
    ],
    [
      "one that goes on",
      `<entry><title>Login fails</title><published>${at(0, -90)}</published><updated>${at(0, -10)}</updated>
        <content>Investigating</content></entry>`,
      [],
    ],
    [
      "planned work",
      `<entry><title>Scheduled maintenance</title><published>${at(5)}</published><updated>${at(5, 42)}</updated>
        <content>Completed</content></entry>`,
      [],
    ],
  ])("are read from a feed: %s", (_what, items, minutes) => {
    const channel = `<?xml version="1.0"?><feed><title>Shop</title>${items}</feed>`;
    expect(minutesOf(read(feed, channel))).toEqual(minutes);
  });
});

describe("the lengths that a page publishes", () => {
  it("are of those that concern what failed: that name it, or nothing", () => {
    const past = [
      incident(9, 10, { names: ["Website"] }),
      incident(8, 20, { names: ["Newsletter"] }),
      incident(7, 30, { names: ["Newsletter", "Website"] }),
      incident(6, 40),
      incident(5, 50, { title: "Newsletter is late" }),
    ];
    expect(minutesOf(reportWith(past, ["Website", "Newsletter"]))).toEqual([10, 30, 40]);
  });

  it("count an incident once that stands there once for each part that it hit", () => {
    const past = [incident(5, 30), incident(5, 90), incident(5 - 1 / 24, 40), incident(3, 20)];
    expect(minutesOf(reportWith(past))).toEqual([90, 20]);
  });

  it.each<readonly [what: string, past: SaidPast]>([
    ["was planned, by its title", incident(5, 60, { title: "Scheduled maintenance" })],
    ["was planned, in German", incident(5, 60, { title: "Geplante Wartung der Datenbank" })],
    ["ended before it began", incident(5, -60)],
    ["took no time", incident(5, 0)],
    ["took less than a minute", incident(5, 0.5)],
    ["stood there for more than two days", incident(5, 2 * 1_440 + 1)],
    ["is over only later", { startedAt: at(0, -10), endedAt: at(0, 30) }],
    ["is of another year", incident(200, 60)],
    ["has no beginning", incident(5, 60, { startedAt: null })],
    ["has no end", incident(5, 60, { endedAt: "soon" })],
    ["has times that are none", { startedAt: {}, endedAt: [] }],
  ])("leave out one that %s", (_what, past) => {
    expect(minutesOf(reportWith([past, incident(9, 30)]))).toEqual([30]);
  });

  it("are the last ten, oldest first, of twenty that are kept", () => {
    const past = Array.from({ length: 300 }, (_, index) => incident(1 + index / 2, index + 2));
    const report = reportWith(past);
    expect(report.past).toHaveLength(20);
    expect(minutesOf(report)).toEqual([11, 10, 9, 8, 7, 6, 5, 4, 3, 2]);
  });

  it("are the last ten that concern what failed, however many of other parts came since", () => {
    const others = Array.from({ length: 30 }, (_, index) => incident(1 + index, 20, { names: ["Newsletter"] }));
    const own = [incident(40, 50, { names: ["Website"] }), incident(50, 60, { names: ["Newsletter", "Website"] })];
    const report = reportWith([...others, ...own], ["Website", "Newsletter"]);
    expect(minutesOf(report)).toEqual([60, 50]);
    expect(report.past?.map(({ endedAt }) => endedAt)).toEqual(
      [...(report.past ?? [])].map(({ endedAt }) => endedAt).sort((a, b) => b - a),
    );
  });

  it("are none where the page lists nothing", () => {
    expect(reportWith([])).not.toHaveProperty("past");
    expect(minutesOf(reportWith([]))).toEqual([]);
  });

  it("are few and sane, whatever is listed", () => {
    const anything = fc.oneof(
      fc.anything(),
      fc.integer({ min: NOW - 4 * DAY, max: NOW + DAY }),
      fc
        .date({ min: new Date(NOW - 4 * DAY), max: new Date(NOW), noInvalidDate: true })
        .map((date) => date.toISOString()),
    );
    const past = fc.record({ title: anything, startedAt: anything, endedAt: anything });
    holds(
      [fc.array(past, { maxLength: 60 })],
      (all) => {
        const lengths = publishedLengths(reportWith(all), SITE, NOW);
        expect(lengths.length).toBeLessThanOrEqual(10);
        for (const length of lengths) expect(length >= 60 && length <= 2 * 86_400).toBe(true);
      },
      { runs: 200 },
    );
  });
});
