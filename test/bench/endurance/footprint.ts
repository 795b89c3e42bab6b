/// <reference types="chrome" />
import type { Chromium } from "../../e2e/support/chromium.ts";

/** What Faultline takes at one moment; all in bytes. */
export interface Footprint {
  /** What the worker's heap holds after a collection. */
  readonly heap: number;
  /** What lies on the disk, and in the session's memory, as Chromium counts it. */
  readonly disk: number;
  readonly session: number;
}

/** Measures it. A sleeping worker is woken for that by a message that it does not know. */
export async function footprint(chromium: Chromium): Promise<Footprint> {
  const { disk, session } = await chromium.ask(async () => {
    await chrome.runtime.sendMessage({ type: "none" }).catch(() => undefined);
    return {
      disk: await chrome.storage.local.getBytesInUse(null),
      session: await chrome.storage.session.getBytesInUse(null),
    };
  }, null);
  const target = await chromium.browser.waitForTarget(
    (candidate) => candidate.type() === "service_worker" && candidate.url().includes(chromium.extensionId),
  );
  const protocol = await target.createCDPSession();
  try {
    await protocol.send("HeapProfiler.collectGarbage");
    const { usedSize } = await protocol.send("Runtime.getHeapUsage");
    return { heap: usedSize, disk, session };
  } finally {
    await protocol.detach();
  }
}

export const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(2)} MB`;

/** The cells of a table's row. */
export const cells = ({ heap, disk, session }: Footprint): string[] => [heap, disk, session].map(megabytes);
export const FOOTPRINT_HEAD = ["worker's heap", "disk", "session"] as const;
