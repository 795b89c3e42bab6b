/** No more of a body than this is ever held. */
export const BODY_LIMIT = 16 * 1024;

/**
 * Reads the start of a body as text. Stops at the limit, and after `patience` milliseconds for bodies
 * that never end; what has come by then counts. Bytes that are not text become replacement characters.
 */
export async function readStart(
  response: Response,
  limit = BODY_LIMIT,
  patience = 3_000,
): Promise<{ text: string; truncated: boolean }> {
  const reader = response.body?.getReader();
  if (!reader) return { text: "", truncated: false };
  const decoder = new TextDecoder(charsetOf(response), { fatal: false });
  const overdue = new Promise<"overdue">((resolve) => setTimeout(() => resolve("overdue"), patience));
  let text = "";
  let size = 0;
  try {
    while (size < limit) {
      const turn = await Promise.race([reader.read(), overdue]);
      if (turn === "overdue") break;
      if (turn.done) return { text, truncated: false };
      const room = turn.value.subarray(0, limit - size);
      size += room.byteLength;
      text += decoder.decode(room, { stream: true });
    }
  } catch {
    // The connection broke in the middle of the body: the start is still worth reading.
  } finally {
    reader.cancel().catch(() => undefined);
  }
  return { text, truncated: true };
}

function charsetOf(response: Response): string {
  const named = /charset=["']?([\w-]+)/i.exec(response.headers.get("content-type") ?? "")?.[1];
  try {
    return new TextDecoder(named ?? "utf-8").encoding;
  } catch {
    return "utf-8";
  }
}
