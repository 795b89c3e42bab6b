import type { Page } from "puppeteer-core";
import type { Side } from "../../src/core/evidence/causes.ts";
import type { Certificate } from "./certificate.ts";
import { type EvidenceRow, readRows } from "./evidence.ts";
import { grade } from "./grade.ts";
import type { InstalledBrowser } from "./launch.ts";
import { type PopupVerdict, readFinalSide, readVerdict, readVerdictAfterReload } from "./popup-driver.ts";
import type { Recorder } from "./recording/recorder.ts";
import type { Level2, Scenario } from "./scenarios/scenario.ts";
import type { Afterwards } from "./score/afterwards.ts";
import type { Run } from "./score/run.ts";
import type { SideTime } from "./score/time-to-side.ts";
import { takeChromiumSeat } from "./seats/chromium.ts";
import { takeFirefoxSeat } from "./seats/firefox.ts";
import type { Seat } from "./seats/seat.ts";
import { askOthers } from "./second-opinions.ts";
import { buildStage } from "./staging.ts";

/** A run with all that a reader needs to understand it. */
export interface Told extends Run, SideTime {
  /** The kind of fault, as families.ts names it. */
  readonly family: string;
  readonly right: boolean;
  readonly note: string;
  readonly headline: string;
  readonly alternatives: readonly string[];
  readonly advice: string;
  /** The checklist of the check itself; after a reload that works the popup has none. */
  readonly evidence: readonly EvidenceRow[];
  /** What it said before the reload that it asked for; null when it asked for none. */
  readonly beforeReload: string | null;
  /** What it said once others had been asked; null where the scenario asks nobody. */
  readonly afterwards: Afterwards | null;
  readonly seconds: number;
}

/** What a run takes beside its scenario. */
export interface RunOptions {
  readonly installed: InstalledBrowser;
  readonly certificate: Certificate;
  /** When it fires the browser is closed, and what was under way rejects. */
  readonly ending?: AbortSignal;
  readonly recorder?: Recorder;
  /** A second address that this machine has taken on: what hangs on one can then be asked of others. */
  readonly secondAddress?: string | null;
}

/** What can be asked of others here: in Chromium only, and of a machine astray only where that has an address of its own. */
function playable({ level2, staging }: Scenario, { installed, secondAddress = null }: RunOptions): Level2 | null {
  if (level2 === undefined || installed.engine !== "chromium") return null;
  return staging.astray && secondAddress === null ? null : level2;
}

/** Asks others by the popup's buttons, and grades what it says then. */
async function askAround(popup: Page, level2: Level2, truth: Scenario["truth"]): Promise<Afterwards> {
  const asked: Level2["asks"][number][] = [];
  for (const kind of level2.asks) if (await askOthers(popup, kind)) asked.push(kind);
  const said = await readVerdict(popup);
  const { needsAnotherBrowser: _, ...shown } = truth;
  const now = level2.truth ?? shown;
  return {
    asked,
    truth: { side: now.side, cause: now.cause },
    verdict: { side: sideOf(said.side), cause: said.cause, confidence: Number(said.confidence) },
    causeRight: grade(now, said).right,
  };
}

const SIDES: readonly string[] = ["server", "you", "unsure", "none"];
const sideOf = (word: string): Side | "none" => {
  if (!SIDES.includes(word)) throw new Error(`the popup names no side: "${word}"`);
  return word as Side | "none";
};

interface Heard {
  readonly verdict: PopupVerdict;
  readonly evidence: readonly EvidenceRow[];
  readonly beforeReload: string | null;
  /** When the side of the check was final, by `performance.now()`, and the side then and at the end of the check. */
  readonly final: { readonly at: number; readonly side: string; readonly inTheEnd: string };
}

/** Reads the popup to its last word; where it is unsure and offers a reload, that of the reload. */
async function hear(popup: Page, takeDown: () => Promise<void>): Promise<Heard> {
  const finalSide = readFinalSide(popup).then((side) => ({ at: performance.now(), side }));
  const [final, first] = await Promise.all([finalSide, readVerdict(popup)]);
  const checked = await readRows(popup);
  await takeDown();
  const second = first.side === "unsure" ? await readVerdictAfterReload(popup) : null;
  const afterwards = await readRows(popup);
  if (second !== null) await takeDown();
  return {
    verdict: second ?? first,
    evidence: afterwards.some(({ outcome }) => outcome === "pending") ? checked : afterwards,
    beforeReload: second === null ? null : `${first.side} ${first.cause}`,
    final: { ...final, inTheEnd: first.side },
  };
}

/** Plays one scenario in a lab and a profile of its own, and drives the real popup to its last word. */
export async function runScenario(scenario: Scenario, options: RunOptions): Promise<Told> {
  const { installed, certificate, ending, recorder } = options;
  const { id, family, gateway, fault, held, truth, staging } = scenario;
  const level2 = playable(scenario, options);
  const stage = await buildStage(staging, certificate, level2, options.secondAddress);
  try {
    const { lab, proxy, astray, astrayAddress } = stage;
    const otherExtension = staging.otherExtension ?? null;
    const take = installed.engine === "chromium" ? takeChromiumSeat : takeFirefoxSeat;
    const granted = staging.granted ?? false;
    const seat: Seat = await take({
      lab,
      installed,
      certificate,
      proxy,
      astray,
      astrayAddress,
      otherExtension,
      granted,
    });
    const close = () => void seat.close().catch(() => undefined);
    ending?.addEventListener("abort", close, { once: true });
    try {
      await stage.perform(seat.page);
      const began = performance.now();
      const popup = await seat.openPopup();
      const { verdict, evidence, beforeReload, final } = await hear(popup, async () => recorder?.takeDown(popup));
      const seconds = (performance.now() - began) / 1000;
      const { right, note } = grade(truth, verdict);
      const needsAnotherBrowser = truth.needsAnotherBrowser === true;
      const told: Told = {
        id,
        family,
        gateway,
        fault,
        held,
        truth: { side: truth.side, cause: truth.cause, needsAnotherBrowser },
        verdict: { side: sideOf(verdict.side), cause: verdict.cause, confidence: Number(verdict.confidence) },
        causeRight: right,
        namesStep: needsAnotherBrowser && right,
        anyRetryWorks: await stage.askThrice(verdict),
        afterwards: level2 === null ? null : await askAround(popup, level2, truth),
        right,
        note,
        headline: verdict.headline,
        alternatives: verdict.alternatives,
        advice: verdict.advice,
        evidence,
        beforeReload,
        seconds,
        // What is final only as "unsure" is told by the reload.
        secondsToSide: beforeReload === null ? (final.at - began) / 1000 : seconds,
        tookBack: final.side === final.inTheEnd ? null : `${final.side}, then ${final.inTheEnd}`,
      };
      recorder?.keep(scenario, told);
      return told;
    } finally {
      ending?.removeEventListener("abort", close);
      await seat.close();
    }
  } finally {
    await stage.stop();
  }
}
