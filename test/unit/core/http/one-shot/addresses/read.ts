import { readFileSync } from "node:fs";

export const LISTS = ["acting", "ordinary", "acting-held", "ordinary-held"] as const;

/** The addresses of a list, as paths and queries of one host. Lines that begin with `# ` say whose shapes follow. */
export function addressesOf(list: (typeof LISTS)[number]): string[] {
  const text = readFileSync(new URL(`${list}.txt`, import.meta.url), "utf8");
  return text.split("\n").filter((line) => line !== "" && !line.startsWith("# "));
}

export const HOST = "https://shop.example";

/** What is left of an address when its numbers count as one and the case of its letters as none. */
export const shapeOf = (address: string): string => address.toLowerCase().replace(/[0-9]+/g, "0");
