import { defineConfig } from "vitest/config";

const FUZZ = Number(process.env.FUZZ ?? 1);
/** A test that expects nothing cannot fail, whatever its name says. */
const expect = { requireAssertions: true };

/** Files in real browsers that run at once. A browser mostly waits, so two cores carry more of them than two. */
const BROWSERS = Number(process.env.BROWSERS ?? 4);

/** Unit and contract tests run in Node; e2e drives real browsers, those of both kinds side by side. */
export default defineConfig({
  test: {
    projects: [
      // Thousands of random cases take seconds on a busy machine; how long is no matter of right or wrong.
      {
        test: {
          name: "unit",
          expect,
          include: ["test/unit/**/*.test.ts", "test/unit/**/*.test.tsx"],
          // A process for each file would cost more than most files do; none of them leaves anything behind.
          isolate: false,
          setupFiles: ["test/fresh-file.ts"],
          testTimeout: 30_000 * FUZZ,
          hookTimeout: 30_000,
          // By default one core is left idle, which on two is half of them.
          maxWorkers: "100%",
        },
      },
      {
        test: {
          name: "contract",
          expect,
          include: ["test/contract/**/*.test.ts"],
          globalSetup: ["test/contract/built-once.ts"],
          // Parsers, compilers and whole copies: seconds, and many times that on two cores that do other things too.
          testTimeout: 120_000,
          hookTimeout: 120_000,
          maxWorkers: "100%",
        },
      },
      ...(["chromium", "firefox"] as const).map((name) => ({
        test: {
          name,
          expect,
          include: [`test/e2e/${name}/**/*.test.ts`],
          maxWorkers: BROWSERS,
          sequence: { groupOrder: 1 },
          testTimeout: 60_000,
          hookTimeout: 90_000,
        },
      })),
    ],
  },
});
