/** Elements of a site's frame, for what they say stands on every page of it. */
const FRAME = new Set(["footer", "aside", "dialog"]);
/** Elements that quote what others say, if a page has not dressed its own word in them. */
const QUOTATIONS = new Set(["blockquote", "q"]);
/** Proxies of Squid's kind put their own message into a quotation that they call so. */
const OWN_MESSAGE = /\sid\s?=\s?["']?(?:error|data)(?![\w-])/;
/** Whoever names a source quotes. */
const NAMES_SOURCE = /\scite\s?=/;
/** The same by their role (WAI-ARIA 1.2, section 5.3.4). */
const FRAME_ROLES = new Set(["contentinfo", "complementary", "navigation", "dialog"]);

/** Nobody's tag is longer that has one of these attributes. */
const LONGEST_TAG = 2_000;
/** One attribute: its name, and its value in whichever quotes. */
const ATTRIBUTE = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;
const MAY_SAY_SO = /hidden|role|display|visibility|comment|cookie|consent|disqus/;
/** What sites call the places where others speak, and the notices that they show of cookies, by its class or its id. */
const FRAME_NAMES =
  /(?:^|\s)(?:comments?(?:[-_]?(?:list|area|section|thread|wrapper|container|body))?|disqus_thread)(?:\s|$)|(?:^|[\s_-])(?:cookies?|consent)[_-]?(?:banner|bar|notice|consent|popup|modal|message|info|law|wall|layer)(?![a-z])/;

/** Whether a style hides what it is for. */
const hides = (style: string): boolean =>
  /(?:^|[;\s])(?:display\s?:\s?none|visibility\s?:\s?hidden)(?![\w-])/.test(style);

/** Why what an element says is no word of the failing page. */
export type Unsaid = "frame" | "hidden" | "quotation";

/** The same by the element's name alone, or by what its tag says of a quotation. */
function unsaidByName(name: string, tag: string): Unsaid | null {
  if (FRAME.has(name)) return "frame";
  if (!QUOTATIONS.has(name) || OWN_MESSAGE.test(tag)) return null;
  return NAMES_SOURCE.test(tag) ? "frame" : "quotation";
}

/**
 * Whether what an element says is no word of the failing page: nobody sees it, it belongs to the frame that the site puts
 * around every page, or others say it, there or in a quotation. Null where it is one. `tag` is its start tag, in lower case.
 * What is hidden from screen readers alone (`aria-hidden`) is a dialog that waits, or letters that a heading is drawn with:
 * the page says those by itself.
 */
export function unsaidIn(name: string, tag: string, isWithinText: boolean): Unsaid | null {
  // What is shown once a script has run hides its whole page until then.
  if (name === "html" || name === "body") return null;
  const byName = unsaidByName(name, tag.slice(0, LONGEST_TAG));
  if (name === "dialog" && !/\sopen(?![\w-])/.test(tag)) return "hidden";
  if (!MAY_SAY_SO.test(tag)) return byName;
  const reasons = [...tag.slice(name.length + 1, LONGEST_TAG).matchAll(ATTRIBUTE)].map(([, attribute, ...values]) => {
    const value = (values.find((one) => one !== undefined) ?? "").trim();
    if (attribute === "role") return FRAME_ROLES.has(value) ? "frame" : null;
    if ((attribute === "class" || attribute === "id") && FRAME_NAMES.test(value)) return "frame";
    const isHidden =
      attribute === "hidden" ||
      (attribute === "style" && hides(value)) ||
      (attribute === "aria-hidden" && value === "true" && !isWithinText);
    return isHidden ? "hidden" : null;
  });
  return reasons.includes("hidden") ? "hidden" : (reasons.find((reason) => reason !== null) ?? byName);
}
