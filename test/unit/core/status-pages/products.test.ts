import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decode } from "../../../../src/core/status-pages/decode.ts";
import {
  endpointsOf,
  productAt,
  productOf,
  reportFrom,
  STATUS_PRODUCTS,
} from "../../../../src/core/status-pages/index.ts";
import type { StatusReport } from "../../../../src/core/status-pages/model.ts";
import type { Material } from "../../../../src/core/status-pages/product.ts";
import { relevanceOf } from "../../../../src/core/status-pages/relevance.ts";
import { holds } from "../../../property.ts";
import { SAMPLES } from "./samples/index.ts";
import { HOUR, materialOf, NOW, type Sample, SITUATIONS } from "./samples/sample.ts";

const MONTHS = 90 * 24 * HOUR;
const TABLE = SAMPLES.map((sample) => [sample.product.id, sample] as const);
const SITE = { host: "shop.example", gateway: null };

/** The same page with other texts in place of everything that was fetched. */
const changed = (material: Material, change: (text: string) => string): Material => ({
  ...material,
  html: change(material.html),
  answers: material.answers.map(change),
});
const isRed = (sample: Sample, material: Material): boolean => {
  const report = reportFrom(sample.product, material);
  if (!report) return false;
  const { here, otherParts } = relevanceOf(report, SITE, NOW);
  return [here, ...(sample.partsOnly ? [otherParts] : [])].some((state) =>
    ["degraded", "partial_outage", "major_outage"].includes(state),
  );
};
const utf16 = (text: string, isBig: boolean): Uint8Array => {
  const bytes = new Uint8Array(2 + text.length * 2);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 0xfeff, !isBig);
  for (let at = 0; at < text.length; at += 1) view.setUint16(2 + at * 2, text.charCodeAt(at), !isBig);
  return bytes;
};

describe("the samples", () => {
  it("cover every product that may be read", () => {
    const readable = STATUS_PRODUCTS.map(({ id }) => id).filter((id) => id !== "microsoft-365");
    expect(SAMPLES.map(({ product }) => product.id).sort()).toEqual(readable.sort());
  });
});

describe("what is asked", () => {
  it("lies on the page's own origin, or securely at a fixed host of its product; two addresses at the most", () => {
    const asks = (...endpoints: readonly string[]) =>
      endpointsOf(
        { id: "x", apiHosts: ["api.x.example"], endpoints: () => endpoints, parse: () => null },
        new URL("https://status.shop.example/"),
        "",
      );
    expect(asks("https://evil.example/", "http://api.x.example/", "http://status.shop.example/")).toEqual([]);
    expect(asks("https://evil.example/", "/a", "https://api.x.example/b", "/c")).toEqual([
      "https://status.shop.example/a",
      "https://api.x.example/b",
    ]);
  });
});

describe.each(TABLE)("%s", (_id, sample) => {
  const { product, page, html } = sample;
  const good = materialOf(sample, "good");
  const outage = materialOf(sample, "outage");
  const parse = (material: Material) => reportFrom(product, material);

  it("is recognised at its address or by its document, and asked where it answers", () => {
    const url = new URL(page);
    // The most common one is asked before anybody knows whose page it is.
    if (product.id === "statuspage") expect(productAt(url)).toBeNull();
    else if (html === undefined) expect(productAt(url)).toBe(product);
    else expect(productOf(outage.html)).toBe(product);
    expect(endpointsOf(product, url, outage.html)).toEqual(sample.asks);
  });

  it.each(SITUATIONS)("reads its page rightly: %s", (situation) => {
    const report = parse(materialOf(sample, situation));
    expect(report).toMatchObject({ product: product.id, overall: sample.overall[situation] });
    expect(report?.url).toMatch(/^https:\/\//);
  });

  it("is evidence while an outage is fresh, and none months later", () => {
    expect(isRed(sample, outage)).toBe(true);
    if (!sample.timeless) expect(isRed(sample, materialOf(sample, "outage", NOW - MONTHS))).toBe(false);
    expect(isRed(sample, good)).toBe(false);
  });

  it("reads UTF-16 as well", () => {
    for (const isBig of [true, false]) {
      const recoded = changed(outage, (text) => decode(utf16(text, isBig), "application/json;charset=utf-16"));
      expect(parse(recoded)).toEqual(parse(outage));
    }
  });

  it.each([
    ["nothing", () => ""],
    ["another site's HTML", () => "<!doctype html><title>All systems operational</title><p>OK"],
    ["null", () => "null"],
    ["an empty object", () => "{}"],
    ["another product's JSON", () => '{"ok":true,"status":"green","components":[]}'],
    ["a list of nothing known", () => "[null]"],
    ["more than anybody sends", (text: string) => `${" ".repeat(2_000_001)}${text}`],
  ])("never turns an outage green: %s in its place", (_what, change) => {
    const overall = parse(changed(outage, change))?.overall ?? "unknown";
    // A feed may be of any length: it is cut, and never green.
    expect(overall).not.toBe("operational");
  });

  it("never turns an outage green by being cut short", () => {
    holds(
      [fc.double({ min: 0, max: 0.999, noNaN: true })],
      (share) => {
        const cut = changed(outage, (text) => text.slice(0, Math.floor(text.length * share)));
        expect(parse(cut)?.overall).not.toBe("operational");
      },
      { runs: 40 },
    );
  });

  // Some say "outage" by what they list, not by a word.
  if (sample.bad.length > 0) {
    it("never turns an outage green by a word that it does not know", () => {
      const strange = fc.stringMatching(/^[A-Za-z_]{1,12}$/).filter((word) => !KNOWN.has(word.toLowerCase()));
      holds(
        [fc.oneof(strange, fc.constantFrom("constructor", "__proto__", "toString", "0K"))],
        (word) => {
          const mutated = changed(outage, (text) =>
            sample.bad.reduce((now, bad) => now.replaceAll(bad, replacementOf(bad, word)), text),
          );
          expect(mutated).not.toEqual(outage);
          expect(parse(mutated)?.overall ?? "unknown").not.toBe("operational");
        },
        { runs: 60 },
      );
    });
  }

  it("never throws, and keeps what it tells short and few, whatever it is given", () => {
    const texts = fc.oneof(fc.json(), fc.string(), fc.constantFrom(...outage.answers, ...good.answers, ""));
    const whole = fc.constantFrom(outage.answers, good.answers);
    holds(
      [
        fc.oneof(fc.array(texts, { maxLength: 3 }), whole),
        fc.oneof(fc.string(), fc.constantFrom(outage.html, good.html)),
      ],
      (answers, document) => {
        endpointsOf(product, new URL(page), document);
        const report = parse({ page: new URL(page), html: document, answers });
        if (report) expectFew(report);
      },
      { runs: 60, reaches: 0.1 },
    );
  });

  it("keeps what it tells short and few, of however much it is given", () => {
    for (const material of [outage, good]) {
      const report = parse(changed(material, manifold));
      if (report) expectFew(report);
      expect(report?.overall ?? "unknown").toBe(parse(material)?.overall);
    }
  });

  it("survives any value at any place of its JSON without turning an outage into a throw", () => {
    const values = fc.constantFrom<unknown>(null, 0, -1, "", "x".repeat(9_000), [], {}, [null], { a: 1 }, true);
    holds(
      [fc.nat(60), values],
      (place, value) => {
        const mutated = changed(outage, (text) => withValueAt(text, place, value));
        expect(() => relevanceOf(parse(mutated) ?? EMPTY, SITE, NOW)).not.toThrow();
      },
      { runs: 80 },
    );
  });
});

function expectFew({ components, notices, past = [], name, title }: StatusReport): void {
  expect(past.length).toBeLessThanOrEqual(20);
  expect(components.length).toBeLessThanOrEqual(100);
  expect(notices.length).toBeLessThanOrEqual(20);
  for (const text of [
    name,
    title,
    ...components.map((one) => one.name),
    ...[...notices, ...past].map((one) => one.title),
  ]) {
    expect(text?.length ?? 0).toBeLessThanOrEqual(200);
  }
}

/** JSON whose first list is repeated until it has 150 entries, with texts of 500 characters in place of titles. */
function manifold(text: string): string {
  let isFirst = true;
  try {
    return JSON.stringify(JSON.parse(text), (key, value: unknown) => {
      if (typeof value === "string" && /^(?:name|title|description)$/i.test(key)) return value.padEnd(500, "…");
      if (!isFirst || !Array.isArray(value) || value.length === 0) return value;
      isFirst = false;
      return Array.from({ length: 150 }, (_, index) => value[index % value.length]);
    });
  } catch {
    return text;
  }
}

/** Words of health, of things closed and of things to come, which may well turn a page green. */
const KNOWN = new Set(
  `none operational up ok green success available informational notice resolved completed scheduled postmortem info
   primary light dark true isoperationalstate`.split(/\s+/),
);

/** Keeps the quotes and the key of a longer pattern; a number becomes a word. */
const replacementOf = (bad: string, word: string): string => {
  const key = /^("\w+":)/.exec(bad)?.[1];
  return key === undefined
    ? /^(?:\d+|true|false)$/.test(bad)
      ? JSON.stringify(word)
      : word
    : `${key}${JSON.stringify(word)}`;
};

const EMPTY = {
  product: "",
  url: "",
  name: null,
  overall: "unknown",
  indicator: null,
  title: null,
  components: [],
  notices: [],
  updatedAt: null,
} as const;

/** JSON with one value, counted in the order of the text, put in place of another. */
function withValueAt(text: string, place: number, value: unknown): string {
  let left = place;
  try {
    return JSON.stringify(JSON.parse(text), (_key, old) => {
      left -= 1;
      return left === -1 ? value : old;
    });
  } catch {
    return text;
  }
}
