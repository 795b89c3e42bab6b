import { crx, type ManifestV3Export } from "@crxjs/vite-plugin";
import { domainToStatusPageUrls } from "@sentry/status-page-list";
import { defineConfig, type Plugin, type UserConfig } from "vite";
import source from "./manifest.json" with { type: "json" };

type Target = "chrome" | "firefox";
const targetOf = (target: Target) => (target === "chrome" ? "chrome120" : "firefox142");
/** The worker's file, as crxjs writes it into the manifest. */
const WORKER = "service-worker-loader.js";

/**
 * One manifest source, two builds. crxjs picks the background key; the rest of
 * what only one browser understands is taken out here, so that neither store's
 * linter warns about the other's keys.
 */
function manifestFor(target: Target): ManifestV3Export {
  const { browser_specific_settings, minimum_chrome_version, storage, ...common } = source;
  if (target === "chrome") return { ...common, minimum_chrome_version, storage } as ManifestV3Export;
  return {
    ...common,
    browser_specific_settings,
    // Neither has a line in Firefox's prompts, and no other browser has them.
    permissions: [...common.permissions, "dns", "captivePortal"],
    // Firefox fires webNavigation.onErrorOccurred on most healthy navigations and
    // has no getMatchedRules, so neither permission is of use there.
    optional_permissions: ["notifications"],
  } as ManifestV3Export;
}

/**
 * Takes preact's one assignment to innerHTML out of the build. Faultline shows text that pages control, so
 * the sink is not merely unused but absent; a preact that has changed there stops the build.
 */
const withoutInnerHtml: Plugin = {
  name: "without-inner-html",
  transform(code, id) {
    if (!/preact\/dist\/preact\.mjs/.test(id)) return null;
    const parts = code.split(/[\w$]+\.innerHTML=[\w$]+\.__html/);
    if (parts.length !== 2) this.error("preact assigns innerHTML in another way than known: look at it anew");
    return { code: parts.join("void 0"), map: null };
  },
};

/**
 * Leaves out the polyfill's table of functions that take callbacks, which the worker would read at every start: since
 * Manifest V3 they all return promises, in every version that Faultline runs in, and what is not in the table is passed
 * on as the browser has it. What stays is how messages are answered. It refuses an empty table, hence the one entry.
 */
const withoutCallbackTable: Plugin = {
  name: "without-callback-table",
  transform(code, id) {
    if (!id.includes("webextension-polyfill/dist/")) return null;
    const parts = /^(.*?const apiMetadata = )\{.*?\n {6}\}(;.*)$/s.exec(code);
    if (!parts) this.error("the polyfill keeps its table in another way than known: look at it anew");
    return { code: `${parts[1]}{ runtime: {} }${parts[2]}`, map: null };
  },
};

/**
 * Leaves the reasons of the weights out of the build: they are for readers of the source and for the tests, no code
 * reads them, and they are a tenth of the worker.
 */
const withoutReasons: Plugin = {
  name: "without-reasons",
  enforce: "pre",
  transform(code, id) {
    if (!/\/src\/core\/evidence\/[\w-]+\.ts$/.test(id)) return null;
    const bare = code.replace(/^ +reason:\s*"(?:[^"\\]|\\.)*",\n/gm, "");
    if (/^ +reason:(?! string)/m.test(bare)) this.error("a reason is written in another way than known");
    return { code: bare, map: null };
  },
};

/** The catalogue of status pages as a file of the package: the worker reads it when it needs it, not at every start. */
const withCatalogue: Plugin = {
  name: "with-catalogue",
  generateBundle() {
    this.emitFile({ type: "asset", fileName: "status-pages.json", source: JSON.stringify(domainToStatusPageUrls) });
  },
};

/**
 * Leaves the worker to a build of its own, see `scripts/build.mjs`: beside the pages it would be cut into the pieces
 * that it shares with them, which compress worse and drag in what only the pages use of a shared module.
 */
const withoutWorker: Plugin = {
  name: "without-worker",
  enforce: "pre",
  load: (id) => (id.endsWith("/src/background/index.ts") ? "globalThis.faultline;" : null),
  generateBundle(_, bundle) {
    for (const [name, part] of Object.entries(bundle)) {
      if (part.type === "chunk" && part.facadeModuleId?.endsWith("/src/background/index.ts")) delete bundle[name];
    }
  },
};

/** The worker alone, in one file, in place of the loader that crxjs has written. */
const workerBuild = (target: Target): UserConfig => ({
  plugins: [withoutCallbackTable, withoutReasons],
  publicDir: false,
  build: {
    outDir: `dist/${target}`,
    emptyOutDir: false,
    target: targetOf(target),
    modulePreload: false,
    // Names and dead code are cut a fortieth closer than by the bundler's own minifier, and every byte is read at each start.
    minify: "terser",
    // Functions put in place of their only call, and joined statements, are shorter, but compress worse: 76 bytes.
    terserOptions: { module: true, compress: { passes: 3, inline: 1, comparisons: false, sequences: false } },
    rollupOptions: { input: "src/background/index.ts", output: { entryFileNames: WORKER } },
  },
});

export default defineConfig(({ mode }) => {
  const target: Target = mode.startsWith("firefox") ? "firefox" : "chrome";
  if (mode.endsWith("-worker")) return workerBuild(target);
  return {
    plugins: [
      withoutInnerHtml,
      withoutCallbackTable,
      withoutReasons,
      withoutWorker,
      withCatalogue,
      crx({ manifest: manifestFor(target), browser: target }),
    ],
    build: {
      outDir: `dist/${target}`,
      emptyOutDir: true,
      target: targetOf(target),
      modulePreload: { polyfill: false },
      rollupOptions: { input: { welcome: "src/pages/welcome/index.html" } },
    },
  };
});
