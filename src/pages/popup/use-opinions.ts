import { useEffect, useState } from "preact/hooks";
import type { OpinionsView } from "../../core/places/opinions-view.ts";
import { opinionsKey } from "../../core/protocol/protocol.ts";
import { follow } from "../../platform/views.ts";

/** Only this extension writes there, so the outline tells its views from leftovers of another version. */
export function asOpinionsView(value: unknown): OpinionsView | null {
  if (typeof value !== "object" || value === null) return null;
  const { incidentId, live, world, address } = value as Partial<OpinionsView>;
  const whole = typeof incidentId === "string" && Array.isArray(live) && !!world?.state && !!address?.state;
  return whole ? (value as OpinionsView) : null;
}

/** The second opinions of the incident that the tab shows, as they come; null while there are none. */
export function useOpinions(tabId: number, incidentId: string): OpinionsView | null {
  const [opinions, setOpinions] = useState<OpinionsView | null>(null);
  useEffect(() => follow(opinionsKey(tabId), (value) => setOpinions(asOpinionsView(value))), [tabId]);
  return opinions?.incidentId === incidentId ? opinions : null;
}
