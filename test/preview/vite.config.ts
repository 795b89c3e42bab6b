import { resolve } from "node:path";
import { defineConfig, type Plugin } from "vite";

const root = resolve(import.meta.dirname, "../..");

/** The pages as they are, with the browser behind src/platform/ replaced by what a fixture says. */
const stubs: Plugin = {
  name: "preview-platform",
  enforce: "pre",
  resolveId(source) {
    const part =
      /\/platform\/(browser|toolbar|notifications|vendor-test|i18n|messages|views|permissions|data-consent|tabs|storage|settings|options-page|reached-address|registrable-domain|own-tab|front-tab|side-panel|lifecycle|commands)\.ts$/.exec(
        source,
      );
    return part ? resolve(import.meta.dirname, "platform", `${part[1]}.ts`) : null;
  },
};

export default defineConfig({
  root,
  cacheDir: resolve(root, "artifacts/preview-cache"),
  publicDir: false,
  plugins: [stubs],
  server: { port: 5199, open: "/test/preview/index.html" },
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  optimizeDeps: { include: ["preact", "preact/hooks", "preact/jsx-dev-runtime"] },
});
