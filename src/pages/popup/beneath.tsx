import type { RepairId } from "../../core/repair/repair.ts";
import type { RepairView } from "../../core/repair/view.ts";
import type { RetryView } from "../../core/retry/view.ts";
import { repairOfWorking } from "./after-repair.ts";
import type { PopupStanding } from "./known.ts";
import type { RetryAction } from "./next-try.tsx";
import { RepairSlot } from "./repair-slot.tsx";
import { Unreached } from "./unreached.tsx";

interface Props {
  readonly tabId: number;
  readonly standing: PopupStanding;
  readonly retry: RetryView;
  readonly repair: RepairView | null;
  readonly automatic: boolean;
  readonly onRetry: (type: RetryAction) => void;
  readonly onReload: () => void;
}

/** A dead proxy takes the whole internet away, so it is looked for only where that is not known to work. */
function offerFor(standing: PopupStanding): RepairId | null {
  if (standing.kind !== "no-answer" || standing.answersNow) return null;
  return standing.network === "unknown" || standing.network === "no-internet" ? "name-proxy" : null;
}

/** What follows the plain words: what came of a repair, what may be behind a page that reached nobody, and what happens next. */
export function Beneath({ tabId, standing, retry, repair, automatic, onRetry, onReload }: Props) {
  if (!("host" in standing)) return null;
  const answers = standing.kind === "answered" && standing.status < 400;
  return (
    <>
      <RepairSlot
        tabId={tabId}
        url={null}
        host={standing.host}
        offer={offerFor(standing)}
        side={null}
        isSecond={false}
        repair={answers ? repairOfWorking(repair) : repair}
        isDeadSaid={standing.kind === "no-answer" && standing.network === "dead-proxy" && !standing.answersNow}
      />
      {standing.kind === "no-answer" ? (
        <Unreached
          host={standing.host}
          retry={retry}
          automatic={automatic}
          isPrivate={standing.private}
          onRetry={onRetry}
          onReload={onReload}
        />
      ) : null}
    </>
  );
}
