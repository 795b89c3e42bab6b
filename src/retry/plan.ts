import * as v from "valibot";
import { CAUSE_IDS, type Cause } from "../verdict/causes.ts";

/** Why a plan ended. */
export type StopReason = "recovered" | "site-answers" | "stopped" | "left" | "refused" | "deadline";

/**
 * The durable schedule that watches one incident and brings its page back.
 *
 * ```
 *  started ──▶ waiting ──due──▶ probing ──good──▶ reloading ──works──▶ closed
 *                ▲                 │                  │
 *                └──────bad────────┴──────fails───────┘
 *
 *  from every state: left, stopped, refused in the tab, deadline ──▶ closed
 *  closed (left) ──the same page fails again within minutes──▶ waiting
 * ```
 *
 * `probing` is written before a request is sent, and counted then, so a killed worker may lose an answer
 * but never sends uncounted requests. `reloading` is written before the tab is loaded, and whoever finds
 * it there looks at the tab first, so a reload happens at most once.
 */
const stateSchema = v.variant("name", [
  v.object({ name: v.literal("waiting"), due: v.number(), next: v.picklist(["probe", "reload"]) }),
  v.object({ name: v.literal("probing"), since: v.number() }),
  /** After a good answer, or after one that only the probe may have been refused. */
  v.object({
    name: v.literal("reloading"),
    since: v.number(),
    after: v.optional(v.picklist(["answer", "refusal"]), "answer"),
  }),
  v.object({
    name: v.literal("closed"),
    at: v.number(),
    reason: v.picklist([
      "recovered",
      "site-answers",
      "stopped",
      "left",
      "refused",
      "deadline",
    ] satisfies StopReason[] as StopReason[]),
    /** Somebody has been told; a worker killed before that says it after all. */
    told: v.optional(v.boolean(), false),
  }),
]);

export const planSchema = v.object({
  id: v.string(),
  tabId: v.number(),
  /** The failing page, without fragment. */
  url: v.string(),
  /** What is asked for: the page, or the front page when the page must not be asked for again. */
  target: v.string(),
  /** Whether the tab may be loaded again. */
  touchesTab: v.boolean(),
  /** The status that the page failed with. */
  status: v.number(),
  createdAt: v.number(),
  /** When the page was first seen to fail, if that was before the plan; the pace follows this age. */
  failingSince: v.optional(v.number()),
  /** What slows or hastens the pace beside the outage's age; a word that is not known is no reason to drop a plan. */
  cause: v.fallback(v.optional(v.picklist(CAUSE_IDS)), undefined),
  /** How long this site's earlier outages lasted, in seconds, oldest first. */
  history: v.optional(v.array(v.number())),
  deadline: v.number(),
  /** No automatic request before this time (Retry-After). */
  floor: v.nullable(v.number()),
  attempts: v.number(),
  reloads: v.number(),
  lastReloadAt: v.nullable(v.number()),
  state: stateSchema,
});

export type RetryPlan = v.InferOutput<typeof planSchema>;

/** The few facts that a plan starts from. */
export interface PlanStart {
  readonly id: string;
  readonly tabId: number;
  readonly url: string;
  readonly status: number;
  readonly protected: boolean;
  readonly floor: number | null;
  readonly failingSince?: number | undefined;
  readonly cause?: Cause | undefined;
  readonly history?: readonly number[] | undefined;
}
