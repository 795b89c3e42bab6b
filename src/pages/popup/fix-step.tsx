import type { ComponentChildren } from "preact";
import { adviceFor } from "../../core/verdict/owner-advice.ts";
import type { CheckView } from "../../core/verdict/view.ts";
import type { ActionId } from "../../core/verdict/words.ts";
import { translate } from "../../platform/i18n.ts";
import { NextStep } from "./next-step.tsx";
import { OwnerList } from "./owner-list.tsx";
import type { Scene } from "./scene.ts";

interface Props {
  readonly view: CheckView;
  readonly scene: Scene;
  readonly onAct: (action: ActionId) => void;
  /** Until when the site wants to be left alone. */
  readonly children?: ComponentChildren;
}

/** What the user can do, right after the verdict: the advice, and the one button. */
export function FixStep({ view, scene: { step, foremost, asked, isRepairing }, onAct, children }: Props) {
  if (!step || !foremost || asked) return null;
  // Whose own machine it is owns the site, and reads at once what others pass on; all of it stands in the fold.
  const first = view.verdict?.cause === "own-machine" ? adviceFor(view).slice(0, 2) : [];
  return (
    <div class="fix">
      {children}
      {step.advice && first.length === 0 && !isRepairing ? <p>{translate(step.advice)}</p> : null}
      {step.action ? (
        <NextStep
          action={step.action}
          host={view.host}
          note={step.actionNote && translate(step.actionNote)}
          onAct={onAct}
        />
      ) : null}
      <OwnerList notes={first} yours />
    </div>
  );
}
