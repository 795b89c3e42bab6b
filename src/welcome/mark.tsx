/** The broken line, large. The same drawing as the icon in public/icons. */
export function Mark() {
  return (
    <svg class="mark" width="64" height="64" viewBox="0 0 128 128" fill="none" aria-hidden="true">
      <path class="mark-line" d="M10 64h26M92 64h26" />
      <path class="mark-break" d="M50 36 64 60l-10 8 14 24" />
    </svg>
  );
}
