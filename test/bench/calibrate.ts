// npm run bench:calibrate: judges the recordings of `npm run lab -- --record` anew, with the weights as they are now.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { RECORDINGS } from "../lab/recording/recorder.ts";
import { parseRecording } from "../lab/recording/recording.ts";
import { calibrationReport } from "./calibration-report.ts";
import { lacksSignals, replay } from "./replay.ts";

const files = existsSync(RECORDINGS) ? readdirSync(RECORDINGS).filter((name) => name.endsWith(".json")) : [];
const recordings = files.sort().map((name) => parseRecording(readFileSync(`${RECORDINGS}${name}`, "utf8")));
const judgeable = recordings.filter((recording) => !lacksSignals(recording));
const lacking = recordings.length - judgeable.length;

if (judgeable.length === 0) {
  console.error(
    recordings.length === 0
      ? `No recordings in ${RECORDINGS}: make some with npm run lab -- --record`
      : `None of the ${recordings.length} recordings holds the signals of its check: the build that made them keeps no signals in its session storage, so there is nothing to judge anew.`,
  );
  process.exitCode = 1;
} else {
  const began = performance.now();
  const replayed = judgeable.map(replay);
  const took = performance.now() - began;
  console.log(calibrationReport(replayed));
  console.log(`${judgeable.length} recordings judged in ${took.toFixed(0)} ms.`);
  if (lacking > 0) console.log(`${lacking} without signals were left out.`);
}
