import { useState } from "preact/hooks";
import type { MessageKey } from "../../core/message.ts";
import { providerName } from "../../core/places/provider.ts";
import type { Handing } from "../../core/report/fitting.ts";
import { newIssue } from "../../core/report/issue.ts";
import { mailTo } from "../../core/report/mail.ts";
import { reportOf } from "../../core/report/report.ts";
import { textOf } from "../../core/report/text.ts";
import type { RetryView } from "../../core/retry/view.ts";
import type { CheckView } from "../../core/verdict/view.ts";
import { translate } from "../../platform/i18n.ts";
import { Button } from "../ui/button.tsx";
import { Status } from "../ui/status.tsx";
import { text } from "../ui/text.tsx";
import { ProviderField } from "./provider-field.tsx";
import { Shortened } from "./shortened.tsx";
import { useSettings } from "./use-settings.ts";
import "./report-ways.css";

const NETWORKS = {
  "": "ui_report_network_unsaid",
  home: "ui_report_network_home",
  work: "ui_report_network_work",
  mobile: "ui_report_network_mobile",
  public: "ui_report_network_public",
  vpn: "ui_report_network_vpn",
} as const satisfies Record<string, MessageKey>;
type Network = keyof typeof NETWORKS;
const isNetwork = (value: string): value is Network => Object.hasOwn(NETWORKS, value);

interface Props {
  readonly view: CheckView;
  readonly retry: RetryView;
}

/** The user's own network, as they have told it; empty where they have not. */
function networkWords(network: Network, provider: string): string {
  const said = [network === "" ? "" : text(NETWORKS[network]), providerName(provider) ?? ""];
  return said.filter((part) => part !== "").join(", ");
}

interface WayProps {
  readonly action: string;
  readonly to: Handing;
  readonly says: string;
  readonly note: string;
}

function Way({ action, to, says, note }: WayProps) {
  return (
    <li>
      <a
        class="button"
        data-action={action}
        href={to.address}
        target="_blank"
        rel="noopener noreferrer"
        referrerpolicy="no-referrer"
      >
        <bdi>{says}</bdi>
      </a>
      <span class="muted">{note}</span>
      {to.isWhole ? null : <Shortened />}
    </li>
  );
}

/** The report whole, and where it can go, whole or shortened: nothing goes before a click on one of these. */
export function ReportWays({ view, retry }: Props) {
  const [network, setNetwork] = useState<Network>("");
  const [provider, setProvider] = useState("");
  const written = textOf(reportOf(view, retry, translate), translate, networkWords(network, provider));
  return (
    <section class="report-ways">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it can scroll, so it must be reachable by keyboard. */}
      <section class="report-text" tabIndex={0} aria-label={text("ui_report_text")}>
        {written}
      </section>
      <p class="muted">{text("ui_report_add")}</p>
      <div class="report-network">
        <NetworkField network={network} onChange={setNetwork} />
        <ProviderField
          field="report-provider"
          label={text("ui_report_provider")}
          value={provider}
          onInput={setProvider}
        />
      </div>
      <ul>
        <CopyWay written={written} />
        <Recipients view={view} written={written} />
      </ul>
    </section>
  );
}

interface NetworkFieldProps {
  readonly network: Network;
  readonly onChange: (network: Network) => void;
}

/** Which network it failed in, as far as the user wants to say. */
function NetworkField({ network, onChange }: NetworkFieldProps) {
  return (
    <label>
      {text("ui_report_network")}{" "}
      <select
        data-field="network"
        value={network}
        onChange={({ currentTarget: { value } }) => isNetwork(value) && onChange(value)}
      >
        {Object.entries(NETWORKS).map(([id, key]) => (
          <option key={id} value={id}>
            {text(key)}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Into the clipboard: the one way that sends it to nobody, and takes it whole. */
function CopyWay({ written }: { readonly written: string }) {
  const [says, setSays] = useState("");
  const copy = () =>
    navigator.clipboard.writeText(written).then(
      () => setSays(text("ui_copied")),
      () => setSays(text("ui_copy_failed")),
    );
  return (
    <li>
      <Button action="report-copy" onClick={copy}>
        {text("action_copy_report")}
      </Button>
      <Status as="span" class="muted">
        {says}
      </Status>
    </li>
  );
}

/** Whom it can be sent to: the user's own help desk, and whom the site names. */
function Recipients({ view, written }: { readonly view: CheckView; readonly written: string }) {
  const helpDesk = useSettings()?.helpDesk ?? null;
  const [title = ""] = written.split("\n");
  const subject = `${title} ${view.host}`;
  const { mail, repository } = view.details.contacts;
  const desk = helpDesk && !URL.canParse(helpDesk.address) ? helpDesk.address : null;
  return (
    <>
      {desk ? (
        <Way
          action="report-help-desk"
          to={mailTo(desk, subject, written)}
          says={text("action_report_mail", desk)}
          note={text("ui_report_help_desk")}
        />
      ) : null}
      {mail && mail !== desk ? (
        <Way
          action="report-mail"
          to={mailTo(mail, subject, written)}
          says={text("action_report_mail", mail)}
          note={text("ui_report_named_by_site")}
        />
      ) : null}
      {repository ? (
        <Way
          action="report-issue"
          to={newIssue(repository, subject, written)}
          says={text("action_report_issue", repository.name, repository.host)}
          note={text("ui_report_issue_public")}
        />
      ) : null}
    </>
  );
}
