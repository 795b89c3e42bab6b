import { SCENARIOS } from "./index.ts";
import type { Scenario } from "./scenario.ts";

const SAVED_AS_FILE = "Firefox saves such an answer as a file, so no page fails";
const NO_STORED_ERROR = "Firefox shows no stored error for a navigation; it asks the site again";
const ONE_PROXY = "Firefox learns the lab's names from a proxy of its own, so a second one cannot be set in it";
const CHROMIUM_PACKAGE = "the lab's other extensions are packaged for Chromium";

/** Why a scenario cannot be played in Firefox; null when it can. */
function obstacle({ id, staging, truth }: Scenario): string | null {
  if (id === "body-download-502") return SAVED_AS_FILE;
  if (staging.prepareUrl?.endsWith("/cached-error") && truth.cause === "stale-cache") return NO_STORED_ERROR;
  if (staging.forwardProxy !== undefined) return ONE_PROXY;
  if (staging.otherExtension !== undefined) return CHROMIUM_PACKAGE;
  return null;
}

/** Every scenario, with what is true of it in Firefox. */
export const ASKED_OF_FIREFOX: readonly Scenario[] = SCENARIOS.map((scenario) => ({
  ...scenario,
  truth: scenario.inFirefox ?? scenario.truth,
}));

/** What is played in Firefox: all that it can meet. */
export const IN_FIREFOX: readonly Scenario[] = ASKED_OF_FIREFOX.filter((scenario) => obstacle(scenario) === null);

/** What cannot be played there, with the reason. */
export const NOT_IN_FIREFOX: ReadonlyArray<{ readonly id: string; readonly reason: string }> = SCENARIOS.flatMap(
  (scenario) => {
    const reason = obstacle(scenario);
    return reason === null ? [] : [{ id: scenario.id, reason }];
  },
);
