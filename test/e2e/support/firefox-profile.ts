import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { builtExtension } from "../../lab/launch.ts";
import type { System } from "./firefox-system.ts";

/** A profile that outlives the browser, and the build that is installed in it for good. */
export interface FirefoxProfile {
  readonly folder: string;
  readonly prefs: Readonly<Record<string, string | number | boolean>>;
  /** Installs the build under this version; over an older one that is an update. */
  install(system: System, version: string): Promise<void>;
  remove(): Promise<void>;
}

interface Entry {
  readonly leafName: string;
  readonly directoryEntries: Iterable<Entry>;
  isDirectory(): boolean;
  initWithPath(path: string): void;
}
/** The few names of the browser's own window that are used. */
declare const Cc: Record<string, { createInstance<T>(type: T): T extends { readonly made: infer M } ? M : never }>;
declare const Ci: {
  readonly nsIFile: { readonly made: Entry };
  readonly nsIZipWriter: {
    readonly made: {
      open(file: Entry, flags: number): void;
      addEntryFile(path: string, compression: number, file: Entry, queue: boolean): void;
      close(): void;
    };
  };
};
declare const ChromeUtils: {
  importESModule(url: string): {
    AddonManager: { getInstallForFile(file: Entry): Promise<{ install(): Promise<unknown> }> };
  };
};

/** Packs a folder and installs the packet, inside the browser. */
async function packAndInstall({ build, packet }: { build: string; packet: string }): Promise<void> {
  const { AddonManager } = ChromeUtils.importESModule("resource://gre/modules/AddonManager.sys.mjs");
  const root = Cc["@mozilla.org/file/local;1"]?.createInstance(Ci.nsIFile);
  const file = Cc["@mozilla.org/file/local;1"]?.createInstance(Ci.nsIFile);
  const writer = Cc["@mozilla.org/zipwriter;1"]?.createInstance(Ci.nsIZipWriter);
  if (!root || !file || !writer) throw new Error("this is not the browser's own window");
  root.initWithPath(build);
  file.initWithPath(packet);
  const READ_WRITE_CREATE_TRUNCATE = 0x04 | 0x08 | 0x20;
  writer.open(file, READ_WRITE_CREATE_TRUNCATE);
  const folders: Array<[Entry, string]> = [[root, ""]];
  for (const [folder, prefix] of folders) {
    for (const entry of folder.directoryEntries) {
      if (entry.isDirectory()) folders.push([entry, `${prefix}${entry.leafName}/`]);
      else writer.addEntryFile(`${prefix}${entry.leafName}`, 1, entry, false);
    }
  }
  writer.close();
  await (await AddonManager.getInstallForFile(file)).install();
}

/** Makes a profile. A temporary installation would be gone at the next start, so the build is installed for good. */
export async function makeFirefoxProfile(): Promise<FirefoxProfile> {
  const root = await mkdtemp(join(tmpdir(), "faultline-profile-"));
  const folder = join(root, "profile");
  const build = join(root, "extension");
  await mkdir(folder);
  await cp(builtExtension("firefox"), build, { recursive: true });
  return {
    folder,
    prefs: {
      // Honoured by ESR and the developers' edition only.
      "xpinstall.signatures.required": false,
      // "Open previous windows and tabs".
      "browser.startup.page": 3,
    },
    async install(system, version) {
      const file = join(build, "manifest.json");
      await writeFile(file, JSON.stringify({ ...JSON.parse(await readFile(file, "utf8")), version }));
      await system.run(packAndInstall, { build, packet: join(root, `${version}.xpi`) });
    },
    remove: () => rm(root, { recursive: true, force: true, maxRetries: 5 }),
  };
}
