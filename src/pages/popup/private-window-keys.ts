/** The keys that open a private window in this browser, by its own account of itself. */
export function privateWindowKeys(userAgent: string): string {
  const letter = /Firefox\//.test(userAgent) ? "P" : "N";
  return /Mac OS X/.test(userAgent) ? `⌘⇧${letter}` : `Ctrl+Shift+${letter}`;
}
