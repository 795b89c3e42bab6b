import { type Row, tableHead, tableRow } from "./demo-table.ts";
import { FAULTS, type Fault, type Truth } from "./faults.ts";
import { grade } from "./grade.ts";
import type { Lab } from "./lab.ts";
import { builtExtension, type InstalledBrowser, launchInLab } from "./launch.ts";
import { openFault } from "./open-fault.ts";
import { installQuietly, openPopup, type PopupVerdict, readVerdict, readVerdictAfterReload } from "./popup-driver.ts";

interface Result {
  readonly row: Row;
  /** What the popup said, and what a reader must know to agree with the grade. */
  readonly says: string;
}

const words = (side: string, cause: string | null): string => (side === "none" ? "none" : `${side} ${cause ?? ""}`);

/** Breaks the shop, opens it in a fresh profile, clicks the toolbar icon and takes down what the popup says. */
async function tryFault(lab: Lab, installed: InstalledBrowser, fault: Fault, ending: AbortSignal): Promise<Result> {
  await lab.set(fault.id);
  const browser = await launchInLab(lab, installed, { headless: true });
  const close = () => void browser.close().catch(() => undefined);
  ending.addEventListener("abort", close, { once: true });
  try {
    const extensionId = await installQuietly(browser, builtExtension("chromium"));
    const page = await browser.newPage();
    await openFault(page, fault);
    const began = performance.now();
    const popup = await openPopup(browser, page, extensionId);
    let verdict = await readVerdict(popup);
    if (verdict.side === "unsure") verdict = (await readVerdictAfterReload(popup)) ?? verdict;
    return resultOf(lab, fault, verdict, (performance.now() - began) / 1000);
  } finally {
    ending.removeEventListener("abort", close);
    await browser.close().catch(() => undefined);
  }
}

function resultOf(lab: Lab, fault: Fault, verdict: PopupVerdict, seconds: number): Result {
  const { right, note } = grade(fault.truth, verdict);
  const row = rowOf(lab, fault, words(verdict.side, verdict.cause), verdict.confidence, right, seconds);
  return { row, says: `${verdict.headline}${note === "" ? "" : `\n${" ".repeat(20)}(${note})`}` };
}

function rowOf(lab: Lab, fault: Fault, verdict: string, confidence: string, right: boolean, seconds: number): Row {
  const truth = truthWords(fault.truth);
  return { fault: fault.id, gateway: lab.gateway, verdict, confidence, truth, right, seconds };
}

const truthWords = ({ side, cause }: Truth): string => words(side, cause);

/**
 * Drives the real popup through every fault and prints a table of verdict and truth. Resolves with the
 * exit code: 0 when every row is right, 130 when `ending` fired.
 */
export async function runHeadlessDemo(lab: Lab, installed: InstalledBrowser, ending: AbortSignal): Promise<number> {
  console.log(`Each fault gets a fresh profile of ${installed.name}, and the popup is opened from the toolbar.\n`);
  console.log(tableHead());
  const results: Result[] = [];
  for (const fault of FAULTS) {
    const result = await tryFault(lab, installed, fault, ending).catch((error: unknown): Result => {
      const why = error instanceof Error ? error.message : String(error);
      return { row: rowOf(lab, fault, "no verdict", "", false, 0), says: why };
    });
    if (ending.aborted) return 130;
    results.push(result);
    console.log(tableRow(result.row));
  }
  console.log("\nWhat the popup said:");
  for (const { row, says } of results) console.log(`  ${row.fault.padEnd(18)}${says}`);
  const wrong = results.filter(({ row }) => !row.right).length;
  console.log(`\n${results.length - wrong} of ${results.length} right.`);
  return wrong === 0 ? 0 : 1;
}
