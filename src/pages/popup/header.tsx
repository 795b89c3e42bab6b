import type { ComponentChildren } from "preact";
import { LiveRegion } from "../ui/live-region.tsx";
import { type Mood, SideIcon } from "../ui/side-icon.tsx";

interface Props {
  readonly mood: Mood;
  readonly headline: string;
  readonly why: string;
  /** A third, quiet line: facts such as the code and since when. */
  readonly children?: ComponentChildren;
}

/** Whose fault and what, why we think so. A changed headline is announced once. */
export function Header({ mood, headline, why, children }: Props) {
  return (
    <header class="header">
      <SideIcon mood={mood} />
      <div>
        <h1>{headline}</h1>
        <p>{why}</p>
        {children}
      </div>
      <LiveRegion says={headline} />
    </header>
  );
}
