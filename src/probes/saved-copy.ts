import { availabilityRequest, type CopyAnswer, parseAvailability } from "../core/places/saved-copy.ts";
import { bareFetch } from "./bare-fetch.ts";
import { readStart } from "./bounded-body.ts";

/** A worker dies 30 s into a fetch; the archive can be slow. */
const PATIENCE_MS = 15_000;

/** Asks the Internet Archive whether it has a copy of an address, which is all that is sent. Never rejects. */
export async function askArchive(address: string): Promise<CopyAnswer> {
  try {
    const response = await bareFetch(availabilityRequest(address), {
      headers: { accept: "application/json" },
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    return response.ok ? parseAvailability((await readStart(response)).text, Date.now()) : { state: "failed" };
  } catch {
    return { state: "failed" };
  }
}
