import { FakeEvent } from "./event.ts";

interface Asked {
  readonly origins?: readonly string[];
  readonly permissions?: readonly string[];
  /** Firefox: what may be sent to others. */
  readonly data_collection?: readonly string[];
}

/** All that the one prompt for automatic mode asks for. */
export const AUTOMATIC = {
  origins: ["<all_urls>"],
  permissions: ["notifications", "webNavigation", "declarativeNetRequestFeedback"],
} as const satisfies Asked;

/** Whether all that one match pattern of whole hosts covers is covered by another. */
function isWithin(inner: string, outer: string): boolean {
  if (outer === "<all_urls>" || outer === inner) return true;
  return outer.startsWith("*://") && /^https?:/.test(inner) && inner.endsWith(outer.slice(1));
}

/** What the user has granted. */
export class FakePermissions {
  readonly onAdded = new FakeEvent<[Asked]>();
  readonly onRemoved = new FakeEvent<[Asked]>();
  readonly #origins = new Set<string>();
  readonly #permissions = new Set<string>();
  readonly #consent = new Set<string>();
  readonly #ever = new Set<string>();
  #latest: { readonly origins: readonly string[]; readonly at: number } = { origins: [], at: 0 };

  /** The user grants something; whoever listens hears it. */
  grant({ origins = [], permissions = [], data_collection = [] }: Asked): void {
    for (const origin of origins) this.#origins.add(origin);
    for (const permission of permissions) this.#permissions.add(permission);
    for (const permission of permissions) this.#ever.add(permission);
    for (const data of data_collection) this.#consent.add(data);
    this.#latest = { origins, at: Date.now() };
    this.onAdded.fire({ origins, permissions, data_collection });
  }

  /** The user takes something back. */
  revoke({ origins = [], permissions = [], data_collection = [] }: Asked): void {
    for (const origin of origins) this.#origins.delete(origin);
    for (const permission of permissions) this.#permissions.delete(permission);
    for (const data of data_collection) this.#consent.delete(data);
    this.#latest = { origins: [], at: 0 };
    this.onRemoved.fire({ origins, permissions, data_collection });
  }

  /** Whether a grant lets Faultline into a page; no grant covers the browser's own pages and files. */
  covers(url: string): boolean {
    if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) return false;
    const { protocol, hostname } = new URL(url);
    return this.#isGranted(`${protocol}//${hostname}/*`);
  }

  /** As both browsers compare patterns: a grant for one scheme holds for nothing that asks for both (Chromium, measured). */
  #isGranted(asked: string): boolean {
    return [...this.#origins].some((granted) => isWithin(asked, granted));
  }

  readonly contains = async ({ origins = [], permissions = [], data_collection = [] }: Asked): Promise<boolean> =>
    origins.every((origin) => this.#isGranted(origin)) &&
    permissions.every((permission) => this.#permissions.has(permission)) &&
    data_collection.every((data) => this.#consent.has(data));

  /** What the user says to a prompt of the browser's. */
  answer: "yes" | "no" = "yes";
  /** An administrator has fixed what is granted: the browser takes nothing of it back. */
  isFixed = false;

  readonly request = async (asked: Asked): Promise<boolean> => {
    if (this.answer === "yes") this.grant(asked);
    return this.answer === "yes";
  };

  readonly getAll = async () => ({ origins: [...this.#origins], permissions: [...this.#permissions] });

  /**
   * Faultline gives something back: what is there of it goes, whatever else was never granted (Firefox's source says so).
   * With both schemes of a host goes a grant for one of them, and with nothing at all the sites that the user is granting at
   * that moment (Chromium, measured).
   */
  readonly remove = async ({ origins = [], permissions = [] }: Asked): Promise<boolean> => {
    if (this.isFixed) throw new Error("You cannot remove required permissions.");
    const had = {
      origins: [...this.#origins].filter((granted) => origins.some((origin) => isWithin(granted, origin))),
      permissions: permissions.filter((permission) => this.#permissions.has(permission)),
    };
    if (had.origins.length + had.permissions.length > 0) this.revoke(had);
    else if (this.#latest.at === Date.now() && this.#latest.origins.length > 0) this.revoke(this.#latest);
    return true;
  };

  /** An API that was granted once stays where it is (measured), whatever has been taken back. */
  everHad(permission: string): boolean {
    return this.#ever.has(permission);
  }
}
