import { useEffect, useState } from "preact/hooks";
import { isFirefox } from "../../platform/browser.ts";
import { openOptions } from "../../platform/options-page.ts";
import { hasAll, onPermissionsChanged, requestAll } from "../../platform/permissions.ts";
import { isOnToolbar } from "../../platform/toolbar.ts";
import { Button } from "../ui/button.tsx";
import { keepFocus } from "../ui/keep-focus.ts";
import { Status } from "../ui/status.tsx";
import { text } from "../ui/text.tsx";
import { Grant, type GrantState } from "./grant.tsx";
import { Mark } from "./mark.tsx";
import { Picture } from "./picture.tsx";
import { Recipients } from "./recipients.tsx";

const READS = ["welcome_reads_healthy", "welcome_reads_failing", "welcome_reads_never"] as const;
const SENDS = ["welcome_sends_site", "welcome_sends_click", "welcome_sends_nobody"] as const;

/** How to keep the icon in sight, or that it is; browsers hide the icons of new extensions. */
function Pin() {
  const [isPinned, setPinned] = useState<boolean | null>(null);
  useEffect(() => {
    const look = (): void => void isOnToolbar().then(setPinned);
    look();
    // They pin it in the browser's own menu, and come back here.
    addEventListener("focus", look);
    return () => removeEventListener("focus", look);
  }, []);
  const how = isFirefox ? "welcome_pin_firefox" : "welcome_pin_chromium";
  return (
    <section data-pinned={isPinned ?? "unknown"}>
      <h2>{text("welcome_pin")}</h2>
      <Status explains>{text(isPinned ? "welcome_pin_done" : how)}</Status>
    </section>
  );
}

/** A failing page that is none, for whoever wants to see what will happen. */
const TryIt = () => (
  <section>
    <h2>{text("welcome_try")}</h2>
    <p>{text("welcome_try_why")}</p>
    <p>
      <a class="button" data-action="try-it" href="../rehearsal/index.html" target="_blank" rel="noopener">
        {text("welcome_try")}
      </a>
    </p>
  </section>
);

/** What Faultline does, the one question, and exactly what is read and sent. */
export function Welcome() {
  const [state, setState] = useState<GrantState>("open");
  useEffect(keepFocus, []);
  useEffect(() => {
    const look = (): void => {
      hasAll().then(
        (has) => setState((before) => (has ? "on" : before === "on" ? "open" : before)),
        () => undefined,
      );
    };
    look();
    // It is also turned on in the popup, and off in the settings or in the browser's own.
    onPermissionsChanged(look);
  }, []);
  // The request comes first and without any wait: later the click no longer counts as the user's.
  const ask = (): void => {
    requestAll().then(
      (granted) => setState(granted ? "on" : "refused"),
      () => setState("refused"),
    );
  };
  return (
    <main class="welcome">
      <header>
        <Mark />
        <h1>{text("welcome_headline")}</h1>
        <p class="lead">{text("welcome_lead")}</p>
      </header>
      <Picture />
      <Grant state={state} onGrant={ask} />
      <div class="facts">
        <TryIt />
        <Pin />
      </div>
      <div class="facts">
        <section>
          <h2>{text("welcome_reads")}</h2>
          <ul>
            {READS.map((key) => (
              <li key={key}>{text(key)}</li>
            ))}
          </ul>
        </section>
        <section>
          <h2>{text("welcome_sends")}</h2>
          <ul>
            {SENDS.map((key) => (
              <li key={key}>{text(key)}</li>
            ))}
          </ul>
        </section>
      </div>
      <Recipients />
      <footer>
        <Button action="settings" look="quiet" onClick={() => void openOptions()}>
          {text("action_settings")}
        </Button>
      </footer>
    </main>
  );
}
