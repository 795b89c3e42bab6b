import "./step-question.css";
import { ANSWERS, type StepAnswer, type StepId } from "../../core/incident/told.ts";
import type { MessageKey } from "../../core/message.ts";
import type { StepView } from "../../core/verdict/view.ts";
import { Button } from "../ui/button.tsx";
import { text } from "../ui/text.tsx";
import { Address } from "./address.tsx";
import { AddressCode } from "./address-code.tsx";
import { privateWindowKeys } from "./private-window-keys.ts";

const LABELS = {
  "private-window": {
    works: "action_answer_private_window_works",
    "works-signed-out": "action_answer_private_window_works_signed_out",
    fails: "action_answer_private_window_fails",
  },
  "other-device": { works: "action_answer_other_device_works", fails: "action_answer_other_device_fails" },
} as const satisfies { [Step in StepId]: Record<(typeof ANSWERS)[Step][number], MessageKey> };

interface Props {
  readonly step: StepView;
  readonly url: string;
  readonly onTell: (step: StepId, answer: StepAnswer | null) => void;
}

function Question({ step, url }: Pick<Props, "step" | "url">) {
  if (step.id === "other-device") return <AddressCode url={url} />;
  if (step.state !== "by-hand") return <p>{text("ui_step_private_window")}</p>;
  return (
    <>
      <p>{text("ui_step_private_window_by_hand", privateWindowKeys(navigator.userAgent))}</p>
      <Address url={url} />
    </>
  );
}

/** Asks how the step went that only the user can do, and stays until they say. */
export function StepQuestion({ step, url, onTell }: Props) {
  const labels: Partial<Record<StepAnswer, MessageKey>> = LABELS[step.id];
  return (
    <section class="question" data-step={step.id} data-state={step.state}>
      <Question step={step} url={url} />
      <div class="answers">
        {ANSWERS[step.id].map((answer) => {
          const label = labels[answer];
          return label === undefined ? null : (
            <Button key={answer} action="tell" answer={answer} onClick={() => onTell(step.id, answer)}>
              {text(label)}
            </Button>
          );
        })}
      </div>
      <Button action="tell" answer="not-tried" look="quiet" onClick={() => onTell(step.id, null)}>
        {text("action_answer_not_tried")}
      </Button>
    </section>
  );
}
