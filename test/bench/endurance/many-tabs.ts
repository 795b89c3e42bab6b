/// <reference types="chrome" />
import { startChromium, until } from "../../e2e/support/chromium.ts";
import { openPlans } from "../../e2e/support/chromium-plans.ts";
import type { Lab } from "../../lab/lab.ts";
import { HEALTHY } from "../../lab/upstream.ts";
import { countFrom } from "../count-from.ts";
import { table } from "../table.ts";
import { cells, FOOTPRINT_HEAD, footprint } from "./footprint.ts";

const TABS = countFrom(process.env.TABS ?? "1000", "TABS");
const AT_ONCE = 50;
/** How long all of them fail before the site is back. */
const OUTAGE_MS = 60_000;

const page = (status: number) => ({
  status,
  headers: { "content-type": "text/html", "cache-control": "no-store" },
  body: `<!doctype html><link rel="icon" href="data:,"><title>${status}</title>`,
});

/** Opens background tabs, as a session that is restored does; runs in a page of the extension. */
async function openTabs({ from, count }: { from: number; count: number }): Promise<void> {
  for (let index = from; index < from + count; index += 1) {
    await chrome.tabs.create({ active: false, url: `https://shop.example/cart?tab=${index}` });
  }
}

/** So many tabs of one site that fail at once, and come back together. */
export async function manyTabs(lab: Lab): Promise<string> {
  const chromium = await startChromium(lab);
  try {
    await chromium.grant();
    await lab.upstream.behave({ ...HEALTHY, react: () => page(502) });
    const rows: string[][] = [];
    const asked = () => lab.requests.filter(({ by, mode }) => by === "gateway" && mode === "cors");
    const note = async (when: string) => {
      const plans = (await openPlans(chromium)).length;
      rows.push([when, String(plans), String(asked().length), ...cells(await footprint(chromium))]);
    };
    for (let from = 0; from < TABS; from += AT_ONCE) {
      const count = Math.min(AT_ONCE, TABS - from);
      await chromium.ask(openTabs, { from, count });
      await until(async () => (await openPlans(chromium)).length >= from + count, 120_000);
      if ([100, 500, TABS].includes(from + count)) await note(`${from + count} tabs have failed`);
    }
    const before = Date.now();
    await until(() => Date.now() > before + OUTAGE_MS, OUTAGE_MS * 2);
    await note(`${OUTAGE_MS / 1_000} s later`);
    lab.clearRequests();
    await lab.upstream.behave({ ...HEALTHY, react: () => page(200) });
    const back = Date.now();
    await until(async () => (await openPlans(chromium)).length === 0, TABS * 5_000);
    await note(`all are back, after ${Math.round((Date.now() - back) / 1_000)} s`);
    const loads = new Map<string, number>();
    for (const { by, mode, path } of lab.requests) {
      if (by === "gateway" && mode === "navigate") loads.set(path, (loads.get(path) ?? 0) + 1);
    }
    const twice = [...loads.values()].filter((count) => count > 1).length;
    const head = ["when", "plans", "asked by Faultline", ...FOOTPRINT_HEAD];
    return [
      `${TABS} tabs of one site`,
      table(head, rows),
      `Loaded once: ${loads.size - twice} tabs; more than once: ${twice}`,
    ].join("\n");
  } finally {
    await chromium.close();
  }
}
