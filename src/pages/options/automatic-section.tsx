import { useState } from "preact/hooks";
import { hasAll, releaseAll, requestAll } from "../../platform/permissions.ts";
import { Button } from "../ui/button.tsx";
import { Status } from "../ui/status.tsx";
import { text } from "../ui/text.tsx";
import { useGrant } from "./use-grant.ts";

/** Whether Faultline notices failures by itself, and the button that changes it. */
export function AutomaticSection() {
  const isOn = useGrant(hasAll);
  /** As what the last click left it, for they said no to the browser or an administrator has fixed it; else null. */
  const [unchanged, setUnchanged] = useState<boolean | null>(null);
  // It was changed elsewhere since. In an effect this would come too late: the words would be seen for a moment.
  if (unchanged !== null && unchanged !== isOn) setUnchanged(null);
  if (isOn === null) return null;
  // The browser asks only within a click, so the request comes first and without any wait.
  const change = (): void => {
    (isOn ? releaseAll() : requestAll()).then(
      (yes) => setUnchanged(yes ? null : isOn),
      () => setUnchanged(isOn),
    );
  };
  return (
    <section data-automatic={isOn}>
      <h2>{text("options_automatic")}</h2>
      <Status explains>{text(isOn ? "options_automatic_on" : "options_automatic_off")}</Status>
      <Button action={isOn ? "release-all" : "grant-all"} look={isOn ? "plain" : "main"} onClick={change}>
        {text(isOn ? "options_turn_off" : "action_grant_all")}
      </Button>
      <Status class="muted">
        {unchanged === isOn ? text(isOn ? "options_set_by_organisation" : "ui_refused") : null}
      </Status>
    </section>
  );
}
