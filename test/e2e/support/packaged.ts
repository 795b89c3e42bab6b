import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { unzipSync } from "fflate";
import { packagesOf } from "../../../scripts/package/packages.ts";

/** The zip that a store gets, made of the build that lies in dist. */
export interface Packaged {
  readonly archive: string;
  /** The same, unpacked. */
  readonly folder: string;
  remove(): Promise<void>;
}

/** Packages, and writes down the zip for one kind of browser, packed and unpacked. */
export async function writePackage(target: "chrome" | "firefox"): Promise<Packaged> {
  const packages = packagesOf(fileURLToPath(new URL("../../..", import.meta.url)), "0.0.0");
  const zip = packages.find(({ path }) => path === `faultline-0.0.0-${target}.zip`);
  if (!zip) throw new Error(`there is no package for ${target}`);
  const root = await mkdtemp(join(tmpdir(), "faultline-package-"));
  const archive = join(root, zip.path);
  const folder = join(root, target);
  await writeFile(archive, zip.content);
  for (const [path, content] of Object.entries(unzipSync(zip.content))) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  return { archive, folder, remove: () => rm(root, { recursive: true, force: true }) };
}
