import { browser, isFirefox } from "./browser.ts";

/** Chromium reads XML in what it suggests; Firefox shows it as it is. */
const shown = (text: string): string =>
  isFirefox ? text : text.replace(/[<>&"']/g, (character) => `&#${character.charCodeAt(0)};`);

interface AddressBar {
  /** What to say below the line while it is being typed. Asks nobody. */
  readonly says: (typed: string) => string;
  readonly onEntered: (typed: string, inFront: boolean) => void;
}

/** What a browser shows in further rows below the line. */
type Suggest = Parameters<Parameters<typeof browser.omnibox.onInputChanged.addListener>[0]>[1];

/** Registers for what follows our keyword in the address bar. Call it synchronously at start. */
export function onAddressBar({ says, onEntered }: AddressBar): void {
  const say = (typed: string) => browser.omnibox.setDefaultSuggestion({ description: shown(says(typed)) });
  browser.omnibox.onInputStarted.addListener(() => say(""));
  browser.omnibox.onInputChanged.addListener((typed, suggest) =>
    isFirefox ? sayBelow(typed, says, suggest) : say(typed),
  );
  browser.omnibox.onInputEntered.addListener((typed, where) => onEntered(typed, where !== "newBackgroundTab"));
}

/**
 * Firefox draws its first row before it tells of a key, so what is said there would speak of the text before that key, and
 * go on to. That row keeps to what is true of any text, and the words for this one stand in a row below it.
 */
function sayBelow(typed: string, says: AddressBar["says"], suggest: Suggest): void {
  const description = says(typed);
  // A row for the very text of the line Firefox leaves out; a space more asks the same.
  if (description !== says("")) suggest([{ content: `${typed} `, description: shown(description) }]);
}
