import { useEffect, useRef, useState } from "preact/hooks";
import type { ActionId } from "../../core/verdict/words.ts";
import { IncidentScene } from "../popup/incident-scene.tsx";
import type { RetryAction } from "../popup/next-try.tsx";
import { Button } from "../ui/button.tsx";
import { keepFocus } from "../ui/keep-focus.ts";
import { LiveRegion } from "../ui/live-region.tsx";
import { Status } from "../ui/status.tsx";
import { text } from "../ui/text.tsx";
import { MockPage } from "./mock-page.tsx";
import { ACTS, type Act, actOf, Performance, type Scene } from "./performance.ts";

const NAMES = {
  fails: "rehearsal_act_fails",
  judged: "rehearsal_act_judged",
  tries: "rehearsal_act_tries",
  back: "rehearsal_act_back",
} as const satisfies Record<Act, string>;

const STAGE = {
  now: Date.now,
  // Of the waits that chance allows the shorter ones: a rehearsal is to be over in half a minute.
  random: () => Math.random() / 4,
  after: (ms: number, act: () => void) => void setTimeout(act, ms),
};

/** How far the rehearsal has come, as four steps of which one is the present one. */
function Acts({ act }: { readonly act: Act | null }) {
  const at = act === null ? -1 : ACTS.indexOf(act);
  return (
    <ol class="acts" aria-label={text("rehearsal_acts")}>
      {ACTS.map((name, index) => (
        <li
          key={name}
          data-act={name}
          class={index < at ? "past" : ""}
          aria-current={index === at ? "step" : undefined}
        >
          {text(NAMES[name])}
        </li>
      ))}
    </ol>
  );
}

/** The rehearsal: a recorded outage goes through the real parts and into the real popup. Nothing is stored, nobody is asked. */
export function Rehearsal() {
  const performance = useRef<Performance | null>(null);
  const [scene, setScene] = useState<Scene | null>(null);
  const [note, setNote] = useState("");
  useEffect(keepFocus, []);
  useEffect(() => () => performance.current?.end(), []);

  const start = (): void => {
    performance.current?.end();
    setNote("");
    performance.current = new Performance(STAGE, setScene);
    performance.current.start();
  };
  const onRetry = (type: RetryAction): void => {
    if (type === "retry/now") performance.current?.tryNow();
    else if (type === "retry/stop") performance.current?.stop();
    else if (type === "retry/keep") performance.current?.keep();
    else setNote(text("rehearsal_watch"));
  };
  const onAct = (action: ActionId): void => {
    if (action === "check-again") performance.current?.checkAgain();
    else setNote(text("rehearsal_inert"));
  };

  const act = scene && actOf(scene);
  return (
    <main class="rehearsal" data-act={act ?? "before"}>
      <header>
        <p class="mark-rehearsal">{text("rehearsal_mark")}</p>
        <h1 class="rehearsal-title">{text("rehearsal_headline")}</h1>
        <p>{text("rehearsal_lead")}</p>
      </header>
      <Acts act={act} />
      <p class="start">
        <Button action="rehearsal-start" look={scene && act !== "back" ? "plain" : "main"} onClick={start}>
          {text(scene ? "rehearsal_again" : "rehearsal_start")}
        </Button>
      </p>
      <div class="scene">
        <MockPage page={scene?.page ?? "before"} />
        {scene?.check ? (
          <section
            class="popup"
            aria-label={text("rehearsal_popup")}
            data-phase={scene.check.phase}
            data-side={scene.check.verdict?.side ?? "none"}
            data-cause={scene.check.verdict?.cause ?? ""}
          >
            <IncidentScene
              view={scene.check}
              retry={scene.plan}
              opinions={null}
              repair={null}
              automatic
              isRehearsal
              onAct={onAct}
              onTell={() => setNote(text("rehearsal_inert"))}
              onRetry={onRetry}
            />
          </section>
        ) : (
          <p class="popup-place muted">{text("rehearsal_before")}</p>
        )}
      </div>
      <div class="note">
        <Status>{note}</Status>
      </div>
      <LiveRegion says={act ? text(NAMES[act]) : ""} />
    </main>
  );
}
