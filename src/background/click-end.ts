import type { ClickEnd } from "../core/protocol/protocol.ts";
import { NotStored } from "../platform/storage.ts";

/** What came of a click: `not-kept` where what it changes could not be stored. Whatever else breaks it rejects still. */
export const orNotKept = (done: Promise<ClickEnd>): Promise<ClickEnd> =>
  done.catch((error: unknown) => {
    if (error instanceof NotStored) return "not-kept";
    throw error;
  });
