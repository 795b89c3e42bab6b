import type { ComponentChildren } from "preact";
import type { Side } from "../../core/evidence/causes.ts";
import { Icon } from "./icon.tsx";

/** What the mark beside the first sentence can stand for. */
export type Mood = Side | "back" | "checking" | "plain";

/** Each has its own outline, so that none depends on its colour: box, round, diamond, bare tick, dots, line. */
const DRAWINGS: Record<Mood, ComponentChildren> = {
  server: (
    <>
      <rect x="2" y="2" width="12" height="5" rx="1.2" />
      <rect x="2" y="9" width="12" height="5" rx="1.2" />
      <path d="M4.8 4.5h.01M4.8 11.5h.01M8 4.5h3.2" />
      <path d="m9 10.4 2.2 2.2m0-2.2L9 12.6" />
    </>
  ),
  you: (
    <>
      <circle cx="8" cy="8" r="6.5" />
      <circle cx="8" cy="6.4" r="2" />
      <path d="M4.4 12.2c.7-1.7 2-2.4 3.6-2.4s2.9.7 3.6 2.4" />
    </>
  ),
  unsure: (
    <>
      <path d="M8 1 15 8 8 15 1 8Z" />
      <path d="M6.4 6.6c.1-1 .7-1.5 1.6-1.5s1.6.6 1.6 1.4c0 1.2-1.6 1.2-1.6 2.5M8 11h.01" />
    </>
  ),
  back: <path d="m2 8.6 3.8 3.9L14 3.8" stroke-width="2.2" />,
  checking: <path d="M3 8h.01M8 8h.01M13 8h.01" stroke-width="2.6" />,
  plain: <path d="M1.5 8h13" stroke-width="2" />,
};

export function SideIcon({ mood }: { readonly mood: Mood }) {
  return (
    <span class={`side-icon ${mood}`}>
      <Icon size={22}>{DRAWINGS[mood]}</Icon>
    </span>
  );
}
