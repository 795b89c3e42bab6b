import { FakeEvent } from "./event.ts";

interface Entry {
  readonly id: string;
  readonly title: string;
  readonly contexts: readonly string[];
}

/** `browser.contextMenus`: two entries of one id are an error, as in both browsers. */
export class FakeMenus {
  readonly onClicked = new FakeEvent<[{ menuItemId: string; linkUrl?: string }, { id: number }?]>();
  readonly entries: Entry[] = [];

  readonly create = (entry: Entry): void => {
    if (this.entries.some(({ id }) => id === entry.id))
      throw new Error(`Cannot create item with duplicate id ${entry.id}`);
    this.entries.push(entry);
  };

  readonly removeAll = async (): Promise<void> => {
    this.entries.length = 0;
  };
}

/** `browser.omnibox`, and what it says below the line. */
export class FakeAddressBar {
  readonly onInputStarted = new FakeEvent<[]>();
  readonly onInputChanged = new FakeEvent<[string, (suggestions: object[]) => void]>();
  readonly onInputEntered = new FakeEvent<[string, string]>();
  says = "";

  readonly setDefaultSuggestion = ({ description }: { description: string }): void => {
    this.says = description;
  };
}

/** `browser.commands`. */
export class FakeCommands {
  readonly onCommand = new FakeEvent<[string, { id: number }?]>();
}
