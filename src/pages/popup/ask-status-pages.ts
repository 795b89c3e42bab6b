import { linkTargets } from "../../core/http/link.ts";
import { notSent } from "../../core/http/settled.ts";
import { mayBeNamed } from "../../core/places/request.ts";
import type { RequestOf } from "../../core/protocol/protocol.ts";
import { CATALOGUE_PATH, catalogueOf } from "../../core/status-pages/catalogue.ts";
import { type Candidate, statusPageCandidates } from "../../core/status-pages/discovery.ts";
import { maintenanceUntil } from "../../core/status-pages/relevance.ts";
import type { StatusQuestion } from "../../core/verdict/status-pages.ts";
import { packagedJson } from "../../platform/packaged-file.ts";
import { hasSite } from "../../platform/permissions.ts";
import { readSettings } from "../../platform/settings.ts";
import { askStatusPage } from "../../probes/status-page.ts";
import { registrableDomain } from "./registrable-domain.ts";

type Answers = Omit<RequestOf<"check/status-pages">, "tabId" | "checkId">;

async function candidatesFor(url: string, { links, linkFields }: StatusQuestion): Promise<readonly Candidate[]> {
  return statusPageCandidates({
    catalogue: catalogueOf(await packagedJson(CATALOGUE_PATH).catch(() => null)),
    host: new URL(url).hostname,
    registrableDomain: registrableDomain(url),
    links,
    mapping: (await readSettings()).statusPages,
    statusLinks: linkTargets(linkFields, "status").flatMap((target) =>
      URL.canParse(target, url) ? [new URL(target, url).href] : [],
    ),
  });
}

/** The first page that the user's leave would open; a mere guess only where something refused to be read. */
async function closedPage(candidates: readonly Candidate[], isBarred: boolean): Promise<string | null> {
  for (const { url, readable } of candidates) {
    if (isBarred ? readable && !(await hasSite(url)) : !readable) return url;
  }
  return null;
}

/**
 * Finds the status pages of a failing site and of the gateway before it, and asks them. `allowed` is a page that is
 * only linked as a rule, and that the user wants read. Loaded on demand: the worker has no room for the products.
 * Never rejects.
 */
export async function askStatusPages(url: string, question: StatusQuestion, allowed: string | null): Promise<Answers> {
  const found = await candidatesFor(url, question);
  const candidates = found.map((one) => (one.url === allowed ? { ...one, readable: true } : one));
  const isPublic = mayBeNamed(url);
  const host = new URL(url).hostname;
  // Of a private host nobody hears that somebody was there: without a page that was set for it there is no question.
  if (!isPublic && found.length === 0)
    return { site: notSent("not-needed"), gateway: notSent("not-needed"), url: null };
  const gatewayPage = isPublic ? question.gatewayPage : null;
  const [site, gateway] = await Promise.all([
    askStatusPage(candidates, host, registrableDomain),
    gatewayPage === null || candidates.length === 0
      ? notSent("not-needed")
      : askStatusPage([{ url: gatewayPage, source: "gateway", readable: true }], undefined, registrableDomain),
  ]);
  if (site.state === "ok" && site.value) {
    const end = maintenanceUntil(site.value, { host, gateway: null }, Date.now());
    return { site, gateway, url: site.value.url, ...(end === null ? {} : { maintenanceEnd: end }) };
  }
  const isBarred = site.state === "not-sent";
  const closed = isBarred || site.state === "ok" ? await closedPage(candidates, isBarred) : null;
  if (closed !== null) return { site: notSent("forbidden"), gateway, url: closed };
  const [first] = candidates;
  return { site, gateway, url: first && first.source !== "own-domain" ? first.url : null };
}
