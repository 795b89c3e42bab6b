import type { Cause } from "../evidence/causes.ts";
import type { Judgement } from "../evidence/weigh.ts";
import type { EvidenceId } from "../evidence/weights.ts";

/** nginx and kin write one page for a dead server and for garbage; the words must not claim to know which. */
export const hidesWhich = ({ cause, alternatives }: Judgement): boolean =>
  (cause === "origin-down" && alternatives.includes("origin-invalid")) ||
  (cause === "origin-invalid" && alternatives.includes("origin-down"));

/** What a bare 503 stands for: which of them, it does not say. */
const UNAVAILABLE: readonly Cause[] = ["origin-down", "overload", "maintenance"];
/** What says that a site is not to be had, and no more. */
const SAYS_NO_REASON: readonly EvidenceId[] = ["status-503", "says-unavailable"];
const SAYS_REASON: readonly EvidenceId[] = ["announces-maintenance", "announces-load", "status-page-maintenance"];

/** What says which it is, of the causes that may stand out by what the others lack. */
const SAYS_WHICH: Partial<Record<Cause, readonly EvidenceId[]>> = {
  "origin-down": [
    "says-origin-down",
    "hints-origin-down",
    "says-no-valid-answer",
    "hints-no-valid-answer",
    "status-502",
    "unreached-through-box",
    "hints-user-side-box",
    "cut-off-box",
    "cut-off-box-in-plain-http",
  ],
  overload: ["says-overload", "hints-overload", "announces-load", "status-429", "status-509", "status-529"],
  maintenance: ["announces-maintenance", "status-page-maintenance"],
  "page-only": ["only-this-page", "front-page-works"],
  transient: ["reload-works", "recovered-meanwhile"],
  intermittent: ["fails-sometimes", "recovered-meanwhile"],
  regional: ["fails-in-region", "fails-in-some-places"],
};

/** Strangers met the failure and are served now; whether the tab is, nobody has seen yet. */
export const isUntried = ({ cause, evidence }: Pick<Judgement, "cause" | "evidence">): boolean =>
  cause === "transient" && evidence.includes("recovered-meanwhile") && !evidence.includes("reload-works");

/** A site that lets visitors in by turns has more of them than it can serve, and is up. */
export const isQueue = (
  { side, cause }: Pick<Judgement, "side" | "cause">,
  { inLine }: { readonly inLine: boolean },
): boolean => inLine && side === "server" && cause === "overload";

/** Whether all that is known is that the site is not to be had: the words must not claim one of the reasons. */
export const hidesReason = ({
  cause,
  alternatives,
  evidence,
}: Pick<Judgement, "cause" | "alternatives" | "evidence">): boolean =>
  SAYS_WHICH[cause]?.some((id) => evidence.includes(id)) === false ||
  (UNAVAILABLE.includes(cause) &&
    alternatives.some((other) => UNAVAILABLE.includes(other)) &&
    evidence.some((id) => SAYS_NO_REASON.includes(id)) &&
    !evidence.some((id) => SAYS_REASON.includes(id)));
