/** Labels that mean an order of bytes which only the text itself can tell. */
const UTF_16 = /^(?:utf-?16|ucs-?2|iso-10646-ucs-2|unicode)$/i;

function encodingOf(bytes: Uint8Array, contentType: string): string {
  const [first = -1, second = -1] = bytes;
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  if (first === 0xef && second === 0xbb) return "utf-8";
  // JSON and markup begin with an ASCII character, so one zero among the first two bytes gives UTF-16 away.
  if (first > 0 && second === 0) return "utf-16le";
  if (first === 0 && second > 0) return "utf-16be";
  const label = /charset=["']?([\w-]{1,40})/i.exec(contentType)?.[1] ?? "utf-8";
  return UTF_16.test(label) ? "utf-8" : label;
}

/**
 * Bytes as text: by their byte order mark, by their zero bytes, then by the charset of `Content-Type`, then as
 * UTF-8. What is no text becomes replacement characters; the mark is left out. Never throws.
 */
export function decode(bytes: Uint8Array, contentType = ""): string {
  try {
    return new TextDecoder(encodingOf(bytes, contentType)).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}
