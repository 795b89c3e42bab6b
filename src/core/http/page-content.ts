/** No more of an answer's body, or of a document, is ever held: bytes of a body that is read, characters of a text. */
export const LONGEST_BODY = 16 * 1024;

/** What the failing document itself shows. Read on demand, at most 16 KB, kept in memory only. */
export interface PageContent {
  /**
   * Start of the serialized document, with the beginnings alone of what nobody reads where that would fill it. Markers are
   * matched on it; it is never shown or stored.
   */
  readonly html: string;
  /** Bytes of cookies that scripts can see; HttpOnly ones are not among them. */
  readonly cookieBytes: number;
  /** Addresses of links in the document that may lead to a status page. */
  readonly links: readonly string[];
}
