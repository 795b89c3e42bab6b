import "./rows.css";
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
  /** Null while another "check again" stands on the page, or none may be asked for. */
  readonly onAgain: (() => void) | null;
  /** What stands below the status page's words. */
  readonly statusNotice: ComponentChildren;
}

const RowItem = ({
  row: { check, outcome, says },
  beside,
}: {
  readonly row: Row;
  readonly beside: ComponentChildren;
}) => (
  <li class={outcome} data-check={check} data-outcome={outcome}>
    <OutcomeIcon outcome={outcome} />
    <span>
      <span class="unseen">{text(OUTCOMES[outcome])}: </span>
      <Text of={says} />
      {beside}
    </span>
  </li>
);

/**
 * What was checked: each answer as a sentence. While it is checked, rows have their place from the start; at the end
 * those that were not needed go below the others, folded into one.
 */
export function Checklist({ view, onAgain, statusNotice }: Props) {
  const isDone = view.phase === "done";
  const asked = view.rows.filter(({ outcome }) => outcome !== "not-applicable");
  const notNeeded = isDone ? view.rows.filter(({ outcome }) => outcome === "not-applicable") : [];
  const answered = asked.filter(({ outcome }) => outcome === "pass" || outcome === "fail");
  const again =
    onAgain && isDone ? (
      <Button action="check-again" look="quiet" onClick={onAgain}>
        {text("action_check_again")}
      </Button>
    ) : null;
  const itemOf = (row: Row) => (
    <RowItem key={row.check} row={row} beside={row.check === "status-page" ? statusNotice : null} />
  );
  return (
    <Fold title={text("ui_checks", String(answered.length), String(asked.length))} open={!isDone} beside={again}>
      <ul class="rows">{(isDone ? asked : view.rows).map(itemOf)}</ul>
      {notNeeded.length > 0 ? (
        <details class="not-needed-rows">
          <summary>{text("ui_checks_not_needed", String(notNeeded.length))}</summary>
          <ul class="rows">{notNeeded.map(itemOf)}</ul>
        </details>
      ) : null}
    </Fold>
  );
}
