import type { ComponentChildren } from "preact";
import type { Row } from "../../core/verdict/view.ts";
import { Icon } from "./icon.tsx";

const DRAWINGS: Record<Row["outcome"], ComponentChildren> = {
  pending: <circle cx="8" cy="8" r="2" />,
  running: <path d="M8 2.5A5.5 5.5 0 1 1 2.5 8" />,
  pass: <path d="m3 8.5 3.2 3.2L13 4.8" />,
  fail: <path d="m4 4 8 8m0-8-8 8" />,
  inconclusive: <path d="M5.6 5.8c.1-1.5 1-2.3 2.4-2.3s2.4.9 2.4 2.1c0 1.8-2.4 1.8-2.4 3.8M8 12.4h.01" />,
  "not-applicable": <path d="M4 8h8" />,
};

/** The outcome of one check by shape: dot, turning arc, tick, cross, question mark, dash. */
export function OutcomeIcon({ outcome }: { readonly outcome: Row["outcome"] }) {
  return (
    <Icon size={16} class={`outcome ${outcome}`}>
      {DRAWINGS[outcome]}
    </Icon>
  );
}
