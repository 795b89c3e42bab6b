import { SideIcon } from "../ui/side-icon.tsx";
import { text } from "../ui/text.tsx";
import type { Scene } from "./performance.ts";
import { PAGE } from "./recording.ts";

/** The tab that the rehearsal is about, drawn: the page before it failed, the gateway's error, and the page again. */
export function MockPage({ page }: { readonly page: Scene["page"] | "before" }) {
  return (
    <figure class="mock" data-page={page}>
      <figcaption class="mock-bar">
        <span class="unseen">{text("rehearsal_tab")} </span>
        <bdi>{PAGE.replace("https://", "")}</bdi>
      </figcaption>
      <div class="mock-page">
        {page === "before" || page === "back" ? (
          <>
            <SideIcon mood={page === "back" ? "back" : "plain"} />
            <p class="mock-title">{text("rehearsal_page")}</p>
            <p class="muted">{text(page === "back" ? "rehearsal_page_back" : "rehearsal_page_works")}</p>
          </>
        ) : null}
        {page === "failing" ? (
          <>
            {/* The error page's own words, which no browser translates. */}
            <p class="mock-title" lang="en" dir="ltr">
              502 Bad Gateway
            </p>
            <p class="muted" lang="en" dir="ltr">
              nginx/1.24.0
            </p>
          </>
        ) : null}
        {page === "loading" ? <p class="muted">{text("rehearsal_page_loading")}</p> : null}
      </div>
    </figure>
  );
}
