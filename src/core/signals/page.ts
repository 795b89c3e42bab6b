/** What the failing document itself shows. Read on demand, at most 16 KB, kept in memory only. */
export interface PageContent {
  /** Start of the serialized document; markers are matched on it, it is never shown or stored. */
  readonly html: string;
  /** Bytes of cookies that scripts can see; HttpOnly ones are not among them. */
  readonly cookieBytes: number;
  /** Addresses of links in the document that may lead to a status page. */
  readonly links: readonly string[];
}

/** What a look at a tab finds. */
export type TabLook =
  | { readonly state: "gone" }
  /** The tab shows another address by now. */
  | { readonly state: "elsewhere" }
  /** No document yet to ask. */
  | { readonly state: "loading" }
  /** The browser's own error page stands in the tab: an empty 5xx answer, or no answer at all. */
  | { readonly state: "error-page" }
  /** Scripts may not run here: store pages, the browser's own pages, policy-blocked hosts. */
  | { readonly state: "unreadable" }
  /** The browser put the tab to sleep; it loads it anew once the user comes back to it. */
  | { readonly state: "asleep" }
  | {
      readonly state: "answered";
      readonly status: number;
      readonly startedAt: number;
      /** Another document is on its way into the tab. */
      readonly loading?: boolean;
    };
