import { readFileSync } from "node:fs";
import * as v from "valibot";
import { isRetried } from "../../../src/core/incident/status.ts";

/** One ended outage of a public site, as an uptime monitor recorded it. Times in seconds. */
export interface Recorded {
  readonly monitor: number;
  readonly site: number;
  /** Outages of one monitor that begin and end together share it. */
  readonly incident: number;
  readonly start: number;
  /** From the first failing check to the first good one. */
  readonly length: number;
  /** Between two checks; start and end are each late by up to this. */
  readonly interval: number;
  /** The status at first; 0 is no connection, a time-out or no name. */
  readonly status: number;
  /** How long the site's gateway outages lasted that had ended before this one began, oldest first. */
  readonly earlier: readonly number[];
}

const number = v.pipe(v.string(), v.transform(Number), v.finite());
const rowSchema = v.object({
  monitor: number,
  site: number,
  incident: number,
  start_unix: number,
  duration_s: v.pipe(number, v.minValue(1)),
  check_interval_s: v.pipe(number, v.minValue(1)),
  code_first: number,
});
type Row = v.InferOutput<typeof rowSchema>;

/** No site counts more often than this: one that fails every night must not speak for all. */
const MOST_OF_A_SITE = 20;

function parse(csv: string): Row[] {
  const [head = "", ...lines] = csv.trim().split("\n");
  const names = head.split(",");
  return lines.map((line) => {
    const values = line.split(",");
    return v.parse(rowSchema, Object.fromEntries(names.map((name, index) => [name, values[index]])));
  });
}

/** The gateway outages of a table of recorded ones, oldest first, each incident once and no site more than 20 times. */
export function gatewayOutages(csv: string): Recorded[] {
  const rows = parse(csv)
    .filter((row) => isRetried(row.code_first))
    .sort((one, other) => one.start_unix - other.start_unix);
  const incidents = new Set<string>();
  const ofSite = new Map<string, Row[]>();
  const counted = new Map<string, number>();
  const kept: Recorded[] = [];
  for (const row of rows) {
    const site = `${row.monitor}/${row.site}`;
    const before = ofSite.get(site) ?? [];
    ofSite.set(site, [...before, row]);
    const incident = `${row.monitor}/${row.incident}`;
    const count = counted.get(site) ?? 0;
    if (incidents.has(incident) || count >= MOST_OF_A_SITE) continue;
    incidents.add(incident);
    counted.set(site, count + 1);
    kept.push({
      monitor: row.monitor,
      site: row.site,
      incident: row.incident,
      start: row.start_unix,
      length: row.duration_s,
      interval: row.check_interval_s,
      status: row.code_first,
      earlier: before
        .filter((other) => other.start_unix + other.duration_s <= row.start_unix)
        .map((other) => other.duration_s),
    });
  }
  return kept;
}

/** Reads them from the file that the first argument or `OUTAGES` names; null when neither does. */
export function recordedOutages(): Recorded[] | null {
  const path = process.argv[2] ?? process.env.OUTAGES;
  return path ? gatewayOutages(readFileSync(path, "utf8")) : null;
}
