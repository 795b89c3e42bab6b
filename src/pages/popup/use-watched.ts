import { useEffect, useState } from "preact/hooks";
import { WATCHED_KEY } from "../../core/protocol/protocol.ts";
import type { WatchedView } from "../../core/retry/view.ts";
import { follow } from "../../platform/views.ts";

const isWatched = (value: unknown): value is WatchedView =>
  typeof value === "object" && value !== null && "id" in value && "host" in value;

/** The sites that are watched without a tab, as the worker publishes them. */
export function useWatched(): readonly WatchedView[] {
  const [watched, setWatched] = useState<readonly WatchedView[]>([]);
  useEffect(() => follow(WATCHED_KEY, (value) => setWatched(Array.isArray(value) ? value.filter(isWatched) : [])), []);
  return watched;
}
