import type { ComponentChildren } from "preact";
import type { ActionId } from "../../core/verdict/words.ts";
import { translate } from "../../platform/i18n.ts";
import { Header } from "./header.tsx";
import type { PopupStanding } from "./known.ts";
import { NextStep } from "./next-step.tsx";
import { plainWords } from "./plain-words.ts";

interface Props {
  readonly standing: Exclude<PopupStanding, { kind: "failing" }>;
  readonly automatic: boolean;
  readonly onAct: (action: ActionId) => void;
  /** What follows the words is newer than any advice, and says more of what is back. */
  readonly isNewsBelow: boolean;
  /** What follows the words. */
  readonly children?: ComponentChildren;
}

/** Everything that is not an incident: the page answered, nobody answered, or Faultline may not look. */
export function PlainScene({ standing, automatic, isNewsBelow, onAct, children }: Props) {
  const { mood, headline, why, advice, action, note, about } = plainWords(standing, automatic);
  return (
    <>
      <Header
        mood={mood}
        headline={translate(headline)}
        why={why && !(isNewsBelow && mood === "back") ? translate(why) : ""}
      />
      {advice && !isNewsBelow ? <p class="advice">{translate(advice)}</p> : null}
      {action ? (
        <NextStep
          action={action}
          host={about ?? ("host" in standing ? standing.host : "")}
          note={note && translate(note)}
          onAct={onAct}
        />
      ) : null}
      {children}
    </>
  );
}
