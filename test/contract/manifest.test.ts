import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import manifest from "../../manifest.json" with { type: "json" };
import packageJson from "../../package.json" with { type: "json" };
import english from "../../public/_locales/en/messages.json" with { type: "json" };
import { SENT_DATA } from "../../src/core/places/sent-data.ts";
import { contentOf, filesIn, ROOT } from "./source-files.ts";

describe("the manifest", () => {
  it("asks at install for nothing that any browser warns of", () => {
    expect([...manifest.permissions].sort()).toEqual([
      "activeTab",
      "alarms",
      "contextMenus",
      "declarativeNetRequestWithHostAccess",
      "scripting",
      "storage",
      "webRequest",
    ]);
    expect(manifest).not.toHaveProperty("host_permissions");
    expect(manifest).not.toHaveProperty("content_scripts");
  });

  it("may ask later for all that automatic mode needs, in one prompt, for what repairs need, each at its click, and no more", () => {
    expect([...manifest.optional_permissions].sort()).toEqual([
      "cookies",
      "declarativeNetRequestFeedback",
      "management",
      "notifications",
      "webNavigation",
    ]);
    expect(manifest.optional_host_permissions).toEqual(["<all_urls>"]);
  });

  it("shows no file to pages and takes no messages from outside", () => {
    expect(manifest).not.toHaveProperty("web_accessible_resources");
    expect(manifest).not.toHaveProperty("externally_connectable");
  });

  it("names the oldest browsers that it works in", () => {
    expect(manifest.manifest_version).toBe(3);
    expect(manifest.minimum_chrome_version).toBe("120");
    const { strict_min_version, data_collection_permissions } = manifest.browser_specific_settings.gecko;
    expect(Number.parseInt(strict_min_version, 10)).toBeGreaterThanOrEqual(140);
    expect(data_collection_permissions.required).toEqual(["none"]);
  });

  it("declares to Firefox just what its questions to others send", () => {
    const { optional } = manifest.browser_specific_settings.gecko.data_collection_permissions;
    expect(optional).toEqual([...new Set(Object.values(SENT_DATA).flat())].sort());
  });

  it("allows its pages what they use and nothing else, each with a reason", () => {
    const allowed: Readonly<Record<string, readonly [sources: string, reason: string]>> = {
      "default-src": ["'none'", "pictures, fonts, frames, workers, plugins: the pages have none"],
      "script-src": ["'self'", "own files alone, and no text that becomes code"],
      "style-src": ["'self'", "own files alone; the card's styles stand in the page's own document"],
      "connect-src": ["'self' http: https:", "the worker asks any site, over http too; lists and texts of the package"],
      "base-uri": ["'none'", "default-src does not cover it"],
      "form-action": ["'none'", "default-src does not cover it"],
      "frame-ancestors": ["'none'", "default-src does not cover it"],
      "require-trusted-types-for": ["'script'", "no text becomes markup or code, in code of dependencies either"],
      "trusted-types": ["'none'", "and nobody can make an exception"],
    };
    const directives = manifest.content_security_policy.extension_pages.split("; ").map((directive) => {
      const [name = "", ...sources] = directive.split(" ");
      return [name, sources.join(" ")] as const;
    });
    // Without upgrade-insecure-requests, which Firefox adds where nothing is set: sites are asked over plain http too.
    const expected = Object.entries(allowed).map(([name, [sources]]) => [name, sources]);
    expect(Object.fromEntries(directives)).toEqual(Object.fromEntries(expected));
    expect(Object.keys(manifest.content_security_policy)).toEqual(["extension_pages"]);
  });

  it("lets no page ask anybody that shows no failing site", () => {
    const asking = ["full", "popup", "site"];
    const pages = filesIn("src/pages").filter((path) => path.endsWith("/index.html"));
    const mayAsk = pages.filter(
      (path) => !contentOf(path).includes(`http-equiv="Content-Security-Policy" content="connect-src 'self'"`),
    );
    expect(mayAsk).toEqual(asking.map((name) => `src/pages/${name}/index.html`));
    expect(pages.length).toBeGreaterThan(mayAsk.length);
  });

  it("opens no sidebar by itself, and shows the same page in it as in Chromium's side panel", () => {
    expect(manifest.sidebar_action.open_at_install).toBe(false);
    expect(manifest.sidebar_action.default_panel).toBe(manifest.side_panel.default_path);
  });

  it("has one background for both browsers", () => {
    const { service_worker, scripts } = manifest.background;
    expect(scripts).toEqual([service_worker]);
  });

  it("fits the stores: name, description, version", () => {
    expect(english.name.message.length).toBeLessThanOrEqual(75);
    expect(english.description.message.length).toBeLessThanOrEqual(132);
    expect(manifest.short_name.length).toBeLessThanOrEqual(12);
    expect(manifest.version).toBe(packageJson.version);
  });

  it("names texts and icons that exist", () => {
    const { name, description, action, commands } = manifest;
    const named = [name, description, action.default_title, commands["retry-now"].description];
    for (const text of named) expect(english).toHaveProperty([/^__MSG_(\w+)__$/.exec(text)?.[1] ?? text]);
    for (const icon of Object.values(manifest.icons)) expect(existsSync(join(ROOT, "public", icon))).toBe(true);
  });
});
