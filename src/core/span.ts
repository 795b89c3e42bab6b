const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const LADDER = [
  { unit: "day", seconds: DAY },
  { unit: "hour", seconds: HOUR },
  { unit: "minute", seconds: MINUTE },
  { unit: "second", seconds: 1 },
] as const;

/** The same words, between which no line ends. */
export const unbroken = (words: string): string => words.replace(/\s/g, "\u00a0");

/** "6 min", "2 hr": the largest unit that fits, rounded down. Negative spans count as none. */
export function span(ms: number, lang: string): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const { unit, seconds: size } = LADDER.find((step) => seconds >= step.seconds) ?? { unit: "second", seconds: 1 };
  const { format } = new Intl.NumberFormat(lang, { style: "unit", unit, unitDisplay: "short" });
  return unbroken(format(Math.floor(seconds / size)));
}
