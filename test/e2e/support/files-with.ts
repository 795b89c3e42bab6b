import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** Paths of the files beneath a folder that contain a word, in whatever form it is written out in bytes. */
export async function filesWith(folder: string, word: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const found: string[] = [];
  for (const entry of entries.filter((one) => one.isFile())) {
    const path = join(entry.parentPath, entry.name);
    const bytes = await readFile(path);
    if (bytes.includes(word) || bytes.includes(Buffer.from(word, "utf16le"))) found.push(path);
  }
  return found.sort();
}
