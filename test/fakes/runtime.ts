import { FakeEvent } from "./event.ts";
import type { FakeTab } from "./tab.ts";

const ID = "faultline";

interface Sender {
  readonly id: string;
  readonly url: string;
  readonly frameId?: number;
  readonly tab?: Pick<FakeTab, "id" | "incognito" | "cookieStoreId">;
}

/** `browser.runtime`, as the worker has it, and what other parts of the extension tell it. */
export class FakeRuntime {
  readonly id = ID;
  readonly onMessage = new FakeEvent<[unknown, Sender], Promise<unknown> | undefined>();
  readonly onInstalled = new FakeEvent<[{ reason: string }]>();
  readonly onStartup = new FakeEvent<[]>();
  readonly #origin: string;

  constructor(isFirefox: boolean) {
    this.#origin = `${isFirefox ? "moz" : "chrome"}-extension://${ID}/`;
  }

  readonly getURL = (path: string): string => this.#origin + path;
  readonly getManifest = () => ({ default_locale: "en" });

  /** The same for a page that a test has drawn, which knows nothing of tests. */
  readonly sendMessage = ({ type, request }: { type: string; request: unknown }): Promise<unknown> =>
    this.fromPopup(type, request);

  /** One of our own pages asks the worker. */
  fromPopup(type: string, request: unknown): Promise<unknown> {
    return this.#send(type, request, { id: ID, url: this.getURL("src/pages/popup/index.html") });
  }

  /** The content script in a frame of a page, the main one unless named, says something; nothing waits for an answer. */
  async fromPage(tab: FakeTab, url: string, type: string, request: unknown, frameId = 0): Promise<void> {
    const { id, incognito, cookieStoreId } = tab;
    await this.#send(type, request, { id: ID, url, frameId, tab: { id, incognito, cookieStoreId } });
  }

  async #send(type: string, request: unknown, sender: Sender): Promise<unknown> {
    if (!this.onMessage.hasListeners()) throw new Error("Could not establish connection.");
    const [answer] = this.onMessage.fire(structuredClone({ type, request }), sender);
    return structuredClone(await answer);
  }
}
