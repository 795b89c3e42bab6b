import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Where the bundler says, for each script and the pages, what it took from which package. */
export const LICENCES_FOLDER = "licences";

/** Packages whose data is in the extension, and none of their code, so that the bundler does not know of them. */
const DATA = ["@sentry/status-page-list", "tldts"];

/** Licences under a file name that the bundler does not know. */
const LICENCE_FILES = { "@gorhill/publicsuffixlist": "APLv2", "@sentry/status-page-list": "LICENSE", tldts: "LICENSE" };

const HEAD = `This package contains work of others. Whose it is and under which licence they give it:

Public Suffix List (https://publicsuffix.org), in public-suffixes.json: Mozilla Public License 2.0. Its text stands
below, under webextension-polyfill. The list itself is published at https://publicsuffix.org/list/public_suffix_list.dat

webextension-polyfill, in what speaks with the browser: Mozilla Public License 2.0, with one line added that exports it.
Its sources: https://github.com/mozilla/webextension-polyfill

World map of the popup: made with Natural Earth (https://www.naturalearthdata.com), in the public domain.`;

/** By code units, alike in every locale. */
const byName = (a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);

/** @param {string} name @returns {{ name: string, version: string, identifier: string }} */
const installed = (name) => {
  const { version, license } = JSON.parse(readFileSync(join("node_modules", name, "package.json"), "utf8"));
  return { name, version, identifier: license };
};

/** @param {{ name: string, version: string, identifier?: string, text?: string }} found */
function withText(found) {
  const { name } = found;
  const file = LICENCE_FILES[name];
  const text = found.text ?? (file && readFileSync(join("node_modules", name, file), "utf8").trim());
  if (!found.identifier || !text)
    throw new Error(`${name} is in the package, and its licence is not known: see scripts/licences.mjs`);
  return { name, version: found.version, identifier: found.identifier, text: text.replaceAll("\r\n", "\n") };
}

/**
 * Gathers what the bundler has said of the packages in a build, adds those that give data, and writes licences.txt into
 * the build and, for the bill of materials, `dist/TARGET.components.json` beside it.
 * @param {string} target name of a folder in dist
 */
export function writeLicences(target) {
  const folder = join("dist", target, LICENCES_FOLDER);
  const bundled = readdirSync(folder).flatMap((file) => JSON.parse(readFileSync(join(folder, file), "utf8")));
  rmSync(folder, { recursive: true });
  const byKey = new Map([...bundled, ...DATA.map(installed)].map((found) => [`${found.name}@${found.version}`, found]));
  const components = [...byKey.values()].map(withText).sort(byName);
  const notices = components.map(
    ({ name, version, identifier, text }) => `${"-".repeat(80)}\n${name} ${version} (${identifier})\n\n${text}`,
  );
  const own = `Faultline\n\n${readFileSync("LICENSE", "utf8").trim()}`;
  writeFileSync(join("dist", target, "licences.txt"), `${[own, "-".repeat(80), HEAD, ...notices].join("\n\n")}\n`);
  const named = components.map(({ name, version, identifier }) => ({ name, version, identifier }));
  writeFileSync(join("dist", `${target}.components.json`), `${JSON.stringify(named, null, 2)}\n`);
}
