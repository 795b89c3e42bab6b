import { openOptions } from "../../platform/options-page.ts";
import { Button } from "../ui/button.tsx";
import { text } from "../ui/text.tsx";

/** The way to the settings, at the end of whatever the popup shows. */
export const SettingsLink = () => (
  <p class="settings">
    <Button action="settings" look="quiet" onClick={() => void openOptions()}>
      {text("action_settings")}
    </Button>
  </p>
);
