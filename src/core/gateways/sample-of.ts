import type { Response } from "../http/answer.ts";
import type { PageContent } from "../http/page-content.ts";
import type { Sample } from "./gateway.ts";

const samples = new WeakMap<Response | PageContent, Sample>();
const NO_HEADERS: Sample["headers"] = [];

/** The sample made before of the same thing, unless it was asked for otherwise. */
function kept(of: Response | PageContent, sample: Sample): Sample {
  const known = samples.get(of);
  if (known && known.status === sample.status && known.scheme === sample.scheme) return known;
  samples.set(of, sample);
  return sample;
}

const schemeOf = (url: string): "http" | "https" => (/^https:/i.test(url) ? "https" : "http");

/**
 * An answer as a sample; `url` is the address that was asked for. The same answer gives the same object every time, so
 * that its writer is looked for once, however many checks ask.
 */
export const sampleOf = (answer: Response, url: string): Sample =>
  kept(answer, { status: answer.status, headers: answer.headers, body: answer.body, scheme: schemeOf(url) });

/** The document of a tab, which was answered with this status, as a sample: the same object every time, as of an answer. */
export const sampleOfPage = (page: PageContent, status: number, url: string): Sample =>
  kept(page, { status, headers: NO_HEADERS, body: page.html, scheme: schemeOf(url) });
