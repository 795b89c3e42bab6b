/** Times for people: absolute ones as their clock shows them, spans in one unit. */

import { unbroken } from "../../core/span.ts";

export { span } from "../../core/span.ts";

const MINUTE = 60;

/** "14:02" today, with the date on other days. None of it is left behind in another line. */
export function clock(at: number, now: number, lang: string): string {
  const sameDay = new Date(at).toDateString() === new Date(now).toDateString();
  const date = sameDay ? {} : ({ day: "numeric", month: "short" } as const);
  return unbroken(new Intl.DateTimeFormat(lang, { ...date, hour: "numeric", minute: "2-digit" }).format(at));
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
