/**
 * The address as it may be shown to others: no query string, no fragment, no user name or password,
 * since any of them can carry a secret. "" when it is no address at all.
 */
export function shareableUrl(url: string): string {
  if (!URL.canParse(url)) return "";
  const { protocol, host, pathname } = new URL(url);
  return `${protocol}//${host}${pathname}`;
}
