import { foreignText } from "../../core/foreign-text.ts";

/** What is no address of the web is text; more of it helps nobody. */
const MOST_SHOWN = 300;

interface Props {
  readonly url: string;
}

/** A link out of the extension, or plain text when the address, which may come from a page, is not http or https. */
export function ExternalLink({ url }: Props) {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (parsed?.protocol !== "https:" && parsed?.protocol !== "http:") return <bdi>{foreignText(url, MOST_SHOWN)}</bdi>;
  return (
    <a href={parsed.href} target="_blank" rel="noopener noreferrer">
      <bdi>{parsed.host}</bdi>
    </a>
  );
}
