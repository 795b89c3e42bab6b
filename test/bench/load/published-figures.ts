import { execFileSync } from "node:child_process";
import { cpus, loadavg, totalmem } from "node:os";
import { findBrowser } from "../../../scripts/find-browser.mjs";
import { replaceBetween } from "../../between-marks.ts";

/** The page with the figures, from the root of the repository. */
export const PERFORMANCE_PAGE = "docs/performance.md";

/** Begins a run; what is returned says, once it has ended, when and on what it was. */
export function runFacts(): () => string {
  const start = Date.now();
  const [before = 0] = loadavg();
  return () => {
    const [after = 0] = loadavg();
    const { path = "" } = findBrowser("chromium") ?? {};
    const browser = execFileSync(path, ["--version"], { encoding: "utf8" }).trim();
    const { model = "", length = 0 } = { model: cpus()[0]?.model, length: cpus().length };
    const date = new Date(start).toISOString().slice(0, 10);
    const minutes = ((Date.now() - start) / 60_000).toFixed(0);
    return [
      `${date}, ${browser}, ${length} x ${model}, ${(totalmem() / 2 ** 30).toFixed(0)} GB, ${minutes} minutes.`,
      `Load average of the machine ${before.toFixed(1)} at the start, ${after.toFixed(1)} at the end.`,
    ].join("\n");
  };
}

/** The page with one part's figures replaced. */
export const published = (text: string, part: string, figures: string): string =>
  replaceBetween(
    text,
    [`<!-- ${part}:begin, written by \`npm run bench:load -- ${part} --publish\` -->`, `<!-- ${part}:end -->`],
    `\`\`\`\n${figures}\n\`\`\``,
    PERFORMANCE_PAGE,
  );
