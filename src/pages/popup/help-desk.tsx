import { useEffect, useState } from "preact/hooks";
import type { Handing } from "../../core/report/fitting.ts";
import type { RetryView } from "../../core/retry/view.ts";
import type { CheckView } from "../../core/verdict/view.ts";
import { translate } from "../../platform/i18n.ts";
import { text } from "../ui/text.tsx";
import { Shortened } from "./shortened.tsx";
import { useSettings } from "./use-settings.ts";

interface Props {
  readonly view: CheckView;
  readonly retry: RetryView;
}

/** A mail with the report in it; the report has no query string. Loaded on demand, as for copying. */
async function mailWith(address: string, view: CheckView, retry: RetryView): Promise<Handing> {
  const [{ reportOf }, { textOf }, { mailTo }] = await Promise.all([
    import("../../core/report/report.ts"),
    import("../../core/report/text.ts"),
    import("../../core/report/mail.ts"),
  ]);
  const [subject = "", ...lines] = textOf(reportOf(view, retry, translate), translate).split("\n");
  return mailTo(address, `${subject} ${view.host}`, lines.join("\n"));
}

/** Where the organisation wants to be told. Nothing is sent before the user's click, and to a page nothing but that. */
export function HelpDesk({ view, retry }: Props) {
  const helpDesk = useSettings()?.helpDesk ?? null;
  const [mail, setMail] = useState<Handing | null>(null);
  const address = helpDesk?.address ?? "";
  const isPage = URL.canParse(address);
  useEffect(() => {
    if (address !== "" && !isPage)
      mailWith(address, view, retry).then(setMail, () => setMail({ address: `mailto:${address}`, isWhole: true }));
  }, [address, isPage, view, retry]);
  const to = isPage ? { address, isWhole: true } : mail;
  if (!helpDesk || !to) return null;
  return (
    <p class="help-desk">
      <a
        data-action="help-desk"
        href={to.address}
        target="_blank"
        rel="noopener noreferrer"
        referrerpolicy="no-referrer"
      >
        <bdi>{helpDesk.label ?? text("ui_help_desk")}</bdi>
      </a>
      {to.isWhole ? null : <Shortened />}
    </p>
  );
}
