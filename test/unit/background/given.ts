import * as v from "valibot";
import type { Incident } from "../../../src/core/incident/incident.ts";
import type { TabLook } from "../../../src/core/incident/page.ts";
import { planSchema, type RetryPlan } from "../../../src/core/retry/plan.ts";
import { navigation } from "../core/checks/given.ts";

export const NOW = Date.UTC(2026, 8, 23, 12);
export const URL_ASKED = "https://shop.example/cart";

export const incident = (parts: Partial<Incident> = {}): Incident => ({
  id: "incident-1",
  tabId: 7,
  url: URL_ASKED,
  status: 502,
  since: NOW,
  noticed: "sentinel",
  method: "GET",
  private: false,
  navigation: null,
  ...parts,
});

/** Failing pages as the worker keeps them: what each tab shows came, by GET unless named, from a load that began then. */
export const storedIncidents = (
  startedAt: number,
  ...pages: ReadonlyArray<Pick<Incident, "tabId" | "url"> & Partial<Incident>>
) => ({
  version: 1,
  value: Object.fromEntries(
    pages.map((page) => {
      const failing = incident({ ...page, navigation: navigation({ startedAt }) });
      return [page.tabId, { incident: failing, leftAt: null, worked: false }];
    }),
  ),
});

type State = v.InferInput<ReturnType<typeof planSchema>>["state"];

/** As it is read from the store, with what older versions leave out. */
export const plan = (state: State, parts: Partial<RetryPlan> = {}): RetryPlan =>
  v.parse(planSchema(), {
    id: "plan-1",
    tabId: 7,
    url: URL_ASKED,
    target: URL_ASKED,
    touchesTab: true,
    status: 502,
    createdAt: NOW - 60_000,
    deadline: NOW + 3_600_000,
    floor: null,
    attempts: 3,
    reloads: 0,
    lastReloadAt: null,
    state,
    ...parts,
  });

export const shows = (status: number, startedAt: number, loading = false): TabLook => ({
  state: "answered",
  status,
  startedAt,
  ...(loading ? { loading } : {}),
});
