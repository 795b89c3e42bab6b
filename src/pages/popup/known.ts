import type { Standing } from "../../core/protocol/standing.ts";
import { EMPTY_VIEW, type TabView } from "../../core/protocol/tab-view.ts";

const LOOKING = { kind: "looking" } as const;
const SILENT = { kind: "silent" } as const;

/** What stands in the tab, or why there is nothing to say of it. */
export type PopupStanding = Standing | typeof LOOKING | typeof SILENT;

/** What the popup knows of its tab. */
export interface Known {
  readonly view: TabView;
  /** What is said of the tab as long as the worker has not said what stands there; null once it has. */
  readonly unsaid: Exclude<PopupStanding, Standing> | null;
  /** How often the worker has spoken: by answers, and by views that it published. */
  readonly words: number;
  /** How often what stood in the tab has gone: the worker has to be asked anew. */
  readonly gone: number;
  /** How often another incident or standing has come to be shown: what was said beside the last one is the past then. */
  readonly turns: number;
}

export const NOTHING_KNOWN: Known = { view: EMPTY_VIEW, unsaid: LOOKING, words: 0, gone: 0, turns: 0 };

export type Word =
  /** What an earlier popup left. */
  | { readonly by: "store"; readonly view: TabView }
  | { readonly by: "publishing"; readonly view: TabView }
  /** The answer to a question that was asked after so many words. */
  | { readonly by: "answer"; readonly view: TabView; readonly after: number }
  /** The worker has not answered. */
  | { readonly by: "silence" };

/**
 * What is known after a word. The younger word counts, and they are told apart by the order in which they come alone:
 * a view that was published while the worker made up its answer is younger than that.
 */
export function learn(known: Known, word: Word): Known {
  const next = taken(known, word);
  return subjectOf(next) === subjectOf(known) ? next : { ...next, turns: known.turns + 1 };
}

function taken(known: Known, word: Word): Known {
  if (word.by === "silence") return { ...known, unsaid: SILENT };
  const { view } = word;
  if (word.by === "store") return known.words === 0 ? { ...known, view } : known;
  const words = known.words + 1;
  if (word.by === "answer")
    return { ...known, words, unsaid: null, view: word.after === known.words ? view : known.view };
  if (known.words > 0 && known.view.standing && !view.standing) {
    return { ...known, view, words, unsaid: LOOKING, gone: known.gone + 1 };
  }
  // A worker that says what stands there is not silent.
  return { ...known, view, words, unsaid: known.unsaid === SILENT && view.standing ? null : known.unsaid };
}

/** What the popup speaks of, by name. */
function subjectOf(known: Known): string {
  const { standing } = shownOf(known);
  const incidentId = "incidentId" in standing ? standing.incidentId : null;
  return [standing.kind, "host" in standing ? standing.host : "", incidentId ?? ""].join(" ");
}

/** What there is to show. Where the worker is silent, nothing says whether what it said before still holds. */
export function shownOf({ view, unsaid }: Known): Omit<TabView, "standing"> & { readonly standing: PopupStanding } {
  if (unsaid === SILENT) return { ...EMPTY_VIEW, standing: SILENT };
  return { ...view, standing: unsaid ?? view.standing ?? LOOKING };
}
