import { browser, isFirefox } from "./browser.ts";

/** Chromium reads XML in what it suggests; Firefox shows it as it is. */
const shown = (text: string): string =>
  isFirefox ? text : text.replace(/[<>&"']/g, (character) => `&#${character.charCodeAt(0)};`);

interface AddressBar {
  /** What to say below the line while it is being typed. Asks nobody. */
  readonly says: (typed: string) => string;
  readonly onEntered: (typed: string, inFront: boolean) => void;
}

/** Registers for what follows our keyword in the address bar. Call it synchronously at start. */
export function onAddressBar({ says, onEntered }: AddressBar): void {
  const say = (typed: string) => browser.omnibox.setDefaultSuggestion({ description: shown(says(typed)) });
  browser.omnibox.onInputStarted.addListener(() => say(""));
  browser.omnibox.onInputChanged.addListener((typed) => say(typed));
  browser.omnibox.onInputEntered.addListener((typed, where) => onEntered(typed, where !== "newBackgroundTab"));
}
