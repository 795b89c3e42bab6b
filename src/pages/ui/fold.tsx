import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";

interface Props {
  readonly title: string;
  /** Whether it stands open until the user decides. */
  readonly open?: boolean;
  /** Buttons on the title's line; they come before it so that it keeps clear of them. */
  readonly beside?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** A part that can be folded away. Once the user has opened or closed it, it stays so. */
export function Fold({ title, open = false, beside, children }: Props) {
  const [chosen, setChosen] = useState<boolean | null>(null);
  const shown = chosen ?? open;
  return (
    <section class="fold">
      {beside ? <div class="fold-beside">{beside}</div> : null}
      <details open={shown}>
        {/* The state is ours, else "open while checking" and the user's own click would fight. */}
        {/* biome-ignore lint/a11y/noStaticElementInteractions: a summary is interactive by itself. */}
        <summary
          onClick={(event) => {
            event.preventDefault();
            setChosen(!shown);
          }}
        >
          {title}
        </summary>
        {children}
      </details>
    </section>
  );
}
