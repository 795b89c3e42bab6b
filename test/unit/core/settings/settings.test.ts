import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DEFAULTS, FIELDS, overlay, parseSettings } from "../../../../src/core/settings/settings.ts";
import { holds } from "../../../property.ts";
import { ALL } from "./given.ts";

describe("settings from outside", () => {
  it.each(["constructor", "__proto__", "prototype"])("take a status page for a host called %s", (host) => {
    const given = JSON.parse(
      `{ "statusPages": { "${host}": "https://status.corp.example/", "b.example": "http://" } }`,
    );
    const { settings, problems } = parseSettings(given);
    expect(Object.entries(settings.statusPages ?? {})).toEqual([[host, "https://status.corp.example/"]]);
    expect(Object.entries(overlay(settings, {}).statusPages)).toEqual([[host, "https://status.corp.example/"]]);
    expect(problems).toEqual([{ field: "statusPages", entry: "b.example" }]);
  });

  it("are all taken as they are", () => {
    expect(parseSettings(ALL)).toEqual({ settings: ALL, problems: [] });
    expect(Object.keys(ALL)).toEqual([...FIELDS]);
  });

  it("take hosts for live parts one by one, and no pattern for a host", () => {
    const { settings, problems } = parseSettings({ liveParts: ["App.corp.example", "*", "a/b", 7, "-x", "x.", ""] });
    expect(settings.liveParts).toEqual(["app.corp.example"]);
    expect(problems).toEqual(["2", "3", "4", "5", "6", "7"].map((entry) => ({ field: "liveParts", entry })));
  });

  it("may leave most of a field out", () => {
    const few = {
      vantage: { base: "https://ping.corp.example/v1/" },
      resolvers: [{ url: "https://dns.corp.example/q" }],
      connectivity: { secure: "https://up.corp.example/" },
      retry: { off: true },
      helpDesk: { address: "https://help.corp.example/" },
    };
    expect(parseSettings(few)).toEqual({
      settings: {
        vantage: { base: "https://ping.corp.example/v1", token: null },
        resolvers: [{ name: "dns.corp.example", url: "https://dns.corp.example/q" }],
        connectivity: { secure: "https://up.corp.example/", plain: null, expect: "204" },
        retry: { off: true, maxPerHour: null },
        helpDesk: { address: "https://help.corp.example/", label: null },
      },
      problems: [],
    });
  });

  it.each([
    ["an API without encryption", { vantage: { base: "http://ping.example/v1" } }],
    ["an API with a query", { vantage: { base: "https://ping.example/v1?to=" } }],
    ["an API with a password", { vantage: { base: "https://a:b@ping.example/v1" } }],
    ["an API that is no address", { vantage: { base: "ping" } }],
    ["a token that breaks a header", { vantage: { base: "https://ping.example", token: "a\r\nb" } }],
    ["no resolver", { resolvers: [] }],
    ["a resolver that is a script", { resolvers: [{ url: "javascript:alert(1)" }] }],
    ["a status page that is a script", { statusPages: { "shop.example": "javascript:alert(1)" } }],
    ["a status page without encryption", { statusPages: { "shop.example": "http://status.example/" } }],
    ["a pattern that is an address", { statusPages: { "https://shop.example/": "https://status.example/" } }],
    ["a list of status pages", { statusPages: ["https://status.example/"] }],
    ["an endpoint without encryption as the secure one", { connectivity: { secure: "http://up.corp/" } }],
    ["a plain endpoint that is secure", { connectivity: { secure: "https://up.corp/", plain: "https://up.corp/" } }],
    ["no try in an hour", { retry: { maxPerHour: 0 } }],
    ["more tries than alarms can fire", { retry: { maxPerHour: 121 } }],
    ["a mail address with a body", { helpDesk: { address: "a@b.example?body=x" } }],
    ["a mail address that reads backwards", { helpDesk: { address: "it@\u202eelpmaxe.proc" } }],
    ["a help desk without a readable name", { helpDesk: { address: "a@b.example", label: "\u200b\u2069" } }],
    ["a help desk that is a script", { helpDesk: { address: "javascript:alert(1)" } }],
    ["a word for a switch", { remoteOpinions: "no" }],
  ])("are not %s, and it is said where", (_what, raw) => {
    const { settings, problems } = parseSettings(raw);
    expect(settings).toEqual({});
    expect(problems.map(({ field }) => field)).toEqual(Object.keys(raw));
  });

  it("may lead to plain http on one's own network", () => {
    const { settings, problems } = parseSettings({
      vantage: { base: "http://ping.corp:8080" },
      statusPages: { "erp.corp": "http://10.0.0.7/status" },
    });
    expect(problems).toEqual([]);
    expect(settings).toMatchObject({ vantage: { base: "http://ping.corp:8080" } });
  });

  it("call a help desk by one line that steers nothing", () => {
    const { settings } = parseSettings({ helpDesk: { address: "a@b.example", label: "IT\u2069\u202e\n desk" } });
    expect(settings.helpDesk?.label).toBe("IT desk");
  });

  it.each(["\u202e\u2066", "\u200b", " \n\t", "\ufff0\u{e0041}", ""])(
    "are named by their place in the list where their name cannot be read: %j",
    (name) => {
      const { problems } = parseSettings({ statusPages: { "shop.example": "https://status.example/", [name]: "x" } });
      const [problem] = problems;
      expect(problems).toHaveLength(1);
      expect(problem).toEqual({ field: "statusPages", entry: "2" });
    },
  );

  it("lose of a list only the entries that are wrong", () => {
    const good = { name: "Corp", url: "https://dns.corp.example/q" };
    expect(
      parseSettings({
        resolvers: [7, good],
        statusPages: { "a b": "https://a.example/", "b.example": "https://s.example/" },
      }),
    ).toEqual({
      settings: { resolvers: [good], statusPages: { "b.example": "https://s.example/" } },
      problems: [
        { field: "statusPages", entry: "a b" },
        { field: "resolvers", entry: "1" },
      ],
    });
  });

  it.each(["resolvers", "retryOffSites", "askUnasked", "liveParts"])(
    "look at no entry of %s behind the 5,000th",
    (field) => {
      const list: unknown[] = Array(5_000).fill(7);
      Object.defineProperty(list, 5_000, { enumerable: true, get: () => expect.unreachable() });
      const { settings, problems } = parseSettings({ [field]: list });
      expect(settings).toEqual({});
      expect(problems).toHaveLength(5_000);
    },
  );

  it("try as many status pages, and find a setting behind however many names that are none", () => {
    const named = (entries: number, value: string) =>
      Object.fromEntries(Array.from({ length: entries }, (_, at) => [`h${at}.example`, value]));
    const pages = { ...named(5_000, "http://"), "shop.example": "https://status.example/" };
    const { settings, problems } = parseSettings({ ...named(6_000, "odd"), statusPages: pages, history: false });
    expect(settings).toEqual({ history: false });
    expect(problems).toHaveLength(5_000);
  });

  it("never throw, and are the same when read again", () => {
    holds(
      [fc.oneof(fc.anything(), fc.record(Object.fromEntries(FIELDS.map((field) => [field, fc.anything()]))))],
      (raw) => {
        const { settings } = parseSettings(raw);
        expect(parseSettings(settings)).toEqual({ settings, problems: [] });
      },
    );
  });
});

describe("the settings that hold", () => {
  const { settings: managed } = parseSettings(ALL);

  it("are Faultline's own where nobody has set anything", () => {
    expect(overlay({}, {})).toEqual(DEFAULTS);
  });

  it("are the administrator's before the user's, and the user's before Faultline's", () => {
    const user = { remoteOpinions: true, retry: { off: true, maxPerHour: null } };
    expect(overlay(user, { remoteOpinions: false })).toEqual({ ...DEFAULTS, ...user, remoteOpinions: false });
  });

  it("never bring one's token to the other's address", () => {
    const user = { vantage: { base: "https://ping.example", token: "the user's" } };
    const { vantage } = overlay(user, { vantage: { base: "https://ping.corp.example", token: null } });
    expect(vantage).toEqual({ base: "https://ping.corp.example", token: null });
  });

  it.each([
    ["corp.example", "*.corp.example", false],
    ["erp.corp.example", "*.corp.example", false],
    ["*.corp.example", "corp.example", false],
    ["erp.corp.example", "corp.example", true],
    ["notcorp.example", "*.corp.example", true],
  ])("keep the user's page for %s beside the administrator's for %s: %s", (own, theirs, stays) => {
    const { statusPages } = overlay(
      { statusPages: { [own]: "https://mine.example/" } },
      { statusPages: { [theirs]: "https://status.corp.example/" } },
    );
    expect(Object.values(statusPages).includes("https://mine.example/")).toBe(stays);
    expect(statusPages[theirs]).toBe("https://status.corp.example/");
  });

  it("have all fields, whoever set them", () => {
    expect(Object.keys(overlay({}, managed)).sort()).toEqual([...FIELDS].sort());
  });
});
