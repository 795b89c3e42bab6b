/** Times for people: absolute ones as their clock shows them, spans in one unit. */

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const LADDER = [
  { unit: "day", seconds: DAY },
  { unit: "hour", seconds: HOUR },
  { unit: "minute", seconds: MINUTE },
  { unit: "second", seconds: 1 },
] as const;

/** "6 min", "2 hr": the largest unit that fits, rounded down. Negative spans count as none. */
export function span(ms: number, lang: string): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const { unit, seconds: size } = LADDER.find((step) => seconds >= step.seconds) ?? { unit: "second", seconds: 1 };
  return new Intl.NumberFormat(lang, { style: "unit", unit, unitDisplay: "short" }).format(Math.floor(seconds / size));
}

/** "14:02" today, with the date on other days. */
export function clock(at: number, now: number, lang: string): string {
  const sameDay = new Date(at).toDateString() === new Date(now).toDateString();
  const date = sameDay ? {} : ({ day: "numeric", month: "short" } as const);
  return new Intl.DateTimeFormat(lang, { ...date, hour: "numeric", minute: "2-digit" }).format(at);
}

/** "12 November", with the year where that is another one. */
export function date(at: number, now: number, lang: string): string {
  const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  const year = sameYear ? {} : ({ year: "numeric" } as const);
  return new Intl.DateTimeFormat(lang, { day: "numeric", month: "long", ...year }).format(at);
}

/** "0:42" until a moment; never below zero. */
export function countdown(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  return `${Math.floor(seconds / MINUTE)}:${String(seconds % MINUTE).padStart(2, "0")}`;
}
