import { describe, expect, it } from "vitest";
import schema from "../../managed-settings.json" with { type: "json" };
import manifest from "../../manifest.json" with { type: "json" };
import { FIELDS, parseSettings } from "../../src/core/settings/settings.ts";
import { ALL } from "../unit/core/settings/given.ts";
import { contentOf } from "./source-files.ts";

interface Node {
  readonly type: string;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly items?: Node;
}

const namesIn = ({ properties, items }: Node, prefix = ""): string[] => [
  ...Object.entries(properties ?? {}).flatMap(([name, node]) => [prefix + name, ...namesIn(node, `${prefix + name}.`)]),
  ...(items ? namesIn(items, prefix) : []),
];
const namesOf = (value: unknown, prefix = ""): string[] => {
  if (Array.isArray(value)) return namesOf(value[0], prefix);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => [
    prefix + name,
    ...(name === "statusPages" ? [] : namesOf(inner, `${prefix + name}.`)),
  ]);
};

describe("the schema of managed settings", () => {
  it("is the file that the manifest names", () => {
    expect(contentOf(manifest.storage.managed_schema)).toContain('"properties"');
  });

  it("names the fields that are read, and no other", () => {
    expect(Object.keys(schema.properties).sort()).toEqual([...FIELDS].sort());
    expect(namesIn(schema).sort()).toEqual(namesOf(parseSettings(ALL).settings).sort());
  });

  it("is documented, every name of it", () => {
    const page = contentOf("docs/organisations.md");
    for (const name of namesIn(schema)) expect(page.includes(`\`${name.split(".").at(-1)}\``), name).toBe(true);
  });
});
