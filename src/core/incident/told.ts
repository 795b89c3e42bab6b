/**
 * The steps that only the user can do, with the answers they can give afterwards; cheapest step first. In
 * the private window `works` means that they signed in there: without that it is only one more stranger's request.
 */
export const ANSWERS = {
  "private-window": ["works", "works-signed-out", "fails"],
  "other-device": ["works", "fails"],
} as const;

export type StepId = keyof typeof ANSWERS;
export type AnswerTo<Step extends StepId> = (typeof ANSWERS)[Step][number];
export type StepAnswer = AnswerTo<StepId>;

/** What the user has seen in a private window: a fresh session on the same computer and network. */
export type PrivateWindow = "not-asked" | AnswerTo<"private-window">;

/** What the user has seen on another device in another network. */
export type OtherDevice = "not-asked" | AnswerTo<"other-device">;

/** A step that the user has gone to do; by hand where the browser does not let Faultline open the window. */
export interface BegunStep {
  readonly id: StepId;
  readonly byHand: boolean;
}

/** What the user has said of one incident, as a check takes it in. */
export interface Told {
  readonly privateWindow: PrivateWindow;
  readonly otherDevice: OtherDevice;
  /** The step that they have gone to do, or null. */
  readonly begun: BegunStep | null;
}

export const NOTHING_TOLD: Told = { privateWindow: "not-asked", otherDevice: "not-asked", begun: null };

/** In the order in which they are offered. */
export const STEPS = Object.keys(ANSWERS) as StepId[];

/** The signal that a step's answer is. */
export const SIGNAL_OF = { "private-window": "privateWindow", "other-device": "otherDevice" } as const;

/** The step and answer of a message, or null when there are no such. */
export function parseTold(step: unknown, answer: unknown): { step: StepId; answer: StepAnswer } | null {
  const known = STEPS.find((id) => id === step);
  const given = known && ANSWERS[known].find((one) => one === answer);
  return known && given ? { step: known, answer: given } : null;
}

/**
 * Whether an answer is a contrast to this tab. Time has passed while the user went there, and the site may have
 * come back: such an answer counts only once the tab, loaded again after it, fails again.
 */
export const isContrast = (answer: PrivateWindow | OtherDevice): boolean => answer === "works";
