import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** Writes a small extension to compare with, below a folder, and returns where it is. Files by name; the manifest's rest. */
export async function writeExtension(
  root: string,
  name: string,
  manifest: Readonly<Record<string, unknown>>,
  files: Readonly<Record<string, string>>,
): Promise<string> {
  const folder = join(root, name.replaceAll(/\W+/g, "-"));
  await mkdir(folder);
  await writeFile(
    join(folder, "manifest.json"),
    JSON.stringify({ manifest_version: 3, name, version: "1", ...manifest }),
  );
  for (const [file, contents] of Object.entries(files)) await writeFile(join(folder, file), contents);
  return folder;
}
