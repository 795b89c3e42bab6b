// npm run bench:load: what Faultline costs while nothing is broken, and how soon it speaks when something is. Chromium,
// Linux, the production build; about five minutes. Names of parts choose: npm run bench:load -- wake
import { startLab } from "../../lab/lab.ts";
import { cardTimes } from "./card-times.ts";
import { firstWords } from "./first-words.ts";
import { healthyPages } from "./healthy-pages.ts";
import { wake } from "./wake.ts";
import { workerStarts } from "./worker-starts.ts";

const PARTS = { pages: healthyPages, starts: workerStarts, words: firstWords, card: cardTimes, wake };
const isPart = (name: string): name is keyof typeof PARTS => Object.hasOwn(PARTS, name);

const named = process.argv.slice(2);
const unknown = named.filter((name) => !isPart(name));
if (unknown.length > 0) throw new Error(`no part ${unknown.join(", ")}; there are ${Object.keys(PARTS).join(", ")}`);

const lab = await startLab();
try {
  for (const [name, part] of Object.entries(PARTS)) {
    if (named.length === 0 || named.includes(name)) console.log(`${await part(lab)}\n`);
  }
} finally {
  await lab.stop();
}
