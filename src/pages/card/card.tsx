import type { CardAct, CardView } from "../../core/protocol/card.ts";
import { Icon } from "../ui/icon.tsx";
import { LiveRegion } from "../ui/live-region.tsx";
import { SideIcon } from "../ui/side-icon.tsx";
import { countdown } from "../ui/time.ts";
import { useNow } from "../ui/use-now.ts";
import type { Place } from "./placement.ts";

interface Props {
  readonly view: CardView;
  readonly place: Place;
  readonly onAct: (act: CardAct) => void;
}

const MAIN: readonly CardAct[] = ["try-now", "stop", "details"];
/** Where there is room for little. */
const SMALL: readonly CardAct[] = ["details"];
const QUIET: readonly CardAct[] = ["not-here", "never"];

/** The card: whose fault it is as far as known, what happens next, and the user's say in it. */
export function Card({ view, place, onAct }: Props) {
  const { name, lang, dir, mood, headline, acts } = view;
  const close = acts.find(({ act }) => act === "close");
  /** No click of a page's script counts, should one ever reach this far. */
  const click = (act: CardAct) => (event: Event) => {
    if (event.isTrusted) onAct(act);
  };
  const onKeyDown = ({ isTrusted, key }: KeyboardEvent): void => {
    if (isTrusted && key === "Escape") onAct("close");
  };
  const row = (wanted: readonly CardAct[], look: "plain" | "quiet") => (
    <div class={`acts ${look}`}>
      {acts
        .filter(({ act }) => wanted.includes(act))
        .map(({ act, label, isOff }) => (
          // A button that is disabled would lose the focus.
          <button
            key={act}
            type="button"
            class={`button ${look}`}
            aria-disabled={isOff}
            onClick={isOff ? undefined : click(act)}
          >
            {label}
          </button>
        ))}
    </div>
  );
  return (
    <section
      class={`card ${place.corner ?? "nowhere"} ${place.isSmall ? "small" : ""}`}
      aria-label={name}
      lang={lang}
      dir={dir}
      style={place.isSmall ? undefined : { minHeight: `${place.floor}px` }}
      onKeyDown={onKeyDown}
    >
      <div class="head">
        <SideIcon mood={mood} />
        <p class="headline">{headline}</p>
      </div>
      {place.isSmall ? null : <Next view={view} />}
      {row(place.isSmall ? SMALL : MAIN, "plain")}
      {place.isSmall ? null : row(QUIET, "quiet")}
      {/* Last for the keyboard, and at the top for the eye. */}
      {close ? (
        <button type="button" class="close" aria-label={close.label} onClick={click("close")}>
          <Icon size={14}>
            <path d="m3 3 10 10M13 3 3 13" />
          </Icon>
        </button>
      ) : null}
      <LiveRegion says={headline} />
    </section>
  );
}

/** What happens next, with a live countdown; what a plan does at its end, the worker says. */
function Next({ view: { next, until, due } }: Pick<Props, "view">) {
  const now = useNow(until !== null);
  if (until === null) return <p class="next">{next}</p>;
  if (until <= now) return <p class="next">{due}</p>;
  return (
    <p class="next">
      {next}{" "}
      <span class="countdown" role="timer">
        {countdown(until - now)}
      </span>
    </p>
  );
}
