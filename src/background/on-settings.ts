import { followCards } from "./card/cards.ts";
import { setUpLiveParts } from "./live-parts.ts";

/**
 * The user or the administrator has changed the settings, in whatever way. Most are read anew for each use; these are what
 * stands in pages, or at the browser, by what they said before. Never rejects.
 */
export async function onSettings(): Promise<void> {
  await Promise.all([
    followCards(),
    setUpLiveParts().catch((error: unknown) => console.warn("Faultline: live parts stand as they did", error)),
  ]);
}
