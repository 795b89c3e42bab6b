import { describe, expect, it } from "vitest";
import english from "../../public/_locales/en/messages.json" with { type: "json" };
import { CHECK_IDS } from "../../src/core/checks/check.ts";
import { CAUSE_IDS } from "../../src/core/evidence/causes.ts";
import { ADDRESS_PROBLEMS } from "../../src/core/incident/typed-address.ts";
import { underscored } from "../../src/core/message.ts";
import { hasFolkAdvice } from "../../src/core/verdict/folk-advice.ts";
import { codeOf, contentOf, filesIn } from "./source-files.ts";

interface Entry {
  readonly message: string;
  readonly placeholders?: Readonly<Record<string, { readonly content: string }>>;
}

const entries: ReadonlyArray<readonly [string, Entry]> = Object.entries(english);
const keys = entries.map(([key]) => key);
const source = filesIn("src")
  .filter((path) => /\.tsx?$/.test(path))
  .map(codeOf)
  .join("\n");
const manifest = contentOf("manifest.json");

/** Texts whose keys are made from an id; the compiler checks that each is there. */
const MADE = new Set([
  ...CAUSE_IDS.flatMap((cause) =>
    ["headline", "why", "advice", "lasts"].map((part) => `cause_${underscored(cause)}_${part}`),
  ),
  ...CAUSE_IDS.filter(hasFolkAdvice).map((cause) => `cause_${underscored(cause)}_not_needed`),
  ...CHECK_IDS.map((check) => `check_${underscored(check)}_question`),
  ...ADDRESS_PROBLEMS.map((problem) => `site_problem_${underscored(problem)}`),
]);
const namesIn = ({ message }: Entry) =>
  [...new Set([...message.matchAll(/\$([A-Z_]+)\$/g)].map(([, name = ""]) => name.toLowerCase()))].sort();

describe("the texts", () => {
  it("are all there that the source asks for", () => {
    const asked = [
      ...source.matchAll(/\b(?:message|text)\(\s*"([a-z_]+)"/g),
      ...source.matchAll(
        /"((?:check|cause|note|action|ui|stop|side|notify|report|welcome|badge|options|site|named|panel|menu|omnibox)_[a-z_]+)"/g,
      ),
    ];
    const internal = new Set(["action_title"]);
    for (const [, key = ""] of asked) if (!internal.has(key)) expect(keys).toContain(key);
    for (const [, key = ""] of manifest.matchAll(/__MSG_(\w+)__/g)) expect(keys).toContain(key);
  });

  it("are all used somewhere", () => {
    const used = (key: string) => MADE.has(key) || source.includes(`"${key}"`) || manifest.includes(`__MSG_${key}__`);
    expect(keys.filter((key) => !used(key))).toEqual([]);
  });

  it("declare what they insert, and insert what they declare", () => {
    for (const [key, entry] of entries) {
      expect(Object.keys(entry.placeholders ?? {}).sort(), key).toEqual(namesIn(entry));
      for (const { content } of Object.values(entry.placeholders ?? {})) expect(content, key).toMatch(/^\$[1-9]$/);
    }
  });

  it("leave no bare dollar sign, which browsers take for a placeholder", () => {
    for (const [key, { message }] of entries) expect(message.replace(/\$[A-Z_]+\$/g, ""), key).not.toContain("$");
  });

  it("do not shout and do not joke", () => {
    for (const [key, { message }] of entries) expect(message, key).not.toMatch(/!|oops|uh-oh|whoops|sorry/i);
  });

  it.each([
    ["turn on, turn off", /\bswitch(es|ed)?\b.*\b(on|off)\b/i, /^(cause|requests|advice_apart)_switched_off|^owner_/],
    ["permission", /\b(your|no) leave\b/i, null],
    ["helper, of a service worker", /\bown program in your browser\b|\bprogram of its own\b/i, null],
  ])("have one word for one thing: %s", (_word, other, meansElse) => {
    const said = entries.filter(([key, { message }]) => other.test(message) && !meansElse?.test(key));
    expect(said.map(([key]) => key)).toEqual([]);
  });

  it("name beside the button that goes past the cache what else that reload goes past", () => {
    for (const key of ["action_reload_past_cache", "cause_page_worker_advice"] as const) {
      expect(english[key].message, key).toContain("past your browser’s cache");
    }
    expect(english.cause_page_worker_advice.message).toMatch(/helper/);
  });

  it("promise nothing within seconds, which an answer that is late breaks", () => {
    const promised = entries.filter(
      ([key, { message }]) => /\bin (a|one|a few) seconds?\b/i.test(message) && !/^owner_/.test(key),
    );
    expect(promised.map(([key]) => key)).toEqual([]);
  });

  it("have typographic quotation marks, apostrophes and dots only", () => {
    for (const [key, { message }] of entries) expect(message, key).not.toMatch(/["'`]|\.\.\./);
  });

  it("are tidy", () => {
    for (const [key, { message }] of entries) {
      expect(message, key).toBe(message.trim());
      expect(message, key).not.toMatch(/\s{2}|\n|<[a-z/]/i);
    }
  });
});

describe("words that stay as they are in every language", () => {
  /** An opening tag of an element that holds such words: another program's own, or keys. */
  const AS_THEY_ARE = /<(?:kbd|\w+(?=[^>]*\slang="en"))[^>]*>/g;
  const tags = filesIn("src/pages")
    .filter((path) => path.endsWith(".tsx"))
    .flatMap((path) => contentOf(path).match(AS_THEY_ARE) ?? []);

  it("say from which side they are read, else what is a number or a sign jumps where all else is read from the right", () => {
    expect(tags.length).toBeGreaterThan(2);
    for (const tag of tags) expect(tag).toContain('dir="ltr"');
  });
});
