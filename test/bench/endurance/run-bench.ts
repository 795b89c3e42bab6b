// npm run bench:endurance: what becomes of Faultline where everything fails for long. Chromium, Linux, the production build;
// an hour and a half. Names of parts choose: npm run bench:endurance -- tabs
import { startLab } from "../../lab/lab.ts";
import { kills } from "./kills.ts";
import { longHistory } from "./long-history.ts";
import { manyTabs } from "./many-tabs.ts";
import { reloadingPage } from "./reloading-page.ts";

const PARTS = { history: longHistory, reloads: reloadingPage, tabs: manyTabs, kills };
const isPart = (name: string): name is keyof typeof PARTS => Object.hasOwn(PARTS, name);

const named = process.argv.slice(2);
const unknown = named.filter((name) => !isPart(name));
if (unknown.length > 0) throw new Error(`no part ${unknown.join(", ")}; there are ${Object.keys(PARTS).join(", ")}`);

for (const [name, part] of Object.entries(PARTS)) {
  if (named.length > 0 && !named.includes(name)) continue;
  const lab = await startLab();
  try {
    console.log(`${await part(lab)}\n`);
  } finally {
    await lab.stop();
  }
}
