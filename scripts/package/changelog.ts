const UNRELEASED = "## [Unreleased]";
const HEADING = /^## \[(\d+(?:\.\d+){2})\]/gm;

/** Three numbers of at most 65,535, which both browsers take as a version of an extension. */
export const isVersion = (text: string): boolean =>
  /^(?:0|[1-9]\d*)(?:\.(?:0|[1-9]\d*)){2}$/.test(text) && text.split(".").every((part) => Number(part) <= 65_535);

/** Above zero where `a` is the newer version, below where `b` is. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split(".").map(Number));
  for (const at of [0, 1, 2]) {
    const difference = (left?.[at] ?? 0) - (right?.[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** The versions that have a section, as they come. */
const releasedIn = (changelog: string): string[] => [...changelog.matchAll(HEADING)].map(([, version = ""]) => version);

/** What stands under "Unreleased", without the heading. */
function unreleasedIn(changelog: string): string {
  const [, after = ""] = changelog.split(`${UNRELEASED}\n`);
  return (after.split(/^## /m)[0] ?? "").trim();
}

/** Why this cannot be the next version, in one line; null where it can. */
export function versionRefusal(version: string, current: string, changelog: string): string | null {
  if (!isVersion(version)) return `${version} is no version: three numbers, such as 0.2.0`;
  if (compareVersions(version, current) < 0) return `${version} is older than ${current}, which package.json has`;
  const newer = releasedIn(changelog).find((released) => compareVersions(version, released) <= 0);
  if (newer !== undefined) return `${newer} is released already: CHANGELOG.md has its section`;
  if (unreleasedIn(changelog) === "") return `CHANGELOG.md has nothing under ${UNRELEASED}`;
  return null;
}

/** The changelog once the version is out: its section has its name and day, and an empty one stands above it. */
export const withRelease = (changelog: string, version: string, day: string): string =>
  changelog.replace(UNRELEASED, `${UNRELEASED}\n\n## [${version}] - ${day}`);

/** The README once the version is out. */
export const withCurrentVersion = (readme: string, version: string): string =>
  readme.replace(/^Version \d+\.\d+\.\d+(?:, not released yet)?\./m, `Version ${version}.`);

/** What the tag says: the version, what changed, and what the packages' checksums are. */
export const tagText = (version: string, changelog: string, checksums: string): string =>
  `Faultline ${version}\n\n${unreleasedIn(changelog).replaceAll(/^#+ /gm, "")}\n\nSHA-256 of the packages:\n\n${checksums}`;
