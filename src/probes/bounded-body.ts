import { LONGEST_BODY } from "../core/http/page-content.ts";
import { pause } from "../platform/pause.ts";

/**
 * Reads the start of a body. Stops at the limit, and after `patience` milliseconds for bodies that never end;
 * what has come by then counts, in the pieces in which it came.
 */
export async function readPieces(
  response: Response,
  limit: number,
  patience: number,
): Promise<{ pieces: Uint8Array[]; truncated: boolean }> {
  const pieces: Uint8Array[] = [];
  const reader = response.body?.getReader();
  if (!reader) return { pieces, truncated: false };
  const overdue = pause(patience);
  let size = 0;
  try {
    while (size < limit) {
      const turn = await Promise.race([reader.read(), overdue]);
      if (!turn) break;
      if (turn.done) return { pieces, truncated: false };
      const room = turn.value.subarray(0, limit - size);
      size += room.byteLength;
      pieces.push(room);
    }
  } catch {
    // The connection broke in the middle of the body: the start is still worth reading.
  } finally {
    reader.cancel().catch(() => undefined);
  }
  return { pieces, truncated: true };
}

/** The same as text. Bytes that are not text become replacement characters. */
export async function readStart(
  response: Response,
  limit = LONGEST_BODY,
  patience = 3_000,
): Promise<{ text: string; truncated: boolean }> {
  const decoder = new TextDecoder(charsetOf(response), { fatal: false });
  const { pieces, truncated } = await readPieces(response, limit, patience);
  return { text: pieces.map((piece) => decoder.decode(piece, { stream: true })).join(""), truncated };
}

function charsetOf(response: Response): string {
  const named = /charset=["']?([\w-]+)/i.exec(response.headers.get("content-type") ?? "")?.[1];
  try {
    return new TextDecoder(named ?? "utf-8").encoding;
  } catch {
    return "utf-8";
  }
}
