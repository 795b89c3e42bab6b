import type { Entry } from "./entry.ts";
import type { Mark } from "./marks.ts";

/** What stands at one place of the picture; `at` is from 0, its beginning, to 1, its end. */
interface Point {
  readonly at: number;
  readonly time: number;
  readonly what: Mark[1] | "began" | "now" | "left";
}

/** One incident as a line. */
export interface Timeline {
  readonly from: number;
  readonly to: number;
  readonly points: readonly Point[];
}

/** The line of an incident: its beginning, its marks, and how it ended or that it goes on. `now` in epoch milliseconds. */
export function timelineOf(
  { since, until, ended, marks }: Pick<Entry, "since" | "until" | "ended" | "marks">,
  now: number,
): Timeline {
  const times = marks.map(([at]) => at);
  const to = Math.max(until ?? (ended === "unseen" ? since : now), since + 1, ...times);
  const place = (time: number): number => Math.min(1, Math.max(0, (time - since) / (to - since)));
  const point = (time: number, what: Point["what"]): Point => ({ at: place(time), time, what });
  const points = [point(since, "began"), ...marks.map(([at, what]) => point(at, what))];
  const saysBack = marks.some(([, what]) => what === "back");
  if (ended === null) points.push(point(now, "now"));
  else if (ended === "left") points.push(point(until ?? to, "left"));
  else if (ended === "back" && !saysBack) points.push(point(until ?? to, "back"));
  return { from: since, to, points };
}
