import * as v from "valibot";
import { code, items, jsonOf, list, time, word } from "./json.ts";
import type { StatusState } from "./model.ts";
import { found, type StatusProduct } from "./product.ts";
import { moment } from "./report.ts";
import { stateOf, type Words } from "./states.ts";

const incident = () =>
  v.object({
    title: word,
    style: word,
    // Only what is pinned stands on the page.
    pin: v.fallback(v.unknown(), true),
    createdDate: time,
    lastUpdatedDate: time,
  });
const pageSchema = () =>
  v.object({
    config: v.object({ slug: v.string(), title: word }),
    // One until version 1, several since.
    incident: v.nullish(incident()),
    incidents: list(incident()),
    publicGroupList: items(v.object({ monitorList: list(v.object({ id: code, name: word })) })),
    maintenanceList: list(
      v.object({
        title: word,
        status: word,
        timeslotList: list(v.object({ startDate: time, endDate: time })),
      }),
    ),
  });
/** Time without a beat, which says nothing of the beats before it. */
const EMPTY_STRETCH = v.literal(0);
const NO_BEAT = { status: "", time: null };
const beatsSchema = () =>
  v.object({
    heartbeatList: v.record(
      v.string(),
      items(v.union([EMPTY_STRETCH, v.fallback(v.object({ status: code, time }), NO_BEAT)])),
    ),
  });

const BEATS: Words = { 0: "major_outage", 1: "operational", 2: "degraded", 3: "maintenance" };
/** Red is the one colour of an incident's box that says more than that there is one: the others are decoration. */
const styled = (style: string): StatusState => (style === "danger" ? "partial_outage" : "degraded");
const NOT_UNDER_WAY = ["scheduled", "inactive", "ended"];

/** Uptime Kuma: who is watched, from the page's own data, and how each did at the last look. */
export const uptimeKuma: StatusProduct = {
  id: "uptime-kuma",
  marks: /uptime[ -]?kuma|window\.preloadData/i,
  endpoints(page, html) {
    const slug =
      found(/^\/status\/([\w-]{1,100})/, page.pathname) ||
      found(/["']?\bslug["']?\s{0,3}:\s{0,3}["']([\w-]{1,100})["']/, html) ||
      "default";
    return [`/api/status-page/${slug}`, `/api/status-page/heartbeat/${slug}`];
  },
  parse({ answers }) {
    const said = jsonOf(pageSchema, answers[0]);
    if (!said) return null;
    const beats = jsonOf(beatsSchema, answers[1])?.heartbeatList ?? {};
    const last = new Map(Object.entries(beats).map(([id, all]) => [id, all.findLast((beat) => beat !== 0)]));
    const monitors = said.publicGroupList
      .flatMap(({ monitorList }) => monitorList)
      .map(({ id, name }) => ({ name, beat: last.get(String(id)) }));
    const looks = monitors.flatMap(({ beat }) => moment(beat?.time) ?? []);
    return {
      name: said.config.title,
      components: monitors.map(({ name, beat }) => ({ name, state: stateOf(BEATS, beat?.status ?? "") })),
      notices: [
        ...[said.incident ?? [], said.incidents]
          .flat()
          .filter(({ pin }) => pin !== false && pin !== 0)
          .map(({ title, style, createdDate, lastUpdatedDate }) => ({
            title,
            impact: styled(style),
            startedAt: createdDate,
            updatedAt: lastUpdatedDate,
          })),
        ...said.maintenanceList
          .filter(({ status }) => !NOT_UNDER_WAY.includes(status))
          .map(({ title, status, timeslotList }) => ({
            title,
            impact: status === "under-maintenance" ? ("maintenance" as const) : ("unknown" as const),
            startedAt: timeslotList[0]?.startDate,
            endsAt: timeslotList[0]?.endDate,
          })),
      ],
      updatedAt: looks.length === 0 ? null : Math.max(...looks),
    };
  },
};
