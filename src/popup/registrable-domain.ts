/**
 * The domain that a site's owner registered ("shop.example" of "www.shop.example"), where its status
 * page is looked for; null for addresses without one. The public suffix list behind it is large, so it is
 * loaded on demand: after the first paint, and never by the worker.
 */
export async function registrableDomain(url: string | null): Promise<string | null> {
  if (url === null) return null;
  try {
    const { getDomain } = await import("tldts");
    return getDomain(url, { allowPrivateDomains: true });
  } catch {
    return null;
  }
}
