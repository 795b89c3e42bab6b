import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";

interface Props {
  readonly as?: "p" | "div" | "span";
  readonly class?: string;
  /** What it says at first explains what stands there, and is no news: it is drawn at once, and nobody is told of it. */
  readonly explains?: boolean;
  /** For tests and users' scripts: what it says. */
  readonly [data: `data-${string}`]: string | undefined;
  /** What came of something; nothing as long as nothing did. */
  readonly children?: ComponentChildren;
}

/**
 * Words that a screen reader says when they come. It would not say those that come together with their region, so it
 * is to stand in the page before there are any; one that has words from the first says them once it stands. Empty it
 * takes no room (`base.css`).
 */
export function Status({ as: Tag = "p", explains = false, children, ...rest }: Props) {
  const [stands, setStands] = useState(explains);
  useEffect(() => setStands(true), []);
  return (
    <Tag role="status" {...rest}>
      {stands ? children : null}
    </Tag>
  );
}
