import { isAddress } from "../../core/settings/addresses.ts";
import { MOST_RESOLVERS } from "../../core/settings/resolvers.ts";
import { parseSettings } from "../../core/settings/settings.ts";
import { text } from "../ui/text.tsx";
import { Tick } from "../ui/tick.tsx";
import { HostList } from "./host-list.tsx";
import { PairList } from "./pair-list.tsx";
import type { OptionsState } from "./use-options.ts";
import { VantageForm } from "./vantage-form.tsx";

/** Whom second opinions are asked of, and whether they are asked of anybody. */
export function OpinionsSection({ options }: { readonly options: OptionsState }) {
  const { settings, managed, set, timesAllChanged } = options;
  const { resolvers } = settings;
  const isSet = (field: keyof typeof settings): boolean => managed.settings[field] !== undefined;
  const theirs = <p class="theirs">{text("options_set_by_organisation")}</p>;
  return (
    <section>
      <h2>{text("options_field_remote_opinions")}</h2>
      <Tick
        field="remoteOpinions"
        label={text("options_remote_opinions_offer")}
        checked={settings.remoteOpinions}
        locked={isSet("remoteOpinions")}
        onChange={(on) => set("remoteOpinions", () => (on ? undefined : false))}
      />
      {isSet("remoteOpinions") ? theirs : null}
      {settings.remoteOpinions ? (
        <>
          <h3>{text("options_field_vantage")}</h3>
          <p class="muted">{text("options_vantage_why")}</p>
          {isSet("vantage") ? (
            theirs
          ) : (
            <VantageForm key={timesAllChanged} vantage={settings.vantage} onSave={(change) => set("vantage", change)} />
          )}
          <h3>{text("options_field_resolvers")}</h3>
          <p class="muted">
            {text("options_resolvers_why")} {isSet("resolvers") ? null : text("options_resolvers_take")}
          </p>
          {isSet("resolvers") ? (
            theirs
          ) : (
            <PairList
              id="resolvers"
              pairs={resolvers}
              nameLabel={text("options_name")}
              urlLabel={text("options_address")}
              least={1}
              most={MOST_RESOLVERS}
              check={(name, url) => ({
                name: resolvers.some((one) => one.name === name) ? text("options_bad_name") : "",
                url: isAddress(url) ? "" : text("options_bad_address"),
              })}
              onAdd={(name, url) =>
                set(
                  "resolvers",
                  (now) => parseSettings({ resolvers: [...now, name ? { name, url } : { url }] }).settings.resolvers,
                )
              }
              onRemove={(gone) => set("resolvers", (now) => now.filter(({ name }) => name !== gone))}
            />
          )}
          <h3>{text("options_field_ask_unasked")}</h3>
          <p class="muted">
            {text(settings.askUnasked.length > 0 ? "options_ask_unasked_why" : "options_ask_unasked_none")}{" "}
            {isSet("askUnasked") || settings.askUnasked.length === 0 ? null : text("options_ask_unasked_again")}
          </p>
          {isSet("askUnasked") ? theirs : null}
          <HostList
            id="ask-unasked"
            hosts={settings.askUnasked}
            locked={isSet("askUnasked")}
            onRemove={(gone) => set("askUnasked", (now) => now.filter((one) => one !== gone))}
          />
        </>
      ) : null}
    </section>
  );
}
