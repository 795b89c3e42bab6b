import { readFileSync } from "node:fs";
import { type CrxPlugin, crx, type ManifestV3Export } from "@crxjs/vite-plugin";
import { domainToStatusPageUrls } from "@sentry/status-page-list";
import { defineConfig, type Plugin } from "vite";
import source from "./manifest.json" with { type: "json" };
import { isPlaceholder, readIdentity } from "./scripts/identity.ts";
import { polyfillModule } from "./scripts/polyfill-module.mjs";
import { packagedSuffixes } from "./scripts/public-suffixes.ts";
import { withoutInnerHtml } from "./scripts/without-inner-html.mjs";

type Target = "chrome" | "firefox";
const targetOf = (target: Target) => (target === "chrome" ? "chrome120" : "firefox142");

const { firefoxId, homePage } = readIdentity();
/** The browsers' lists of extensions link it: better none than one that leads nowhere. */
const linked = isPlaceholder(homePage) ? {} : { homepage_url: homePage };

/**
 * One manifest source, two builds. What only one browser understands is taken out here, so that neither store's
 * linter warns about the other's keys.
 */
function manifestFor(target: Target): ManifestV3Export {
  const { background, browser_specific_settings, minimum_chrome_version, storage, ...shared } = source;
  const { side_panel, sidebar_action, ...common } = shared;
  if (target === "chrome") {
    // Without a line in Chromium's prompts; Firefox has a sidebar in its place, which needs no permission.
    const permissions = [...common.permissions, "sidePanel"];
    return { ...common, ...linked, permissions, minimum_chrome_version, storage, side_panel } as ManifestV3Export;
  }
  const gecko = { id: firefoxId, ...browser_specific_settings.gecko };
  const forFirefox = {
    ...common,
    ...linked,
    sidebar_action,
    browser_specific_settings: { gecko },
    // Neither has a line in Firefox's prompts, and no other browser has them.
    permissions: [...common.permissions, "dns", "captivePortal"],
    // Firefox fires webNavigation.onErrorOccurred on most healthy navigations and
    // has no getMatchedRules, so neither permission is of use there. Chromium lets nobody ask for proxy later.
    optional_permissions: ["notifications", "cookies", "management", "proxy"],
  };
  return forFirefox as ManifestV3Export;
}

/** Names the worker in the manifest that crxjs writes, in the browser's form; scripts/build.mjs builds it. */
const withWorker = (target: Target): CrxPlugin => ({
  name: "with-worker",
  enforce: "post",
  renderCrxManifest(manifest) {
    const { service_worker, scripts } = source.background;
    return Object.assign(manifest, { background: target === "chrome" ? { service_worker } : { scripts } });
  },
});

/** Which settings an administrator can make, where Chromium's manifest names it. Firefox has no such file. */
const withManagedSettings: Plugin = {
  name: "with-managed-settings",
  generateBundle() {
    const fileName = source.storage.managed_schema;
    this.emitFile({ type: "asset", fileName, source: readFileSync(new URL(fileName, import.meta.url)) });
  },
};

/** What the worker reads when it looks for status pages, and not at every start, as files of the package. */
const withLists: Plugin = {
  name: "with-lists",
  generateBundle() {
    this.emitFile({ type: "asset", fileName: "status-pages.json", source: JSON.stringify(domainToStatusPageUrls) });
    this.emitFile({ type: "asset", fileName: "public-suffixes.json", source: packagedSuffixes() });
  },
};

/**
 * What all pages need before their first paint, in two files instead of fourteen, which compress worse: what speaks with
 * the browser, and what draws.
 */
const SHARED = [
  {
    name: "door",
    test: /webextension-polyfill|\/src\/platform\/(browser|i18n|messages|permissions|tabs|views)\.ts$|\/src\/core\/(message|foreign-text|lazily|incident\/status)\.ts$/,
  },
  // What all pages look like, in one file; what is a page's own comes after it.
  { name: "look", test: /\/src\/pages\/ui\/(tokens|base|button|fold|side-icon)\.css$/ },
  { name: "drawing", test: /\/preact\/|\/src\/pages\/ui\/(button|page-language|side-icon|text)\.tsx?$/ },
];

export default defineConfig(({ mode }) => {
  const target: Target = mode === "firefox" ? "firefox" : "chrome";
  return {
    plugins: [
      polyfillModule,
      withoutInnerHtml,
      withLists,
      target === "chrome" && withManagedSettings,
      crx({ manifest: manifestFor(target), browser: target }),
      withWorker(target),
    ],
    build: {
      outDir: `dist/${target}`,
      emptyOutDir: true,
      target: targetOf(target),
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: {
          welcome: "src/pages/welcome/index.html",
          rehearsal: "src/pages/rehearsal/index.html",
          site: "src/pages/site/index.html",
          // In Chromium the manifest names it, and crxjs has it from there: a second time, and a script is left over.
          ...(target === "firefox" ? { full: "src/pages/full/index.html" } : {}),
          history: "src/pages/history/index.html",
        },
        output: { codeSplitting: { groups: SHARED } },
      },
    },
  };
});
