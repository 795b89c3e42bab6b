import { LONGEST_BODY, type PageContent } from "../core/http/page-content.ts";
import { notSent, type Settled } from "../core/http/settled.ts";
import { pause } from "../platform/pause.ts";
import { type InPage, inPage } from "../platform/tabs.ts";

/** How long a document may take to be parsed; a body that never ends is read as far as it came. */
const PATIENCE_MS = 3_000;

/**
 * Runs inside the page, so it stands alone. The start of a document may be styles, scripts and pictures alone: where it does
 * not fit, the first characters of each are kept, by which their makers are known, and what people read has the room.
 */
function readPage(limit: number): PageContent {
  const bulk = /<(style|script|svg|template|nav|select)(?=[\s>])|<!--|(?<![\w+/=%-])[\w+/=%-]{300,}/i;
  const run = /[\w+/=%-]*/y;
  const startOf = (html: string): string => {
    if (html.length <= limit) return html;
    const neverClosed = new Set<string>();
    let [kept, at] = ["", 0];
    const endOf = (found: string, name: string | undefined): number => {
      if (name === undefined && found !== "<!--") {
        run.lastIndex = at;
        return at + (run.exec(html)?.[0].length ?? 0);
      }
      const close = name === undefined ? "-->" : `</${name}`;
      const end = neverClosed.has(close) ? -1 : html.indexOf(close, at);
      if (end < 0) neverClosed.add(close);
      return end;
    };
    while (kept.length < limit && at < html.length) {
      const next = html.slice(at, at + limit);
      const found = bulk.exec(next);
      kept += next.slice(0, found?.index);
      at += found?.index ?? next.length;
      if (!found) continue;
      const [beginning, name] = [html.slice(at, at + 300), found[1]];
      const end = endOf(found[0], name);
      // A tag that is cut would swallow what follows.
      if (end < 0) kept += found[0];
      else kept += name !== undefined && !beginning.includes(">") ? `<${name}>` : beginning.slice(0, end - at);
      at = end < 0 ? at + found[0].length : end;
    }
    return kept.slice(0, limit);
  };
  let cookieBytes = 0;
  try {
    cookieBytes = new TextEncoder().encode(document.cookie).byteLength;
  } catch {
    // A sandboxed document has none.
  }
  return {
    html: startOf(document.documentElement?.outerHTML ?? ""),
    cookieBytes,
    links: [...document.links].slice(0, 200).map(({ href }) => href.slice(0, 300)),
  };
}

/** Reads the failing document: at most 16 KB, kept in memory only. */
export async function pageContent(tabId: number): Promise<Settled<PageContent>> {
  const at = Date.now();
  const patient = inPage(tabId, readPage, { args: [LONGEST_BODY], atOnce: false });
  const found: InPage<PageContent> =
    (await Promise.race([patient, pause(PATIENCE_MS)])) ??
    (await inPage(tabId, readPage, { args: [LONGEST_BODY], atOnce: true }));
  return found.state === "ok" ? { state: "ok", value: found.value, at, took: Date.now() - at } : notSent("forbidden");
}
