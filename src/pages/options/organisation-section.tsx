import type { MessageKey } from "../../core/message.ts";
import { FIELDS, type Field, type Parsed, type Settings } from "../../core/settings/settings.ts";
import { text } from "../ui/text.tsx";

const NAMES = {
  remoteOpinions: "options_field_remote_opinions",
  vantage: "options_field_vantage",
  resolvers: "options_field_resolvers",
  statusPages: "options_field_status_pages",
  connectivity: "options_field_connectivity",
  retry: "options_field_retry",
  helpDesk: "options_field_help_desk",
  liveParts: "options_field_live_parts",
} as const satisfies Record<Field, MessageKey>;

const EXPECTS = {
  remoteOpinions: "options_expects_remote_opinions",
  vantage: "options_expects_vantage",
  resolvers: "options_expects_resolvers",
  statusPages: "options_expects_status_pages",
  connectivity: "options_expects_connectivity",
  retry: "options_expects_retry",
  helpDesk: "options_expects_help_desk",
  liveParts: "options_expects_live_parts",
} as const satisfies Record<Field, MessageKey>;

/** What was set, one line each. A token is not among it. */
function valuesOf(field: Field, settings: Partial<Settings>): string[] {
  const { remoteOpinions, vantage, resolvers, statusPages, connectivity, retry, helpDesk, liveParts } = settings;
  const values: Record<Field, Array<string | null | undefined>> = {
    remoteOpinions: [text(remoteOpinions ? "options_allowed" : "options_not_allowed")],
    vantage: [vantage?.base],
    resolvers: resolvers?.map(({ name, url }) => `${name} ${url}`) ?? [],
    statusPages: Object.entries(statusPages ?? {}).map(([host, url]) => `${host} ${url}`),
    connectivity: [connectivity?.secure, connectivity?.plain],
    retry: [
      retry?.off ? text("options_retry_off") : null,
      retry?.maxPerHour ? text("options_retry_most", String(retry.maxPerHour)) : null,
    ],
    helpDesk: [helpDesk?.label, helpDesk?.address],
    liveParts: [...(liveParts ?? [])],
  };
  return values[field].filter((value) => typeof value === "string");
}

/** What whoever administers this browser has set, and what of it cannot be used. Nothing where nothing is set. */
export function OrganisationSection({ managed }: { readonly managed: Parsed }) {
  const { settings, problems } = managed;
  const set = FIELDS.filter((field) => settings[field] !== undefined);
  if (set.length === 0 && problems.length === 0) return null;
  return (
    <section class="organisation">
      <h2>{text("options_organisation")}</h2>
      <p class="muted">{text("options_organisation_why")}</p>
      <dl>
        {set.map((field) => (
          <div key={field} data-managed={field}>
            <dt>{text(NAMES[field])}</dt>
            {valuesOf(field, settings).map((value) => (
              <dd key={value}>
                <bdi>{value}</bdi>
              </dd>
            ))}
          </div>
        ))}
      </dl>
      {problems.length > 0 ? (
        <ul class="problems">
          {problems.map(({ field, entry }) => (
            <li key={`${field} ${entry}`} data-problem={field}>
              {entry === null
                ? text("options_not_used", text(NAMES[field]))
                : text("options_entry_not_used", text(NAMES[field]), entry)}{" "}
              {text(EXPECTS[field])}
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}
