/** When an update was written, as it begins with it: a time of day, and what stands before it, which is the day or nothing. */
interface Stamp {
  readonly day: string;
  readonly minutes: number;
}

/** Room for a day: "30. November 2026, ". */
const STAMP = /^([^:]{0,24}?)(?<!\d)(\d{1,2}):(\d\d)(?!\d)(?::\d\d)? ?([ap]\.?m\b)?/;

function stampOf(sentence: string): Stamp[] {
  const [, before = "", hours = "", minutes = "", half = ""] = STAMP.exec(sentence) ?? [];
  // A word before a time without a day is the beginning of a sentence that speaks of it.
  if (hours === "" || (/\p{L}/u.test(before) && !/\d/.test(before))) return [];
  const afternoon = half === "" ? 0 : (half.startsWith("p") ? 12 : 0) - (hours === "12" ? 12 : 0);
  return [
    { day: before.replace(/[^\p{L}\d]+/gu, " ").trim(), minutes: (Number(hours) + afternoon) * 60 + Number(minutes) },
  ];
}

const ISO_DAY = /^\d{4} \d\d \d\d$/;

/**
 * Whether the updates of one item stand in the order in which they were written, by the times that they begin with; null
 * where those do not tell: fewer than two, all at once, up and down, or of days that only a calendar could compare. Takes
 * its sentences, lower case.
 */
export function isOldestFirst(sentences: readonly string[]): boolean | null {
  const stamps = sentences.flatMap(stampOf);
  const days = new Set(stamps.map(({ day }) => day));
  if (days.size > 1 && ![...days].every((day) => ISO_DAY.test(day))) return null;
  const steps = stamps.slice(1).map((stamp, index) => {
    const before = stamps[index] ?? stamp;
    return before.day === stamp.day ? stamp.minutes - before.minutes : before.day < stamp.day ? 1 : -1;
  });
  const [goesUp, goesDown] = [steps.some((step) => step > 0), steps.some((step) => step < 0)];
  return goesUp === goesDown ? null : goesUp;
}
