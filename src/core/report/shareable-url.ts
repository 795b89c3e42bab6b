import type { CheckView } from "../verdict/view.ts";

/**
 * The address as it may be shown to others: no query string, no fragment, no user name or password,
 * since any of them can carry a secret. "" when it is no address at all.
 */
export function shareableUrl(url: string): string {
  if (!URL.canParse(url)) return "";
  const { protocol, host, pathname } = new URL(url);
  return `${protocol}//${host}${pathname}`;
}

/** The address by which an archive is asked: of one that must not be repeated the front page's. */
export const archivedAddress = (url: string, repeatable: boolean): string =>
  shareableUrl(repeatable ? url : new URL("/", url).href);

interface ShareableAddress {
  readonly url: string;
  /** The path is left out too. */
  readonly isCut: boolean;
}

/** The address of a check as it may be shown to others: of one that may work only once the origin alone. */
export function shareableAddress({ url, worksOnce }: Pick<CheckView, "url" | "worksOnce">): ShareableAddress {
  const whole = shareableUrl(url);
  if (!worksOnce || whole === "") return { url: whole, isCut: false };
  const origin = new URL("/", whole).href;
  return { url: origin, isCut: origin !== whole };
}
