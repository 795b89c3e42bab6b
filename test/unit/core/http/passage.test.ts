import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { passage } from "../../../../src/core/http/passage.ts";
import { holds } from "../../../property.ts";

const within = passage(/ab/, 3, /cd/i);

describe("a passage", () => {
  it.each([
    ["side by side", "abcd", true],
    ["with all the room there is between them", "ab...CD", true],
    ["too far apart", "ab....cd", false],
    ["in the other order", "cd ab", false],
    ["with the second beginning again nearer to its end", "ab.....ab.cd", true],
    ["with another end before", "cd ab cd", true],
    ["alone: the first", "ab", false],
    ["alone: the second", "cd", false],
    ["with an empty text", "", false],
  ])("is found where it stands %s", (_how, text, found) => {
    expect(within.test(text)).toBe(found);
    expect(within.test(text)).toBe(found);
  });

  it("is found where one pattern with a gap would be", () => {
    const texts = fc.array(fc.constantFrom("a", "b", "c", "d", ".", "ab", "cd"), { maxLength: 20 });
    holds([texts], (parts) => {
      const text = parts.join("");
      expect(within.test(text)).toBe(/ab[\s\S]{0,3}[cC][dD]/.test(text));
    });
  });
});
