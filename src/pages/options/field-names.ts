import type { MessageKey } from "../../core/message.ts";
import type { Field } from "../../core/settings/settings.ts";

/** How each setting is called. */
export const FIELD_NAMES = {
  remoteOpinions: "options_field_remote_opinions",
  vantage: "options_field_vantage",
  resolvers: "options_field_resolvers",
  statusPages: "options_field_status_pages",
  connectivity: "options_field_connectivity",
  retry: "options_field_retry",
  cards: "options_field_cards",
  retryOffSites: "options_field_retry_off_sites",
  deadlines: "options_field_deadlines",
  notifications: "options_field_notifications",
  askUnasked: "options_field_ask_unasked",
  history: "options_field_history",
  helpDesk: "options_field_help_desk",
  liveParts: "options_field_live_parts",
} as const satisfies Record<Field, MessageKey>;

/** What each setting takes. */
export const FIELD_EXPECTS = {
  remoteOpinions: "options_expects_remote_opinions",
  vantage: "options_expects_vantage",
  resolvers: "options_expects_resolvers",
  statusPages: "options_expects_status_pages",
  connectivity: "options_expects_connectivity",
  retry: "options_expects_retry",
  cards: "options_expects_cards",
  retryOffSites: "options_expects_retry_off_sites",
  deadlines: "options_expects_deadlines",
  notifications: "options_expects_notifications",
  askUnasked: "options_expects_ask_unasked",
  history: "options_expects_history",
  helpDesk: "options_expects_help_desk",
  liveParts: "options_expects_live_parts",
} as const satisfies Record<Field, MessageKey>;
