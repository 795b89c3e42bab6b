import { causeStates } from "./cause-states.ts";
import { cureStates } from "./cure-states.ts";
import { type MakeFixture, states } from "./fixtures.ts";
import { planStates } from "./plan-states.ts";

/** Every state that the popup can be in, by name. */
export const popupStates: Readonly<Record<string, MakeFixture>> = {
  ...states,
  ...causeStates,
  ...planStates,
  ...cureStates,
};
