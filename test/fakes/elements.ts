import { type ComponentChild, render } from "preact";
import { act } from "preact/test-utils";
import { vi } from "vitest";

/** A node of a page of ours, as far as Preact draws into it and tests read it. Nothing of it is laid out. */
class FakeNode {
  parentNode: FakeElement | null = null;
  readonly childNodes: FakeNode[] = [];

  constructor(
    readonly nodeType: 1 | 3,
    readonly ownerDocument: FakePage,
  ) {}

  get textContent(): string {
    return this.childNodes.map((child) => child.textContent).join("");
  }

  get firstChild(): FakeNode | null {
    return this.childNodes[0] ?? null;
  }

  get nextSibling(): FakeNode | null {
    const siblings = this.parentNode?.childNodes ?? [];
    return siblings[siblings.indexOf(this) + 1] ?? null;
  }

  get isConnected(): boolean {
    return this.parentNode?.isConnected ?? false;
  }

  remove(): void {
    const siblings = this.parentNode?.childNodes ?? [];
    if (siblings.includes(this)) siblings.splice(siblings.indexOf(this), 1);
    this.parentNode = null;
  }
}

class FakeText extends FakeNode {
  data = "";

  override get textContent(): string {
    return this.data;
  }
}

type Listener = (this: FakeElement, event: FakeDomEvent) => unknown;

interface FakeDomEvent {
  readonly type: string;
  readonly target: FakeElement;
  currentTarget: FakeElement;
  preventDefault(): void;
}

export class FakeElement extends FakeNode {
  readonly attributes = new Map<string, string>();
  readonly style: Record<string, string> = {};
  readonly namespaceURI = "http://www.w3.org/1999/xhtml";
  readonly #listeners = new Map<string, Listener>();

  constructor(
    ownerDocument: FakePage,
    readonly localName: string,
  ) {
    super(1, ownerDocument);
  }

  insertBefore(node: FakeNode, before: FakeNode | null): FakeNode {
    node.remove();
    const at = before === null ? -1 : this.childNodes.indexOf(before);
    this.childNodes.splice(at < 0 ? this.childNodes.length : at, 0, node);
    node.parentNode = this;
    return node;
  }

  setAttribute(name: string, value: unknown): void {
    this.attributes.set(name, String(value));
  }

  removeAttribute(name: string): void {
    this.attributes.delete(name);
  }

  getAttribute(name: string): string | null {
    return this.attributes.get(name) ?? null;
  }

  addEventListener(type: string, listener: Listener): void {
    this.#listeners.set(type, listener);
  }

  removeEventListener(type: string): void {
    this.#listeners.delete(type);
  }

  /** All elements in it, in the order of the document. */
  get all(): FakeElement[] {
    return this.childNodes.flatMap((child) => (child instanceof FakeElement ? [child, ...child.all] : []));
  }

  /** The elements in it of which an attribute is so. */
  having(name: string, value?: string): FakeElement[] {
    return this.all.filter((one) =>
      value === undefined ? one.attributes.has(name) : one.getAttribute(name) === value,
    );
  }

  focus(): void {
    this.ownerDocument.activeElement = this;
  }

  /** The user clicks it: nothing happens where it is disabled. */
  click(): void {
    if (!this.attributes.has("disabled")) this.fire("click");
  }

  /** Something happens to it; it bubbles up. */
  fire(type: string): void {
    const event: FakeDomEvent = { type, target: this, currentTarget: this, preventDefault: () => undefined };
    for (let at: FakeElement | null = this; at; at = at.parentNode) {
      event.currentTarget = at;
      at.#listeners.get(type)?.call(at, event);
    }
  }
}

/** A field has a value and a tick beside its attributes: what the user enters, which a page may set as well. */
class FakeInput extends FakeElement {
  checked = false;
  #value = "";

  get value(): string {
    return this.#value;
  }

  set value(written: unknown) {
    this.#value = String(written);
  }

  get valueAsNumber(): number {
    return this.value === "" ? Number.NaN : Number(this.value);
  }
}

class FakeBody extends FakeElement {
  override get isConnected(): boolean {
    return true;
  }
}

/** A page of ours that stands open; to be given to the tests' own scripts as `document`. */
export class FakePage {
  readonly body: FakeElement = new FakeBody(this, "body");
  activeElement: FakeElement = this.body;

  addEventListener(): void {}

  createElementNS(_namespace: string, name: string): FakeElement {
    return name === "input" ? new FakeInput(this, name) : new FakeElement(this, name);
  }

  createTextNode(data: string): FakeText {
    return Object.assign(new FakeText(3, this), { data });
  }

  getElementById(id: string): FakeElement | null {
    return this.body.having("id", id)[0] ?? null;
  }

  /** The one button that says by `data-action` what it does. */
  button(action: string): FakeElement {
    const [found, another] = this.body.having("data-action", action);
    if (!found || another) throw new Error(`${found ? "more than one" : "no"} button ${action}`);
    return found;
  }

  /** The user changes what stands in a field, and goes on. */
  enter(id: string, value: string): void {
    const field = this.getElementById(id);
    if (!(field instanceof FakeInput)) throw new Error(`no field ${id}`);
    field.value = value;
    field.fire("input");
    field.fire("change");
  }

  valueOf(id: string): string | null {
    const field = this.getElementById(id);
    return field instanceof FakeInput ? field.value : null;
  }
}

/** What watches over the focus is for real browsers to prove. */
class NoObserver {
  observe(): void {}
}

/** Draws into a page that stands open; what comes later comes as the clock of the test goes on. */
export function draw(what: ComponentChild): FakePage {
  const page = new FakePage();
  vi.stubGlobal("document", page);
  vi.stubGlobal("MutationObserver", NoObserver);
  vi.stubGlobal("removeEventListener", () => undefined);
  vi.stubGlobal("location", new URL("chrome-extension://faultline/src/pages/popup/index.html"));
  redraw(page, what);
  return page;
}

/**
 * The user closes it; to be done before its world ends. Whatever Preact has put off is done: it waits for one timer, and
 * would put off all that comes in later tests were that one never to come.
 */
export const closePage = (page: FakePage): void => void act(() => redraw(page, null));

/** The same again with other properties. */
export const redraw = (page: FakePage, what: ComponentChild): void => render(what, page.body as unknown as Element);
