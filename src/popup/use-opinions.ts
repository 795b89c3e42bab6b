import { useEffect, useState } from "preact/hooks";
import { SECOND_OPINIONS } from "../platform/second-opinions.ts";
import { read } from "../platform/storage.ts";
import { follow } from "../platform/views.ts";
import type { OpinionsView } from "../protocol/opinions.ts";
import { opinionsKey } from "../protocol/protocol.ts";

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

/** Whom the buttons would ask: as the settings say by now. */
export function useEndpoints(): { readonly api: string; readonly resolvers: readonly string[] } {
  const [{ vantageApi, resolvers }, setSettings] = useState(SECOND_OPINIONS.initial);
  useEffect(() => void read(SECOND_OPINIONS).then(setSettings, () => undefined), []);
  return { api: new URL(vantageApi).host, resolvers: resolvers.map((endpoint) => new URL(endpoint).host) };
}
