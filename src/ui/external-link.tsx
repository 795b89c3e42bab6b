interface Props {
  readonly url: string;
}

/** A link out of the extension, or plain text when the address, which may come from a page, is not http or https. */
export function ExternalLink({ url }: Props) {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (parsed?.protocol !== "https:" && parsed?.protocol !== "http:") return <bdi>{url}</bdi>;
  return (
    <a href={parsed.href} target="_blank" rel="noopener noreferrer">
      <bdi>{parsed.host}</bdi>
    </a>
  );
}
