import { describe, expect, it } from "vitest";
import { labOptions } from "../../lab/lab-options.ts";
import { IN_FIREFOX } from "../../lab/scenarios/in-firefox.ts";
import { SCENARIOS } from "../../lab/scenarios/index.ts";

describe("what the lab is asked for", () => {
  it("is every scenario in Chromium unless told otherwise", () => {
    const options = labOptions([]);
    expect(options).toMatchObject({ engine: "chromium", isFull: true, record: false, publish: false, list: false });
    expect(options.scenarios).toEqual(SCENARIOS);
  });

  it.each([[["--firefox"]], [["--browser", "firefox"]]])("in Firefox, by %j, is all that it can meet", (args) => {
    const { engine, scenarios, isFull } = labOptions(args);
    expect([engine, isFull]).toEqual(["firefox", true]);
    expect(scenarios).toEqual(IN_FIREFOX);
  });

  it("may be a few, in either browser", () => {
    const wanted = ["--only", "nginx-killed,apache-hung"];
    const ids = (args: string[]) => labOptions(args).scenarios.map(({ id }) => id);
    expect(ids(wanted)).toEqual(["nginx-killed", "apache-hung"]);
    expect(ids(["--firefox", ...wanted])).toEqual(["nginx-killed", "apache-hung"]);
  });

  it("may be those held back", () => {
    expect(labOptions(["--held"]).scenarios.every(({ held }) => held)).toBe(true);
    expect(labOptions(["--held"]).isFull).toBe(false);
  });

  it.each([[["--only", "nginx-killed"]], [["--held"]], [["--firefox", "--held"]]])(
    "is never published from a part of the scenarios: %j",
    (args) => {
      expect(() => labOptions([...args, "--publish"])).toThrow("--publish needs a run of all scenarios");
      expect(labOptions(["--publish"]).publish).toBe(true);
      expect(labOptions(["--firefox", "--publish"]).publish).toBe(true);
    },
  );

  it.each([[["--onyl", "a"]], [["--only", "nosuch"]], [["--browser", "lynx"]], [["--browsers", "some"]]])(
    "is refused when it makes no sense: %j",
    (args) => {
      expect(() => labOptions(args)).toThrow();
    },
  );
});
