import { Button } from "../ui/button.tsx";
import { SideIcon } from "../ui/side-icon.tsx";
import { Status } from "../ui/status.tsx";
import { text } from "../ui/text.tsx";

/** Where the one question to the user stands. */
export type GrantState = "open" | "refused" | "on";

interface Props {
  readonly state: GrantState;
  readonly onGrant: () => void;
}

/** The one thing asked for, what the browser will say about it, and what came of it. */
export function Grant({ state, onGrant }: Props) {
  return (
    <section class="grant" data-grant={state}>
      <Status as="div">
        {state === "on" ? (
          <div class="grant-answer">
            <SideIcon mood="back" />
            <div>
              <h2>{text("welcome_on")}</h2>
              <p>{text("welcome_on_why")}</p>
              <p class="muted">{text("welcome_on_back")}</p>
            </div>
          </div>
        ) : null}
        {state === "refused" ? (
          <div class="grant-answer">
            <SideIcon mood="plain" />
            <div>
              <h2>{text("welcome_refused")}</h2>
              <p>{text("welcome_refused_why")}</p>
            </div>
          </div>
        ) : null}
      </Status>
      {state === "on" ? null : (
        <>
          {state === "open" ? (
            <>
              <h2>{text("welcome_ask")}</h2>
              <p>{text("welcome_ask_why")}</p>
            </>
          ) : null}
          <Button action="grant-all" look="main" onClick={onGrant}>
            {text("action_grant_all")}
          </Button>
          <p class="muted">{text("welcome_prompt")}</p>
          {state === "open" ? <p class="muted">{text("welcome_without")}</p> : null}
        </>
      )}
    </section>
  );
}
