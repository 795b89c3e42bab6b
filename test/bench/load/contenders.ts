import { cp, readFile, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { builtExtension } from "../../lab/launch.ts";
import { writeExtension } from "./small-extension.ts";

/** An extension whose worker takes part, and the page of it that asks the worker. */
export interface Contender {
  readonly name: string;
  readonly folder: string;
  readonly page: string;
}

/** The production build, and the worker that it is measured by. */
export const FAULTLINE = "Faultline";
export const READING = "empty worker that reads one stored value";

/** Workers that do no more than answer. */
const SMALL: Readonly<Record<string, string>> = {
  "empty worker": "answer()",
  [READING]: 'chrome.storage.local.get("value").then(() => answer())',
};
/** What Faultline's code costs where it stands in the worker and never runs, and where it has only been imported once. */
const NEVER_RUN = "the same with Faultline's code, never run";
const IMPORTED = "the same with that code imported at installation alone";
const listener = (act: string): string => `
chrome.runtime.onMessage.addListener((message, _sender, answer) => {
  if (message.type !== "tab/open") return false;
  ${act};
  return true;
});`;

/** Writes them below a folder, with the production build as the last. */
export async function writeContenders(root: string): Promise<Contender[]> {
  const ours = builtExtension("chromium");
  const code = `function neverRun() { ${await readFile(join(ours, "worker.js"), "utf8")} }`;
  const write = async (name: string, scripts: Readonly<Record<string, string>>): Promise<Contender> => {
    const manifest = { permissions: ["storage"], background: { service_worker: "worker.js" } };
    const files = { ...scripts, "page.html": `<!doctype html><title>${name}</title>` };
    return { name, folder: await writeExtension(root, name, manifest, files), page: "page.html" };
  };
  const reading = listener(SMALL[READING] ?? "");
  return [
    ...(await Promise.all(Object.entries(SMALL).map(([name, act]) => write(name, { "worker.js": listener(act) })))),
    await write(NEVER_RUN, { "worker.js": reading + code }),
    await write(IMPORTED, {
      "worker.js": `${reading} addEventListener("install", () => importScripts("later.js"));`,
      "later.js": code,
    }),
    { name: FAULTLINE, folder: ours, page: "src/pages/welcome/index.html" },
  ];
}

/** The message that a marked worker answers with its marks. */
export const MARKS = "bench/marks";

/** When its first line ran and its last, as epoch milliseconds. */
export interface Marks {
  readonly first: number;
  readonly last: number;
}

const NOW = "performance.timeOrigin + performance.now()";
const FIRST = `"use strict"; const benchFirstLine = ${NOW};`;
const LAST = `
const benchLastLine = ${NOW};
chrome.runtime.onMessage.addListener((message, _sender, answer) => {
  if (message.type === "${MARKS}") answer({ first: benchFirstLine, last: benchLastLine });
});`;

/** A copy of an extension whose worker also knows when its code began to run, and when all of it had run. */
export async function markedCopy(contender: Contender, root: string): Promise<Contender> {
  const folder = join(root, `marked-${basename(contender.folder)}`);
  await cp(contender.folder, folder, { recursive: true });
  const { background } = JSON.parse(await readFile(join(folder, "manifest.json"), "utf8"));
  const worker = join(folder, background.service_worker);
  await writeFile(worker, FIRST + (await readFile(worker, "utf8")) + LAST);
  return { ...contender, folder };
}
