import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Extensions that people have beside Faultline, each reduced to the one thing it does to requests or answers. */
export type OtherExtension = "user-agent" | "heavy-header" | "no-server-timing";

/** What a switcher of user agents claims: a browser of 2001. */
export const OLD_USER_AGENT = "Mozilla/4.0 (compatible; MSIE 6.0; Windows NT 5.1)";
/** A limit that many servers have for all header fields together. */
export const HEAVY_HEADER_BYTES = 16 * 1024;

const set = (header: string, value: string) => ({ requestHeaders: [{ header, operation: "set", value }] });

const CHANGES: Record<OtherExtension, object> = {
  "user-agent": set("User-Agent", OLD_USER_AGENT),
  "heavy-header": set("X-Profile", "x".repeat(HEAVY_HEADER_BYTES)),
  // As those that hide from sites how fast a browser is.
  "no-server-timing": { responseHeaders: [{ header: "Server-Timing", operation: "remove" }] },
};

/**
 * Every kind of request that such an extension can name: pages, and what scripts fetch. Measured in Chromium:
 * the rules change pages, but not what another extension's worker fetches, whatever they name.
 */
const TYPES = ["main_frame", "sub_frame", "script", "image", "xmlhttprequest", "other"];

/** Writes it into a folder of its own, ready to be installed unpacked; `remove` takes the folder away. */
export function writeExtension(kind: OtherExtension): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), `faultline-${kind}-`));
  const manifest = {
    manifest_version: 3,
    name: kind,
    version: "1",
    permissions: ["declarativeNetRequestWithHostAccess"],
    host_permissions: ["<all_urls>"],
    declarative_net_request: { rule_resources: [{ id: "headers", enabled: true, path: "rules.json" }] },
  };
  const rule = {
    id: 1,
    action: { type: "modifyHeaders", ...CHANGES[kind] },
    condition: { resourceTypes: TYPES },
  };
  writeFileSync(join(folder, "manifest.json"), JSON.stringify(manifest));
  writeFileSync(join(folder, "rules.json"), JSON.stringify([rule]));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
