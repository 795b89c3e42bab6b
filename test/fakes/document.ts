import type { CardView } from "../../src/core/protocol/card.ts";
import { type FakeAnswer, SOME_PAGE } from "./network.ts";
import { PageRealm } from "./page-realm.ts";

export type Method = "GET" | "POST";

/** How a document came, and what it lets scripts see. Moments in milliseconds since the Unix epoch. */
export interface DocumentParts {
  readonly url: string;
  /** `page`: scripts run. `error-page`: the browser's own, for what it could not show. `closed`: no script may run. `silent`: it stands in a dialog and never answers. */
  readonly kind?: "page" | "error-page" | "closed" | "silent";
  readonly status?: number;
  readonly startedAt?: number;
  readonly type?: "navigate" | "reload";
  /** How it was asked for, redirects included. */
  readonly methods?: readonly Method[];
  /** Names in its site's own Server-Timing. */
  readonly serverTiming?: readonly string[];
  readonly html?: string;
  readonly cookie?: string;
  readonly links?: readonly string[];
  /** The site's own service worker controls the page; it also answered where `workerStart` is above 0. */
  readonly controlled?: boolean;
  readonly workerStart?: number;
  readonly deliveryType?: "" | "cache" | "cache-storage";
  readonly resources?: ReadonlyArray<{ name: string; responseStatus: number; initiatorType?: string }>;
  /** Frames in the page; of those that are `closed` no script sees more than that they stand there. */
  readonly frames?: ReadonlyArray<Pick<DocumentParts, "kind">>;
}

/** One document in a tab. */
export class FakeDocument {
  readonly url: string;
  readonly kind: NonNullable<DocumentParts["kind"]>;
  readonly status: number;
  readonly startedAt: number;
  /** The methods of all requests on the way to it; the last one's answer stands there. */
  readonly methods: readonly Method[];
  /** The names in its Server-Timing. */
  readonly serverTiming: string[];
  readonly frames: readonly FakeDocument[];
  /** Files that the extension has put into it. */
  readonly injected: string[] = [];
  /** The card that stands in it. */
  card: CardView | null = null;
  /** The browser asks "Leave this page?" before it loads anything else. */
  asks = false;
  readonly #realms = new Map<string, PageRealm>();

  constructor(
    readonly parts: DocumentParts,
    readonly isFirefox: boolean,
  ) {
    this.url = parts.url;
    this.kind = parts.kind ?? "page";
    this.status = parts.status ?? 200;
    this.startedAt = parts.startedAt ?? Date.now();
    this.methods = parts.methods ?? ["GET"];
    this.serverTiming = [...(parts.serverTiming ?? [])];
    this.frames = (parts.frames ?? []).map((frame) => new FakeDocument({ url: parts.url, ...frame }, isFirefox));
  }

  get method(): Method {
    return this.methods.at(-1) ?? "GET";
  }

  /** What scripts of the extension see (`ISOLATED`), or those of the page itself (`MAIN`). */
  realm(world: "ISOLATED" | "MAIN"): PageRealm {
    const known = this.#realms.get(world) ?? new PageRealm(this);
    this.#realms.set(world, known);
    return known;
  }

  /** The user enters something: into a field that stays, or into an editor that a script empties again. */
  type(text: string, { gone = false } = {}): void {
    for (const world of ["ISOLATED", "MAIN"] as const) this.realm(world).type(text, gone);
  }

  /** Somebody listens for the user's input. */
  get isHeard(): boolean {
    return this.realm("ISOLATED").listensTo("input");
  }

  /** The page asks before it is left, and the user has done something in it. */
  askBeforeLeaving(): void {
    this.asks = true;
    this.realm("MAIN").askBeforeLeaving();
  }

  private get isThroughWorker(): boolean {
    const { controlled = false, workerStart = 0 } = this.parts;
    return this.isFirefox ? controlled : workerStart > 0;
  }

  /** The entry that Navigation Timing has of it. Firefox knows no `deliveryType`, and `workerStart` is always 0 there. */
  navigationEntry() {
    const { type = "navigate", workerStart = 0, deliveryType = "" } = this.parts;
    return {
      responseStatus: this.kind === "error-page" ? 0 : this.status,
      type,
      fetchStart: 0,
      requestStart: 1,
      responseStart: 31,
      nextHopProtocol: this.isThroughWorker ? "" : "h2",
      transferSize: this.isFirefox && this.isThroughWorker ? 0 : deliveryType === "" ? 712 : 0,
      serverTiming: this.serverTiming.map((name) => ({ name, duration: 0, description: "" })),
      workerStart: this.isFirefox ? 0 : workerStart,
      ...(this.isFirefox ? {} : { deliveryType }),
    };
  }

  /** What the sentinel says of it; null where it has not failed. */
  failure(): { entry: string } | null {
    if (this.kind !== "page" || this.status < 500 || this.status > 599) return null;
    const entry = this.navigationEntry();
    const controlled = this.parts.controlled ?? false;
    return { entry: JSON.stringify({ entry, timeOrigin: this.startedAt, controlled }) };
  }
}

/** The document that an answer of the network becomes in a tab. */
export function documentOf(answer: FakeAnswer, parts: DocumentParts, isFirefox: boolean): FakeDocument {
  const status = answer.status ?? 200;
  // Firefox shows a blank page.
  const isReplaced = !isFirefox && status >= 400 && answer.body === "";
  return new FakeDocument(
    { status, html: answer.body ?? SOME_PAGE, ...(isReplaced ? { kind: "error-page" as const } : {}), ...parts },
    isFirefox,
  );
}
