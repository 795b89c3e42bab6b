import { useState } from "preact/hooks";
import type { RetryView } from "../../core/retry/view.ts";
import type { CheckView } from "../../core/verdict/view.ts";
import { Button } from "../ui/button.tsx";
import { text } from "../ui/text.tsx";

type Ways = typeof import("./report-ways.tsx");

/** Opens the report with the ways that it can go; loaded when somebody wants it. */
export function ReportSlot({ view, retry }: { readonly view: CheckView; readonly retry: RetryView }) {
  const [ways, setWays] = useState<Ways | null>(null);
  if (ways) return <ways.ReportWays view={view} retry={retry} />;
  return (
    <Button action="report-ways" onClick={() => void import("./report-ways.tsx").then(setWays)}>
      {text("action_report_ways")}
    </Button>
  );
}
