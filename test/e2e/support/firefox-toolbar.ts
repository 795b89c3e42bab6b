import type { System } from "./firefox-system.ts";

/** What the real popup shows: the data of its `main`. */
export type PopupData = Readonly<Record<string, string>>;

/** The toolbar button, pressed as a person presses it, and the popup that hangs from it. */
export interface Toolbar {
  /** Presses the button over the tab in front: grants activeTab, and opens the popup. */
  press(): Promise<void>;
  /** What the open popup shows; null while there is none. */
  popup(): Promise<PopupData | null>;
}

interface PopupBrowser {
  readonly messageManager: {
    addMessageListener(name: string, listener: (message: { data: PopupData | null }) => void): void;
    loadFrameScript(url: string, delayed: boolean): void;
  };
}

/** Runs beside the popup's document, which WebDriver does not list among its contexts. */
const READER = `{
  const main = content.document.querySelector("main");
  sendAsyncMessage("faultline-test:popup", main ? { ...main.dataset } : null);
}`;

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
    popup: () =>
      system.run(
        (reader) =>
          new Promise<PopupData | null>((resolve) => {
            const popup = document.querySelector(".webextension-popup-browser") as unknown as PopupBrowser | null;
            if (!popup) return resolve(null);
            popup.messageManager.addMessageListener("faultline-test:popup", ({ data }) => resolve(data));
            // A popup that is just being opened moves to its process, and what is asked meanwhile is lost.
            setTimeout(() => resolve(null), 1_000);
            popup.messageManager.loadFrameScript(`data:application/javascript,${encodeURIComponent(reader)}`, false);
          }),
        READER,
      ),
  };
}
