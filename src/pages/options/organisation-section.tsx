import { FIELDS, type Field, type Parsed, type Settings } from "../../core/settings/settings.ts";
import { text } from "../ui/text.tsx";
import { FIELD_EXPECTS, FIELD_NAMES } from "./field-names.ts";

/** What was set, one line each. A token is not among it. */
function valuesOf(field: Field, settings: Partial<Settings>): string[] {
  const { remoteOpinions, vantage, resolvers, statusPages, connectivity, retry, cards, helpDesk, liveParts } = settings;
  const { deadlines, notifications } = settings;
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
    cards: [cards && text(cards.off ? "options_cards_are_off" : "options_cards_are_on"), ...(cards?.notOn ?? [])],
    retryOffSites: [...(settings.retryOffSites ?? [])],
    deadlines: deadlines
      ? [text("options_deadlines_are", String(deadlines.tabHours), String(deadlines.watchDays))]
      : [],
    notifications: [
      text(notifications?.shown ? "options_allowed" : "options_not_allowed"),
      notifications?.sound ? null : text("options_no_sound"),
    ],
    askUnasked: [...(settings.askUnasked ?? [])],
    history: [text(settings.history ? "options_allowed" : "options_not_allowed")],
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
            <dt>{text(FIELD_NAMES[field])}</dt>
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
                ? text("options_not_used", text(FIELD_NAMES[field]))
                : text("options_entry_not_used", text(FIELD_NAMES[field]), entry)}{" "}
              {text(FIELD_EXPECTS[field])}
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}
