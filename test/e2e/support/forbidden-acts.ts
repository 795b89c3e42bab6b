/** What came of each: the name of the error, or "done". */
export interface Refusals {
  readonly script: string;
  readonly markup: string;
  readonly exception: string;
}

/**
 * Tries in a page of the extension what makes code or markup of text, and to be allowed to. It runs in the page, so it
 * stands alone.
 */
export function tryForbidden(): Refusals {
  const outcomeOf = (act: () => unknown): string => {
    try {
      act();
      return "done";
    } catch (error) {
      return error instanceof Error ? error.name : "thrown";
    }
  };
  const { trustedTypes } = window as unknown as {
    trustedTypes: { createPolicy(name: string, rules: object): unknown };
  };
  return {
    script: outcomeOf(() => Object.assign(document.createElement("script"), { src: "/worker.js" })),
    markup: outcomeOf(() => Object.assign(document.createElement("div"), { innerHTML: "<b>bold</b>" })),
    exception: outcomeOf(() => trustedTypes.createPolicy("lenient", {})),
  };
}

/** What a page whose policy asks for trusted types, and allows none, makes of it. */
export const ALL_REFUSED: Refusals = { script: "TypeError", markup: "TypeError", exception: "TypeError" };
