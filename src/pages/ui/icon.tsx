import type { ComponentChildren } from "preact";

interface Props {
  readonly size: number;
  readonly class?: string;
  readonly children: ComponentChildren;
}

/** Frame of every drawing: 16 units wide, drawn with the text's colour, silent for screen readers. */
export function Icon({ size, class: extra = "", children }: Props) {
  return (
    <svg
      class={`icon ${extra}`}
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      stroke-width="1.5"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      {children}
    </svg>
  );
}
