import type { FrontTab } from "../../../src/platform/front-tab.ts";
import { current } from "../current.ts";

export function followFrontTab(listener: (tab: FrontTab | null) => void): () => void {
  const timer = setTimeout(() => listener(current.front ?? null));
  return () => clearTimeout(timer);
}
