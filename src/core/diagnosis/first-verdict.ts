import { CHECKS } from "../checks/index.ts";
import { hostKind } from "../http/host-kind.ts";
import { notSent } from "../http/settled.ts";
import { type Incident, protectionOf } from "../incident/incident.ts";
import { nothingAsked, type Signals } from "../incident/signals.ts";
import { message } from "../message.ts";
import { present } from "../verdict/present.ts";
import type { CheckView } from "../verdict/view.ts";
import { gatewayOf, mayBeUsersBox } from "../writer/writer.ts";

/** What lies at hand without a check: the failing document, what a plan's own try was answered, and what its load showed. */
export type FirstSignals = Partial<Pick<Signals, "page" | "anonymous" | "root" | "reload">>;

/**
 * The verdict on a failure of which nobody has asked for a check: the checks judge what automatic mode learns anyway, and
 * nobody is asked for it. What only a check would bring counts as not asked, so it opens twins and settles none: over
 * plain http a stranger who fails too went the way that a portal or a box may have broken for both. Over https only a box
 * that opens what is encrypted could have: where the page may be such a box's, the words are less sure until a check has
 * asked for the way out.
 */
export function firstVerdict(incident: Incident, heard: FirstSignals, now: number): CheckView {
  const { url, status, navigation } = incident;
  const isProtected = protectionOf(incident) !== "none";
  const nothing = nothingAsked({ url, status, protected: isProtected }, navigation);
  const signals: Signals = { ...nothing, connectivity: notSent("unasked"), ...heard };
  const view = present(incident, signals, {
    id: incident.id,
    // Nobody sees its rows.
    order: CHECKS,
    startedAt: now,
    endsBy: now,
    finishedAt: now,
    known: new Set(),
    statusPageUrl: null,
    begun: null,
  });
  return mayBeUsersBox(gatewayOf(signals)) && hostKind(new URL(url).hostname) === "public" ? lessSure(view) : view;
}

/** The same view with a headline that is sure of nothing. */
function lessSure(view: CheckView): CheckView {
  const { verdict } = view;
  const [what] = verdict?.headline.args ?? [];
  if (verdict?.headline.key !== "side_server_sure" || what === undefined) return view;
  return { ...view, verdict: { ...verdict, headline: message("side_server_almost", what) } };
}
