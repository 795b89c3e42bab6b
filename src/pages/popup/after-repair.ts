import type { MessageKey } from "../../core/message.ts";
import { message } from "../../core/message.ts";
import type { RepairId } from "../../core/repair/repair.ts";
import { doneInVain, isRuledOut, type RepairView } from "../../core/repair/view.ts";
import type { VerdictView } from "../../core/verdict/words.ts";

/**
 * What is left of an advice once a repair has not helped; null where the next repair is offered in its place. One that is
 * not named here stands: what it advises has not been done yet.
 */
const LEFT: Partial<Record<RepairId, Partial<Record<MessageKey, MessageKey | null>>>> = {
  "delete-cookies": {
    cause_cookies_advice: null,
    advice_private_window: "advice_private_window_not_cookies",
    advice_front_page: "advice_front_page_not_cookies",
    advice_front_page_cookies: "advice_front_page_not_cookies",
  },
  "forget-addresses": { cause_stale_address_advice: "advice_stale_address_restart" },
  "name-proxy": { cause_local_proxy_advice: "advice_local_proxy_vpn" },
};

/** What is left of an advice beside a repair; undefined where it stands as it is. */
function leftOf(advice: MessageKey, repair: RepairView): MessageKey | null | undefined {
  const left = doneInVain(repair)
    .map((id) => LEFT[id]?.[advice])
    .find((one) => one !== undefined);
  // Of several extensions one is turned off at a time: the next may be it.
  return left === null && repair.id === "name-extensions" ? "cause_extension_advice" : left;
}

/** A verdict's step beside what a repair has come to: nothing that was done in vain is advised again, or spoken of. */
export function stepAfter(verdict: VerdictView, repair: RepairView | null): VerdictView | LeftStep {
  if (!repair) return verdict;
  const left = leftOf(verdict.advice.key, repair);
  const isOther = verdict.side === "you" && isRuledOut(repair, verdict.cause);
  if (left === undefined && !isOther) return verdict;
  return {
    ...verdict,
    ...(left === undefined ? {} : { advice: left && message(left, ...(verdict.advice.args ?? [])) }),
    // Which cookies can stay is of no interest once it is none of them.
    ...(isOther ? { notNeeded: null } : {}),
  };
}

type LeftStep = Omit<VerdictView, "advice"> & { readonly advice: VerdictView["advice"] | null };

/**
 * What can be asked for beside a repair that has been asked for: the same while the browser asks, and the next suspect.
 * `offer`: what the verdict calls for by now.
 */
export function repairAfter(repair: RepairView, offer: RepairId | null, isSites: boolean): RepairId | null {
  // Extensions stay the suspects once it was not the cookies.
  const isPast = repair.id === "name-extensions" && offer === "delete-cookies" && doneInVain(repair).includes(offer);
  const next = isPast ? repair.id : offer;
  switch (repair.state) {
    case "asking":
      return next ?? repair.id;
    case "counted":
      // No cookies are sent, so it is not they.
      return repair.cookies === 0 ? "name-extensions" : null;
    case "done":
      if (repair.end !== "fails" || isSites) return null;
      if (repair.id === "delete-cookies") return "name-extensions";
      // Of several extensions the next may be it.
      return repair.id === "name-extensions" || next !== repair.id ? next : null;
    case "proxy":
      return repair.setting?.by === "extension" ? "name-extensions" : null;
    default:
      return null;
  }
}

/**
 * What there is to say of a repair once its page answers: an end that was not seen is seen by now, and that the page fails
 * after it is no longer so.
 */
export function repairOfWorking(repair: RepairView | null): RepairView | null {
  if (repair?.state !== "done") return repair;
  if (repair.end === "fails") return null;
  return repair.end === "unclear" ? { ...repair, end: "works" } : repair;
}
