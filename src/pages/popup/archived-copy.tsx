import { shareableUrl } from "../../core/report/shareable-url.ts";
import { text } from "../ui/text.tsx";

/** Leads to the newest copy it has. Nobody is asked before the click. */
const ARCHIVE = "https://web.archive.org/web/2/";

interface Props {
  readonly url: string;
  /** An address that works once tells the archive nothing but the site. */
  readonly repeatable: boolean;
}

/** Opens the newest saved copy of the page, without the part of its address that may carry secrets. */
export function ArchivedCopy({ url, repeatable }: Props) {
  const address = shareableUrl(repeatable ? url : new URL("/", url).href);
  return (
    <p class="archived">
      <a
        class="button"
        data-action="archived-copy"
        href={ARCHIVE + address}
        target="_blank"
        rel="noopener noreferrer"
        referrerpolicy="no-referrer"
      >
        {text("action_archived_copy")}
      </a>
      <span class="muted">{text("ui_archived_sends")}</span>
    </p>
  );
}
