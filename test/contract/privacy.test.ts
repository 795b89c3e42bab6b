import { describe, expect, it, vi } from "vitest";
import english from "../../public/_locales/en/messages.json" with { type: "json" };
import { STATUS_PRODUCTS } from "../../src/core/status-pages/index.ts";
import { codeOf, contentOf, filesIn } from "./source-files.ts";

const policy = contentOf("PRIVACY.md");
const namedIn = (text: string): string[] =>
  [...text.matchAll(/`((?:[a-z0-9-]+\.)+[a-z]{2,})`/g)].map(([, host = ""]) => host).sort();
const everybody = policy.slice(policy.indexOf("## Everybody by name"), policy.indexOf("## Limited use"));

/** What no site is, and what a page of documentation is called in a comment. */
const isReserved = (host: string): boolean => /(?:^|\.)example$/.test(host);

/** Every host that some text of the source names as a web address. */
function addressed(): string[] {
  const code = filesIn("src")
    .filter((path) => /\.tsx?$/.test(path))
    .map(codeOf)
    .join("\n");
  const hosts = [...code.matchAll(/["'`]https?:\/\/((?:[a-z0-9-]+\.)+[a-z]{2,})/g)].map(([, host = ""]) => host);
  return hosts.filter((host) => !isReserved(host));
}

/** The texts in one list of a file, by the name of its constant. */
function listOf(path: string, constant: string): string[] {
  const [, body = ""] = new RegExp(`const ${constant}\\b[^=]*= [[{]([\\s\\S]*?)\\n[\\]}]`).exec(codeOf(path)) ?? [];
  return [...body.matchAll(/"((?:[a-z0-9-]+\.)+[a-z]{2,})"/g)].map(([, host = ""]) => host);
}

describe("PRIVACY.md", () => {
  it("names everybody whom the code can ask or open by name, and nobody else", () => {
    const services = listOf("src/core/status-pages/discovery.ts", "STATUS_HOSTS");
    const shared = /const SHARED_HOST = "([^"]+)"/.exec(codeOf("src/core/status-pages/discovery.ts"))?.[1] ?? "";
    const forms = listOf("src/core/report/issue.ts", "FORMS");
    expect(services.length).toBeGreaterThan(5);
    expect(forms).toHaveLength(3);
    const inCode = new Set([
      ...addressed(),
      ...STATUS_PRODUCTS.flatMap(({ apiHosts = [] }) => apiHosts),
      ...services,
      shared,
      ...forms,
    ]);
    expect(namedIn(everybody)).toEqual([...inCode].sort());
  });

  it("names the browser maker's test of each browser as the build asks it", async () => {
    const hosts: string[] = [];
    for (const scheme of ["chrome-extension", "moz-extension"]) {
      vi.resetModules();
      vi.doMock("webextension-polyfill", () => ({ default: { runtime: { getURL: () => `${scheme}://faultline/` } } }));
      const { VENDOR_TEST } = await import("../../src/platform/vendor-test.ts");
      hosts.push(new URL(VENDOR_TEST.secure).host);
    }
    const [line = ""] = everybody.split("\n").filter((row) => row.startsWith("| connection test"));
    expect(namedIn(line)).toEqual(hosts.sort());
  });

  it("names the services that the welcome page names before the first check", () => {
    const [line = ""] = everybody.split("\n").filter((row) => row.startsWith("| where some of these"));
    const hosts = [...namedIn(line), "statuspal.io"];
    expect(hosts.length).toBeGreaterThan(3);
    for (const host of hosts) expect(english.welcome_recipient_status.message).toContain(host);
  });

  it("keeps its promises in the words of the listing and of the welcome page", () => {
    expect(policy).toMatch(/no account, no tracking, no usage data and no server of ours/);
    expect(policy).toMatch(/including the\s+Limited Use requirements/);
    expect(policy).not.toContain("!");
  });

  it("names no recipient whom the engineers' table leaves out of its second level", () => {
    const table = contentOf("docs/privacy.md");
    const level2 = everybody.split("\n").filter((row) => /^\| ("Send"|a link|connection)/.test(row));
    expect(level2).toHaveLength(3);
    for (const host of level2.flatMap(namedIn)) expect(table, host).toContain(host);
  });
});
