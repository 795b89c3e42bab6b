// npm run bench:load: what Faultline costs while nothing is broken, and how soon it speaks when something is. Chromium,
// Linux, the production build. Names of parts choose: npm run bench:load -- wake
import { readFile, writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { startLab } from "../../lab/lab.ts";
import { countFrom } from "../count-from.ts";
import { cardTimes } from "./card-times.ts";
import { firstWords } from "./first-words.ts";
import { healthyPages } from "./healthy-pages.ts";
import { PERFORMANCE_PAGE, published, runFacts } from "./published-figures.ts";
import { wake } from "./wake.ts";
import { workerStarts } from "./worker-starts.ts";

const { values, positionals: named } = parseArgs({
  allowPositionals: true,
  options: {
    extension: { type: "string", multiple: true, default: [] },
    before: { type: "string" },
    sittings: { type: "string", default: "3" },
    rounds: { type: "string", default: "12" },
    publish: { type: "boolean", default: false },
  },
});
const { before = null, extension: others } = values;
const sittings = countFrom(values.sittings, "--sittings");
const rounds = countFrom(values.rounds, "--rounds");
const inLab = (part: (lab: Awaited<ReturnType<typeof startLab>>) => Promise<string>) => async () => {
  const lab = await startLab();
  try {
    return await part(lab);
  } finally {
    await lab.stop();
  }
};
const PARTS = {
  pages: () => healthyPages({ before, others, sittings, rounds }),
  starts: inLab(workerStarts),
  words: inLab((lab) => firstWords(lab, before)),
  card: inLab(cardTimes),
  wake: inLab(wake),
};
const isPart = (name: string): name is keyof typeof PARTS => Object.hasOwn(PARTS, name);
const unknown = named.filter((name) => !isPart(name));
if (unknown.length > 0) throw new Error(`no part ${unknown.join(", ")}; there are ${Object.keys(PARTS).join(", ")}`);

for (const [name, part] of Object.entries(PARTS)) {
  if (named.length > 0 && !named.includes(name)) continue;
  const facts = runFacts();
  const figures = await part();
  console.log(`${figures}\n`);
  if (!values.publish) continue;
  const page = await readFile(PERFORMANCE_PAGE, "utf8");
  await writeFile(PERFORMANCE_PAGE, published(page, name, `${facts()}\n\n${figures}`));
}
