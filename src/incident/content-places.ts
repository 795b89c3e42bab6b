import { read } from "./act-words.ts";

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Whatever stands below these is there to be read, be it called "logout". */
const READING = words(`
  wiki docs doc documentation dictionary definition definitions glossary encyclopedia manual man reference tag tags
  hashtag label howto how-to latest stable category categories thesaurus learn tutorial tutorials questions faq kb knowledgebase
  search suche buscar recherche blob tree raw blame commits package packages crate crates topics lyrics synonym
  synonyms browse conjugation translation meaning word`);

/** The names below these are titles, if they come last and are not a bare command. */
const TITLED = words(`
  article articles blog news help support guide guides post posts story stories magazine press events event products product p shop
  collections collection item items game games movie movies film films music album albums artist artists song songs
  book books title titles series show shows podcast podcasts recipe recipes video videos project projects dp person
  people company companies place places topic forum`);

/** What stands below these is known by an identifier, however random it looks. */
const IDENTIFIED = words(`
  dashboard project document file folder issue board item product wiki page note event job build run commit blob tree
  raw compare blame watch playlist album track artist map maps place dataset notebook report order gp dp pin photo
  video live embed shorts channel status spreadsheet presentation drawing open view design proto board repo package
  task card topic article post story question gist paste model space database table collection artwork episode show
  book profile user account tx block address contract asset course lesson room team workspace org organization tenant
  project survey recipe thread conversation chat message trace span node instance cluster volume object entity record
  ticket incident case explore query visualization canvas docs documents wiki pull patch changeset revision snippet
  goods listing hotel property apartment vacancy position detail details sku pdp doi media image images img
  assets static uploads avatar thumb thumbnail cdn files library edit chart sheet form template workflow flow pipeline
  store brand shop tweet pub content archive jobs gallery`);

/** Names in the plural of what is good for one use, or of nothing at all. */
const PLURAL_SECRETS = words(`
  invitations invites confirmations verifications activations passwords sessions tokens links emails mails signups
  logins registrations unsubscribes redirects clicks approvals payments resets requests shares transfers downloads
  secrets keys access process express success credentials subscriptions actions recoveries
  signatures checkouts callbacks optouts preferences magiclinks previews rsvps`);

const FILE = /\.(?:js|mjs|css|png|jpe?g|gif|svg|webp|avif|ico|pdf|mp[34]|webm|woff2?|map|html?|ipynb|md|zip|gz|txt)$/i;

/** MediaWiki keeps its programs among its articles. */
const isProgram = (segment: string): boolean => /^special:/i.test(segment);

/** Whether something before this segment makes its words a title and no command. */
export function isTitle(segments: readonly string[], at: number, isCommand: boolean): boolean {
  const before = segments.slice(0, at).map((segment) => segment.toLowerCase());
  if (segments.some(isProgram)) return false;
  if (before.some((segment) => READING.has(segment))) return true;
  if (isCommand || at !== segments.length - 1) return false;
  const nearest = before.findLast((segment) => !/^[0-9]{1,4}$/.test(segment));
  return nearest !== undefined && TITLED.has(nearest);
}

const names = (segment: string): boolean => {
  const name = segment.toLowerCase();
  const last = name.split(/[-_]/).at(-1) ?? name;
  if (PLURAL_SECRETS.has(name) || PLURAL_SECRETS.has(last)) return false;
  return IDENTIFIED.has(name) || IDENTIFIED.has(last) || /^[a-z][a-z_-]+[a-rt-z]s$/.test(name);
};

/** `password` and `login` between a collection and a random part: that is no name in it. */
function isCommandWord(segment: string): boolean {
  const { words: known, isWhole } = read(segment);
  return isWhole && known.length > 0;
}

/** Whether a segment that looks random identifies what the segments before it name, or is a file. */
export function isIdentifier(segments: readonly string[], at: number): boolean {
  if (segments.some(isProgram)) return false;
  if (at === segments.length - 1 && FILE.test(segments[at] ?? "")) return true;
  const [farther, nearest] = [segments[at - 2], segments[at - 1]];
  if (nearest !== undefined && names(nearest)) return true;
  return farther !== undefined && nearest !== undefined && names(farther) && !isCommandWord(nearest);
}
