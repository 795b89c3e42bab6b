import { describe, expect, it } from "vitest";
import english from "../../public/_locales/en/messages.json" with { type: "json" };
import { CAUSE_IDS, CAUSES } from "../../src/core/evidence/causes.ts";
import { GATEWAYS } from "../../src/core/gateways/index.ts";
import { type NoteFacts, type Saying, sayingsOf } from "../../src/core/gateways/note.ts";
import { FAMILY_NOTES, VISITORS_BOXES } from "../../src/core/gateways/notes.ts";
import { BY_CAUSE } from "../../src/core/verdict/owner-causes.ts";
import { REASONS } from "../unit/core/gateways/reason-samples.ts";
import { CLASSICS } from "../unit/core/gateways/samples.ts";
import { SITE_SIDE } from "../unit/core/gateways/site-side-samples.ts";
import { GIVEN } from "../unit/core/verdict/owner-given.ts";
import { contentOf, filesIn } from "./source-files.ts";

interface Entry {
  readonly message: string;
  readonly placeholders?: Readonly<Record<string, { readonly content: string }>>;
}

const texts: ReadonlyArray<readonly [string, Entry]> = Object.entries(english).filter(([key]) =>
  key.startsWith("owner_"),
);
const ids = FAMILY_NOTES.map(({ id }) => id);
const camel = (id: string) => id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** Words that say no more than the cause does. */
const GENERIC_IS_ENOUGH: readonly string[] = [
  "Apache httpd: origin-invalid",
  "HAProxy: gateway-fault",
  "Envoy: maintenance",
  "Pound: origin-down",
];

/** What the gateways make of the pages of their own tests. */
const recognised = [...CLASSICS, ...SITE_SIDE, ...REASONS].flatMap(([id, word, of, sample]) => {
  const found = GATEWAYS.find((family) => family.id === id)?.recognise(sample);
  return found ? [{ id, word, of, found }] : [];
});
const givenBy = ({ found }: (typeof recognised)[number]): NoteFacts => ({
  ...GIVEN,
  family: found.family,
  product: found.product,
  word: found.word,
  detail: found.detail ?? null,
  requestId: found.requestId ?? null,
});
const flat = (says: readonly Saying[]): readonly string[] => says.flat();

describe("the notes by gateway", () => {
  it("stand each once in the list, in the file of their gateway", () => {
    const files = filesIn("src/core/gateways").filter((path) =>
      /export const \w+Notes: FamilyNotes/.test(contentOf(path)),
    );
    expect(ids.map((id) => `src/core/gateways/${id}.ts`).sort()).toEqual(files);
    for (const id of ids) {
      expect(contentOf(`src/core/gateways/${id}.ts`)).toMatch(new RegExp(`export const ${camel(id)}Notes\\b`));
    }
  });

  it("know every family of gateways, or that it is a box of the visitor's", () => {
    const known = [...ids, ...VISITORS_BOXES].sort();
    expect(known).toEqual([...GATEWAYS.map(({ id }) => id), "proxy-status"].sort());
  });

  it("are one to three in every entry, except where a box may be the visitor's", () => {
    for (const { id, entries } of FAMILY_NOTES) {
      for (const { say, product } of entries) {
        expect(say.length, id).toBeLessThanOrEqual(3);
        if (product !== "Forcepoint Web Security") expect(say.length, id).toBeGreaterThan(0);
      }
    }
  });

  it.each(
    recognised
      .filter(({ id, word }) => word !== "passed-on" && ids.includes(id))
      .map((row) => [row.id, row.word, row.of, row] as const),
  )("have something to say to its own page: %s, %s, %s", (id, word, _, row) => {
    const own = FAMILY_NOTES.find((family) => family.id === id);
    const says = own && sayingsOf(own, givenBy(row));
    if (GENERIC_IS_ENOUGH.includes(`${row.found.product}: ${word}`)) expect(says).toBeNull();
    else expect(says).not.toBeNull();
    for (const key of flat(says ?? [])) {
      const { message } = (english as Record<string, Entry>)[key] ?? { message: "" };
      if (message.includes("$DETAIL$")) expect(row.found.detail, key).toBeDefined();
    }
  });
});

describe("the notes by cause", () => {
  it("are there for every cause of the server's", () => {
    for (const cause of CAUSE_IDS.filter((id) => CAUSES[id].side === "server")) {
      expect(flat(BY_CAUSE[cause as keyof typeof BY_CAUSE] ?? []), cause).not.toHaveLength(0);
    }
  });

  it.each(["bot-check", "offline", "captive-portal", "local-proxy", "extension", "stale-address", "unknown"])(
    "are not there where the site's owner can do nothing: %s",
    (cause) => {
      expect(BY_CAUSE).not.toHaveProperty([cause]);
    },
  );

  it("can always be said in one way at least", () => {
    for (const saying of Object.values(BY_CAUSE).flat()) {
      const ways = typeof saying === "string" ? [saying] : saying;
      expect(ways.some((key) => !/_(?:by_id|waited)$/.test(key))).toBe(true);
    }
  });
});

describe("the texts of the notes", () => {
  const ARGUMENTS = { time: "$1", product: "$2", id: "$3", detail: "$4", waited: "$5" };

  it.each(texts)("take the arguments that all notes get: %s", (_, { placeholders = {} }) => {
    const taken = Object.fromEntries(Object.entries(placeholders).map(([name, { content }]) => [name, content]));
    expect(ARGUMENTS).toMatchObject(taken);
  });

  it.each(texts)("say in their key what they cannot do without: %s", (key, { message }) => {
    expect(key.endsWith("_by_id")).toBe(message.includes("$ID$"));
    expect(key.endsWith("_waited")).toBe(message.includes("$WAITED$"));
  });

  it.each(texts)("are short: %s", (_, { message }) => {
    expect(message.length).toBeLessThanOrEqual(210);
  });
});
