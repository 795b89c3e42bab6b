/** What a frame says of the user's input in it. */
interface FrameInput {
  /** Loading the page again would lose something that was entered here. */
  readonly typed: boolean;
  /** The user has been in a frame below this one. */
  readonly entered: boolean;
  /** How many frames stand below this one. */
  readonly below: number;
}

/** What browsers give content scripts to see shadow trees that the page has closed. */
type Closed = { openOrClosedShadowRoot?: ShadowRoot | null };
type Api = { chrome?: { dom?: { openOrClosedShadowRoot(element: Element): ShadowRoot | null } } };

/**
 * Runs inside each frame of a failing page, in the extension's own world, so it stands alone. The first time it begins
 * to listen: from then on any input by the user counts, wherever it goes and whatever becomes of it. What was entered
 * before is seen by comparing each field with what the browser makes of the page's own source for it.
 *
 * Editors that handle keys by themselves cancel `beforeinput`, `paste` or `drop`, and no `input` follows. What scripts
 * of the page dispatch is not trusted. A field that the page's script has filled counts as typed: nobody can tell it
 * from one that the browser has restored.
 */
export function readInput(): FrameInput {
  interface Heard {
    typed: boolean;
    entered: boolean;
    /** The page had stood there for a while before anybody listened. */
    readonly late: boolean;
  }
  /** Nobody has typed, and gone elsewhere with the focus, as soon after a page has come. */
  const FIRST_MS = 1_000;
  const MOST_ELEMENTS = 50_000;
  // No element of the page can bear a symbol for its name.
  const KEY = Symbol.for("faultline-input");
  const here = globalThis as typeof globalThis & Record<symbol, Heard | undefined>;
  const hasBeenActive = navigator.userActivation?.hasBeenActive !== false;

  const shadowOf = (element: Element): ShadowRoot | null => {
    try {
      const { chrome: api } = globalThis as Api;
      return (element as Closed).openOrClosedShadowRoot ?? api?.dom?.openOrClosedShadowRoot(element) ?? null;
    } catch {
      return element.shadowRoot;
    }
  };
  const focused = (): Element | null => {
    let element = document.activeElement;
    for (let inner = element; inner; inner = shadowOf(inner)?.activeElement ?? null) element = inner;
    return element;
  };
  const isFrame = (element: Element | null): boolean =>
    /^(i?frame|object|embed|fencedframe)$/.test(element?.localName ?? "");

  const listen = (): Heard => {
    const [came] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
    const heard: Heard = {
      typed: false,
      entered: false,
      late: performance.now() - (came?.responseStart ?? 0) > FIRST_MS,
    };
    const hear = ({ isTrusted }: Event): void => {
      heard.typed ||= isTrusted;
    };
    for (const type of ["beforeinput", "input", "change", "paste", "drop"]) {
      addEventListener(type, hear, { capture: true, passive: true });
    }
    // The focus is in the frame a moment after it has left the window.
    const leave = ({ isTrusted, target }: Event): void => {
      if (isTrusted && target === window) setTimeout(() => (heard.entered ||= isFrame(focused())));
    };
    addEventListener("blur", leave, { capture: true, passive: true });
    return heard;
  };
  here[KEY] ??= listen();
  const heard = here[KEY];

  // A slider without a value stands in the middle, a colour without one is black: the browser says what it makes of it.
  const isFieldChanged = (field: HTMLInputElement): boolean => {
    if (/^(hidden|submit|button|image|reset)$/.test(field.type)) return false;
    if (field.type === "checkbox") return field.checked !== field.defaultChecked;
    // Of two that the page has chosen the browser takes one back.
    if (field.type === "radio") return field.checked && !field.defaultChecked;
    const fresh = document.createElement("input");
    for (const name of ["type", "min", "max", "step", "multiple", "alpha", "colorspace", "value"]) {
      const value = field.getAttribute(name);
      if (value !== null) fresh.setAttribute(name, value);
    }
    // Chromium makes nothing of a list of addresses that comes by attributes, until the form is reset.
    const form = document.createElement("form");
    form.append(fresh);
    form.reset();
    // What cannot be read as a number or a date has no value, and stands there all the same.
    return field.value !== fresh.value || field.validity.badInput;
  };
  const isTextChanged = (field: HTMLTextAreaElement): boolean => {
    const fresh = document.createElement("textarea");
    fresh.defaultValue = field.defaultValue;
    return field.value !== fresh.value;
  };
  // A list that shows one line chooses by itself: the last that the page has chosen, or the first that can be.
  const isChoiceChanged = (list: HTMLSelectElement): boolean => {
    const options = [...list.options];
    if (list.type === "select-multiple") return options.some((option) => option.selected !== option.defaultSelected);
    const isOff = (option: HTMLOptionElement) => option.disabled || option.closest("optgroup")?.disabled === true;
    const given = options.findLast(({ defaultSelected }) => defaultSelected);
    const first = list.size > 1 ? undefined : options.find((option) => !isOff(option));
    const chosen = options.find(({ selected }) => selected);
    return chosen !== undefined && chosen !== (given ?? first);
  };
  const isEditableChanged = (part: HTMLElement): boolean => {
    if (!hasBeenActive || !part.isContentEditable) return false;
    return (heard.late && part.textContent?.trim() !== "") || part.contains(focused());
  };
  const isChanged = (element: Element): boolean => {
    if (element instanceof HTMLInputElement) return isFieldChanged(element);
    if (element instanceof HTMLTextAreaElement) return isTextChanged(element);
    if (element instanceof HTMLSelectElement) return isChoiceChanged(element);
    const isEditor =
      element.hasAttribute("contenteditable") || (element === document.body && document.designMode === "on");
    return isEditor && element instanceof HTMLElement && isEditableChanged(element);
  };

  let below = 0;
  let left = MOST_ELEMENTS;
  let changed = false;
  const roots: ParentNode[] = [document];
  for (const root of roots) {
    for (const element of root.querySelectorAll("*")) {
      left -= 1;
      // No error page is as large; what lies beyond is not known.
      if (left < 0) break;
      changed ||= isChanged(element);
      if (isFrame(element) && (element as HTMLIFrameElement).contentWindow) below += 1;
      const inner = shadowOf(element);
      if (inner) roots.push(inner);
    }
  }
  const typed = heard.typed || changed || (left < 0 && hasBeenActive);
  return { typed, entered: hasBeenActive && (heard.entered || isFrame(focused())), below };
}
