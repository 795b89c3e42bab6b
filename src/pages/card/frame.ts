import baseStyles from "../ui/base.css?inline";
import buttonStyles from "../ui/button.css?inline";
import sideIconStyles from "../ui/side-icon.css?inline";
import tokens from "../ui/tokens.css?inline";
import ownStyles from "./card.css?inline";

/** What `:root` is in the extension's pages is the card here: the page's root has values of its own. */
const STYLES = [tokens.replaceAll(":root", ".card"), baseStyles, buttonStyles, sideIconStyles, ownStyles].join("\n");

/** The element that bears the card, and what is inside it. */
export interface Frame {
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
  /** Where the card is drawn. */
  readonly inside: HTMLElement;
}

/**
 * Makes the element. Its root is closed, so that the page's scripts can neither read nor click what is in it, and no name
 * on it tells whose it is.
 */
export function makeFrame(): Frame {
  const host = document.createElement("div");
  const root = host.attachShadow({ mode: "closed" });
  const inside = document.createElement("div");
  style(root);
  root.append(inside);
  return { host, root, inside };
}

/** A page's policy forbids neither to scripts of an extension; a browser may give them no constructed sheets. */
function style(root: ShadowRoot): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLES);
    root.adoptedStyleSheets = [sheet];
  } catch {
    const element = document.createElement("style");
    element.textContent = STYLES;
    root.append(element);
  }
}

/** Puts it last into the page, and above all that the page draws. Where there is no top layer its own styles do. */
export function attach({ host }: Frame): void {
  if (!host.isConnected) document.body.append(host);
  try {
    host.popover = "manual";
    if (!host.matches(":popover-open")) host.showPopover();
  } catch {
    // Its own styles place it as well.
  }
}
