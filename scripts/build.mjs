// Writes dist/chrome and dist/firefox: production code, loadable unpacked.
import { build } from "vite";

const only = process.argv[2];
const targets = ["chrome", "firefox"].filter((target) => !only || only === target);

for (const target of targets) {
  process.env.NODE_ENV = "production";
  await build({ mode: target, logLevel: "warn" });
  // The sentinel is a build entry of its own: as a content script of the crx plugin
  // it would be listed in web_accessible_resources, where any page could see it.
  await build({
    configFile: false,
    logLevel: "warn",
    publicDir: false,
    build: {
      outDir: `dist/${target}`,
      emptyOutDir: false,
      target: target === "chrome" ? "chrome120" : "firefox142",
      lib: { entry: "src/sentinel.ts", formats: ["iife"], name: "faultline", fileName: () => "sentinel.js" },
    },
  });
  console.log(`built dist/${target}`);
}
