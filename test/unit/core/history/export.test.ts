import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { historyCsv, historyJson } from "../../../../src/core/history/export.ts";
import { found } from "../../../../src/core/history/search.ts";
import { holds } from "../../../property.ts";
import { entry, NOW } from "./given.ts";

const HEAD = "site,status,from,to,seconds,ended,side,cause,says,tries\r\n";

/** The cells of a file as RFC 4180 has them. */
function cellsOf(csv: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain = "", end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^,\r\n"]*))(,|\r\n)/g)) {
    rows.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end !== ",") rows.push([]);
  }
  return rows.slice(0, -1);
}

describe("the history as a table", () => {
  it("has a row for each failure, with exact times", () => {
    expect(historyCsv([entry({ marks: [[NOW + 1, "fails"]] })])).toBe(
      `${HEAD}shop.example,502,2026-09-23T12:00:00.000Z,2026-09-23T12:01:30.000Z,90,back,server,origin-down,It’s not you. shop.example is down.,1\r\n`,
    );
  });

  it("leaves empty what is not known", () => {
    const open = entry({ status: null, until: null, ended: null, side: null, cause: null, says: null });
    expect(historyCsv([open])).toBe(`${HEAD}shop.example,,2026-09-23T12:00:00.000Z,,,,,,,0\r\n`);
  });

  it.each(['=HYPERLINK("http://evil.example")', "+1", "-1", "@SUM(A1)", "\t=1"])("is no formula: %s", (says) => {
    const cell = cellsOf(historyCsv([entry({ says })]))[1]?.[8];
    expect(cell).toBe(`'${says}`);
  });

  it("gives back every text as it was, and begins no cell as a formula", () => {
    holds([fc.string(), fc.string()], (host, says) => {
      const row = cellsOf(historyCsv([entry({ host, says })]))[1];
      expect(row).toHaveLength(10);
      expect(row?.[8]?.replace(/^'(?=[=+\-@\t\r\n])/, "")).toBe(says);
      for (const cell of row ?? []) expect(cell).not.toMatch(/^[=+\-@\t\r\n]/);
      return undefined;
    });
  });
});

describe("the history as JSON", () => {
  it("bears its schema and every entry as it is kept", () => {
    expect(JSON.parse(historyJson([entry()]))).toEqual({ schema: "faultline-history/1", entries: [entry()] });
  });
});

describe("a search", () => {
  const ALL = [entry({ id: "a" }), entry({ id: "b", host: "mail.example", status: 504, says: null })];
  const ids = (query: string) => found(ALL, query).map(({ id }) => id);

  it("finds by site, code and words, the newest first", () => {
    expect(ids("")).toEqual(["b", "a"]);
    expect(ids("MAIL")).toEqual(["b"]);
    expect(ids("502")).toEqual(["a"]);
    expect(ids("shop down")).toEqual(["a"]);
    expect(ids("shop 504")).toEqual([]);
  });
});
