import { useState } from "preact/hooks";
import type { Report } from "../../core/report/report.ts";
import type { RetryView } from "../../core/retry/view.ts";
import type { CheckView } from "../../core/verdict/view.ts";
import { translate } from "../../platform/i18n.ts";
import { Button } from "../ui/button.tsx";
import { Status } from "../ui/status.tsx";
import { text } from "../ui/text.tsx";

interface Props {
  readonly view: CheckView;
  readonly retry: RetryView;
}

/** Copies the report, as text for a support desk or as JSON, and says whether that worked. */
export function CopyButtons({ view, retry }: Props) {
  const [says, setSays] = useState("");
  // Loaded on demand: the report has no part in the first paint. A click's leave to copy outlasts that.
  const copy = async (write: (report: Report) => string | Promise<string>): Promise<void> => {
    try {
      const { reportOf } = await import("../../core/report/report.ts");
      await navigator.clipboard.writeText(await write(reportOf(view, retry, translate)));
      setSays(text("ui_copied"));
    } catch {
      setSays(text("ui_copy_failed"));
    }
  };
  const asText = async (report: Report) => (await import("../../core/report/text.ts")).textOf(report, translate);
  const asJson = (report: Report) => `${JSON.stringify(report, null, 2)}\n`;
  return (
    <>
      <Status as="span" class="copied muted">
        {says}
      </Status>
      <Button action="copy-report" look="quiet" onClick={() => copy(asText)}>
        {text("action_copy_report")}
      </Button>
      <Button action="copy-json" look="quiet" onClick={() => copy(asJson)}>
        {text("action_copy_json")}
      </Button>
    </>
  );
}
