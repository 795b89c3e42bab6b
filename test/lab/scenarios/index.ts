import { ELSEWHERE } from "./elsewhere.ts";
import { isHeld } from "./held.ts";
import { IMITATIONS } from "./imitations.ts";
import { MATRIX } from "./matrix.ts";
import { NETWORK } from "./network.ts";
import { PAGE_WORKERS } from "./page-workers.ts";
import type { Scenario } from "./scenario.ts";
import { SERVICES } from "./services.ts";
import { SITE_SIDE } from "./site-side.ts";
import { USER_SIDE } from "./user-side.ts";

/** Every scenario of the lab, the plain outages first. */
export const SCENARIOS: readonly Scenario[] = [
  ...MATRIX,
  ...SERVICES,
  ...SITE_SIDE,
  ...USER_SIDE,
  ...PAGE_WORKERS,
  ...NETWORK,
  ...IMITATIONS,
  ...ELSEWHERE,
].map((draft) => ({ ...draft, held: isHeld(draft.id) }));
