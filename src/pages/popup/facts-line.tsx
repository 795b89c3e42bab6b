import type { CheckView } from "../../core/verdict/view.ts";
import { text } from "../ui/text.tsx";
import { clock, span } from "../ui/time.ts";

interface Props {
  readonly view: CheckView;
  readonly now: number;
  readonly lang: string;
}

/** "Error 502, since 14:02, 6 min", and the seconds left until the side is final at the latest; then there is nothing to wait for. */
export function FactsLine({ view, now, lang }: Props) {
  const time = clock(view.since, now, lang);
  const ago = now - view.since < 5_000 ? text("ui_meta_just_now") : span(now - view.since, lang);
  const left = Math.ceil((view.endsBy - now) / 1000);
  return (
    <p class="facts muted">
      <span>
        {view.status === null ? text("ui_meta_no_status", time, ago) : text("ui_meta", String(view.status), time, ago)}
      </span>
      {view.sideIsFinal ? null : (
        <span>{left > 0 ? text("ui_seconds_left", String(left)) : text("ui_almost_done")}</span>
      )}
    </p>
  );
}
