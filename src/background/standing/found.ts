import type { Answer } from "../../core/http/answer.ts";
import type { Settled } from "../../core/http/settled.ts";
import type { Incident } from "../../core/incident/incident.ts";
import type { Standing } from "../../core/protocol/standing.ts";

/** What was found in a tab. */
export interface Found {
  readonly standing: Standing;
  /** What a check is to look into: the failing page, or the failing requests of one that works. */
  readonly incident: Incident | null;
  /** What a limited site has answered on the way here, so that it need not be asked again. */
  readonly answer?: Settled<Answer>;
}

/** Nothing that a check could look into. */
export const plain = (standing: Standing): Found => ({ standing, incident: null });

export const failing = (incident: Incident): Found => ({
  standing: { kind: "failing", incidentId: incident.id },
  incident,
});
