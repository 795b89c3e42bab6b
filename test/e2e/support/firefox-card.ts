import type { Page } from "puppeteer-core";
import type { Firefox } from "./firefox.ts";
import { until } from "./firefox-until.ts";

const NAME = "Faultline, about this failing page";

/** What Firefox tells assistive software of one thing in the card; places in CSS pixels of the page's window. */
interface CardNode {
  readonly role: string;
  readonly name: string;
  readonly isFocused: boolean;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The card in the tab in front as assistive software meets it. */
export interface FirefoxCard {
  /** All in it, in order; empty where there is none. */
  nodes(): Promise<CardNode[]>;
  /** Its texts, one after the other. */
  text(): Promise<string>;
  /** Clicks a button of it as a hand does. */
  click(name: string): Promise<void>;
  appears(): Promise<void>;
  goes(): Promise<void>;
}

/** The few names of Firefox's own accessibility that are used. */
interface Accessible {
  readonly role: number;
  readonly name: string | null;
  readonly firstChild: Accessible | null;
  readonly nextSibling: Accessible | null;
  getState(state: { value?: number }, extra: object): void;
  getBounds(x: { value?: number }, y: { value?: number }, width: { value?: number }, height: { value?: number }): void;
}
declare const Cc: Record<string, { getService(type: object): Service }>;
declare const Ci: {
  nsIAccessibilityService: object;
  nsIAccessibleStates: { STATE_FOCUSED: number };
};
declare const gBrowser: { readonly selectedBrowser: Element };
interface Service {
  getAccessibleFor(node: Element): Accessible | null;
  getStringRole(role: number): string;
}

export function cardIn(firefox: Firefox, page: Page): FirefoxCard {
  const nodes = () => firefox.system.run(readCard, NAME);
  return {
    nodes,
    text: async () => (await nodes()).flatMap(({ role, name }) => (role === "text leaf" ? [name] : [])).join(" "),
    async click(name) {
      await page.bringToFront();
      const node = (await nodes()).find((each) => each.name === name && each.role === "pushbutton");
      if (!node) throw new Error(`the card has no ${name}`);
      await page.mouse.click(node.left + node.width / 2, node.top + node.height / 2);
    },
    appears: async () => void (await until("the card", async () => (await nodes()).length > 0)),
    goes: async () => void (await until("the card to go", async () => (await nodes()).length === 0)),
  };
}

/** Runs in Firefox's own window, so it stands alone. The first call starts the service, which takes a moment. */
function readCard(wanted: string): CardNode[] {
  const service = Cc["@mozilla.org/accessibilityService;1"]?.getService(Ci.nsIAccessibilityService);
  const browser = service?.getAccessibleFor(gBrowser.selectedBrowser);
  if (!service || !browser) return [];
  const below = (of: Accessible): Accessible[] => {
    const children: Accessible[] = [];
    for (let child = of.firstChild; child; child = child.nextSibling) children.push(child);
    return [of, ...children.flatMap(below)];
  };
  const boundsOf = (of: Accessible) => {
    const [x, y, width, height] = [{}, {}, {}, {}] as Array<{ value?: number }>;
    if (!x || !y || !width || !height) throw new Error("unreachable");
    of.getBounds(x, y, width, height);
    const scale = window.devicePixelRatio;
    const css = ({ value = 0 }: { value?: number }) => value / scale;
    return { left: css(x), top: css(y), width: css(width), height: css(height) };
  };
  const all = below(browser);
  const origin = boundsOf(browser);
  const card = all.find(({ name, role }) => name === wanted && service.getStringRole(role) === "region");
  return (card ? below(card) : []).map((each) => {
    const { left, top, width, height } = boundsOf(each);
    const state: { value?: number } = {};
    each.getState(state, {});
    const isFocused = ((state.value ?? 0) & Ci.nsIAccessibleStates.STATE_FOCUSED) !== 0;
    const role = service.getStringRole(each.role);
    return { role, name: each.name ?? "", isFocused, left: left - origin.left, top: top - origin.top, width, height };
  });
}
