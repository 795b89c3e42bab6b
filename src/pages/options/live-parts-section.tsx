import { Button } from "../ui/button.tsx";
import { text } from "../ui/text.tsx";
import type { OptionsState } from "./use-options.ts";

/** The others; undefined for none, as where nothing was ever set. */
function without(hosts: readonly string[], gone: string): readonly string[] | undefined {
  const others = hosts.filter((one) => one !== gone);
  return others.length > 0 ? others : undefined;
}

/** Sites whose failing requests are noticed live, each with a way to end that. They are added in the popup. */
export function LivePartsSection({ options }: { readonly options: OptionsState }) {
  const hosts = options.user.liveParts ?? [];
  const isSet = options.managed.settings.liveParts !== undefined;
  return (
    <section>
      <h2>{text("options_field_live_parts")}</h2>
      <p class="muted">{text("options_live_parts_why")}</p>
      {isSet ? <p class="theirs">{text("options_set_by_organisation")}</p> : null}
      {isSet || hosts.length === 0 ? null : (
        <ul class="watched" data-list="live-parts">
          {hosts.map((host) => (
            <li key={host}>
              <bdi>{host}</bdi>
              <Button
                action="parts-unwatch"
                label={text("action_parts_unwatch", host)}
                onClick={() => options.set("liveParts", (now) => without(now, host))}
              >
                {text("action_unwatch")}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
