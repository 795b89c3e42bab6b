import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { findBrowser } from "./find-browser.mjs";

/**
 * @typedef {"chromium" | "firefox" | "nginx" | "xvfb" | "xdotool"
 *   | "iproute" | "apache" | "haproxy" | "varnish" | "squid" | "caddy"} Part
 */

/** @param {string} program */
const isOnPath = (program) =>
  [...(process.env.PATH ?? "").split(delimiter), "/usr/sbin", "/usr/local/sbin", "/opt/homebrew/bin"].some((folder) =>
    existsSync(join(folder, program)),
  );

/**
 * A server that Debian and Ubuntu package under the same name.
 * @param {string} program
 * @param {string} packageName
 * @param {string} elsewhere
 */
const server = (program, packageName, elsewhere) => ({
  present: () => isOnPath(program),
  debian: packageName,
  ubuntu: packageName,
  elsewhere,
});

/** How each part is recognised, and the package that brings it. */
const PARTS = {
  chromium: {
    present: () => findBrowser("chromium") !== null,
    debian: "chromium",
    ubuntu: "chromium-browser",
    elsewhere: "Chrome, Chromium, Edge or Brave",
  },
  firefox: {
    present: () => findBrowser("firefox") !== null,
    debian: "firefox-esr",
    ubuntu: "firefox",
    elsewhere: "Firefox",
  },
  nginx: { present: () => isOnPath("nginx"), debian: "nginx-light", ubuntu: "nginx-light", elsewhere: "nginx" },
  apache: server("apache2", "apache2-bin", "Apache httpd"),
  haproxy: server("haproxy", "haproxy", "HAProxy"),
  varnish: server("varnishd", "varnish", "Varnish"),
  squid: server("squid", "squid", "Squid"),
  caddy: server("caddy", "caddy", "Caddy"),
  xvfb: { present: () => isOnPath("Xvfb"), debian: "xvfb", ubuntu: "xvfb", elsewhere: "Xvfb" },
  iproute: { present: () => isOnPath("ip"), debian: "iproute2", ubuntu: "iproute2", elsewhere: "ip of iproute2" },
  xdotool: { present: () => isOnPath("xdotool"), debian: "xdotool", ubuntu: "xdotool", elsewhere: "xdotool" },
};

/** @returns {"debian" | "ubuntu" | null} which of the two package lists this system uses */
function distribution() {
  if (!existsSync("/etc/os-release") || !isOnPath("apt-get")) return null;
  const release = readFileSync("/etc/os-release", "utf8");
  const ids = [...release.matchAll(/^(?:ID|ID_LIKE)=(.*)$/gm)].map(([, value]) => value).join(" ");
  if (/ubuntu/.test(ids)) return "ubuntu";
  return /debian/.test(ids) ? "debian" : null;
}

/** @param {string[]} args */
function aptGet(args) {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  return spawnSync("apt-get", args, { env, stdio: ["ignore", "ignore", "inherit"] }).status === 0;
}

const POLICY = "/usr/sbin/policy-rc.d";
const POLICY_ASIDE = `${POLICY}.before-faultline`;

/**
 * Debian starts a server as soon as it is installed. The lab runs its own, and ports 80 and 443 are not
 * its to take: for the time of the installation the system's policy says 101, "do not start", and is put
 * back afterwards (invoke-rc.d(8)).
 * @param {() => void} install
 */
export function withoutStartingServices(install) {
  // One that is aside already was left there by an interrupted run: it is the real one.
  if (existsSync(POLICY) && !existsSync(POLICY_ASIDE)) renameSync(POLICY, POLICY_ASIDE);
  try {
    writeFileSync(POLICY, "#!/bin/sh\nexit 101\n");
    chmodSync(POLICY, 0o755);
    install();
  } finally {
    rmSync(POLICY, { force: true });
    if (existsSync(POLICY_ASIDE)) renameSync(POLICY_ASIDE, POLICY);
  }
}

/**
 * Sees to it that the named parts of the system are there. On Debian and Ubuntu as root it installs the
 * missing ones with apt-get.
 * @param {Part[]} needed
 * @returns {{ missing: Part[], advice: string | null }} what is still missing, and one line that says how to get it
 */
export function ensureSystemParts(needed) {
  const absent = needed.filter((part) => !PARTS[part].present());
  if (absent.length === 0) return { missing: [], advice: null };
  const system = distribution();
  const packages = system === null ? [] : absent.map((part) => PARTS[part][system]);
  if (system !== null && process.getuid?.() === 0) {
    console.log(`Installing ${packages.join(", ")}, which this machine lacks.`);
    aptGet(["update", "-qq"]);
    withoutStartingServices(() => aptGet(["install", "-y", "-qq", "--no-install-recommends", ...packages]));
  }
  const missing = absent.filter((part) => !PARTS[part].present());
  if (missing.length === 0) return { missing, advice: null };
  const names = missing.map((part) => PARTS[part].elsewhere).join("; ");
  const how =
    system === null
      ? "please install it"
      : `install it with: apt-get install ${missing.map((part) => PARTS[part][system]).join(" ")}`;
  return { missing, advice: `Missing on this machine: ${names} - ${how}` };
}
