import { words } from "./words.ts";

/** Whatever stands below these is there to be read, be it called "logout". */
const READING = words(`
  wiki docs doc documentation dictionary definition definitions glossary encyclopedia manual man reference tag tags
  hashtag label howto how-to latest stable category categories thesaurus learn tutorial tutorials questions faq kb knowledgebase
  search suche buscar recherche blob tree raw blame commits package packages crate crates topics lyrics synonym
  synonyms browse conjugation translation meaning word`);

/** The names below these are titles, if they come last and are not a bare command. */
const TITLED = words(`
  threads thread article articles blog news help support guide guides post posts story stories magazine press events event products product p shop
  collections collection item items game games movie movies film films music album albums artist artists song songs
  book books title titles series show shows podcast podcasts recipe recipes video videos project projects dp person
  people company companies place places topic forum`);

/** What stands below these is known by an identifier, however random it looks. */
const IDENTIFIED = words(`
  dashboard project document file folder issue board item product wiki page note event job build run commit blob tree
  raw compare blame watch playlist album track artist map maps place dataset notebook report order gp dp pin photo
  video live embed shorts channel status spreadsheet presentation drawing view design proto board repo package
  task card topic article post story question gist paste model space database table collection artwork episode show
  book profile user account tx block address contract asset course lesson room team workspace org organization tenant
  project survey recipe thread conversation chat message trace span node instance cluster volume object entity resource record
  ticket incident case explore query visualization canvas docs documents wiki pull patch changeset revision snippet
  goods listing hotel property apartment vacancy position detail details sku pdp doi media image images img
  assets static uploads avatar thumb thumbnail cdn files library edit chart sheet form template workflow flow pipeline
  store brand shop tweet pub content archive jobs gallery`);

/** Names in the plural of what is good for one use, or of nothing at all. */
const PLURAL_SECRETS = words(`
  invitations invites confirmations verifications activations passwords sessions tokens links emails mails signups
  logins registrations unsubscribes redirects clicks approvals payments resets requests shares transfers downloads
  secrets keys access process express success credentials subscriptions actions recoveries
  signatures checkouts callbacks optouts settings preferences magiclinks rsvps`);

/** A number after these is a person's, and what follows is theirs alone. */
const OWNERS = /user|member|customer|account|subscriber|profile/i;

const FILE = /\.(?:js|mjs|css|png|jpe?g|gif|svg|webp|avif|ico|pdf|mp[34]|webm|woff2?|map|html?|ipynb|md|zip|gz|txt)$/i;

/** MediaWiki keeps its programs among its articles. */
const isProgram = (segment: string): boolean => /^special:/i.test(segment);

const isNumber = (segment: string | undefined): boolean => /^[0-9]+$/.test(segment ?? "");
const YEAR = /^(?:19|20)[0-9]{2}$/;
/** What stands behind a date is a title: `/blog/2026/11/vote`. */
const isDated = (segments: readonly string[], at: number): boolean =>
  segments.slice(Math.max(0, at - 3), at).some((segment) => YEAR.test(segment));

const nearestName = (before: readonly string[]): string =>
  before.findLast((segment) => !/^[0-9]{1,4}$/.test(segment)) ?? "";

/** Whether segments from here on are names of things to be read. */
export function isBelowTitles(segments: readonly string[], at: number): boolean {
  if (segments.some(isProgram)) return false;
  const before = segments.slice(0, at).map((segment) => segment.toLowerCase());
  return before.some((segment) => READING().has(segment)) || TITLED().has(nearestName(before));
}

/** Whether something before this segment makes its words a title and no command, which `isCommand` says it is else. */
export function isTitle(segments: readonly string[], at: number, isCommand: boolean): boolean {
  if (!isBelowTitles(segments, at)) return false;
  const isRead = segments.slice(0, at).some((segment) => READING().has(segment.toLowerCase()));
  // An act after a number is for what bears it, and a command before one too: `/posts/12/vote`, `/tags/delete/12`.
  if (isNumber(segments[at - 1]) && !isDated(segments, at)) return false;
  if (isCommand && isNumber(segments[at + 1])) return false;
  return isRead || (!isCommand && at === segments.length - 1);
}

const names = (segment: string): boolean => {
  const name = segment.toLowerCase();
  const last = name.split(/[-_]/).at(-1) ?? name;
  if (PLURAL_SECRETS().has(name) || PLURAL_SECRETS().has(last)) return false;
  return IDENTIFIED().has(name) || IDENTIFIED().has(last) || /^[a-z][a-z_-]+[a-rt-z]s$/.test(name);
};

/** Whether a segment that looks random identifies what the segments before it name, or is a file. */
export function isIdentifier(segments: readonly string[], at: number): boolean {
  if (segments.some(isProgram)) return false;
  if (at === segments.length - 1 && FILE.test(segments[at] ?? "")) return true;
  // Short steps and numbers stand between a name and its identifier: `/document/d/1AbC`, `/video/3/812/0f1e`.
  for (let before = at - 1; before >= 0; before--) {
    const segment = segments[before] ?? "";
    if (names(segment)) return before === at - 1 || !OWNERS.test(segment);
    if (segment.length > 2 && !/^[0-9]+$/.test(segment)) return false;
  }
  return false;
}
