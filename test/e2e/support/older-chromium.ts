import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { builtExtension } from "../../lab/launch.ts";

/** Chromium has this object of its own since version 148; the polyfill makes one where there is none. */
const HIDE = `delete globalThis.browser;
if ("browser" in globalThis) throw new Error("the native object cannot be hidden");
globalThis.nativeBrowserIsHidden = true;
`;

/** A copy of the production build in which neither the worker nor a page finds the browser's own `browser` object. */
export async function copyWithoutNativeBrowser(): Promise<{ readonly folder: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), "faultline-older-"));
  await cp(builtExtension("chromium"), folder, { recursive: true });
  const edit = async (name: string, change: (text: string) => string): Promise<void> => {
    const file = join(folder, name);
    const before = await readFile(file, "utf8");
    const after = change(before);
    if (after === before) throw new Error(`${name} is not as it was known: nothing was put before its scripts`);
    await writeFile(file, after);
  };
  const { background } = JSON.parse(await readFile(join(folder, "manifest.json"), "utf8"));
  await edit(background.service_worker, (code) => HIDE + code);
  await writeFile(join(folder, "hide.js"), HIDE);
  const files = await readdir(folder, { recursive: true });
  // A classic script, which runs before the modules of its page.
  for (const page of files.filter((name) => name.endsWith(".html"))) {
    await edit(page, (html) => html.replace("<head>", '<head><script src="/hide.js"></script>'));
  }
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
