import { useState } from "preact/hooks";
import { translate } from "../platform/i18n.ts";
import type { CheckView, RetryView } from "../protocol/view.ts";
import { reportOf } from "../report/report.ts";
import { textOf } from "../report/text.ts";
import { Button } from "../ui/button.tsx";
import { text } from "../ui/text.tsx";

interface Props {
  readonly view: CheckView;
  readonly retry: RetryView;
}

/** Copies the report, as text for a support desk or as JSON, and says whether that worked. */
export function CopyButtons({ view, retry }: Props) {
  const [says, setSays] = useState("");
  const copy = (content: string) =>
    navigator.clipboard.writeText(content).then(
      () => setSays(text("ui_copied")),
      () => setSays(text("ui_copy_failed")),
    );
  const report = () => reportOf(view, retry, translate);
  return (
    <>
      <span class="copied muted" role="status">
        {says}
      </span>
      <Button action="copy-report" look="quiet" onClick={() => copy(textOf(report(), translate))}>
        {text("action_copy_report")}
      </Button>
      <Button action="copy-json" look="quiet" onClick={() => copy(`${JSON.stringify(report(), null, 2)}\n`)}>
        {text("action_copy_json")}
      </Button>
    </>
  );
}
