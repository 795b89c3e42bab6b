/** What lies in storage, of this version and of others, and what people and administrators have set. */
import "../no-browser.ts";
import fc from "fast-check";
import { MARKING } from "../../../src/background/automatic-mode.ts";
import { CARDS } from "../../../src/background/card/kept-cards.ts";
import { FINISHED } from "../../../src/background/check/finished-checks.ts";
import { TOLD } from "../../../src/background/check/told-steps.ts";
import { LINES } from "../../../src/background/history.ts";
import { INCIDENTS } from "../../../src/background/incidents.ts";
import { SAID } from "../../../src/background/retry/notices.ts";
import { LATEST, HISTORY as OUTAGES } from "../../../src/background/retry/outage-history.ts";
import { ENDED, PLANS } from "../../../src/background/retry/plans.ts";
import { type History, young } from "../../../src/core/history/entry.ts";
import { historyCsv, historyJson } from "../../../src/core/history/export.ts";
import { timelineOf } from "../../../src/core/history/timeline.ts";
import { cameBackAt, isRecentEnd } from "../../../src/core/retry/ended.ts";
import type { RetryPlan } from "../../../src/core/retry/plan.ts";
import { onDisk, type Plans } from "../../../src/core/retry/plans.ts";
import { fitted } from "../../../src/core/retry/room.ts";
import { inNewSession } from "../../../src/core/retry/stored.ts";
import { dueOf, wakeAt } from "../../../src/core/retry/what-is-due.ts";
import { isAddress } from "../../../src/core/settings/addresses.ts";
import { canBeLive } from "../../../src/core/settings/live-parts.ts";
import { retryOffBy } from "../../../src/core/settings/retry-off.ts";
import { overlay, parseSettings } from "../../../src/core/settings/settings.ts";
import { readSettingsFile, withFile } from "../../../src/core/settings/settings-file.ts";
import { isPattern } from "../../../src/core/settings/status-pages.ts";
import { VANTAGE, vantageFrom } from "../../../src/core/settings/vantage.ts";
import { HISTORY } from "../../../src/platform/history.ts";
import { USER_SETTINGS } from "../../../src/platform/settings.ts";
import type { StoredValue } from "../../../src/platform/storage.ts";
import { incident, plan } from "../../unit/background/given.ts";
import { navigation } from "../../unit/core/checks/given.ts";
import { entry } from "../../unit/core/history/given.ts";
import { ALL as ALL_SETTINGS } from "../../unit/core/settings/given.ts";
import { ADDRESSES, HOSTS } from "../corpus.ts";
import { type Door, door, sizeOf } from "../door.ts";
import { jsonTexts, texts, values } from "../mutations.ts";

const NOW = Date.UTC(2026, 8, 23, 12);
const SETTINGS = "src/core/settings";
/** As much as an area holds, in characters: nothing that is read there is more, nor does it grow by being read. */
const AREA = 10_000_000;

const PLAN: RetryPlan = plan({ name: "waiting", since: NOW, due: NOW + 5_000, next: "probe", after: "answer" });
const PLAN_SHAPES = [
  PLAN,
  { ...PLAN, id: "watch:https://shop.example/", tabId: -1, touchesTab: false, target: "https://shop.example/" },
  {
    ...PLAN,
    state: { name: "probing", since: NOW - 1 },
    history: [60, 300],
    cause: "origin-down",
    floor: NOW + 60_000,
  },
  { ...PLAN, state: { name: "reloading", since: NOW, before: 0, after: "answer" }, searching: NOW, lastReloadAt: NOW },
  { ...PLAN, state: { name: "closed", at: NOW - 1_000, reason: "left", told: true } },
];
const ENTRIES = [
  entry(),
  entry({
    ended: null,
    until: null,
    marks: [
      [NOW, "fails"],
      [NOW + 1, "back"],
    ],
  }),
];
const CHECK = { incidentId: "incident-1", host: "shop.example", since: NOW, sideIsFinal: true };
const KEPT = { incident: incident({ navigation: navigation() }), leftAt: null, worked: false };

/** A value in one of its versions, that of others included, and what reads it on. */
function stored<T>(
  at: string,
  value: StoredValue<T>,
  shapes: readonly unknown[],
  readOn: (value: T) => unknown = () => null,
): Door {
  const versions = fc.constantFrom(value.version, value.version, value.version - 1, 0, value.version + 1);
  return door(
    at,
    fc.tuple(
      values(shapes).filter((raw) => sizeOf(raw) <= AREA),
      versions,
    ),
    ([raw, version]) => {
      const read = version === value.version ? value.parse(raw) : (value.upgrade?.(raw, version) ?? null);
      if (read !== null) readOn(read);
      return read;
    },
    { most: AREA },
  );
}

/** All that a worker's start, an alarm and a failure make of stored plans. */
function readPlansOn(plans: Plans): void {
  const all = Object.values(inNewSession(plans, NOW, 0.5));
  const activity = { checked: new Set<number>(), busy: new Set<string>() };
  dueOf(all, { now: NOW, offline: false, front: new Set() }, activity);
  wakeAt(all, { now: NOW, offline: false }, activity);
  fitted(plans, NOW);
  onDisk(plans, NOW);
}

/** All that the page of the history and its files make of it. */
function readHistoryOn(history: History): void {
  historyJson(history);
  historyCsv(young(history, NOW));
  const format = new Intl.DateTimeFormat("en", { dateStyle: "medium" });
  for (const one of history) {
    const line = timelineOf(one, NOW);
    for (const { time } of line.points) format.format(time);
    format.format(line.from);
    format.format(line.to);
  }
}

const STORED: readonly Door[] = [
  stored("src/platform/settings.ts: USER_SETTINGS", USER_SETTINGS, [ALL_SETTINGS], (user) =>
    retryOffBy(overlay(user, user), user, "https://shop.example/cart"),
  ),
  stored("src/platform/history.ts: HISTORY", HISTORY, [ENTRIES], readHistoryOn),
  stored(
    "src/background/retry/plans.ts: PLANS",
    PLANS,
    [Object.fromEntries(PLAN_SHAPES.map((one, at) => [String(at), one]))],
    readPlansOn,
  ),
  stored(
    "src/background/retry/plans.ts: ENDED",
    ENDED,
    [PLAN_SHAPES.map(({ url: _url, target: _target, ...rest }) => ({ ...rest, origin: "https://shop.example" }))],
    (ends) => [ends.map((one) => isRecentEnd(one, NOW)), cameBackAt(ends, "https://shop.example/cart")],
  ),
  stored("src/background/retry/outage-history.ts: HISTORY", OUTAGES, [
    [{ site: "shop.example", outages: [{ day: 20_000, seconds: 300 }] }],
    { "shop.example": [{ start: NOW - 60_000, end: NOW }], constructor: [] },
  ]),
  stored("src/background/retry/outage-history.ts: LATEST", LATEST, [
    [{ site: "shop.example", start: NOW, end: NOW + 1 }],
  ]),
  stored("src/background/retry/notices.ts: SAID", SAID, [[["back shop.example", NOW]]]),
  stored("src/background/history.ts: LINES", LINES, [[{ id: "incident-1", marks: [[NOW, "fails"]] }]]),
  stored("src/background/incidents.ts: INCIDENTS", INCIDENTS, [{ 7: KEPT, 8: { ...KEPT, leftAt: NOW } }]),
  stored("src/background/card/kept-cards.ts: CARDS", CARDS, [
    [[7, { incidentId: "incident-1", check: CHECK, basis: "page", isClosed: false, isShown: true }]],
  ]),
  stored("src/background/check/finished-checks.ts: FINISHED", FINISHED, [
    {
      7: {
        id: "c",
        startedAt: NOW,
        finishedAt: NOW,
        incident: KEPT.incident,
        signals: { incident: KEPT.incident, reload: "fails" },
        statusPageUrl: null,
      },
    },
  ]),
  stored("src/background/check/told-steps.ts: TOLD", TOLD, [
    {
      7: {
        incidentId: "incident-1",
        begun: null,
        answers: [{ step: "other-device", answer: "works", at: NOW }],
        at: NOW,
      },
    },
  ]),
  stored("src/background/automatic-mode.ts: MARKING", MARKING, [{ since: NOW }, { since: null }]),
];

const SET: readonly Door[] = [
  door(`${SETTINGS}/settings.ts: parseSettings`, values([ALL_SETTINGS]), parseSettings, {
    most: 400_000,
    shown: ({ settings }) => [settings.helpDesk?.label, settings.helpDesk?.address],
  }),
  door(
    `${SETTINGS}/settings-file.ts: readSettingsFile`,
    jsonTexts([{ schema: "faultline-settings/1", settings: ALL_SETTINGS }], 200_000),
    (content) => {
      const file = readSettingsFile(content);
      return file.state === "read"
        ? [withFile({ vantage: VANTAGE }, file.parsed.settings), file.unknown, file.parsed.problems]
        : null;
    },
    { most: 400_000, shown: (read) => (read ? (read[1] as readonly string[]) : []) },
  ),
  door(
    `${SETTINGS}/vantage.ts: vantageFrom`,
    fc.tuple(texts(ADDRESSES, 20_000), texts(["t0ken", ...ADDRESSES], 20_000)),
    ([base, token]) => vantageFrom(VANTAGE, base, token),
    {
      most: 1_000,
    },
  ),
  door(`${SETTINGS}/addresses.ts: isAddress`, texts(ADDRESSES, 20_000), isAddress, { most: 5 }),
  door(`${SETTINGS}/status-pages.ts: isPattern`, texts([...HOSTS, "*.corp.example"], 20_000), isPattern, { most: 5 }),
  door(`${SETTINGS}/live-parts.ts: canBeLive`, texts(HOSTS, 20_000), canBeLive, { most: 5 }),
];

export const STORED_DOORS: readonly Door[] = [...STORED, ...SET];
