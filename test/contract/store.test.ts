import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import manifest from "../../manifest.json" with { type: "json" };
import english from "../../public/_locales/en/messages.json" with { type: "json" };
import { contentOf, filesIn, ROOT } from "./source-files.ts";

const FOLDER = "docs/store";
const page = (name: string): string => contentOf(`${FOLDER}/${name}.md`);

/** What stands below a heading, to the next one. */
function part(text: string, heading: string): string {
  const [, rest = ""] = text.split(`\n## ${heading}\n`);
  return rest.split("\n## ")[0] ?? "";
}
/** The text to be copied below a heading: its quotation, without the marks. */
const quoted = (text: string): string =>
  text
    .split("\n")
    .filter((line) => line.startsWith(">"))
    .map((line) => line.replace(/^> ?/, ""))
    .join("\n");
const rowsOf = (text: string): string[][] =>
  text
    .split("\n")
    .filter((line) => /^\| (?!-|asked for|permission|kind of)/.test(line) && !line.startsWith("|---"))
    .map((line) =>
      line
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );

describe("the listing", () => {
  const listing = page("listing");
  const of = (heading: string) => quoted(part(listing, heading));

  it("has the package's own name and summary", () => {
    expect(of("Name")).toBe(english.name.message);
    expect(of("Summary, Chrome and Edge")).toBe(english.description.message);
  });

  it.each([
    ["Name", 1, 75],
    ["Summary, Chrome and Edge", 1, 132],
    ["Summary, Firefox", 1, 250],
    ["Single purpose", 1, 1_000],
    ["Description", 250, 10_000],
  ])("keeps to the length of its %s", (heading, least, most) => {
    expect(of(heading).length).toBeGreaterThanOrEqual(least);
    expect(of(heading).length).toBeLessThanOrEqual(most);
  });

  it("has search words as Edge takes them", () => {
    const words = of("Search words, Edge").split("; ");
    expect(words.length).toBeLessThanOrEqual(7);
    for (const word of words) expect(word.length, word).toBeLessThanOrEqual(30);
  });

  it("does not shout", () => {
    for (const path of filesIn(FOLDER).filter((file) => file.endsWith(".md")))
      expect(contentOf(path).replace(/!\[/g, ""), path).not.toContain("!");
  });
});

describe("the permissions", () => {
  interface Built {
    readonly permissions: readonly string[];
    readonly optional_permissions: readonly string[];
    readonly optional_host_permissions: readonly string[];
  }
  const built = (target: string): Built => JSON.parse(contentOf(`dist/${target}/manifest.json`));
  const told = (heading: string, build: "Chrome, Edge" | "Firefox"): string[] =>
    rowsOf(part(page("permissions"), heading))
      .filter(([, builds]) => builds === "both" || builds === build)
      .map(([name = ""]) => name.replaceAll("`", ""))
      .sort();

  it.each([
    ["chrome", "Chrome, Edge"],
    ["firefox", "Firefox"],
  ] as const)("gives a reason for each permission of either build, and for no other: %s", (target, name) => {
    const { permissions, optional_permissions, optional_host_permissions } = built(target);
    expect(told("At installation", name)).toEqual([...permissions].sort());
    expect(told("Asked for later, by a click", name)).toEqual([...optional_permissions].sort());
    expect(told("Hosts, asked for later, by a click", name)).toEqual([...optional_host_permissions].sort());
  });

  it("are explained, each in a sentence", () => {
    const rows = rowsOf(page("permissions"));
    expect(rows.length).toBeGreaterThan(15);
    for (const [name, , reason = ""] of rows) expect(reason, name).toMatch(/^.{30,}\.$/);
  });
});

describe("what the pages for the stores say that a button says", () => {
  const texts = Object.values(english).map(({ message }) => message.replaceAll("’", "'"));

  it.each(["permissions", "data-use", "reviewers"])("is what it says: %s", (name) => {
    const names = [...page(name).matchAll(/“([^”]+)”|"([A-Z][^"]+)"/g)].map(([, curly, straight]) => curly ?? straight);
    expect(names).not.toEqual([]);
    // What is shown in the place of the dots differs from case to case.
    const begins = names.map((text = "") => text.replaceAll("’", "'").replace(/ …$/, ""));
    expect(begins.filter((text) => !texts.some((message) => message.startsWith(text)))).toEqual([]);
  });
});

describe("the answers on data", () => {
  it("cover every kind that the form names, and say why where they say yes", () => {
    const rows = rowsOf(part(page("data-use"), "Chrome and Edge: what is collected"));
    expect(rows.map(([kind]) => kind)).toHaveLength(9);
    for (const [kind, answer, why = ""] of rows) {
      expect(answer, kind).toMatch(/^(?:yes|no)$/);
      if (answer === "yes") expect(why, kind).not.toBe("");
    }
  });

  it("name what the manifest declares to Firefox", () => {
    const { required, optional } = manifest.browser_specific_settings.gecko.data_collection_permissions;
    const told = [...part(page("data-use"), "Firefox").matchAll(/`(\w+)`/g)].map(([, name]) => name);
    expect(told).toEqual([...required, ...optional]);
  });
});

describe("the checklists", () => {
  const checklists = page("checklists");

  it("are those of three stores", () => {
    expect([...checklists.matchAll(/^## (.+)$/gm)].map(([, store]) => store)).toEqual([
      "Chrome Web Store",
      "Edge Add-ons",
      "Firefox (addons.mozilla.org)",
    ]);
  });

  it("have a file that exists behind every line", () => {
    const rows = rowsOf(checklists);
    expect(rows.length).toBeGreaterThan(40);
    for (const [asked, answer = ""] of rows) {
      const files = [...answer.matchAll(/\]\(([^)#]+)/g)].map(([, path = ""]) => path);
      expect(files, asked).not.toEqual([]);
      for (const file of files) expect(existsSync(join(ROOT, FOLDER, file)), `${asked}: ${file}`).toBe(true);
    }
  });

  it("and all pages for the stores lead to files that exist", () => {
    for (const path of filesIn(FOLDER).filter((file) => file.endsWith(".md"))) {
      for (const [, target = ""] of contentOf(path).matchAll(/\]\((?!https?:)([^)#]+)/g))
        expect(existsSync(join(ROOT, dirname(path), target)), `${path}: ${target}`).toBe(true);
    }
  });
});

describe("the pictures", () => {
  /** Width and height of a PNG: the first two numbers of its first chunk. */
  const sizeOf = (path: string): string => {
    const bytes = readFileSync(join(ROOT, path));
    expect(bytes.toString("latin1", 1, 4)).toBe("PNG");
    return `${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`;
  };
  const pictures = filesIn(`${FOLDER}/pictures`);

  it("are of the stores' sizes", () => {
    const sizes = Object.fromEntries(pictures.map((path) => [path.replace(`${FOLDER}/pictures/`, ""), sizeOf(path)]));
    expect(sizes).toEqual({
      "1-whose-side.png": "1280x800",
      "2-in-the-page.png": "1280x800",
      "3-repair.png": "1280x800",
      "4-what-has-failed.png": "1280x800",
      "5-settings.png": "1280x800",
      "logo-300x300.png": "300x300",
      "marquee-1400x560.png": "1400x560",
      "tile-440x280.png": "440x280",
    });
  });

  it("weigh less than two megabytes together", () => {
    const all = [...pictures, "docs/popup.png", "docs/popup-dark.png"];
    expect(all.reduce((sum, path) => sum + statSync(join(ROOT, path)).size, 0)).toBeLessThan(2_000_000);
  });
});
