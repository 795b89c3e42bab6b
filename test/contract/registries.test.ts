import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import english from "../../public/_locales/en/messages.json" with { type: "json" };
import { CHECK_IDS } from "../../src/core/checks/check.ts";
import { CHECKS } from "../../src/core/checks/index.ts";
import { GATEWAYS } from "../../src/core/gateways/index.ts";
import { STATUS_PRODUCTS } from "../../src/core/status-pages/index.ts";
import { contentOf, filesIn, modulesIn, ROOT } from "./source-files.ts";

const idsOf = (entries: ReadonlyArray<{ readonly id: string }>) => entries.map(({ id }) => id);
const camel = (id: string) => id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

const REGISTRIES = [
  [
    "checks",
    idsOf(CHECKS),
    [
      "check",
      "compared-page",
      "elapsed",
      "index",
      "named-cause",
      "order",
      "page-words",
      "portals-part",
      "refused-header",
      "same-writer",
      "way-past-worker",
      "writer",
    ],
  ],
  [
    "gateways",
    idsOf(GATEWAYS),
    [
      "box-words",
      "gateway",
      "markers",
      "index",
      "sample-of",
      "proxy-status",
      "note",
      "notes",
      "reasons",
      "nameless",
      "request-id",
      "stated-reason",
      "names-host",
      "own-rule",
      "problem-details",
      "stated-wait",
    ],
  ],
  [
    "status-pages",
    idsOf(STATUS_PRODUCTS),
    [
      "model",
      "product",
      "index",
      "catalogue",
      "discovery",
      "states",
      "web-url",
      "report",
      "fitness",
      "relevance",
      "past-incidents",
      "feed-closing",
      "feed-order",
      "feed-updates",
      "feed-words",
      "json",
      "decode",
    ],
  ],
] as const;

describe.each(REGISTRIES)("the registry of %s", (folder, ids, shared) => {
  it("lists every module of its folder once, by its file's name", () => {
    // The check named "gateway" is a module of its own; the shared file of that name lies in another folder.
    expect([...ids].sort()).toEqual(modulesIn(`src/core/${folder}`, shared).sort());
  });

  it("takes each from the file of its name", () => {
    for (const id of ids) {
      expect(contentOf(`src/core/${folder}/${id}.ts`)).toMatch(new RegExp(`export const ${camel(id)}\\b`));
    }
  });
});

describe("every check", () => {
  it("stands in the list of ids, in the order in which it is shown", () => {
    expect(idsOf(CHECKS)).toEqual([...CHECK_IDS]);
  });

  it.each(CHECK_IDS)("has a test of its name: %s", (id) => {
    expect(existsSync(join(ROOT, `test/unit/core/checks/${id}.test.ts`))).toBe(true);
  });

  it.each(CHECK_IDS)("has a question in words: %s", (id) => {
    expect(english).toHaveProperty([`check_${id.replaceAll("-", "_")}_question`]);
  });
});

describe("every gateway family", () => {
  const samples = filesIn("test/unit/core/gateways").map(contentOf).join("\n");
  it.each(idsOf(GATEWAYS))("is recognised in a sample: %s", (id) => {
    expect(samples).toMatch(new RegExp(`\\[\\s*"${id}",`));
  });
});

describe("every status product", () => {
  const samples = filesIn("test/unit/core/status-pages").map(contentOf).join("\n");
  it.each(idsOf(STATUS_PRODUCTS))("has a sample, or a test that says why it is only linked: %s", (id) => {
    expect(samples).toMatch(new RegExp(`\\b(?:product: |sample\\()${camel(id)}\\b|"${id}"`));
  });

  it.each(STATUS_PRODUCTS.flatMap(({ apiHosts = [] }) => apiHosts))("asks a public host by name: %s", (host) => {
    expect(host).toMatch(/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/);
  });
});
