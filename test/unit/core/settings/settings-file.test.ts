import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readSettingsFile, settingsFile, withFile } from "../../../../src/core/settings/settings-file.ts";
import { holds } from "../../../property.ts";

const OWN = {
  vantage: { base: "https://ping.example/v1", token: "t0ken-of-mine" },
  retryOffSites: ["*.shop.example"],
  deadlines: { tabHours: 2, watchDays: 3 },
  history: false,
};
const file = (settings: unknown): string => JSON.stringify({ schema: "faultline-settings/1", settings });

describe("a file of settings", () => {
  it("bears its schema and all that was set, but no token", () => {
    const written = settingsFile(OWN);
    expect(JSON.parse(written)).toMatchObject({ schema: "faultline-settings/1", settings: { history: false } });
    expect(written).not.toContain("t0ken");
  });

  it("brings back what it was written from, the token aside", () => {
    expect(readSettingsFile(settingsFile(OWN))).toEqual({
      state: "read",
      parsed: { settings: { ...OWN, vantage: { ...OWN.vantage, token: null } }, problems: [] },
      namesRecipients: false,
      unknown: [],
    });
  });

  it.each([
    ["nothing", ""],
    ["no JSON", "{"],
    ["another file", JSON.stringify({ name: "faultline" })],
    ["a later schema", JSON.stringify({ schema: "faultline-settings/2", settings: {} })],
    ["settings that are a list", JSON.stringify({ schema: "faultline-settings/1", settings: [] })],
    ["a huge file", file({ helpDesk: "x".repeat(1_000_001) })],
  ])("is not taken where it is %s", (_what, content) => {
    expect(readSettingsFile(content)).toEqual({ state: "not-settings" });
  });

  it("names what it does not understand, and takes the rest", () => {
    const read = readSettingsFile(
      file({ history: "no", retryOffSites: ["shop.example", "a b"], deadlines: { tabHours: 3 }, colour: "red" }),
    );
    expect(read).toEqual({
      state: "read",
      parsed: {
        settings: { retryOffSites: ["shop.example"], deadlines: { tabHours: 3, watchDays: 7 } },
        problems: [
          { field: "retryOffSites", entry: "2" },
          { field: "history", entry: null },
        ],
      },
      namesRecipients: false,
      unknown: ["colour"],
    });
  });

  it("lets no file say whom one click may ask unseen", () => {
    const vantage = { base: "https://stranger.example/v1" };
    const read = readSettingsFile(file({ vantage, askUnasked: ["stranger.example"] }));
    if (read.state !== "read") throw new Error("not read");
    const { settings } = read.parsed;
    expect(withFile({ askUnasked: ["dns.google"] }, settings)).toMatchObject({ askUnasked: ["dns.google"] });
    expect(withFile({}, settings)).not.toHaveProperty("askUnasked");
    expect(read.namesRecipients).toBe(true);
  });

  it.each([[["two words", 7]], ["dns.google"], [{}]])(
    "tells that it names such recipients, also where none can be read: %j",
    (askUnasked) => {
      expect(readSettingsFile(file({ askUnasked, history: false }))).toMatchObject({
        parsed: { settings: { history: false }, problems: [] },
        namesRecipients: true,
      });
    },
  );

  it("is not written with whom one click may ask unseen, which none brings back", () => {
    expect(settingsFile({ history: false, askUnasked: ["dns.google"] })).toBe(settingsFile({ history: false }));
  });

  it("names nothing by a name that cannot be read", () => {
    const read = readSettingsFile(file({ "\u202e\u200b": 1, " ": 2, theme: "dark" }));
    expect(read).toMatchObject({ state: "read", unknown: ["theme"] });
  });

  it("names no more mistakes than can be shown", () => {
    const read = readSettingsFile(file({ retryOffSites: [...Array(4_000).fill("a b"), "shop.example"] }));
    if (read.state !== "read") throw new Error("not read");
    expect(read.parsed.problems).toHaveLength(20);
    expect(read.parsed.settings).toEqual({ retryOffSites: ["shop.example"] });
  });

  it("never throws, whatever it holds", () => {
    holds([fc.oneof(fc.string(), fc.json(), fc.anything().map(file))], (content) => {
      expect(["read", "not-settings"]).toContain(readSettingsFile(content).state);
      return undefined;
    });
  });
});

describe("taking settings in", () => {
  it("keeps a token for the address that it was given for, and for no other", () => {
    const same = withFile(OWN, { vantage: { base: "https://ping.example/v1", token: null } });
    expect(same.vantage?.token).toBe("t0ken-of-mine");
    const other = withFile(OWN, { vantage: { base: "https://other.example/v1", token: null } });
    expect(other.vantage?.token).toBeNull();
  });

  it("leaves what the file does not name", () => {
    expect(withFile(OWN, { history: true })).toEqual({ ...OWN, history: true });
  });
});
