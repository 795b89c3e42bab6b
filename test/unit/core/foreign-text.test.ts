import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foreignName, foreignText, isolated, wellFormed } from "../../../src/core/foreign-text.ts";
import { holds } from "../../property.ts";
import { cpuTime } from "../cpu-time.ts";
import { hostile, steeringIn } from "./hostile.ts";

describe("a text from outside", () => {
  it.each([
    ["what turns the direction", "refund\u202egnp.exe", "refund gnp.exe"],
    ["isolates, which would close ours", "a\u2069b\u2066c", "a b c"],
    ["marks of direction", "a\u200eb\u200fc\u061cd", "a b c d"],
    ["characters of no width", "pay\u200bpal\ufeff\u00ad", "pay pal"],
    ["line breaks of every kind", "one\r\ntwo\u2028three\u0085four", "one two three four"],
    ["controls", "\u001b[31mred\u0000", "[31mred"],
    ["halves of an emoji", "\ud83dhalf\ude00", "half"],
    ["tags", "x\u{e0041}\u{e007f}y", "x y"],
    ["letters that no font draws", "a\u3164\u2800b", "a b"],
  ])("loses %s", (_what, raw, clean) => {
    expect(foreignText(raw, 100)).toBe(clean);
  });

  it.each(["Größe 12 µm", "日本語のお知らせ", "مرحبا بالعالم", "שלום", "naïve café", "\u{1f600} ok ❤️"])(
    "keeps %s",
    (text) => {
      expect(foreignText(text, 100)).toBe(text);
    },
  );

  it("is cut between characters, never within one", () => {
    const emojis = "\u{1f600}".repeat(5);
    expect(foreignText(emojis, 5)).toBe("\u{1f600}\u{1f600}");
    expect(foreignText(`abc ${emojis}`, 5)).toBe("abc");
  });

  it("is one line that steers nothing and can be encoded, at most as long as wanted, and is not changed twice", () => {
    holds(
      [hostile, fc.nat(40)],
      (raw, most) => {
        const text = foreignText(raw, most);
        expect(steeringIn(text)).toEqual([]);
        expect(text).not.toMatch(/[\u2068\u2069]/);
        expect(() => encodeURIComponent(text)).not.toThrow();
        expect(text.length).toBeLessThanOrEqual(most);
        expect(foreignText(text, most)).toBe(text);
      },
      { runs: 1_000 },
    );
  });

  it("takes time in proportion to its length", () => {
    const long = `${"\u202e ".repeat(200_000)}x`;
    expect(foreignText(long, 10)).toBe("x");
    expect(cpuTime(() => foreignText(long, 10), 100)).toBeLessThan(100);
  });
});

describe("a stranger's name for himself", () => {
  it.each(["edge", "cache-fra-1", "proxy.example.net:8080", "r34_edge", "[2001:db8::7]:443", "a".repeat(40)])(
    "may be %s",
    (name) => {
      expect(foreignName(name)).toBe(name);
    },
  );

  it.each([
    "",
    "call +1-555-0100 now",
    "your bank",
    "a".repeat(41),
    "https://evil.example/pay",
    "x\u202ey",
    "x\n",
    "шоп.example",
    ".x",
    "a,b",
    "(free)",
  ])("is none: %j", (text) => {
    expect(foreignName(text)).toBeNull();
  });

  it("has no space and nothing but what hosts and tokens are written with", () => {
    holds(
      [fc.oneof(hostile, fc.string({ unit: fc.constantFrom("a", "7", ".", "-", ":"), maxLength: 50 }))],
      (text) => {
        const name = foreignName(text);
        if (name === null) return;
        expect(name).toMatch(/^[\x21-\x7e]{1,40}$/);
      },
      { runs: 1_000, reaches: 0.05 },
    );
  });
});

describe("a text within a sentence", () => {
  it("is kept apart where it runs the other way, and comes as it is where it does not", () => {
    expect(isolated("shop.example", false)).toBe("shop.example");
    expect(isolated("שלום", false)).toBe("\u2068שלום\u2069");
    expect(isolated("a العربية", false)).toBe("\u2068a العربية\u2069");
    expect(isolated("shop.example", true)).toBe("\u2068shop.example\u2069");
  });
});

describe("a text to be encoded", () => {
  it("has no half of a character left, and is otherwise the same", () => {
    expect(wellFormed("a\ud83d\nb\ude00 \u{1f600}")).toBe("a\ufffd\nb\ufffd \u{1f600}");
    holds([hostile], (text) => void expect(() => encodeURIComponent(wellFormed(text))).not.toThrow());
  });
});
