import * as v from "valibot";
import { CAUSE_IDS, type Cause } from "../evidence/causes.ts";
import { isFresh } from "../http/settled.ts";
import { pageAddress } from "../incident/page-address.ts";
import { lazily } from "../lazily.ts";
import { momentSchema } from "../moment-schema.ts";
import { STOP_REASONS } from "./stop-reason.ts";

/** The tab of a plan that watches a site without one. */
export const NO_TAB = -1;

/**
 * The durable schedule that watches one incident and brings its page back.
 *
 * ```
 *  started ──▶ waiting ──due──▶ probing ──good──▶ reloading ──works──▶ closed
 *               ▲  ▲              │ │                 │
 *               │  └─good, but it─┘ │                 │
 *               │    was flapping   │                 │
 *               └──bad, lost────────┴─fails, withheld─┘
 *
 *  a sibling (another plan of the origin) was answered:
 *    waiting ──bad──▶ waiting, as long as the sibling    waiting ──good──▶ waiting for its turn to reload
 *  from every state: left, stopped, refused in the tab, deadline, ten failed reloads, no room ──▶ closed
 *  closed (left) ──the same page fails again within minutes──▶ waiting
 *  closed (left, stopped, back) ──the user wants it again within minutes──▶ waiting
 *  closed, told ──▶ off the disk; one that was left 15 s later, for the browser may be quitting
 * ```
 *
 * `withheld`: something was on its way into the tab, or nobody could tell what a reload would lose. That load was not made.
 *
 * `probing` is written before a request is sent, and counted then, so a killed worker may lose an answer
 * but never sends uncounted requests. `reloading` is written before the tab is loaded, and whoever finds
 * it there looks at the tab first, so a reload happens at most once.
 */
const stateSchema = lazily(() =>
  v.union([
    v.object({
      name: v.literal("waiting"),
      since: v.optional(momentSchema(), 0),
      due: momentSchema(),
      next: v.picklist(["probe", "reload"]),
      /** Why the tab is to be loaded. */
      after: v.optional(v.picklist(["answer", "sibling"]), "answer"),
      /** Since when its load is withheld, in epoch milliseconds. */
      heldSince: v.optional(momentSchema()),
    }),
    v.object({ name: v.literal("probing"), since: momentSchema() }),
    v.object({
      name: v.literal("reloading"),
      since: momentSchema(),
      /** When the state before began: the failing document is older than that. */
      before: v.optional(momentSchema(), 0),
      /**
       * The document that the load takes away, by when it began on the page's own clock; null for a page of the browser's
       * own. Absent until the tab is about to be loaded, and where an earlier version wrote this.
       */
      document: v.optional(v.nullable(momentSchema())),
      /** Something was seen on its way into the tab. */
      made: v.optional(v.boolean()),
      /** After a good answer, after one that only the probe may have been refused, or after a sibling's good one. */
      after: v.optional(v.picklist(["answer", "refusal", "sibling"]), "answer"),
      /** When the tab was loaded the time before, for a load that is not made in the end. */
      loadedBefore: v.optional(v.nullable(momentSchema())),
      heldSince: v.optional(momentSchema()),
    }),
    v.object({
      name: v.literal("closed"),
      at: momentSchema(),
      reason: v.picklist(STOP_REASONS),
      /** Somebody has been told; a worker killed before that says it after all. */
      told: v.optional(v.boolean(), false),
    }),
  ]),
);

export const planSchema = lazily(() =>
  v.object({
    id: v.string(),
    tabId: v.number(),
    /** The failing page, without fragment. */
    url: pageAddress(),
    /** What is asked for: the page, or the front page when the page must not be asked for again. */
    target: pageAddress(),
    /** Whether the tab may be loaded again. */
    touchesTab: v.boolean(),
    /** The status that the page failed with. */
    status: v.number(),
    createdAt: momentSchema(),
    /** When the page was first seen to fail, if that was before the plan; the pace follows this age. */
    failingSince: v.optional(momentSchema()),
    /** What slows or hastens the pace beside the outage's age; a word that is not known is no reason to drop a plan. */
    cause: v.fallback(v.optional(v.picklist(CAUSE_IDS)), undefined),
    /** The cause is what the last failing answer named, and no check's verdict. */
    isNamed: v.optional(v.boolean()),
    /** How long this site's earlier outages lasted, in seconds, oldest first. */
    history: v.optional(v.array(v.number())),
    /** How long its last incidents took by its status page's own word, in seconds, oldest first: for the forecast alone. */
    published: v.optional(v.array(v.number())),
    /** A limit that was set when it began; null or absent for none. */
    maxPerHour: v.optional(v.nullable(v.number())),
    deadline: momentSchema(),
    /** No automatic request before this time (Retry-After). */
    floor: v.nullable(momentSchema()),
    /** When it was last seen to work, by an outage that ended minutes before this one. */
    workedAt: v.optional(momentSchema()),
    /** When the site's status page says that its maintenance ends. */
    announcedEnd: v.optional(momentSchema()),
    attempts: v.number(),
    reloads: v.number(),
    lastReloadAt: v.nullable(momentSchema()),
    /** A request to `target` was seen to fail. */
    targetFailed: v.optional(v.boolean()),
    /** It came back and failed again a short while ago: two good answers are asked for before a reload. */
    flapping: v.optional(v.boolean(), false),
    /** Good answers in a row. */
    good: v.optional(v.number(), 0),
    /** The last answer was a waiting room's. */
    queued: v.optional(v.boolean(), false),
    /** The machine slept past the deadline, and a last try was granted. */
    overslept: v.optional(v.boolean(), false),
    /** Since when its tab is looked for: after a restart tabs have other ids, and come one by one. */
    searching: v.optional(v.nullable(momentSchema()), null),
    /** Its tab was seen in front of its window while it failed. */
    inFront: v.optional(v.boolean()),
    /** It ended because somebody else had brought the page back, and has seen it. */
    seen: v.optional(v.boolean()),
    state: stateSchema(),
  }),
);

export type RetryPlan = v.InferOutput<ReturnType<typeof planSchema>>;

/** Whether a plan watches its site without a tab. */
export const isWatch = ({ tabId }: Pick<RetryPlan, "tabId">): boolean => tabId === NO_TAB;

/** Whether the front page is asked in the place of a page that must not be asked for again. */
const asksInPlace = ({ url, target, touchesTab, tabId }: RetryPlan): boolean =>
  !touchesTab && (target !== url || tabId !== NO_TAB);

/**
 * Whether a good answer shows that something has come back. That of a front page does only where it was seen to fail:
 * its health is not that of the page it stands for.
 */
export const showsRecovery = (plan: RetryPlan): boolean => !asksInPlace(plan) || plan.targetFailed === true;

/** Whether the tab failed a moment ago though a stranger had just been served: evidence for the verdict. */
export const failsOnlyHere = ({ state, lastReloadAt }: RetryPlan, now: number): boolean =>
  state.name === "waiting" &&
  state.next === "reload" &&
  state.after === "answer" &&
  lastReloadAt !== null &&
  isFresh(lastReloadAt, now);

/** The few facts that a plan starts from. */
export interface PlanStart {
  readonly id: string;
  readonly tabId: number;
  readonly url: string;
  readonly status: number;
  readonly protected: boolean;
  readonly floor: number | null;
  readonly flapping?: boolean;
  readonly inFront?: boolean;
  readonly failingSince?: number | undefined;
  readonly workedAt?: number;
  readonly cause?: Cause | undefined;
  readonly history?: readonly number[] | undefined;
  readonly maxPerHour?: number | null;
  /** How long it goes on, in milliseconds. */
  readonly lasts: number;
}
