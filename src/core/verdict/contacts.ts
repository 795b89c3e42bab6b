import type { Signals } from "../incident/signals.ts";

/** Where a site's own pages ask to be told of trouble. All of it is a stranger's word: shown before it is used. */
export interface Contacts {
  readonly mail: string | null;
  /** A repository whose issues anybody may open. */
  readonly repository: Repository | null;
}

/** Hosts that open a new issue with a text in it, given by the address. */
const HOSTS = ["github.com", "gitlab.com", "codeberg.org"] as const;

export interface Repository {
  readonly host: (typeof HOSTS)[number];
  /** `owner/name`. */
  readonly name: string;
}

/** First parts of paths at these hosts that are no owners. */
const NO_OWNERS =
  /^(about|apps|collections|contact|customer-stories|dashboard|enterprise|explore|features|help|login|marketplace|notifications|orgs|pricing|readme|search|security|settings|site|sponsors|topics|users)$/i;
const PART = /^[\w.-]{1,100}$/;
/** Latin letters only: an address in look-alikes of them is nobody's that a reader could tell. */
const MAIL = /^[\w.+-]{1,64}@[a-z0-9][a-z0-9.-]{0,190}\.[a-z]{2,24}$/i;

function mailIn(link: string): string[] {
  if (!/^mailto:/i.test(link) || !URL.canParse(link)) return [];
  try {
    const address = decodeURIComponent(new URL(link).pathname).trim();
    return MAIL.test(address) ? [address] : [];
  } catch {
    return [];
  }
}

function repositoryIn(link: string): Repository[] {
  if (!URL.canParse(link)) return [];
  const { protocol, hostname, pathname } = new URL(link);
  const host = HOSTS.find((one) => one === hostname.replace(/^www\./, ""));
  const [owner = "", name = ""] = pathname.split("/").slice(1);
  const bare = name.replace(/\.git$/, "");
  if (!host || protocol !== "https:" || !PART.test(owner) || !PART.test(bare) || NO_OWNERS.test(owner)) return [];
  return [{ host, name: `${owner}/${bare}` }];
}

/** The only one there is: of several nobody can tell which is meant. */
const only = <T>(found: readonly T[], idOf: (one: T) => string): T | null =>
  new Set(found.map(idOf)).size === 1 ? (found[0] ?? null) : null;

/** What links of a page name as contacts; of several mail addresses or repositories none. */
export function contactsIn(links: readonly string[]): Contacts {
  return {
    mail: only(links.flatMap(mailIn), (address) => address.toLowerCase()),
    repository: only(links.flatMap(repositoryIn), ({ host, name }) => `${host}/${name}`.toLowerCase()),
  };
}

const LINK = /\shref=["']([^"'<>]{1,300})["']/gi;

/** The contacts that the failing page names, or else the site's front page, where that works, or its status page. */
export function contactsOf({ page, root, statusPage }: Pick<Signals, "page" | "root" | "statusPage">): Contacts {
  const own = contactsIn(page.state === "ok" ? page.value.links : []);
  const works = root.state === "ok" && root.value.kind === "response" && root.value.status < 400;
  const body = works && root.value.kind === "response" ? root.value.body : "";
  const front = contactsIn([...body.matchAll(LINK)].flatMap(([, link]) => link ?? []));
  const told = statusPage.state === "ok" ? statusPage.value?.contact : undefined;
  const status = contactsIn(told === undefined ? [] : [told]);
  return {
    mail: own.mail ?? front.mail ?? status.mail,
    repository: own.repository ?? front.repository ?? status.repository,
  };
}
