import { hasAll, releaseAll, requestAll } from "../../platform/permissions.ts";
import { Button } from "../ui/button.tsx";
import { text } from "../ui/text.tsx";
import { useGrant } from "./use-grant.ts";

/** Whether Faultline notices failures by itself, and the button that changes it. */
export function AutomaticSection() {
  const isOn = useGrant(hasAll);
  // The browser asks only within a click, so the request comes first and without any wait.
  const change = (): void => void (isOn ? releaseAll() : requestAll()).catch(() => undefined);
  if (isOn === null) return null;
  return (
    <section data-automatic={isOn}>
      <h2>{text("options_automatic")}</h2>
      <p role="status">{text(isOn ? "options_automatic_on" : "options_automatic_off")}</p>
      <Button action={isOn ? "release-all" : "grant-all"} look={isOn ? "plain" : "main"} onClick={change}>
        {text(isOn ? "options_turn_off" : "action_grant_all")}
      </Button>
    </section>
  );
}
