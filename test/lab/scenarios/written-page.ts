import { ORIGIN, type Truth } from "../faults.ts";
import type { Written } from "../upstream.ts";
import { saying } from "./behaviours.ts";
import type { Draft, Staging } from "./scenario.ts";

/** An error page as it comes from the site's side, in one line of a table. */
export interface WrittenPage {
  readonly id: string;
  readonly gateway: string;
  readonly fault: string;
  readonly truth: Truth;
  readonly answer: Written;
  readonly twin?: string;
  readonly more?: Partial<Staging>;
}

/** Everybody gets this page, unchanged, over https and HTTP/2. */
export const writtenPage = ({ id, gateway, fault, truth, answer, twin, more }: WrittenPage): Draft => ({
  id,
  gateway,
  fault,
  truth,
  ...(twin !== undefined && { twin }),
  staging: { program: "node", http2: true, url: `${ORIGIN}/cart`, behaviour: saying(answer), ...more },
});

const answer =
  (type: string) =>
  (status: number, body: string, headers: Readonly<Record<string, string>> = {}): Written => ({
    status,
    headers: { "content-type": type, "cache-control": "no-store", ...headers },
    body,
  });

export const htmlAnswer = answer("text/html; charset=utf-8");
export const jsonAnswer = answer("application/json");
export const textAnswer = answer("text/plain; charset=utf-8");

/** A page of a title and little else. */
export const titled = (title: string, body: string): string =>
  `<!doctype html><html><head><title>${title}</title></head><body>${body}</body></html>`;

/** nginx's own page, whoever signs it in its last line; "" for nobody. */
export const nginxPage = (title: string, signature: string): string =>
  `<html>\r\n<head><title>${title}</title></head>\r\n<body>\r\n<center><h1>${title}</h1></center>\r\n${signature === "" ? "" : `<hr><center>${signature}</center>\r\n`}</body>\r\n</html>\r\n`;

/** One line of a table of such pages: `adds` says what it adds to its family. */
export type WrittenRow = readonly [id: string, gateway: string, adds: string, answer: Written, truth: Truth];

export const writtenPages = (family: string, rows: readonly WrittenRow[]): readonly Draft[] =>
  rows.map(([id, gateway, fault, answer, truth]) =>
    writtenPage({ id: `${family}-${id}`, gateway, fault, answer, truth }),
  );
