import { wellFormed } from "../foreign-text.ts";
import type { Repository } from "../verdict/contacts.ts";
import { fitting, type Handing } from "./fitting.ts";

/** GitHub refuses addresses of more than 8 KB, before it has asked for a log-in, which makes them longer. */
const MOST = 6_000;

/** How each of these hosts opens a new issue, and calls title and text. */
const FORMS = {
  "github.com": { path: "issues/new", title: "title", body: "body" },
  "gitlab.com": { path: "-/issues/new", title: "issue[title]", body: "issue[description]" },
  "codeberg.org": { path: "issues/new", title: "title", body: "body" },
} as const satisfies Record<Repository["host"], unknown>;

/**
 * Address that opens a new issue with a title and a text in it; nothing is published before the user does so there. Of a
 * text that is too long the last lines are left out, and a line of dots says so. At most 6,000 characters.
 */
export function newIssue({ host, name }: Repository, title: string, text: string): Handing {
  const { path, title: titled, body } = FORMS[host];
  return fitting(text, MOST, (lines) => {
    const query = new URLSearchParams({ [titled]: wellFormed(title), [body]: wellFormed(lines.join("\n")) });
    return `https://${host}/${name}/${path}?${query}`;
  });
}
