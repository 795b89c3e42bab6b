import { encode } from "uqr";

/** A code as a picture: the dark fields as one path, in units of a field. */
export interface Code {
  /** Fields along one side, the quiet margin among them. */
  readonly size: number;
  readonly path: string;
}

/** Fields of light margin that scanners need around a code (ISO/IEC 18004). */
const QUIET = 4;
/** Beyond this the fields get too small to be scanned from a popup. */
const LONGEST = 600;

/** Draws a text as a QR code, at medium error correction where that fits; null when it is too long to scan. */
export function qrCode(content: string): Code | null {
  if (new TextEncoder().encode(content).length > LONGEST) return null;
  const { data, size } = encode(content, { ecc: "M", border: QUIET });
  const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return { size, path: dark.join("") };
}
