import type { CheckView } from "../../core/verdict/view.ts";
import { text } from "../ui/text.tsx";

interface Props {
  readonly view: CheckView;
  readonly now: number;
}

/** How far the check is, by its own estimate of its end. When done, only the hairline stays, so nothing moves. */
export function ProgressBar({ view, now }: Props) {
  if (view.phase === "done") return <div class="progress" />;
  const whole = Math.max(1, view.endsBy - view.startedAt);
  // Short of full until it is: a full bar that goes on waiting looks stuck.
  const percent = Math.round(Math.min(0.97, Math.max(0.03, (now - view.startedAt) / whole)) * 100);
  return (
    <div
      class="progress"
      role="progressbar"
      aria-label={text("ui_progress")}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
    >
      <div style={{ width: `${percent}%` }} />
    </div>
  );
}
