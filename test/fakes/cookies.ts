import type { FakePermissions } from "./permissions.ts";

/** One that a site has set; of the ordinary jar and for all paths unless named. */
export interface FakeCookie {
  readonly name: string;
  /** With a dot before it for all hosts below, as browsers write it. */
  readonly domain: string;
  readonly path?: string;
  readonly storeId?: string;
}

interface Asked {
  readonly url: string;
  readonly storeId: string;
  readonly name?: string;
}

const hostOf = (cookie: FakeCookie): string => cookie.domain.replace(/^\./, "");

/** `browser.cookies`, which is there once it has been granted, and shows the cookies of hosts that are granted as well. */
export class FakeCookies {
  /** All that lie in the browser. */
  jar: FakeCookie[] = [];

  constructor(
    private readonly permissions: FakePermissions,
    private readonly tabIds: () => number[],
  ) {}

  readonly api = {
    getAllCookieStores: async () => [{ id: "0", tabIds: this.tabIds() }],
    getAll: async (asked: Asked) =>
      (await this.#found(asked)).map((cookie) => ({
        path: "/",
        storeId: "0",
        hostOnly: !cookie.domain.startsWith("."),
        ...cookie,
      })),
    remove: async (asked: Asked) => {
      const gone = await this.#found(asked);
      this.jar = this.jar.filter((cookie) => !gone.includes(cookie));
    },
  };

  async #found({ url, storeId, name }: Asked): Promise<FakeCookie[]> {
    if (!(await this.permissions.contains({ permissions: ["cookies"] }))) throw new Error("no permission for cookies");
    const { hostname, pathname } = new URL(url);
    return this.jar.filter((cookie) => {
      const isOfHost = cookie.domain.startsWith(".")
        ? `.${hostname}`.endsWith(cookie.domain)
        : cookie.domain === hostname;
      const isOurs = (cookie.storeId ?? "0") === storeId && (name === undefined || cookie.name === name);
      const isShown = this.permissions.covers(`https://${hostOf(cookie)}/`);
      return isOfHost && isOurs && isShown && pathname.startsWith(cookie.path ?? "/");
    });
  }
}
