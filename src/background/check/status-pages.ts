import type { HeaderList } from "../../core/http/fields.ts";
import { linkTargets } from "../../core/http/link.ts";
import { notSent } from "../../core/http/settled.ts";
import type { Signals } from "../../core/incident/signals.ts";
import { mayBeNamed } from "../../core/places/request.ts";
import { CATALOGUE_PATH, catalogueOf } from "../../core/status-pages/catalogue.ts";
import { type Candidate, statusPageCandidates } from "../../core/status-pages/discovery.ts";
import type { StatusAnswers } from "../../core/status-pages/model.ts";
import { gatewayPageOf } from "../../core/verdict/status-pages.ts";
import { gatewayOf } from "../../core/writer/writer.ts";
import { packagedJson } from "../../platform/packaged-file.ts";
import { hasSite } from "../../platform/permissions.ts";
import { type DomainOf, registrableDomains } from "../../platform/registrable-domain.ts";
import { readSettings } from "../../platform/settings.ts";
import { askStatusPage } from "../../probes/status-page.ts";

type Known = Pick<Signals, "incident" | "page" | "anonymous">;

const headersOf = ({ anonymous }: Known): HeaderList =>
  anonymous.state === "ok" && anonymous.value.kind === "response" ? anonymous.value.headers : [];

async function candidatesFor(known: Known, domainOf: DomainOf): Promise<readonly Candidate[]> {
  const { url } = known.incident;
  const [catalogue, { statusPages }] = await Promise.all([
    packagedJson(CATALOGUE_PATH).catch(() => null),
    readSettings(),
  ]);
  return statusPageCandidates({
    catalogue: catalogueOf(catalogue),
    host: new URL(url).hostname,
    registrableDomain: domainOf(url),
    links: known.page.state === "ok" ? known.page.value.links : [],
    mapping: statusPages,
    statusLinks: linkTargets(headersOf(known), "status").flatMap((target) =>
      URL.canParse(target, url) ? [new URL(target, url).href] : [],
    ),
  });
}

/** The page that the user has given leave for comes first; a check that ended long ago no longer knows what named it. */
function withGranted(candidates: readonly Candidate[], granted: string | null): readonly Candidate[] {
  if (granted === null) return candidates;
  const { source = "link" } = candidates.find(({ url }) => url === granted) ?? {};
  return [{ url: granted, source, readable: true }, ...candidates.filter(({ url }) => url !== granted)];
}

/** The first page that the user's leave would open; a mere guess only where something refused to be read. */
async function closedPage(candidates: readonly Candidate[], isBarred: boolean): Promise<string | null> {
  for (const { url, readable } of candidates) {
    if (isBarred ? readable && !(await hasSite(url)) : !readable) return url;
  }
  return null;
}

/**
 * Finds the status pages of a failing site and of the gateway before it, and asks them. `granted` is a page that is
 * only linked as a rule, and that the user wants read.
 */
export async function askStatusPages(signals: Signals, granted: string | null): Promise<StatusAnswers> {
  const { url } = signals.incident;
  const domainOf = await registrableDomains();
  const found = await candidatesFor(signals, domainOf);
  const candidates = withGranted(found, granted);
  const isPublic = mayBeNamed(url);
  const host = new URL(url).hostname;
  // Of a private host nobody hears that somebody was there: without a page that was set for it there is no question.
  if (!isPublic && candidates.length === 0) {
    return { site: notSent("not-needed"), gateway: notSent("not-needed"), url: null };
  }
  const gatewayPage = isPublic ? gatewayPageOf(gatewayOf(signals)) : null;
  const [site, gateway] = await Promise.all([
    askStatusPage(candidates, host, domainOf),
    gatewayPage === null || candidates.length === 0
      ? notSent("not-needed")
      : askStatusPage([{ url: gatewayPage, source: "gateway", readable: true }], undefined, domainOf),
  ]);
  if (site.state === "ok" && site.value) return { site, gateway, url: site.value.url };
  const isBarred = site.state === "not-sent";
  const closed = isBarred || site.state === "ok" ? await closedPage(candidates, isBarred) : null;
  if (closed !== null) return { site: notSent("forbidden"), gateway, url: closed };
  const [first] = candidates;
  return { site, gateway, url: first && first.source !== "own-domain" ? first.url : null };
}
