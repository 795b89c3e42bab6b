import { mkdirSync, writeFileSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { Page } from "puppeteer-core";
import type { Told } from "../run-scenario.ts";
import type { Scenario } from "../scenarios/scenario.ts";
import { type Moment, momentOf, recordingOf } from "./recording.ts";
import { sessionStorageOf } from "./session-storage.ts";

/** Where recordings lie; never committed. */
export const RECORDINGS = fileURLToPath(new URL("../../../artifacts/lab-signals/", import.meta.url));

/** The view comes first, what it rests on a moment later. */
const LOOKS = 10;
const BETWEEN_LOOKS_MS = 50;

/** Takes down one scenario. */
export interface Recorder {
  /** What the extension holds now, while its popup stands open. */
  takeDown(popup: Page): Promise<void>;
  /** Writes the file. */
  keep(scenario: Scenario, told: Told): void;
}

async function look(popup: Page): Promise<Moment> {
  for (let times = 1; ; times++) {
    const moment = momentOf(await sessionStorageOf(popup));
    if (moment.kept !== null || moment.view === null || times === LOOKS) return moment;
    await delay(BETWEEN_LOOKS_MS);
  }
}

/** A recorder for one scenario. */
export function makeRecorder(): Recorder {
  const moments: Moment[] = [];
  return {
    async takeDown(popup) {
      moments.push(await look(popup));
    },
    keep({ id, gateway, fault, held, truth }, { verdict, anyRetryWorks }) {
      mkdirSync(RECORDINGS, { recursive: true });
      const { side, cause, alsoAccept = [], needsAnotherBrowser = false } = truth;
      const recording = recordingOf({
        id,
        gateway,
        fault,
        held,
        truth: { side, cause, alsoAccept: [...alsoAccept], needsAnotherBrowser },
        said: { side: verdict.side, cause: verdict.cause },
        anyRetryWorks,
        moments,
      });
      writeFileSync(`${RECORDINGS}${id}.json`, `${JSON.stringify(recording, null, 1)}\n`);
    },
  };
}
