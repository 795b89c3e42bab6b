import type { ComponentChildren } from "preact";
import type { CheckView, Row } from "../../core/verdict/view.ts";
import { Button } from "../ui/button.tsx";
import { Fold } from "../ui/fold.tsx";
import { OutcomeIcon } from "../ui/outcome-icon.tsx";
import { Text, text } from "../ui/text.tsx";

const OUTCOMES = {
  pending: "ui_outcome_pending",
  running: "ui_outcome_running",
  pass: "ui_outcome_pass",
  fail: "ui_outcome_fail",
  inconclusive: "ui_outcome_inconclusive",
  "not-applicable": "ui_outcome_not_applicable",
} as const satisfies Record<Row["outcome"], string>;

interface Props {
  readonly view: CheckView;
  /** Null while another "check again" stands on the page. */
  readonly onAgain: (() => void) | null;
  /** What stands below the status page's words. */
  readonly statusNotice: ComponentChildren;
}

/** What was checked: each answer as a sentence. Rows have their place from the start. */
export function Checklist({ view, onAgain, statusNotice }: Props) {
  const asked = view.rows.filter(({ outcome }) => outcome !== "not-applicable");
  const answered = asked.filter(({ outcome }) => outcome === "pass" || outcome === "fail");
  const again =
    onAgain && view.phase === "done" ? (
      <Button action="check-again" look="quiet" onClick={onAgain}>
        {text("action_check_again")}
      </Button>
    ) : null;
  return (
    <Fold
      title={text("ui_checks", String(answered.length), String(asked.length))}
      open={view.phase === "checking"}
      beside={again}
    >
      <ul class="rows">
        {view.rows.map(({ check, outcome, says }) => (
          <li key={check} class={outcome} data-check={check} data-outcome={outcome}>
            <OutcomeIcon outcome={outcome} />
            <span>
              <span class="unseen">{text(OUTCOMES[outcome])}: </span>
              <Text of={says} />
              {check === "status-page" ? statusNotice : null}
            </span>
          </li>
        ))}
      </ul>
    </Fold>
  );
}
