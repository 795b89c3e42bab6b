import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  compareVersions,
  isVersion,
  tagText,
  versionRefusal,
  withCurrentVersion,
  withRelease,
} from "../../../scripts/package/changelog.ts";

const CHANGELOG = `# Changelog

## [Unreleased]

### Added

- A bell.

## [0.2.0] - 2026-10-01

- A whistle.
`;

describe("a version", () => {
  it.each(["0.1.0", "1.0.0", "10.20.30", "65535.0.0"])("is three numbers that both browsers take: %s", (text) => {
    expect(isVersion(text)).toBe(true);
  });

  it.each(["", "1", "1.0", "1.0.0.0", "1.0.0-beta", "v1.0.0", "01.0.0", "1.0.65536", "1.0.x"])("is not: %s", (text) => {
    expect(isVersion(text)).toBe(false);
  });

  it("is compared by its numbers, not as text", () => {
    const versions = ["0.10.0", "0.9.1", "1.0.0", "0.9.0", "0.9.10"];
    expect(versions.sort(compareVersions)).toEqual(["0.9.0", "0.9.1", "0.9.10", "0.10.0", "1.0.0"]);
  });
});

describe("the next version", () => {
  it("is newer than what is released, and may be the one that package.json has", () => {
    expect(versionRefusal("0.3.0", "0.2.0", CHANGELOG)).toBeNull();
    expect(versionRefusal("0.3.0", "0.3.0", CHANGELOG)).toBeNull();
  });

  it.each([
    ["0.2.0", "0.2.0", CHANGELOG, "0.2.0 is released already"],
    ["0.1.9", "0.1.0", CHANGELOG, "0.2.0 is released already"],
    ["0.3.0", "0.4.0", CHANGELOG, "older than 0.4.0"],
    ["next", "0.2.0", CHANGELOG, "no version"],
    ["0.3.0", "0.2.0", "## [Unreleased]\n\n## [0.2.0] - 2026-10-01\n\n- A whistle.\n", "nothing under"],
  ])("is refused with a reason: %s after %s", (version, current, changelog, reason) => {
    expect(versionRefusal(version, current, changelog)).toContain(reason);
  });
});

describe("the changelog of a release", () => {
  it("has the section under the version's name and day, below an empty one", () => {
    const released = withRelease(CHANGELOG, "0.3.0", "2026-11-29");
    expect(released).toContain("## [Unreleased]\n\n## [0.3.0] - 2026-11-29\n\n### Added\n\n- A bell.\n");
    expect(versionRefusal("0.3.1", "0.3.0", released)).toContain("nothing under");
  });
});

describe("the README of a release", () => {
  it("names the version, first and later", () => {
    const readme = readFileSync(new URL("../../../README.md", import.meta.url), "utf8");
    const first = withCurrentVersion(readme, "0.3.0");
    expect(first).toContain("\nVersion 0.3.0. [What changed]");
    expect(withCurrentVersion(first, "0.3.1")).toContain("\nVersion 0.3.1. [What changed]");
  });
});

describe("the text of the tag", () => {
  it("says what changed since the version before, and the checksums, without lines that git takes for comments", () => {
    const text = tagText("0.3.0", CHANGELOG, "abc  faultline-0.3.0-chrome.zip\n");
    expect(text).toBe(
      "Faultline 0.3.0\n\nAdded\n\n- A bell.\n\nSHA-256 of the packages:\n\nabc  faultline-0.3.0-chrome.zip\n",
    );
  });
});
