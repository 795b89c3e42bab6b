import { translate } from "../platform/i18n.ts";
import type { ActionId } from "../protocol/view.ts";
import { Header } from "./header.tsx";
import { NextStep } from "./next-step.tsx";
import { plainWords } from "./plain-words.ts";
import type { Standing } from "./use-popup.ts";

interface Props {
  readonly standing: Exclude<Standing, { kind: "failing" }>;
  readonly automatic: boolean;
  readonly onAct: (action: ActionId) => void;
}

/** Everything that is not an incident: the page answered, nobody answered, or Faultline may not look. */
export function PlainScene({ standing, automatic, onAct }: Props) {
  const { mood, headline, why, advice, action, note, about } = plainWords(standing, automatic);
  return (
    <>
      <Header mood={mood} headline={translate(headline)} why={why ? translate(why) : ""} />
      {advice ? <p class="advice">{translate(advice)}</p> : null}
      {action ? (
        <NextStep
          action={action}
          host={about ?? ("host" in standing ? standing.host : "")}
          note={note && translate(note)}
          onAct={onAct}
        />
      ) : null}
    </>
  );
}
