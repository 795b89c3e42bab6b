// Writes dist/chrome and dist/firefox: production code, loadable unpacked.
import { build } from "vite";
import { LICENCES_FOLDER, writeLicences } from "./licences.mjs";
import { polyfillModule } from "./polyfill-module.mjs";
import { withoutInnerHtml } from "./without-inner-html.mjs";

/**
 * What stands in one file each and is no module. crxjs would list what runs in pages in web_accessible_resources, where any page
 * could see it. The worker hears sooner: docs/decisions/classic-worker.md.
 */
const CLASSIC_SCRIPTS = {
  sentinel: "src/sentinel.ts",
  parts: "src/parts.ts",
  worker: "src/background/index.ts",
  card: "src/pages/card/main.tsx",
};

/** @param {string} name of the script, or of what else is built together */
const licence = (name) => ({ fileName: `${LICENCES_FOLDER}/${name}.json` });

const only = process.argv[2];
const targets = ["chrome", "firefox"].filter((target) => !only || only === target);

for (const target of targets) {
  process.env.NODE_ENV = "production";
  await build({ mode: target, logLevel: "warn", build: { license: licence("pages") } });
  for (const [name, entry] of Object.entries(CLASSIC_SCRIPTS)) {
    await build({
      configFile: false,
      mode: target,
      logLevel: "warn",
      publicDir: false,
      plugins: [polyfillModule, withoutInnerHtml],
      build: {
        outDir: `dist/${target}`,
        emptyOutDir: false,
        target: target === "chrome" ? "chrome120" : "firefox142",
        license: licence(name),
        lib: { entry, formats: ["iife"], name: "faultline", fileName: () => `${name}.js` },
        rolldownOptions: {
          // A classic script has none. The public suffix list's code would find its WebAssembly by it, which nobody uses.
          transform: { define: { "import.meta": "{}" } },
          // The sources are modules, whose code is strict. A single letter beyond Latin-1, and Chromium would hold all of
          // the code in twice the bytes.
          output: { strict: true, charset: "ascii" },
        },
      },
    });
  }
  writeLicences(target);
  console.log(`built dist/${target}`);
}
