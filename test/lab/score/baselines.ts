import { CAUSES } from "../../../src/core/evidence/causes.ts";
import type { Run } from "./run.ts";

/** What "it is always the server" may honestly claim: the share of the server's causes in the prior. */
const SERVER_SHARE = Object.values(CAUSES).reduce((sum, { side, prior }) => sum + (side === "server" ? prior : 0), 0);

const says = (run: Run, cause: string): Run => ({
  ...run,
  verdict: { side: "server", cause, confidence: SERVER_SHARE },
  causeRight: run.truth.side === "server" && run.truth.cause === cause,
});

/** "A 5xx is always the server": names no cause, never abstains. */
export const alwaysServer = (run: Run): Run => says(run, "");

/** "Try three times": over when any of three requests works, else the server. */
export const retryThreeTimes = (run: Run): Run => says(run, run.anyRetryWorks === true ? "transient" : "");

/** Runs that a rule about 5xx pages can be asked about: there was an incident. */
export const hasIncident = ({ truth }: Run): boolean => truth.side !== "none";
