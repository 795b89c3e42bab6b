import type { CheckView } from "../../core/verdict/view.ts";
import { text } from "../ui/text.tsx";
import { clock, span } from "../ui/time.ts";

interface Props {
  readonly view: CheckView;
  readonly now: number;
  readonly lang: string;
}

/** When the site wants to be asked again, by its own word; nothing once that has passed. */
export function WaitUntil({ view, now, lang }: Props) {
  const { retryAfter } = view;
  if (retryAfter === null || retryAfter <= now) return null;
  return <p class="wait-until">{text("ui_wait_until", clock(retryAfter, now, lang), span(retryAfter - now, lang))}</p>;
}
