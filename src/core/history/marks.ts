import type { RetryEvent } from "../retry/events.ts";

/** What can stand on the line of an incident. */
export const MARKS = ["fails", "no-answer", "refused", "answers", "tab-fails", "back", "paused", "stopped"] as const;

/** When something happened, in epoch milliseconds, and what. */
export type Mark = [at: number, what: (typeof MARKS)[number]];

/** As many stand on one line; of more the middle ones go, for how it began and how it ended tell most. */
const MOST_MARKS = 60;

/** What a plan's event puts on the line of its incident; null for what nobody sees. */
export function markOf(event: RetryEvent): Mark[1] | null {
  switch (event.type) {
    case "answered":
    case "heard":
      return ANSWERS[event.meaning];
    case "looked":
      if (event.look.state === "error-page") return "tab-fails";
      if (event.look.state !== "answered" || event.look.status === 0) return null;
      if (event.look.status >= 500) return "tab-fails";
      return event.look.status < 400 ? "back" : "refused";
    case "tick":
      return event.offline ? "paused" : null;
    case "stop":
      return event.reason === "stopped" ? "stopped" : null;
    default:
      return null;
  }
}

const ANSWERS: Record<Extract<RetryEvent, { type: "answered" }>["meaning"], Mark[1] | null> = {
  fails: "fails",
  limits: "fails",
  queues: "fails",
  "no-answer": "no-answer",
  refuses: "refused",
  challenges: "refused",
  works: "answers",
  redirects: "answers",
  "shared-cache": "answers",
  "not-sent": null,
};

/** The line with one mark more. A pause that goes on is one pause. */
export function withMark(marks: readonly Mark[], what: Mark[1], at: number): readonly Mark[] {
  if (what === "paused" && marks.at(-1)?.[1] === "paused") return marks;
  const all: readonly Mark[] = [...marks, [at, what]];
  if (all.length <= MOST_MARKS) return all;
  const half = MOST_MARKS / 2;
  return [...all.slice(0, half), ...all.slice(-half)];
}
