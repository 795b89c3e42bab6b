import type { Answer, Meaning } from "../http/answer.ts";
import type { PageContent } from "../http/page-content.ts";
import type { Settled } from "../http/settled.ts";
import type { ReloadOutcome } from "../incident/reload.ts";
import type { WayOut } from "../incident/signals.ts";
import type { StatusAnswers } from "../status-pages/model.ts";

/** What a check can ask. Each is one act, and brings one answer. */
export type Question =
  /** The document in the tab. */
  | { readonly of: "page" }
  /** The failing address, as a stranger. Who asks for it at the same time shares the answer. */
  | { readonly of: "stranger"; readonly url: string }
  /** The site's front page, the same way. */
  | { readonly of: "front-page"; readonly url: string }
  /** The failing address as a stranger once more, with a field Accept of this value; null for what browsers accept. */
  | { readonly of: "repetition"; readonly url: string; readonly accept: string | null }
  /** The failing address through the site's own service worker, from inside the tab. */
  | { readonly of: "page-worker"; readonly url: string }
  /** The way to the internet. */
  | { readonly of: "way-out" }
  /** The status pages of the site and of its gateway; `granted` is a page that the user has given leave for. */
  | { readonly of: "status-pages"; readonly granted: string | null }
  /** Whether the tab's plan loads the page again, for strangers are answered so by now, so many times in a row. */
  | { readonly of: "plan"; readonly meaning: Meaning; readonly times: number };

/** What a question is about. */
export type Topic = Question["of"];

/** The answer to a question. */
export type Reply =
  | { readonly to: "page"; readonly settled: Settled<PageContent> }
  | { readonly to: "stranger" | "front-page" | "repetition" | "page-worker"; readonly settled: Settled<Answer> }
  | { readonly to: "way-out"; readonly settled: Settled<WayOut> }
  | { readonly to: "status-pages"; readonly answers: StatusAnswers }
  /** What the plan's load showed, this one or one of a moment ago; null where it showed nothing, or there was none. */
  | { readonly to: "plan"; readonly reload: ReloadOutcome | null };

/** What a check waits for: the time before a repetition, the site's header fields, its own end. */
export type Wait = "repetition" | "headers" | "patience";
