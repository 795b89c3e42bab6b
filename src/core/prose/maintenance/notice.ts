import { lazily } from "../../lazily.ts";
import type { Prose } from "../page/prose.ts";
import { isAbsent } from "../sentence/denied.ts";
import { allOf, between, type Found } from "../sentence/found.ts";
import type { MaintenanceLanguage } from "./language.ts";
import { RENEWAL_WORDS } from "./renewal-words.ts";
import { isAtAnotherTime } from "./time.ts";
import { MAINTENANCE_WORDS } from "./words.ts";

/** "May be under maintenance": somewhere before the work. */
const supposed = lazily(
  () =>
    /(?<!\p{L})(?:(?:may|might|could|can) (?:be|have)|possibly|perhaps|probably|maybe|either|usually|typically|sometimes|often|upcoming|next|vielleicht|möglicherweise|eventuell|entweder|peut-être|soit|quizás?|tal vez|puede que|podría|talvez|pode estar|poderá|forse|potrebbe|misschien|wellicht|kanske|måske|kanskje|może|możliwe|možná|možno|возможно|может|можливо|може|можда|možda|belki|mungkin|có thể|ίσως|mahdollisesti|talán|poate)(?!\p{L})|可能|也许|也許/u,
);

/** "Maintenance may be the reason", and what languages with the verb at the end say. */
const supposedAfterwards = lazily(
  () =>
    /(?<!\p{L})(?:(?:may|might|could) be|olabilir|(?:has been|was) (?:completed|finished|cancelled|postponed)|is over|abgeschlossen|beendet|(?:will take place|is (?:planned|scheduled|due)) (?:for|on|from)?)(?!\p{L})|かもしれ|可能性|일 수 있/u,
);

/** Further apart the two are hardly joined. */
const JOINED_WITHIN = 24;

interface Language {
  /** The work, for a first look: most sentences speak of none. */
  readonly anyWork: RegExp;
  readonly work: RegExp;
  readonly underWay: RegExp;
  readonly or: RegExp;
  readonly beside: RegExp | null;
  readonly unless: RegExp | null;
  readonly after: RegExp | null;
}

function language({ work, underWay, or, beside, unless, after, unspaced }: MaintenanceLanguage): Language {
  const whole = (words: string): RegExp =>
    unspaced ? new RegExp(`(?:${words})`, "gu") : new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})`, "gu");
  const anyWork = new RegExp(whole(work).source, "u");
  return {
    anyWork,
    work: whole(work),
    underWay: whole(underWay),
    or: whole(or),
    beside: beside ? whole(beside) : null,
    unless: unless ? new RegExp(unless, "u") : null,
    after: after ? new RegExp(`(?<!\\p{L})(?:${after})(?: [\\p{L}'-]+){0,3} $`, "u") : null,
  };
}

const languages = lazily(() => [...MAINTENANCE_WORDS, ...RENEWAL_WORDS].map(language));

/** Whether an "or" stands right beside the work, with nothing but a word or two of the same clause between. */
function isOneOfTwo({ or }: Language, work: Found, text: string): boolean {
  return allOf(or, text).some((word) => {
    const gap = between(word, work, text);
    return gap !== null && gap.length <= JOINED_WITHIN && !/[,;:()]/.test(gap);
  });
}

/** Whether the sentence takes the work for a fact of this moment. */
function isStated(work: Found, text: string): boolean {
  const before = text.slice(0, work.from);
  return !isAbsent(text, work) && !supposed().test(before) && !supposedAfterwards().test(text.slice(work.to));
}

/** Whether nothing but the work is named. */
function saysNothingElse({ work, beside }: Language, text: string): boolean {
  // A word that may stand beside the work may be a part of it: "planned", "planned stop".
  const rest = text.replace(work, " ");
  return !/\p{L}/u.test(beside ? rest.replace(beside, " ") : rest);
}

const announces = (text: string, isHeading: boolean): boolean =>
  languages().some((words) => {
    if (!words.anyWork.test(text) || words.unless?.test(text)) return false;
    const works = allOf(words.work, text).filter((work) => isStated(work, text) && !isOneOfTwo(words, work, text));
    if (works.length === 0) return false;
    if (isHeading && saysNothingElse(words, text)) return true;
    return allOf(words.underWay, text).length > 0 && !works.every((work) => isAtAnotherTime(work, text, words.after));
  });

/** Whether a sentence speaks of maintenance at all, be it as one of two reasons. */
export const speaksOfMaintenance = (sentence: string): boolean =>
  languages().some(({ anyWork }) => anyWork.test(sentence));

/** A heading that is the status line's own says nothing of its page. */
const saysStatusAlone = (heading: string): boolean =>
  /^(?:http |error )?(?:\d{3}(?: error)?)?[ :-]{0,3}(?:service (?:temporarily )?unavailable)?$/.test(heading);

/**
 * Whether a page says that maintenance is under way: in a sentence that neither denies nor supposes it and does not
 * offer it as one of two reasons, as the stock sentences of many servers do, or as all that a heading says. The word
 * alone announces nothing. A page that is one sentence without a heading is its own heading. To be renewed or moved is
 * the same by another name.
 */
export function announcesMaintenance({ headings, sentences }: Prose): boolean {
  const said = sentences.filter((sentence) => !saysStatusAlone(sentence));
  const leads = headings.every(saysStatusAlone) && said.length === 1 ? said : headings;
  return leads.some((text) => announces(text, true)) || sentences.some((text) => announces(text, false));
}
