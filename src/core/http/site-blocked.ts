import { lazily } from "../lazily.ts";
import type { Prose } from "./prose.ts";
import { saysSwitchedOff } from "./switched-off-notice.ts";
import { refusesVisitor } from "./visitor-refusal.ts";

/** The site, and not its reader, as what is blocked. */
const siteBlocked = lazily((): readonly RegExp[] => {
  const site = "(?:web ?)?(?:site|page|shop|store|account|domain|hosting|space|blog|project)";
  return [
    new RegExp(
      `^(?:(?:this|the) )?${site}(?: (?:is|was|has been))?(?: (?:currently|temporarily|permanently))? (?:blocked|locked|banned)(?: (?:by|because|due|for) .{0,200})?$`,
    ),
    new RegExp(
      `\\b(?:blocked|locked|banned|(?:had|have|has|needed|decided) to (?:block|lock|ban)) (?:this|the) ${site}\\b`,
    ),
  ];
});

/** Who can undo it is whoever runs the site, or rents it to them: nobody's network and no filter of a reader's says so. */
const tellsOwner = lazily(
  () =>
    /^(?:(?:site|web ?site|account|domain|shop|store) )?owners? ?:|\b(?:only )?(?:its|the|this site's|the (?:site|website|account|shop|store|domain)(?:'s)?) owner (?:can|must|may|should|has to|needs to|was|will|has been|is)\b|\bby (?:its|our|the) (?:(?:web )?host(?:er)?|hosting (?:provider|company|service)|registrar)\b|\b(?:its|our|the) (?:(?:web )?host|hosting (?:provider|company|service)|registrar) (?:has |had |have )?(?:to )?(?:block|lock|clos|disabl)(?:ed|ked)?\b/,
);

/**
 * Whether a page says that the site itself was blocked, to its owner or by its host: that is a switch, and no refusal of
 * whoever reads it. A network's filter says of a site that it is blocked as well, and of no owner what they can do.
 */
export function saysSiteBlocked({ sentences }: Prose): boolean {
  const isAboutSite = (sentence: string): boolean => siteBlocked().some((pattern) => pattern.test(sentence));
  if (!sentences.some(isAboutSite)) return false;
  const rest = { headings: [], sentences: sentences.filter((sentence) => !isAboutSite(sentence)) };
  if (refusesVisitor(rest)) return false;
  return saysSwitchedOff(rest) || sentences.some((sentence) => tellsOwner().test(sentence));
}
