/** One thing that left a browser: a request, or a connection over which nothing was asked (`method` is then ""). */
export interface Sighting {
  readonly scheme: "http" | "https";
  /** Without port. */
  readonly host: string;
  readonly method: string;
  /** Without query. */
  readonly path: string;
  /** Without the question mark; "" where there is none. */
  readonly query: string;
  /** Everything that could tell who asks: the fields `Cookie` and `Authorization`. */
  readonly cookie: string;
  /** Everything that tells from where: `Referer`, and `Origin` unless it is the extension's own or `null`. */
  readonly referrer: string;
  /** `navigate` for a page; what `Sec-Fetch-Mode` says otherwise, "" where the browser says nothing. */
  readonly mode: string;
  /** `Sec-Fetch-Dest`; "" where the browser says nothing. */
  readonly destination: string;
  readonly accept: string;
  readonly bodyBytes: number;
  /** The body as text, for looking up what it tells. */
  readonly body: string;
}
