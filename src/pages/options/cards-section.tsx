import { text } from "../ui/text.tsx";
import { Tick } from "../ui/tick.tsx";
import { HostList } from "./host-list.tsx";
import type { OptionsState } from "./use-options.ts";

/** Whether failing pages get a card, and the sites on which the user wanted none. */
export function CardsSection({ options }: { readonly options: OptionsState }) {
  const { settings, user, managed, set } = options;
  const isManaged = managed.settings.cards !== undefined;
  const own = user.cards?.notOn ?? [];
  return (
    <section>
      <h2>{text("options_field_cards")}</h2>
      <Tick
        field="cards"
        label={text("options_cards_show")}
        checked={!settings.cards.off}
        locked={isManaged}
        onChange={(on) => set("cards", (now) => ({ ...now, off: !on }))}
      />
      <p class="muted">{text("options_cards_why")}</p>
      {isManaged ? <p class="theirs">{text("options_set_by_organisation")}</p> : null}
      {own.length > 0 ? (
        <>
          <p id="cards-none-on">{text("options_cards_none_on")}</p>
          <HostList
            id="cards"
            hosts={own}
            labelledBy="cards-none-on"
            onRemove={(gone) => set("cards", ({ off, notOn }) => ({ off, notOn: notOn.filter((one) => one !== gone) }))}
          />
        </>
      ) : null}
    </section>
  );
}
