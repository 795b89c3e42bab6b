import { canSilence } from "../../platform/notifications.ts";
import { hasNotifications } from "../../platform/permissions.ts";
import { text } from "../ui/text.tsx";
import { Tick } from "../ui/tick.tsx";
import { useGrant } from "./use-grant.ts";
import type { OptionsState } from "./use-options.ts";

/** Whether a word is said when a page is back, and whether it may be heard. */
export function NotificationsSection({ options }: { readonly options: OptionsState }) {
  const { settings, managed, set } = options;
  const { shown, sound } = settings.notifications;
  const locked = managed.settings.notifications !== undefined;
  const isGranted = useGrant(hasNotifications) ?? true;
  return (
    <section class="notifications">
      <h2>{text("options_field_notifications")}</h2>
      <Tick
        field="notifications"
        label={text("options_notifications_show")}
        checked={shown}
        locked={locked}
        onChange={(on) => set("notifications", (now) => ({ ...now, shown: on }))}
      />
      {isGranted ? null : <p class="muted">{text("options_notifications_need")}</p>}
      {canSilence && shown ? (
        <Tick
          field="sound"
          label={text("options_notifications_sound")}
          checked={sound}
          locked={locked}
          onChange={(on) => set("notifications", (now) => ({ ...now, sound: on }))}
        />
      ) : null}
      {locked ? <p class="theirs">{text("options_set_by_organisation")}</p> : null}
      {canSilence ? null : <p class="muted">{text("options_notifications_system")}</p>}
    </section>
  );
}
