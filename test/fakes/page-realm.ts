import type { FakeDocument } from "./document.ts";

/** A field, as far as it is looked at to see if somebody has typed in it. */
class Input {
  readonly localName = "input";
  readonly validity = { badInput: false };
  readonly shadowRoot = null;
  readonly #attributes = new Map<string, string>();
  value = "";

  get type(): string {
    return this.#attributes.get("type") ?? "text";
  }
  getAttribute(name: string): string | null {
    return this.#attributes.get(name) ?? null;
  }
  hasAttribute(name: string): boolean {
    return this.#attributes.has(name);
  }
  setAttribute(name: string, value: string): void {
    this.#attributes.set(name, value);
    if (name === "value") this.value = value;
  }
}

class NoElement {}
class Form {
  append(): void {}
  reset(): void {}
}
const FRAME = { localName: "iframe", contentWindow: {}, hasAttribute: () => false, shadowRoot: null };

type Listener = (event: { isTrusted: boolean; target: unknown }) => void;

/** The source of a function, compiled once; its globals are its arguments. */
const compiled = new Map<string, (...globals: unknown[]) => (...args: unknown[]) => unknown>();

/**
 * The globals that a script finds in a document. Like a browser it gets the source of an injected function and nothing
 * around it, so that one that leans on its module fails. What is not replaced here (URL, JSON, Date) is Node's.
 */
export class PageRealm {
  readonly #fields: Input[] = [];
  readonly #listeners = new Map<string, Listener[]>();
  readonly #userActivation = { hasBeenActive: false };
  readonly #window: Record<PropertyKey, unknown>;

  constructor(shown: FakeDocument) {
    const { html = "", cookie = "", links = [], resources = [], controlled = false } = shown.parts;
    const listen = (type: string, listener: Listener) =>
      void this.#listeners.set(type, [...(this.#listeners.get(type) ?? []), listener]);
    const document = {
      cookie,
      documentElement: { outerHTML: html },
      links: links.map((href) => ({ href })),
      body: null,
      designMode: "off",
      activeElement: null,
      createElement: (name: string) => (name === "input" ? new Input() : new Form()),
      querySelectorAll: () => [...this.#fields, ...shown.frames.map(() => FRAME)],
    };
    const performance = {
      timeOrigin: shown.startedAt,
      now: () => Date.now() - shown.startedAt,
      getEntriesByType: (type: string) =>
        type === "navigation"
          ? [shown.navigationEntry()]
          : resources.map((entry) => ({ initiatorType: "fetch", ...entry })),
    };
    this.#window = {
      document,
      performance,
      navigator: { serviceWorker: { controller: controlled ? {} : null }, userActivation: this.#userActivation },
      location: new URL(shown.url),
      origin: new URL(shown.url).origin,
      addEventListener: listen,
      HTMLInputElement: Input,
      HTMLTextAreaElement: NoElement,
      HTMLSelectElement: NoElement,
      HTMLElement: NoElement,
      chrome: undefined,
      browser: undefined,
      fetch: undefined,
      onbeforeunload: null,
    };
  }

  /** What a script finds there, by name. */
  get globals(): Readonly<Record<PropertyKey, unknown>> {
    return this.#window;
  }

  /** What a script of the page asks the network with. */
  set fetch(fetch: unknown) {
    this.#window.fetch = fetch;
  }

  /** Runs a function here; what it returns comes back as a copy. */
  async run(func: (...args: never[]) => unknown, args: readonly unknown[]): Promise<unknown> {
    const window = this.#window;
    const globals = { ...window, window, globalThis: window, self: window };
    const source = String(func);
    const compile = compiled.get(source) ?? compiledOf(Object.keys(globals), source);
    compiled.set(source, compile);
    return structuredClone(await compile(...Object.values(globals))(...structuredClone(args)));
  }

  listensTo(type: string): boolean {
    return this.#listeners.has(type);
  }

  type(text: string, gone: boolean): void {
    this.#userActivation.hasBeenActive = true;
    for (const listener of this.#listeners.get("input") ?? []) listener({ isTrusted: true, target: null });
    if (gone) return;
    const field = new Input();
    field.value = text;
    this.#fields.push(field);
  }

  askBeforeLeaving(): void {
    this.#userActivation.hasBeenActive = true;
    this.#window.onbeforeunload = () => undefined;
  }
}

// A browser evaluates the source of what is injected, too: nothing from outside comes here.
const compiledOf = (names: readonly string[], source: string) =>
  new Function(...names, `"use strict"; return (${source});`) as (
    ...globals: unknown[]
  ) => (...args: unknown[]) => unknown;
