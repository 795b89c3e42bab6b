import { notSent, type Settled } from "../core/http/settled.ts";
import { decode } from "../core/status-pages/decode.ts";
import type { Candidate } from "../core/status-pages/discovery.ts";
import { endpointsOf, productAt, productOf, reportFrom } from "../core/status-pages/index.ts";
import type { StatusReport } from "../core/status-pages/model.ts";
import type { Material, StatusProduct } from "../core/status-pages/product.ts";
import { statuspage } from "../core/status-pages/statuspage.ts";
import { hasSite } from "../platform/permissions.ts";
import { ActFailed, settle } from "./act.ts";
import { bareFetch } from "./bare-fetch.ts";
import { readPieces } from "./bounded-body.ts";

/** For all requests together, so that a page that hangs cannot hold up the verdict. */
const PATIENCE_MS = 6_000;
/** Summaries with their whole history stay below this; a longer one is cut, and so fails to parse. */
const LONGEST_SUMMARY = 1_000_000;
/** Products give themselves away in their document's head, or in the scripts soon after it. */
const LONGEST_HTML = 64 * 1024;
const MOST_PAGES = 2;
/** For one page: the common summary, the document, and two endpoints of the product that wrote it; and one more for luck. */
const MOST_REQUESTS = 6;

type DomainOf = (url: string) => string | null;

/**
 * Asks the site's status page, naming nothing but the host that is asked. Candidates that may not be fetched
 * are left to the user as links. `null` when none is known, or when the guessed host does not exist; not sent
 * (`forbidden`) when a grant for the host may be all that is missing. `host` is the failing page's; it is not sent.
 * `domainOf` tells the registrable domain of an address, on which a page's own links must lie.
 */
export async function askStatusPage(
  candidates: readonly Candidate[],
  host = "",
  domainOf: DomainOf = () => null,
): Promise<Settled<StatusReport | null>> {
  const readable = candidates.filter((candidate) => candidate.readable).slice(0, MOST_PAGES);
  const visit = new Visit(host, domainOf);
  const settled = await settle(async () => {
    for (const { url } of readable) {
      const report = await ask(visit, new URL(url));
      if (report) return report;
    }
    // Something stands there that cannot be read, which is not the same as nothing; only the guess may be at fault.
    if (visit.hasAnswer) throw new ActFailed("malformed");
    if (readable.some(({ source }) => source !== "own-domain")) throw new ActFailed("network");
    return null;
  });
  const isBarred = settled.state === "failed" && visit.refused !== null && !(await hasSite(visit.refused));
  return isBarred ? notSent("forbidden") : settled;
}

/**
 * The order of asking: a board that its address gives away is asked alone. Any other page is asked for the summary
 * of the most common product, which many others imitate; then for its document, which names its product or links
 * to a feed; then for what that product serves. A host that does not answer is asked once.
 */
async function ask(visit: Visit, page: URL): Promise<StatusReport | null> {
  const known = productAt(page);
  if (known) {
    const report = await askProduct(visit, known, page, "");
    // A board that nobody may read, or that has moved, is only linked.
    if (report || endpointsOf(known, page, "").length > 0) return report;
    if (known.marks === undefined) {
      visit.hasAnswer = true;
      return null;
    }
  }
  const answers = await visit.get(endpointsOf(statuspage, page, ""), "application/json", LONGEST_SUMMARY);
  const report = answers === null ? null : reportFrom(statuspage, materialOf(visit, page, "", answers));
  if (answers === null || report) return report;
  const [html] = (await visit.get([page.href], "text/html", LONGEST_HTML)) ?? [];
  return html ? askProduct(visit, known ?? productOf(html), page, html) : null;
}

async function askProduct(visit: Visit, product: StatusProduct, page: URL, html: string): Promise<StatusReport | null> {
  const answers = await visit.get(endpointsOf(product, page, html), "application/json, */*;q=0.5", LONGEST_SUMMARY);
  return answers && reportFrom(product, materialOf(visit, page, html, answers));
}

const materialOf = ({ host, domainOf }: Visit, page: URL, html: string, answers: readonly string[]): Material => ({
  page,
  html,
  answers,
  host,
  domain: domainOf(page.href),
  siteDomain: host === "" ? null : domainOf(`https://${host}/`),
});

/** The requests of one act, counted and bounded together. */
class Visit {
  hasAnswer = false;
  /** An address that gave nothing away: without a grant for its host, that is what a page looks like that is not shared. */
  refused: string | null = null;
  #left = MOST_REQUESTS;
  readonly #ends = performance.now() + PATIENCE_MS;
  readonly #signal = AbortSignal.timeout(PATIENCE_MS);

  constructor(
    readonly host: string,
    readonly domainOf: DomainOf,
  ) {}

  /** Texts of all answers, "" for any that is no success; null when none of the hosts answers. */
  async get(urls: readonly string[], accept: string, limit: number): Promise<readonly string[] | null> {
    const texts = await Promise.all(urls.map((url) => this.#one(url, accept, limit)));
    if (texts.some((text) => text !== null)) this.hasAnswer = true;
    else if (urls.length > 0) return null;
    return texts.map((text) => text ?? "");
  }

  async #one(url: string, accept: string, limit: number): Promise<string | null> {
    if (this.#left === 0) return null;
    this.#left -= 1;
    try {
      const response = await bareFetch(url, { headers: { accept }, signal: this.#signal });
      if (!response.ok) return "";
      const { pieces } = await readPieces(response, limit, Math.max(0, this.#ends - performance.now()));
      const bytes = new Uint8Array(await new Blob(pieces as BlobPart[]).arrayBuffer());
      return decode(bytes, response.headers.get("content-type") ?? "");
    } catch (error) {
      if (error instanceof TypeError) this.refused ??= url;
      return null;
    }
  }
}
