import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "puppeteer-core";
import { expect } from "vitest";

/** Evaluated, not added as a script: the pages' own policy forbids scripts from elsewhere. */
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** In a colour half way between two themes axe would find what nobody sees: nothing moves. */
const LOOKS = {
  light: { "prefers-color-scheme": "light" },
  dark: { "prefers-color-scheme": "dark" },
  "high contrast": { "prefers-color-scheme": "dark", "forced-colors": "active" },
} as const;

interface Found {
  readonly violations: ReadonlyArray<{ readonly id: string; readonly nodes: ReadonlyArray<{ readonly html: string }> }>;
}

/** What axe finds wrong with a page as it stands, and where; of its rules all but `without`. */
export async function violations(page: Page, without: readonly string[] = []): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async (off) => {
    const { axe } = globalThis as unknown as { axe: { run(options: object): Promise<Found> } };
    const found = await axe.run({ rules: Object.fromEntries(off.map((rule) => [rule, { enabled: false }])) });
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(", ")}`);
  }, without);
}

/** Axe finds nothing wrong with a page as it stands, in whatever colours. Chromium alone can be told of them. */
export async function findsNothingInAnyColours(page: Page): Promise<void> {
  const protocol = await page.createCDPSession();
  for (const [look, wanted] of Object.entries(LOOKS)) {
    const features = Object.entries({ ...wanted, "prefers-reduced-motion": "reduce" });
    await protocol.send("Emulation.setEmulatedMedia", { features: features.map(([name, value]) => ({ name, value })) });
    // What had begun to move before goes on to its end.
    await page.evaluate(async () => {
      const begun = document.getAnimations().filter((one) => one instanceof CSSTransition);
      await Promise.allSettled(begun.map(({ finished }) => finished));
    });
    // There the browser chooses all colours, and of some says what the page had wanted (`-webkit-text-fill-color`).
    const without = "forced-colors" in wanted ? ["color-contrast"] : [];
    expect(await violations(page, without), `${new URL(page.url()).pathname} in ${look}`).toEqual([]);
  }
  // The page has its own colours again.
  await protocol.detach();
}
