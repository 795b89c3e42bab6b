import type { Incident } from "../../../src/core/incident/incident.ts";
import { type TabView, viewIn, viewKey } from "../../../src/core/protocol/tab-view.ts";
import type { RetryPlan } from "../../../src/core/retry/plan.ts";
import type { World } from "../../fakes/world.ts";

/** What an area holds under a key, without the version around it. */
export function stored<T>(world: World, area: "local" | "session", key: string): T | undefined {
  const found = world.browser.storage[area].items.get(key) as { value: T } | undefined;
  return found?.value;
}

/** All plans on the disk. */
export const plansOf = (world: World): RetryPlan[] =>
  Object.values(stored<Record<string, RetryPlan>>(world, "local", "retry-plans") ?? {});

/** The plans that go on. */
export const openPlans = (world: World): RetryPlan[] => plansOf(world).filter(({ state }) => state.name !== "closed");

interface Kept {
  readonly incident: Incident;
  readonly leftAt: number | null;
  readonly worked: boolean;
}

/** What is remembered of a tab's failure, also after it was left. */
export const keptOf = (world: World, tabId: number): Kept | undefined =>
  stored<Record<number, Kept>>(world, "session", "incidents")?.[tabId];

/** The incident that stands in a tab. */
export function incidentIn(world: World, tabId: number): Incident | undefined {
  const kept = keptOf(world, tabId);
  return kept?.leftAt === null ? kept.incident : undefined;
}

/** What the popup is shown of a tab. */
export const shownOf = (world: World, tabId: number): TabView =>
  viewIn(world.browser.storage.session.items.get(viewKey(tabId)));

/** From now on nothing under this key can be written any more, nor taken away. */
export function refuseWrites(world: World, area: "local" | "session", key: string): void {
  const storage = world.browser.storage[area];
  const [set, remove] = [storage.set.getMockImplementation(), storage.remove.getMockImplementation()];
  const refused = () => new Error(`nothing is written under ${key}`);
  storage.set.mockImplementation(async (values) => {
    if (key in values) throw refused();
    await set?.(values);
  });
  storage.remove.mockImplementation(async (gone) => {
    if (gone === key) throw refused();
    await remove?.(gone);
  });
}
