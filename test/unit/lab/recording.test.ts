import { describe, expect, it } from "vitest";
import { EMPTY_VIEW, VIEW_VERSION } from "../../../src/core/protocol/tab-view.ts";
import { momentOf, parseRecording, recordingOf } from "../../lab/recording/recording.ts";
import { signals } from "../core/checks/given.ts";

const incident = { id: "i", url: "https://shop.example/cart", status: 502, method: "GET" };
const view = { incidentId: "i", phase: "done", rows: [], verdict: null };
const shown = { version: VIEW_VERSION, value: { ...EMPTY_VIEW, check: view } };
const kept = { incident, signals: signals() };

describe("what the extension's session storage tells of a check", () => {
  it.each([
    ["under a key of their own", { "signals:7": kept }],
    ["in a versioned value", { finished: { version: 1, value: kept } }],
    ["in a map of tabs", { "finished-checks": { version: 1, value: { "7": { id: "c", ...kept } } } }],
    ["in a list", { finished: [kept] }],
  ])("is its view, and its signals %s", (_, stored) => {
    expect(momentOf({ "view:7": shown, ...stored })).toMatchObject({ view: { incidentId: "i" }, kept: { incident } });
  });

  it("is the view alone where no signals are kept", () => {
    expect(momentOf({ "view:7": shown, watched: [] })).toEqual({ view, kept: null });
  });

  it("is nothing where there was no check", () => {
    expect(momentOf({})).toEqual({ view: null, kept: null });
    expect(momentOf({ other: { signals: {}, incident: null } })).toEqual({ view: null, kept: null });
  });
});

describe("a recording", () => {
  const parts = {
    id: "a",
    gateway: "nginx",
    fault: "killed",
    held: false,
    truth: { side: "server" as const, cause: "origin-down" as const, alsoAccept: [], needsAnotherBrowser: false },
    said: { side: "server" as const, cause: "origin-down" },
    anyRetryWorks: false,
    moments: [momentOf({ "view:7": shown, kept })],
  };

  it("comes back from its JSON as it went", () => {
    const recording = recordingOf(parts);
    expect(parseRecording(JSON.stringify(recording))).toEqual(recording);
  });

  it.each([
    ["another schema", { ...parts, schema: "faultline-recording/0" }],
    ["a cause that is none", { ...recordingOf(parts), truth: { ...parts.truth, cause: "gremlins" } }],
    ["signals without any", { ...recordingOf(parts), moments: [{ view: null, kept: { incident, signals: {} } }] }],
  ])("is refused with %s", (_, broken) => {
    expect(() => parseRecording(JSON.stringify(broken))).toThrow();
  });
});
