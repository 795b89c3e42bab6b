import "./details.css";
import type { ComponentChildren } from "preact";
import { shareableAddress } from "../../core/report/shareable-url.ts";
import type { RetryView } from "../../core/retry/view.ts";
import { adviceFor } from "../../core/verdict/owner-advice.ts";
import type { CheckView } from "../../core/verdict/view.ts";
import { ExternalLink } from "../ui/external-link.tsx";
import { Fold } from "../ui/fold.tsx";
import { Text, text } from "../ui/text.tsx";
import { CopyButtons } from "./copy-buttons.tsx";
import { HelpDesk } from "./help-desk.tsx";
import { OwnerList } from "./owner-list.tsx";
import { ReportSlot } from "./report-slot.tsx";

interface Props {
  readonly view: CheckView;
  readonly retry: RetryView;
  readonly lang: string;
}

function Fact({ name, children }: { readonly name: string; readonly children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** What a support desk asks for. Everything in it comes from outside and is shown as text. */
export function Support({ view, retry, lang }: Props) {
  const { details } = view;
  const exact = new Intl.DateTimeFormat(lang, { dateStyle: "medium", timeStyle: "long" });
  const toSecond = new Intl.DateTimeFormat(lang, { timeStyle: "medium" });
  const took = new Intl.NumberFormat(lang, { style: "unit", unit: "millisecond", maximumFractionDigits: 0 });
  const none = text("report_none");
  const address = shareableAddress(view);
  return (
    <Fold title={text("ui_support")} beside={<CopyButtons view={view} retry={retry} />}>
      <HelpDesk view={view} retry={retry} />
      <ReportSlot view={view} retry={retry} />
      <dl class="details">
        <Fact name={text("ui_support_address")}>
          <bdi>{address.isCut ? text("report_address_cut", address.url) : address.url}</bdi>
        </Fact>
        <Fact name={text("ui_support_status")}>{view.status ?? none}</Fact>
        <Fact name={text("ui_support_since")}>
          <bdi>{exact.format(view.since)}</bdi>
        </Fact>
        <Fact name={text("ui_support_gateway")}>
          <bdi>{details.gateway ?? none}</bdi>
        </Fact>
        {details.gatewayDetail === null ? null : (
          <Fact name={text("ui_support_gateway_detail")}>
            <code>{details.gatewayDetail}</code>
          </Fact>
        )}
        <Fact name={text("ui_support_request_id")}>
          {details.requestId === null ? none : <code>{details.requestId}</code>}
        </Fact>
        {details.hops.length < 2 ? null : (
          <Fact name={text("ui_support_hops")}>
            <ol>
              {details.hops.map((hop) => (
                <li key={hop}>
                  <bdi>{hop}</bdi>
                </li>
              ))}
            </ol>
          </Fact>
        )}
        {details.protocol === null ? null : <Fact name={text("ui_support_protocol")}>{details.protocol}</Fact>}
        {details.waited === null ? null : (
          <Fact name={text("ui_support_waited")}>
            <bdi>{took.format(details.waited)}</bdi>
          </Fact>
        )}
        {details.statusPageUrl === null ? null : (
          <Fact name={text("ui_support_status_page")}>
            <ExternalLink url={details.statusPageUrl} />
          </Fact>
        )}
        {details.gatewayStatusPage === null ? null : (
          <Fact name={text("ui_support_gateway_status_page")}>
            <ExternalLink url={details.gatewayStatusPage} />
          </Fact>
        )}
        {details.answers.length === 0 ? null : (
          <Fact name={text("ui_support_answers")}>
            <ol>
              {details.answers.map(({ at, what, took: ms }) => (
                <li key={at}>
                  <bdi>{toSecond.format(at)}</bdi>{" "}
                  <bdi>
                    <Text of={what} />
                  </bdi>{" "}
                  <bdi class="muted">{took.format(ms)}</bdi>
                </li>
              ))}
            </ol>
          </Fact>
        )}
      </dl>
      <OwnerList notes={adviceFor(view)} />
    </Fold>
  );
}
