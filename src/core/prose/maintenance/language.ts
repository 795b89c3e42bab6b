/**
 * How one language speaks of maintenance, as sources of patterns for text in lower case. Ordinary words of the
 * languages; whole words, for "Wartung" also stands in "Erwartungen".
 */
export interface MaintenanceLanguage {
  /** The work itself. By itself in a heading it is an announcement. */
  readonly work: string;
  /** What says that the work is under way: beside the work, for both together are an announcement. */
  readonly underWay: string;
  /** What may stand beside the work in a heading that says nothing else. */
  readonly beside?: string;
  /** "Or": work that is one of two reasons is announced by nobody. */
  readonly or: string;
  /** "After" and "since", right before the work, where they are words of this language alone. */
  readonly after?: string;
  /** Beside these the work is another matter: a page of news, a policy, a thing done every hour. */
  readonly unless?: string;
  /** The script puts no spaces between words. */
  readonly unspaced?: true;
}
