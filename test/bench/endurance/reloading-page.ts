/// <reference types="chrome" />
import { startChromium, until } from "../../e2e/support/chromium.ts";
import type { Lab } from "../../lab/lab.ts";
import { HEALTHY } from "../../lab/upstream.ts";
import { countFrom } from "../count-from.ts";
import { table } from "../table.ts";
import { cells, FOOTPRINT_HEAD, footprint } from "./footprint.ts";

const MINUTES = countFrom(process.env.MINUTES ?? "60", "MINUTES");
/** Ten failures a second. */
const BETWEEN_MS = 100;
/** Nothing was loaded for so long: the page has come to a halt. */
const STANDSTILL_MS = 10_000;

/** A page that fails and loads itself again, each time at another address; what its load took counts as waited. */
const RELOADS = `<!doctype html><title>Bad gateway</title><script>
setTimeout(() => location.replace("/cart?" + Date.now()), ${BETWEEN_MS} - performance.now());
</script>`;

/** A site that fails ten times a second: what Faultline asks it, and what it keeps, minute by minute. */
export async function reloadingPage(lab: Lab): Promise<string> {
  const chromium = await startChromium(lab);
  try {
    await chromium.grant();
    await lab.upstream.behave({
      ...HEALTHY,
      react: () => ({ status: 502, headers: { "content-type": "text/html" }, body: RELOADS }),
    });
    const { page, tabId } = await chromium.openTab();
    await page.goto("https://shop.example/cart");
    await until(async () => (await chromium.badge(tabId)).text === "502");
    const rows: string[][] = [];
    const began = Date.now();
    const loadsSoFar = () => lab.requests.filter(({ by, mode }) => by === "gateway" && mode === "navigate").length;
    let known = 0;
    // A load that the browser itself gives up shows a page of its own, which loads nothing again.
    const keepGoing = setInterval(() => {
      if (loadsSoFar() === known) void page.goto("https://shop.example/cart").catch(() => undefined);
      known = loadsSoFar();
    }, STANDSTILL_MS);
    const wanted = [...new Set([1, 2, 5, 10, 20, 30, 40, 50, MINUTES])].filter((minute) => minute <= MINUTES);
    for (const minute of wanted.sort((a, b) => a - b)) {
      await until(() => Date.now() >= began + minute * 60_000, MINUTES * 60_000);
      const seen = lab.requests.filter(({ by }) => by === "gateway");
      const loads = loadsSoFar();
      const asked = seen.filter(({ mode }) => mode === "cors").length;
      const { failures, plans } = await chromium.ask(async () => {
        const { history, "retry-plans": kept } = await chrome.storage.local.get(["history", "retry-plans"]);
        return {
          failures: (history as { value: unknown[] } | undefined)?.value.length ?? 0,
          plans: Object.keys((kept as { value: object } | undefined)?.value ?? {}).length,
        };
      }, null);
      const size = await footprint(chromium);
      rows.push([String(minute), String(loads), String(asked), String(failures), String(plans), ...cells(size)]);
    }
    clearInterval(keepGoing);
    const head = ["minute", "failing loads", "asked by Faultline", "failures kept", "plans", ...FOOTPRINT_HEAD];
    return [
      `A page that fails and loads itself again ten times a second, for ${MINUTES} minutes`,
      table(head, rows),
    ].join("\n");
  } finally {
    await chromium.close();
  }
}
