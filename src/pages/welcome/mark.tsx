/** The broken line, large. The same drawing as the icon in public/icons. */
export function Mark() {
  return (
    <svg class="mark" width="64" height="64" viewBox="0 0 128 128" fill="none" aria-hidden="true">
      <path class="mark-line" d="M12 88h32M84 40h32" />
      <path class="mark-break" d="M46 114 82 14" />
    </svg>
  );
}
