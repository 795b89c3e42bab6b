import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { codeOf, contentOf, filesIn, ROOT } from "./source-files.ts";

const model = contentOf("docs/security.md");
/** The lines of its tables: what could be tried, what stops it, what shows it. */
const rows = model.split("\n").filter((line) => /^\| (?!-|it could|they could)/.test(line));
const citesOf = (text: string) =>
  [...text.matchAll(/`(test\/[^`]+\.test\.tsx?)` “([^”]+)”/g)].map(([, path = "", name = ""]) => ({ path, name }));

describe("the threat model", () => {
  it("has something to show for each threat", () => {
    expect(rows.length).toBeGreaterThan(30);
    for (const row of rows) expect(citesOf(row), row.slice(0, 90)).not.toEqual([]);
  });

  it("names each party that docs and reviewers ask about", () => {
    const parties = [...model.matchAll(/^## (.+)$/gm)].map(([, party]) => party);
    expect(parties).toEqual([
      "A hostile site",
      "A hostile gateway",
      "A hostile status page",
      "Another extension",
      "The network, and who owns it",
      "Who answers in Globalping's place",
      "A curious third party",
      "A stolen laptop",
      "A maintainer's account taken over",
    ]);
  });

  it.each(citesOf(model).map(({ path, name }) => [path, name] as const))(
    "cites a test that exists: %s “%s”",
    (path, name) => {
      expect(existsSync(join(ROOT, path))).toBe(true);
      // As it stands in the source: between quotation marks of either kind, the words that vary as %s.
      const names = [...contentOf(path).matchAll(/"((?:[^"\\\n]|\\.)+)"/g)].map(([, text]) => text);
      expect(names).toContain(name);
    },
  );
});

describe("the worker", () => {
  it("listens to nobody outside", () => {
    const source = filesIn("src").filter((path) => /\.tsx?$/.test(path));
    const listening = source.filter((path) =>
      /\b(onMessageExternal|onConnectExternal|onConnect|onUserScript\w*)\b/.test(codeOf(path)),
    );
    expect(listening).toEqual([]);
    const hearing = source.filter((path) => /\bonMessage\.addListener\b/.test(codeOf(path)));
    expect(hearing).toEqual(["src/platform/messages.ts"]);
  });
});
