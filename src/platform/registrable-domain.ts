import list from "@gorhill/publicsuffixlist";
import { bytesOf } from "../core/http/address.ts";
import { packagedJson } from "./packaged-file.ts";

/** Where the public suffix list lies in the package; the build writes it (`scripts/public-suffixes.ts`). */
const LIST_PATH = "public-suffixes.json";

/** Tells the domain of an address that its owner registered. */
export type DomainOf = (url: string) => string | null;

const domainOf: DomainOf = (url) => {
  const name = new URL(url).hostname.replace(/\.$/, "");
  return bytesOf(name) === null ? list.getDomain(name) || null : null;
};

/** Where the list cannot be read nothing is known to be anybody's own. */
const nobodys: DomainOf = () => null;

let reading: Promise<DomainOf> | null = null;

async function read(): Promise<DomainOf> {
  const isRead = list.fromSelfie(await packagedJson(LIST_PATH));
  return isRead ? domainOf : nobodys;
}

/**
 * Reads the public suffix list from the package, once in the life of this page or worker, and gives what tells the
 * registrable domain: "shop.example" of "https://www.shop.example/", null for an address without one. Suffixes under
 * which anybody may register count, those of hosting companies (github.io) among them. The list is large, so nobody
 * pays for it who does not ask; never rejects.
 */
export function registrableDomains(): Promise<DomainOf> {
  reading ??= read().catch(() => nobodys);
  return reading;
}
