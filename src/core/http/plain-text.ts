/** What Chromium and Firefox put around a text/plain answer when they show it. */
const TEXT_VIEWER =
  /^\s*<html[^>]{0,200}>\s{0,4}<head>(?:<(?:meta|link)\b[^>]{0,300}>){0,6}<\/head>\s{0,4}<body[^>]{0,200}><pre[^>]{0,300}>/i;

/**
 * The text of a text/plain answer, raw or as a browser shows it, trimmed and at most 2,000 characters;
 * null when the body is a page of its own. An empty document counts as the empty text.
 */
export function plainText(body: string): string | null {
  const viewer = TEXT_VIEWER.exec(body);
  if (viewer) {
    const [text = ""] = body.slice(viewer[0].length, viewer[0].length + 2_000).split("</pre>");
    return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&").trim();
  }
  const text = body.slice(0, 2_000).trim();
  if (/^<html[^>]{0,200}><head><\/head><body[^>]{0,200}><\/body><\/html>$/i.test(text)) return "";
  return text.startsWith("<") ? null : text;
}
