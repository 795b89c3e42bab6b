/** What requests differ in. */
type Question = Pick<RequestInit, "method" | "headers" | "body" | "mode"> & {
  /** Ends the waiting: a request that nobody ends holds up a verdict, and outlives the worker that wants it. */
  readonly signal: AbortSignal;
  /** `manual` unless named; whoever names another says why beside it. */
  readonly redirect?: RequestRedirect;
};

/**
 * The one way to the network. A request says nothing about the user: it carries no cookies, though the browser has
 * some, and no referrer. It goes past the browser's cache, so that what answers is there now. A redirect is seen but
 * not followed, for a hostile page could lead it into the local network. A GET unless named. Rejects as `fetch` does.
 */
export const bareFetch = (
  url: string | URL,
  { method = "GET", redirect = "manual", ...differs }: Question,
): Promise<Response> =>
  fetch(url, {
    ...differs,
    method,
    redirect,
    credentials: "omit",
    cache: "no-store",
    referrerPolicy: "no-referrer",
  });

/**
 * The same from inside a page, for `inPage`: it runs there, so it stands alone, and the site's own service worker may
 * answer. The page's own referrer policy holds, since the site asks itself. Null where nothing answers in `patience`
 * milliseconds.
 */
export async function bareFetchInPage(
  url: string,
  patience: number,
): Promise<{ status: number; redirected: boolean } | null> {
  try {
    const response = await fetch(url, {
      credentials: "omit",
      cache: "no-store",
      redirect: "manual",
      signal: AbortSignal.timeout(patience),
    });
    response.body?.cancel();
    return { status: response.status, redirected: response.type === "opaqueredirect" };
  } catch {
    return null;
  }
}
