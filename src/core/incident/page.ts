/** What a look at a tab finds. */
export type TabLook =
  | { readonly state: "gone" }
  /** The tab shows another address by now. */
  | { readonly state: "another-page" }
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
