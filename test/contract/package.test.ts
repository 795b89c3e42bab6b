import { createHash } from "node:crypto";
import { unzipSync } from "fflate";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { trackedFiles, uncommitted } from "../../scripts/package/files.ts";
import { packagesOf } from "../../scripts/package/packages.ts";
import { type ArchivedFile, zipOf } from "../../scripts/package/zip.ts";
import { contentOf, filesIn, ROOT } from "./source-files.ts";

const VERSION = "1.2.3";
const sha256 = (content: Uint8Array | string): string => createHash("sha256").update(content).digest("hex");

let packages: readonly ArchivedFile[] = [];

beforeAll(() => {
  packages = packagesOf(ROOT, VERSION);
});

describe("what npm run package makes", () => {
  afterEach(() => void vi.unstubAllEnvs());
  const contentNamed = (name: string): Uint8Array => {
    const file = packages.find(({ path }) => path === name);
    if (!file) throw new Error(`no ${name}`);
    return file.content;
  };

  it("is a zip for each browser, the sources, the bill of materials, the licences and the checksums", () => {
    expect(packages.map(({ path }) => path)).toEqual([
      "faultline-1.2.3-chrome.zip",
      "faultline-1.2.3-firefox.zip",
      "faultline-1.2.3-licences.txt",
      "faultline-1.2.3-sources.zip",
      "faultline-1.2.3.cdx.json",
      "SHA256SUMS",
    ]);
  });

  it("is the same when it is made again", () => {
    const again = packagesOf(ROOT, VERSION).map(({ path, content }) => [path, sha256(content)]);
    expect(again).toEqual(packages.map(({ path, content }) => [path, sha256(content)]));
  });

  it.each(["chrome", "firefox"])("has in the zip for %s what the build has, and nothing else", (target) => {
    const unpacked = unzipSync(contentNamed(`faultline-1.2.3-${target}.zip`));
    const built = filesIn(`dist/${target}`).map((path) => path.slice(`dist/${target}/`.length));
    expect(Object.keys(unpacked).sort()).toEqual(built.sort());
    expect(Buffer.from(unpacked["manifest.json"] ?? []).toString()).toBe(contentOf(`dist/${target}/manifest.json`));
  });

  it("has in the sources what git tracks, as it stands, and nothing that was built", () => {
    const paths = Object.keys(unzipSync(contentNamed("faultline-1.2.3-sources.zip")));
    expect(paths).toEqual(expect.arrayContaining(["package-lock.json", "docs/releasing.md", "scripts/build.mjs"]));
    expect(paths.filter((path) => /^(?:dist|node_modules|artifacts|\.git)\//.test(path))).toEqual([]);
  });

  it("can be made in a folder of somebody else's, as a container's root does", () => {
    vi.stubEnv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1");
    expect(trackedFiles(ROOT).length).toBeGreaterThan(1_000);
    expect(() => uncommitted(ROOT)).not.toThrow();
  });

  it("has checksums of all, as sha256sum reads them", () => {
    const sums = packages.slice(0, -1).map(({ path, content }) => `${sha256(content)}  ${path}\n`);
    expect(Buffer.from(packages.at(-1)?.content ?? []).toString()).toBe(sums.join(""));
  });

  it("has a bill of what is in the zips, each with licence and hash, and no time", () => {
    const bill = JSON.parse(Buffer.from(contentNamed("faultline-1.2.3.cdx.json")).toString());
    expect(bill).toMatchObject({ bomFormat: "CycloneDX", specVersion: "1.6" });
    expect(bill.metadata).toEqual({ component: expect.objectContaining({ name: "faultline", version: VERSION }) });
    expect(bill).not.toHaveProperty("serialNumber");
    const components = JSON.parse(contentOf("dist/chrome.components.json")) as { name: string; version: string }[];
    const purls = components.map(({ name, version }) => `pkg:npm/${name.replace("@", "%40")}@${version}`);
    expect(bill.components.map(({ purl }: { purl: string }) => purl).sort()).toEqual(purls.sort());
    for (const component of bill.components) {
      expect(component.licenses).toHaveLength(1);
      expect(component.hashes[0].content).toMatch(/^[0-9a-f]{128}$/);
    }
  });
});

describe("a zip", () => {
  const home = process.env.TZ;
  afterEach(() => {
    if (home === undefined) delete process.env.TZ;
    else process.env.TZ = home;
  });
  const file = (path: string, content: string, isExecutable = false): ArchivedFile => ({
    path,
    content: Buffer.from(content),
    isExecutable,
  });

  it("follows from paths and contents, whatever order they come in", () => {
    const files = [file("b", "2"), file("ä", "3"), file("a/c", "1"), file("B", "4")];
    expect(sha256(zipOf(files))).toBe(sha256(zipOf([...files].reverse())));
    expect(Object.keys(unzipSync(zipOf(files)))).toEqual(["B", "a/c", "b", "ä"]);
  });

  it.each(["Pacific/Kiritimati", "America/St_Johns"])("is the same with every version of Node, and in %s", (zone) => {
    process.env.TZ = zone;
    expect(new Date(0).getTimezoneOffset()).not.toBe(0);
    const zip = zipOf([file("run", "#!/bin/sh\n", true), file("text", "a".repeat(2_000))]);
    expect(sha256(zip)).toBe("fa8183ee7bf7e03e4939e790ad4c424cdfefeb474817c6b1b268f1e60459feb9");
  });
});
