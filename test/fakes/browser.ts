import { FakeAlarms } from "./alarms.ts";
import type { Clock } from "./clock.ts";
import { FakeCookies } from "./cookies.ts";
import { FakeEvent } from "./event.ts";
import { MethodRules } from "./method-rules.ts";
import type { FakeNetwork } from "./network.ts";
import { FakeNotifications } from "./notifications.ts";
import { PageEvents } from "./page-events.ts";
import { AUTOMATIC, FakePermissions } from "./permissions.ts";
import { FakeRuntime } from "./runtime.ts";
import { FakeScripting } from "./scripting.ts";
import { type FakeStorage, fakeStorage } from "./storage.ts";
import { FakeTabs } from "./tabs.ts";
import { FakeAddressBar, FakeCommands, FakeMenus } from "./ways-in.ts";

/** One browser that has Faultline in it: Chromium, or Firefox. All that Faultline asks for is granted. */
export class FakeBrowser {
  readonly storage: FakeStorage;
  readonly permissions = new FakePermissions();
  readonly notifications = new FakeNotifications();
  readonly runtime: FakeRuntime;
  readonly alarms: FakeAlarms;
  readonly rules: MethodRules;
  readonly tabs: FakeTabs;
  readonly events: PageEvents;
  readonly scripting: FakeScripting;
  readonly cookies: FakeCookies;
  /** The other extensions, as `management` describes them. */
  extensions: readonly object[] = [];
  /** Chromium: a navigation has ended without a document. */
  readonly onNavigationError = new FakeEvent<[object]>();
  /** Firefox: a request of a main frame has reached nobody. */
  readonly onRequestError = new FakeEvent<[object]>();
  readonly menus = new FakeMenus();
  readonly addressBar = new FakeAddressBar();
  readonly commands = new FakeCommands();
  /** How often the popup was opened from the worker. */
  popupsOpened = 0;
  /** What `action.openPopup` does: opens it, rejects as Firefox without a click, or is missing as in Chrome 126. */
  popup: "opens" | "rejects" | "is-missing" = "opens";
  /** Whether there is `browser.windows`; Firefox on Android has none. */
  hasWindows = true;
  /** The tabs beside which a side panel was opened; null for Firefox's sidebar, which has none. */
  readonly panels: (number | null)[] = [];
  /** Firefox's sidebar stands open in the window in front, with our page in it. */
  isSidebarOpen = false;
  /** What was opened in private windows. */
  readonly privateWindows: string[] = [];
  /** Windows without a toolbar that were opened. */
  readonly smallWindows: string[] = [];
  /** The user works in one of the browser's windows, and not in another program. */
  isFocused = true;
  /** What Firefox has found of a log-in page in the way. */
  portal = "not_captive";

  constructor(network: FakeNetwork, clock: Clock, isFirefox: boolean) {
    this.storage = fakeStorage({ isFirefox });
    this.permissions.grant(AUTOMATIC);
    this.runtime = new FakeRuntime(isFirefox);
    this.alarms = new FakeAlarms(clock);
    this.events = new PageEvents(this, clock, isFirefox);
    this.tabs = new FakeTabs(network, this.permissions, clock, this.events, isFirefox);
    this.rules = new MethodRules(isFirefox, (id) => this.tabs.of(id).document);
    this.scripting = new FakeScripting(this.tabs, network, clock, this.events, isFirefox);
    this.cookies = new FakeCookies(this.permissions, () => this.tabs.all.map(({ id }) => id));
    this.api = this.#api(isFirefox);
  }

  /** What the worker finds under `browser`. */
  readonly api: object;

  /** The worker has died: nobody listens any more. */
  forgetWorker(): void {
    const { runtime, permissions } = this;
    const events: ReadonlyArray<{ forget(): void }> = [
      ...[runtime.onMessage, runtime.onInstalled, runtime.onStartup, this.alarms.onAlarm],
      ...[permissions.onAdded, permissions.onRemoved, this.tabs.onRemoved, this.storage.onChanged],
      ...[this.tabs.onActivated, this.tabs.onUpdated],
      ...[this.menus.onClicked, this.commands.onCommand, this.addressBar.onInputStarted],
      ...[this.addressBar.onInputChanged, this.addressBar.onInputEntered],
      ...[this.notifications.onClicked, this.onNavigationError, this.onRequestError],
    ];
    for (const event of events) event.forget();
  }

  readonly #openPopup = async (): Promise<void> => {
    if (this.popup === "rejects") throw new Error("openPopup requires a user gesture");
    this.popupsOpened += 1;
  };

  readonly #windows = {
    get: async () => ({ focused: this.isFocused }),
    update: async () => {
      this.isFocused = true;
    },
    create: async ({ url, incognito = false }: { url: string; incognito?: boolean }) =>
      void (incognito ? this.privateWindows : this.smallWindows).push(url),
  };

  #api(isFirefox: boolean): object {
    const { permissions, notifications, alarms, runtime, tabs, cookies, onNavigationError } = this;
    const openPopup = this.#openPopup;
    const windows = this.#windows;
    const hasPopup = () => this.popup !== "is-missing";
    const hasWindows = () => this.hasWindows;
    const badge = async ({ tabId, ...parts }: { tabId: number }) => void Object.assign(tabs.of(tabId).badge, parts);
    return {
      storage: this.storage,
      runtime,
      alarms,
      permissions,
      tabs: tabs.api,
      scripting: this.scripting.api,
      contextMenus: this.menus,
      omnibox: this.addressBar,
      commands: this.commands,
      declarativeNetRequest: this.rules.api,
      // A key and what is inserted is all that a test should know of a text.
      i18n: {
        getMessage: (key: string, args: readonly string[] = []) => [key, ...args].join(" "),
        getUILanguage: () => "en",
      },
      action: {
        setBadgeText: badge,
        setTitle: badge,
        setBadgeBackgroundColor: badge,
        setBadgeTextColor: async () => undefined,
        get openPopup() {
          return hasPopup() ? openPopup : undefined;
        },
        getBadgeText: async ({ tabId }: { tabId: number }) => tabs.of(tabId).badge.text,
      },
      get windows() {
        return hasWindows() ? windows : undefined;
      },
      get cookies() {
        return permissions.everHad("cookies") ? cookies.api : undefined;
      },
      management: { getAll: async () => this.extensions },
      // Two APIs are missing until they have been granted, and stay when that is taken back.
      get notifications() {
        return permissions.everHad("notifications") ? notifications : undefined;
      },
      ...(isFirefox
        ? {
            webRequest: { onErrorOccurred: this.onRequestError },
            captivePortal: { getState: async () => this.portal },
            sidebarAction: {
              open: async () => void this.panels.push(null),
              isOpen: async () => this.isSidebarOpen,
            },
          }
        : {
            sidePanel: { open: async ({ tabId }: { tabId: number }) => void this.panels.push(tabId) },
            get webNavigation() {
              return permissions.everHad("webNavigation") ? { onErrorOccurred: onNavigationError } : undefined;
            },
          }),
    };
  }
}
