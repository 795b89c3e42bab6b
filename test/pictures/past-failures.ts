import type { Entry, History } from "../../src/core/history/entry.ts";

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

type Past = Pick<Entry, "host" | "status" | "side" | "cause" | "says"> & {
  readonly daysAgo: number;
  readonly minutes: number;
};

/** What a browser may have met in the weeks before, in the words that the popup has for it. */
const PAST: readonly Past[] = [
  {
    host: "travel.example",
    status: 503,
    side: "server",
    cause: "maintenance",
    says: "It’s not\u00a0you. travel.example is down for maintenance.",
    daysAgo: 9,
    minutes: 41,
  },
  {
    host: "intranet.example",
    status: 502,
    side: "you",
    cause: "stale-cache",
    says: "Your browser is showing you an old error.",
    daysAgo: 6,
    minutes: 1,
  },
  {
    host: "news.example",
    status: 504,
    side: "server",
    cause: "origin-slow",
    says: "It’s not\u00a0you. news.example is not answering in time.",
    daysAgo: 3,
    minutes: 12,
  },
  {
    host: "tickets.example",
    status: 503,
    side: "server",
    cause: "overload",
    says: "It’s not\u00a0you. tickets.example is overloaded.",
    daysAgo: 1,
    minutes: 26,
  },
];

/** Tries at the pace at which Faultline waits: closer together at first, then further apart. */
function marksOf(since: number, until: number): Entry["marks"] {
  const marks: Entry["marks"] = [];
  for (let at = since, wait = 20_000; at < until; wait *= 1.6) {
    at += wait;
    if (at < until) marks.push([at, "fails"]);
  }
  return [...marks, [until, "answers"], [until + 1_500, "back"]];
}

/** The failures before those of the lab, oldest first; each came back. */
export const pastFailures = (now: number): History =>
  PAST.map(({ daysAgo, minutes, ...entry }, index) => {
    const since = now - daysAgo * DAY_MS - (index + 1) * 47 * MINUTE_MS;
    const until = since + minutes * MINUTE_MS;
    return { ...entry, id: `past-${index}`, since, until, ended: "back", marks: marksOf(since, until) };
  });
