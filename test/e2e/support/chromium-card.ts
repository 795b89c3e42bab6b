import type { CDPSession, Page } from "puppeteer-core";
import { until } from "./chromium.ts";

const NAME = "Faultline, about this failing page";

/** What assistive software is told of one thing in the card. */
interface CardNode {
  readonly role: string;
  readonly name: string;
  /** Its name, or else the texts within. */
  readonly says: string;
  readonly isFocused: boolean;
  readonly backendId: number;
}

/** The card in a page as assistive software meets it: the one way into a closed root that every user has. */
export interface CardEyes {
  /** All in it, in order; empty where there is none. */
  nodes(): Promise<CardNode[]>;
  /** Its texts, one after the other. */
  text(): Promise<string>;
  /** What stands in all that have this role: a button's name, a text within. */
  texts(role: string): Promise<string[]>;
  /** How something in it is drawn. */
  style(name: string, property: string): Promise<string>;
  /** Where something in it lies in the window; null where nothing of that name is drawn. */
  box(name: string): Promise<Box | null>;
  /** Clicks a button of it as a hand does. */
  click(name: string): Promise<void>;
  /** Waits until it is there. */
  appears(patience?: number): Promise<void>;
  /** Waits until it is not. */
  goes(patience?: number): Promise<void>;
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export async function cardEyes(page: Page): Promise<CardEyes> {
  const protocol = await page.createCDPSession();
  await protocol.send("Accessibility.enable");
  const nodes = () => cardNodes(protocol);
  const named = async (name: string): Promise<CardNode | undefined> =>
    (await nodes()).find((node) => node.name === name && node.role !== "StaticText" && node.role !== "InlineTextBox");
  const box = async (name: string): Promise<Box | null> => {
    const node = await named(name);
    if (!node) return null;
    const { quads } = await protocol
      .send("DOM.getContentQuads", { backendNodeId: node.backendId })
      .catch(() => ({ quads: [] }));
    const [[left = 0, top = 0, , , right = 0, bottom = 0] = []] = quads;
    return quads.length > 0 ? { left, top, right, bottom } : null;
  };
  return {
    nodes,
    box,
    texts: async (role) => (await nodes()).flatMap((node) => (node.role === role && node.says ? [node.says] : [])),
    async style(name, property) {
      const node = await named(name);
      const { object } = await protocol.send("DOM.resolveNode", { backendNodeId: node?.backendId ?? 0 });
      const { result } = await protocol.send("Runtime.callFunctionOn", {
        objectId: object.objectId ?? "",
        functionDeclaration: "function (property) { return getComputedStyle(this).getPropertyValue(property); }",
        arguments: [{ value: property }],
      });
      return String(result.value);
    },
    text: async () =>
      (await nodes())
        .filter(({ role }) => role === "StaticText")
        .map(({ name }) => name)
        .join(" "),
    async click(name) {
      await page.bringToFront();
      const found = await box(name);
      if (!found) throw new Error(`the card has no ${name}`);
      await page.mouse.click((found.left + found.right) / 2, (found.top + found.bottom) / 2);
    },
    appears: (patience) => until(async () => (await nodes()).length > 0, patience),
    goes: (patience) => until(async () => (await nodes()).length === 0, patience),
  };
}

async function cardNodes(protocol: CDPSession): Promise<CardNode[]> {
  // A page that is being loaded has none for a moment.
  const { nodes } = await protocol.send("Accessibility.getFullAXTree").catch(() => ({ nodes: [] }));
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const below = (node: (typeof nodes)[number]): typeof nodes => [
    node,
    ...(node.childIds ?? []).flatMap((id) => {
      const child = byId.get(id);
      return child ? below(child) : [];
    }),
  ];
  const region = nodes.find(({ role, name }) => role?.value === "region" && name?.value === NAME);
  return (region ? below(region) : [])
    .filter(({ ignored }) => !ignored)
    .map((node) => ({
      role: said(node.role),
      name: said(node.name),
      says:
        said(node.name) ||
        below(node)
          .filter(({ role }) => said(role) === "StaticText")
          .map(({ name }) => said(name))
          .join(" "),
      isFocused: node.properties?.some(({ name, value }) => name === "focused" && value.value === true) ?? false,
      backendId: node.backendDOMNodeId ?? 0,
    }));
}

const said = (value: { readonly value?: unknown } | undefined): string => String(value?.value ?? "");
