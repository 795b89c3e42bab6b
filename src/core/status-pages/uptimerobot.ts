import * as v from "valibot";
import { code, items, jsonOf, time, word } from "./json.ts";
import { found, type StatusProduct } from "./product.ts";
import { stateOf, type Words } from "./states.ts";

const monitors = () => v.nullish(items(v.object({ name: word, statusClass: word })));
const listSchema = () =>
  v.object({
    data: monitors(),
    psp: v.nullish(v.object({ monitors: monitors(), totalMonitors: code })),
    statistics: v.fallback(v.nullish(v.object({ counts: v.object({ down: code, total: code }) })), null),
  });

/** Incidents and works that its owner wrote, beside what the monitors see. 2 stands for what is over. */
const eventsSchema = () =>
  v.object({
    results: items(
      v.object({ type: word, title: word, status: code, timestamp: time, endDate: v.optional(v.unknown()) }),
    ),
  });
const KINDS: Words = { incident: "degraded", maintenance: "maintenance" };

const CLASSES: Words = { success: "operational", warning: "degraded", danger: "major_outage" };

/**
 * UptimeRobot's public page: what its monitors saw last, under the key that is the page's path. It comes in pages,
 * of which the first is read; how many monitors there are, and how many are down, is said of all of them.
 */
export const uptimerobot: StatusProduct = {
  id: "uptimerobot",
  at: ["stats.uptimerobot.com"],
  marks: /stats\.uptimerobot\.com|\/api\/getMonitorList\//,
  endpoints(page, html) {
    const key =
      found(/^\/([\w-]{6,20})\/?$/, page.pathname) ||
      found(/\/api\/getMonitorList\/([\w-]{6,20})/, html) ||
      found(/stats\.uptimerobot\.com\/([\w-]{6,20})["'/?]/, html);
    return key === "" ? [] : [`/api/getMonitorList/${key}?page=1`, `/api/getEventFeed/${key}`];
  },
  parse({ answers }) {
    const answer = jsonOf(listSchema, answers[0]);
    const watched = answer?.data ?? answer?.psp?.monitors;
    if (!answer || !watched) return null;
    const components = watched
      // Paused, or without data yet.
      .filter(({ statusClass }) => statusClass !== "black")
      .map(({ name, statusClass }) => ({ name, state: stateOf(CLASSES, statusClass) }));
    const counts = answer.statistics?.counts;
    const isShort = [answer.psp?.totalMonitors, counts?.total].some((total) => Number(total) > watched.length);
    const hasUnlistedDown = Number(counts?.down) > components.filter(({ state }) => state === "major_outage").length;
    const events = jsonOf(eventsSchema, answers[1])?.results ?? [];
    const notices = events
      // Work that is neither over nor under way is still to come.
      .filter(({ type, status }) => String(status) !== "2" && (type !== "maintenance" || String(status) === "1"))
      .filter(({ endDate }) => endDate === undefined || endDate === null || endDate === "")
      .map(({ type, title, timestamp }) => ({ title, impact: stateOf(KINDS, type), startedAt: timestamp }));
    const past = events
      .filter(({ type, status }) => type === "incident" && String(status) === "2")
      .map(({ title, timestamp, endDate }) => ({ title, startedAt: timestamp, endedAt: endDate }));
    return { indicator: isShort || hasUnlistedDown ? "unknown" : null, components, notices, past };
  },
};
