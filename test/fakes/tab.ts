import { type DocumentParts, FakeDocument } from "./document.ts";

/** A tab as its user sees it. */
export interface FakeTab {
  readonly id: number;
  readonly windowId: number;
  readonly incognito: boolean;
  /** The container (Firefox). */
  readonly cookieStoreId: string | undefined;
  url: string;
  /** What stands in it; null until its first page has come. */
  document: FakeDocument | null;
  status: "loading" | "complete";
  /** Put to sleep by the browser. */
  discarded: boolean;
  active: boolean;
  lastAccessed: number;
  /** A click on the toolbar icon has let Faultline in. */
  isClicked: boolean;
  badge: { text: string; title: string; color: string };
  /** Dialogs that a load has raised, which bring the tab to the front and hold the load up. */
  readonly dialogs: Array<"repost" | "beforeunload">;
}

/** A new tab, and what stands in it. */
export type Opening = Partial<
  Pick<FakeTab, "id" | "windowId" | "incognito" | "active" | "discarded"> & DocumentParts
> & {
  readonly cookieStoreId?: string;
};

/** What stands on the icon of a tab of which nothing was said. */
export const NO_BADGE = { text: "", title: "", color: "" };

/** A tab at rest. */
export function newTab(id: number, { url = "about:blank", ...parts }: Opening, isFirefox: boolean): FakeTab {
  return {
    id,
    windowId: parts.windowId ?? 1,
    incognito: parts.incognito ?? false,
    cookieStoreId: parts.cookieStoreId,
    url,
    document: url === "about:blank" ? null : new FakeDocument({ ...parts, url }, isFirefox),
    status: "complete",
    discarded: parts.discarded ?? false,
    active: false,
    lastAccessed: 0,
    isClicked: false,
    badge: { ...NO_BADGE },
    dialogs: [],
  };
}
