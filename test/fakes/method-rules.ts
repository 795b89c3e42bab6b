import type { FakeDocument } from "./document.ts";

interface Rule {
  readonly id: number;
  readonly action: { readonly responseHeaders: ReadonlyArray<{ readonly operation: string; readonly value: string }> };
  readonly condition: { readonly requestMethods: readonly string[] };
}

/** Calls of `getMatchedRules` in ten minutes. */
const MOST_CALLS = 20;
const WINDOW_MS = 600_000;

/** The rules by which answers to navigations are marked. */
export class MethodRules {
  readonly rules = new Map<number, Rule>();
  readonly #matched = new WeakMap<FakeDocument, readonly number[]>();
  readonly #calls: number[] = [];

  /** `browser.declarativeNetRequest`; Firefox tells nobody what has matched. */
  readonly api;

  constructor(
    isFirefox: boolean,
    private readonly documentIn: (tabId: number) => FakeDocument | null,
  ) {
    const { updateDynamicRules, getMatchedRules } = this;
    this.api = isFirefox ? { updateDynamicRules } : { updateDynamicRules, getMatchedRules };
  }

  /** A document has come: its answer is marked, and those on the way to it have matched. */
  apply(document: FakeDocument): void {
    const matching = (method: string) =>
      [...this.rules.values()].filter(({ condition }) => condition.requestMethods.includes(method.toLowerCase()));
    this.#matched.set(
      document,
      document.methods.flatMap((method) => matching(method).map(({ id }) => id)),
    );
    for (const { action } of matching(document.method)) {
      for (const { operation, value } of action.responseHeaders) {
        if (operation === "set") document.serverTiming.length = 0;
        document.serverTiming.push(value);
      }
    }
  }

  readonly updateDynamicRules = async ({ removeRuleIds, addRules }: { removeRuleIds: number[]; addRules: Rule[] }) => {
    for (const id of removeRuleIds) this.rules.delete(id);
    for (const rule of addRules) {
      if (this.rules.has(rule.id)) throw new Error(`Rule with id ${rule.id} does not have a unique ID.`);
      this.rules.set(rule.id, rule);
    }
  };

  readonly getMatchedRules = async ({ tabId }: { tabId: number }) => {
    const now = Date.now();
    if (this.#calls.filter((at) => now - at < WINDOW_MS).length >= MOST_CALLS) throw new Error("MAX_GETMATCHEDRULES");
    this.#calls.push(now);
    const document = this.documentIn(tabId);
    const matched = (document && this.#matched.get(document)) ?? [];
    return { rulesMatchedInfo: matched.map((ruleId) => ({ rule: { ruleId } })) };
  };
}
