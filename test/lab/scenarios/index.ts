import { FAMILIES } from "./families.ts";
import { isHeld } from "./held.ts";
import type { Scenario } from "./scenario.ts";

/** Every scenario of the lab, family by family. */
export const SCENARIOS: readonly Scenario[] = FAMILIES.flatMap(({ id: family, drafts }) =>
  drafts.map((draft) => ({ ...draft, family, held: isHeld(draft.id) })),
);
