import { useEffect, useState } from "preact/hooks";
import { type Command, commands, openKeySettings } from "../../platform/commands.ts";
import { Button } from "../ui/button.tsx";
import { text } from "../ui/text.tsx";

/** The command that browsers themselves know, by which they open the popup. */
const POPUP = "_execute_action";

/** The ways to Faultline beside its icon, and the browser's own page on which the keys among them are set. */
export function WaysSection() {
  const [all, setAll] = useState<readonly Command[]>([]);
  useEffect(() => {
    const look = (): void => void commands().then(setAll, () => setAll([]));
    look();
    // The keys are set in another tab.
    addEventListener("focus", look);
    return () => removeEventListener("focus", look);
  }, []);
  return (
    <section class="ways">
      <h2>{text("options_ways")}</h2>
      <dl>
        {all.map(({ name, description, shortcut }) => (
          <div key={name} data-command={name}>
            <dt>{name === POPUP ? text("action_check") : description}</dt>
            <dd>{shortcut === "" ? text("options_no_keys") : <kbd dir="ltr">{shortcut}</kbd>}</dd>
          </div>
        ))}
      </dl>
      <p class="muted">{text("options_ways_more")}</p>
      <Button action="set-keys" onClick={() => void openKeySettings()}>
        {text("options_set_keys")}
      </Button>
    </section>
  );
}
