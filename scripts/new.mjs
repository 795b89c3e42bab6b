// `npm run new -- gateway|status-page|check NAME`, `npm run new -- weight NAME --in FILE`: writes the skeleton with its
// test, texts and registration. What is still to be done says FILL IN, and a test stays red until nothing says so.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { SKELETONS } from "./skeletons.mjs";
import { toolScript } from "./tool.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const MESSAGES = "public/_locales/en/messages.json";
const EVIDENCE = "src/core/evidence";
const USAGE =
  "Try: npm run new -- gateway|status-page|check NAME, or npm run new -- weight NAME --in cache|cookies|...";

/** @param {string} line */
function giveUp(line) {
  console.error(line);
  process.exit(1);
}

/** @param {string} path */
const contentOf = (path) => readFileSync(join(root, path), "utf8");

/** Puts a text before or after a line that begins so, or else the first place where that stands. */
function insert(content, { path, before = "", after = "", text }) {
  const mark = before || after;
  const line = `\n${content}`.indexOf(`\n${mark}`);
  const found = line < 0 ? content.indexOf(mark) : line;
  if (found < 0) giveUp(`${path} has no "${mark.trim()}", where the new entry would go.`);
  const at = found + after.length;
  const end = text.endsWith(" ") ? "" : "\n";
  return content.slice(0, at) + text + end + content.slice(at);
}

/** The file of weights that the arguments name, by its name without extension. */
function evidenceFile(rest) {
  const [option, file, ...more] = rest;
  const table = basename(file ?? "", ".ts");
  const tables = readdirSync(join(root, EVIDENCE))
    .filter((name) => contentOf(`${EVIDENCE}/${name}`).includes("satisfies Record<string, Weight>"))
    .map((name) => basename(name, ".ts"));
  if (option !== "--in" || more.length > 0 || !tables.includes(table)) {
    giveUp(`A weight stands in a file of ${EVIDENCE}: --in ${tables.join("|")}`);
  }
  return table;
}

const [kind = "", id = "", ...rest] = process.argv.slice(2);
if (!Object.hasOwn(SKELETONS, kind)) giveUp(`"${kind}" is no kind of thing that can be made. ${USAGE}`);
if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(id)) giveUp(`"${id}" is no kebab-case name, such as "traffic-server".`);
if (kind !== "weight" && rest.length > 0) giveUp(`Cannot read "${rest.join(" ")}". ${USAGE}`);

const { files, insertions, texts } = SKELETONS[kind](id, kind === "weight" ? evidenceFile(rest) : "");
const taken = Object.keys(files).find((path) => existsSync(join(root, path)));
if (taken !== undefined) giveUp(`"${id}" exists: ${taken}`);
const entry = new RegExp(`^  "?${id}"?: \\{`, "m");
const table = readdirSync(join(root, EVIDENCE)).find((name) => entry.test(contentOf(`${EVIDENCE}/${name}`)));
if (kind === "weight" && table !== undefined) giveUp(`"${id}" exists: ${EVIDENCE}/${table}`);

const written = new Map(Object.entries(files));
for (const insertion of insertions) {
  const { path } = insertion;
  written.set(path, insert(written.get(path) ?? contentOf(path), insertion));
}
if (Object.keys(texts).length > 0) {
  const lines = Object.entries(texts).map(
    ([key, message]) => `  ${JSON.stringify(key)}: ${JSON.stringify({ message })}`,
  );
  written.set(MESSAGES, contentOf(MESSAGES).replace(/\n\}\s*$/, `,\n${lines.join(",\n")}\n}\n`));
}
for (const [path, content] of written) writeFileSync(join(root, path), content);

const tidying = [toolScript("@biomejs/biome", "biome"), "check", "--write", "--error-on-warnings"];
const paths = [...written.keys()];
const tidied = spawnSync(process.execPath, [...tidying, ...paths], { cwd: root, encoding: "utf8" });
if (tidied.status !== 0) giveUp(`Written, but not tidy:\n${tidied.stdout}${tidied.stderr}`);
console.log(paths.map((path) => `${path in files ? "new " : "also"} ${path}`).join("\n"));
console.log('\nEach place that is yours now says "FILL IN". npm run unit is red until none is left.');
