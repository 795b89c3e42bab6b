import { describe, expect, it } from "vitest";
import { qrCode } from "../../../../src/pages/popup/qr-code.ts";

/** The fields of the drawn path, as rows of dark and light. */
function fieldsOf(path: string, size: number): boolean[][] {
  const fields = Array.from({ length: size }, () => Array.from({ length: size }, () => false));
  for (const [, x, y] of path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)) {
    const row = fields[Number(y)];
    if (row) row[Number(x)] = true;
  }
  return fields;
}

/** What stands in three corners of every code. */
const FINDER = ["#######", "#.....#", "#.###.#", "#.###.#", "#.###.#", "#.....#", "#######"];

describe("the code of an address", () => {
  const code = qrCode("https://shop.example/cart?id=7");
  const size = code?.size ?? 0;
  const fields = fieldsOf(code?.path ?? "", size);
  const at = (x: number, y: number) =>
    FINDER.map((_, dy) => FINDER.map((__, dx) => (fields[y + dy]?.[x + dx] ? "#" : ".")).join(""));

  it("has the marks that a scanner looks for in three corners", () => {
    expect(at(4, 4)).toEqual(FINDER);
    expect(at(size - 11, 4)).toEqual(FINDER);
    expect(at(4, size - 11)).toEqual(FINDER);
    expect(at(size - 11, size - 11)).not.toEqual(FINDER);
  });

  it("has a light margin of four fields on every side", () => {
    const margin = fields.flatMap((row, y) => row.filter((_, x) => Math.min(x, y) < 4 || Math.max(x, y) >= size - 4));
    expect(margin).not.toContain(true);
  });

  it("is another one for another address", () => {
    expect(qrCode("https://shop.example/cart?id=8")?.path).not.toBe(code?.path);
  });

  it("is none where it would be too fine to be scanned, counted in bytes", () => {
    expect(qrCode(`https://shop.example/${"x".repeat(570)}`)).not.toBeNull();
    expect(qrCode(`https://shop.example/${"x".repeat(600)}`)).toBeNull();
    expect(qrCode(`https://shop.example/${"ü".repeat(300)}`)).toBeNull();
  });
});
