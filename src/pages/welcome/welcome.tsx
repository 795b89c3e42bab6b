import { useEffect, useState } from "preact/hooks";
import { openOptions } from "../../platform/options-page.ts";
import { hasAll, requestAll } from "../../platform/permissions.ts";
import { Button } from "../ui/button.tsx";
import { text } from "../ui/text.tsx";
import { Grant, type GrantState } from "./grant.tsx";
import { Mark } from "./mark.tsx";

const READS = ["welcome_reads_healthy", "welcome_reads_failing", "welcome_reads_never"] as const;
const SENDS = ["welcome_sends_site", "welcome_sends_click", "welcome_sends_nobody"] as const;

/** What Faultline does, the one question, and exactly what is read and sent. */
export function Welcome() {
  const [state, setState] = useState<GrantState>("open");
  useEffect(() => {
    hasAll().then(
      (has) => {
        if (has) setState("on");
      },
      () => undefined,
    );
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
      <Grant state={state} onGrant={ask} />
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
      <footer>
        <Button action="settings" look="quiet" onClick={() => void openOptions()}>
          {text("action_settings")}
        </Button>
      </footer>
    </main>
  );
}
