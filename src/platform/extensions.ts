import { browser } from "./browser.ts";

/** Every extension in this browser as it describes them, to be parsed; needs `management`. */
export const installedExtensions = async (): Promise<readonly unknown[]> => browser.management.getAll();

/** The id under which this extension stands among them. */
export const ownId = (): string => browser.runtime.id;
