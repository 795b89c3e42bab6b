import { finalSide } from "../evidence/final-side.ts";
import { present } from "../verdict/present.ts";
import type { CheckView } from "../verdict/view.ts";
import { outlookOn } from "./outlook.ts";
import { type Diagnosis, isAsking } from "./state.ts";
import { whatMayCome } from "./what-may-come.ts";

/** The side that none of the answers which are outstanding can change; without the page and a stranger's word there is none. */
const standsIn = (check: Diagnosis) =>
  isAsking(check) && check.known.has("page") && check.known.has("anonymous")
    ? finalSide(outlookOn(check.signals, whatMayCome(check)))
    : null;

/** Everything the popup shows of it. */
export function viewOf(check: Diagnosis): CheckView {
  const { incident, signals, state, ...progress } = check;
  const finishedAt = state.name === "judged" ? state.at : null;
  return present(incident, signals, { ...progress, finishedAt, finalSide: standsIn(check) });
}
