import { createHash } from "node:crypto";
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { builtExtension } from "../../lab/launch.ts";

/** A profile that outlives the browser, with a copy of the build in it as "Load unpacked" would have put it there. */
export interface ChromiumProfile {
  readonly folder: string;
  readonly extensionId: string;
  /** The next start, or the extension's own reload, finds this version: an update. */
  setVersion(version: string): Promise<void>;
  /** The same with the files of the present build: an update of one that began with an older. */
  update(version: string): Promise<void>;
  /** Whether what a killed browser leaves behind names all of these: open tabs, or grants. */
  remembers(what: "tabs" | "settings", ...texts: string[]): Promise<boolean>;
  /** After a crash Chromium asks in a bubble whether to bring the tabs back; this is the yes, before the next start. */
  acceptRestore(): Promise<void>;
  remove(): Promise<void>;
}

/** Chromium names an unpacked extension after its folder: sixteen bytes of a hash, in letters from a to p. */
const idOf = (folder: string): string =>
  [...createHash("sha256").update(folder).digest("hex").slice(0, 32)]
    .map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)))
    .join("");

/** Chromium's `mojom::ManifestLocation::kUnpacked`. */
const UNPACKED = 4;

/**
 * Makes a profile. What is installed over the debugging protocol, or by a switch, is another installation at the
 * next start; what the profile's own settings name is the same one, with its grants and scripts.
 * `from` is the folder of the build that it begins with.
 */
export async function makeChromiumProfile(from = builtExtension("chromium")): Promise<ChromiumProfile> {
  const root = await mkdtemp(join(tmpdir(), "faultline-profile-"));
  const build = join(root, "extension");
  const folder = join(root, "profile");
  await cp(from, build, { recursive: true });
  const extensionId = idOf(build);
  // With leave for files, as "Load unpacked" gives it: what was granted without it would not outlive a reload.
  const settings = { [extensionId]: { path: build, location: UNPACKED, state: 1, newAllowFileAccess: true } };
  await mkdir(join(folder, "Default"), { recursive: true });
  await writeFile(
    join(folder, "Default", "Preferences"),
    JSON.stringify({ extensions: { ui: { developer_mode: true }, settings } }),
  );

  const contents = async (what: "tabs" | "settings"): Promise<string> => {
    const sessions = join(folder, "Default", "Sessions");
    const files =
      what === "tabs"
        ? (await readdir(sessions)).filter((name) => name.startsWith("Session_")).map((name) => join(sessions, name))
        : ["Preferences", "Secure Preferences"].map((name) => join(folder, "Default", name));
    // Written anew again and again: for a moment one may be missing.
    return (await Promise.all(files.map((file) => readFile(file, "latin1").catch(() => "")))).join("\n");
  };
  const setVersion = async (version: string): Promise<void> => {
    const file = join(build, "manifest.json");
    await writeFile(file, JSON.stringify({ ...JSON.parse(await readFile(file, "utf8")), version }));
  };
  return {
    folder,
    extensionId,
    setVersion,
    async update(version) {
      await rm(build, { recursive: true });
      await cp(builtExtension("chromium"), build, { recursive: true });
      await setVersion(version);
    },
    async remembers(what, ...texts) {
      const kept = await contents(what);
      return texts.every((text) => kept.includes(text));
    },
    async acceptRestore() {
      const file = join(folder, "Default", "Preferences");
      const preferences = JSON.parse(await readFile(file, "utf8"));
      if (preferences.profile?.exit_type !== "Crashed") throw new Error("Chromium has noticed no crash");
      preferences.profile.exit_type = "Normal";
      await writeFile(file, JSON.stringify(preferences));
    },
    remove: () => rm(root, { recursive: true, force: true, maxRetries: 5 }),
  };
}
