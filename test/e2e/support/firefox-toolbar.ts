import type { System } from "./firefox-system.ts";
import { mainOf, type PageData } from "./firefox-unlisted.ts";

/** The toolbar button, pressed as a person presses it, and the popup that hangs from it. */
export interface Toolbar {
  /** Presses the button over the tab in front: grants activeTab, and opens the popup. */
  press(): Promise<void>;
  /** What the open popup shows; null while there is none. */
  popup(): Promise<PageData | null>;
}

/** The few names of the browser's own window that are used. */
declare const ChromeUtils: { importESModule(url: string): { ExtensionParent: ExtensionParent } };
declare const WebExtensionPolicy: { getByID(id: string): { extension: object } };

interface ExtensionParent {
  readonly apiManager: {
    readonly global: { browserActionFor(extension: object): { triggerAction(window: object): unknown } };
  };
}

/** The toolbar button of an installed extension. */
export function toolbarOf(system: System, extensionId: string): Toolbar {
  return {
    press: () =>
      system.run((id) => {
        const { ExtensionParent } = ChromeUtils.importESModule("resource://gre/modules/ExtensionParent.sys.mjs");
        // Not awaited: it resolves when the popup closes.
        ExtensionParent.apiManager.global
          .browserActionFor(WebExtensionPolicy.getByID(id).extension)
          .triggerAction(window);
      }, extensionId),
    popup: () => mainOf(system, "popup"),
  };
}
