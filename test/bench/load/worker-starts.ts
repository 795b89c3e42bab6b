import { startChromium } from "../../e2e/support/chromium.ts";
import type { Lab } from "../../lab/lab.ts";
import { table } from "../table.ts";
import { EVENTS, wakes } from "./navigations.ts";

const TIMES = 10;

/** What starts the worker, of the things that happen to healthy pages. */
export async function workerStarts(lab: Lab): Promise<string> {
  const chromium = await startChromium(lab);
  try {
    await chromium.grant();
    const { page } = await chromium.openTab();
    const rows: string[][] = [];
    for (const [name, happen] of Object.entries(EVENTS)) {
      rows.push([name, `${await wakes(chromium, page, happen, TIMES)} of ${TIMES}`]);
    }
    return ["Starts of the worker, which is ended before each", table(["event", "starts"], rows)].join("\n");
  } finally {
    await chromium.close();
  }
}
