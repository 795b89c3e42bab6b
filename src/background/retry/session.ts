import { inNewSession } from "../../core/retry/stored.ts";
import { update } from "../../platform/storage.ts";
import { publish, published } from "../../platform/views.ts";
import { tidyFailures } from "../history.ts";
import { tidyHistory } from "./outage-history.ts";
import { publishWatched } from "./plan-views.ts";
import { PLANS } from "./plans.ts";

/** Forgotten by the browser when it ends, and when the extension is updated. */
const SESSION_KEY = "session-began";

/**
 * The browser gives the ids of tabs anew in each session. Until the plans know of it, whatever happens in a tab would count
 * for the plan of another tab in the session before.
 */
export class Session {
  /** Of this worker. */
  #entered: Promise<void> | undefined;

  /** Rejects where it cannot be entered; the next call tries again. */
  async enter(): Promise<void> {
    this.#entered ??= enterSession();
    try {
      await this.#entered;
    } catch (error) {
      this.#entered = undefined;
      throw error;
    }
  }

  /** Resolves once it is entered, or could not be: whatever happens goes on then, and no word of it is lost. */
  async settled(): Promise<void> {
    this.#entered ??= enterSession();
    await this.#entered.catch(() => undefined);
  }
}

/**
 * The first thing in a new session: tabs may have other ids, though the plans have not changed. That it has begun is
 * said once the plans know of it: a worker that is killed before leaves it to the next.
 */
async function enterSession(): Promise<void> {
  if ((await published(SESSION_KEY)) !== undefined) return;
  const random = Math.random();
  await tidyHistory().catch((error: unknown) => console.warn("Faultline: old outages are still kept", error));
  await tidyFailures().catch((error: unknown) => console.warn("Faultline: old failures are still kept", error));
  const plans = await update(PLANS, (all) =>
    // Also what nobody can read goes from the disk with that.
    Object.keys(all).length === 0 ? PLANS.initial : inNewSession(all, Date.now(), random),
  );
  await publish(SESSION_KEY, true);
  await publishWatched(Object.values(plans));
}
